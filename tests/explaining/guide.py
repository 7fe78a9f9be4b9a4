"""The notes of the demonstration that the guide explains, as they are explained today.

    python tests/explaining/guide.py

writes them into the guide's pages anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from campnotes.cli.reading import read_for_check
from campnotes.explaining import explain_line, explain_note
from campnotes.explaining.asked import find_note, read_asked
from campnotes.explaining.telling import tell_explanations
from campnotes.locales import translations
from campnotes.reading import NotebookReading

HOME = Path(__file__).resolve().parents[2]
PAGES = {"ko": "explain.md", "en": "explain.en.md"}
_BEGIN = r"```console\n\$ campnotes check --explain (?P<asked>[\w/.\-]+\.md(?::\d+)?)\n"
EXAMPLE = re.compile(rf"{_BEGIN}(?P<told>.*?)```\n", re.DOTALL)


def page_of(language: str) -> Path:
    """The guide's page in a language."""
    return HOME / "docs" / "guide" / PAGES[language]


def demonstration() -> NotebookReading:
    """The notebook of the demonstration."""
    return read_for_check(HOME)


def told_of(asked: str, found: NotebookReading, language: str) -> str:
    """What is told of a note or a line of the demonstration."""
    wanted = read_asked(asked, lambda path: find_note(path, found.parsed))
    note = found.notebook.by_path[wanted.path]
    directory = found.surroundings.directory
    if wanted.line is None:
        explained = explain_note(note, found.notebook, directory)
    else:
        explained = explain_line(note, wanted.line, found.notebook, directory)
    translate = translations(language).gettext
    told = tell_explanations(explained, wanted.path, wanted.line, translate=translate)
    return f"{told}\n"


def main() -> None:
    """Write what is told today into the pages."""
    found = demonstration()
    for language in PAGES:
        page = page_of(language)
        text = page.read_text("utf-8")

        def anew(example: re.Match[str], language: str = language) -> str:
            told = told_of(example["asked"], found, language)
            return f"```console\n$ campnotes check --explain {example['asked']}\n{told}```\n"

        page.write_text(EXAMPLE.sub(anew, text), "utf-8")


if __name__ == "__main__":
    main()
