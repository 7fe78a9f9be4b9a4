"""Our files for the browser, and where they lie in the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from campnotes.parsing.note import ParsedNote
from campnotes.rendering.code import language_of
from campnotes.search.index import DIALOG

ASSETS = "assets/campnotes"  # our folder in the site
PACKAGE = Path(__file__).parents[2]
_OF_PAGES = PACKAGE / "pages" / "assets"
_OF_NOTES = PACKAGE / "rendering" / "assets"


def browser_assets(notes: Sequence[ParsedNote]) -> Iterator[tuple[str, Path]]:
    """Go through our files with their places in the site; big ones only if a note needs them.

    KaTeX and Mermaid stay in folders of their own: `assets/campnotes/katex/katex.min.js`.
    """
    yield from _files(_OF_PAGES, beside=_OF_PAGES)
    languages = _fenced_languages(notes)
    if "math" in languages or any("$" in note.text for note in notes):
        yield from _files(_OF_NOTES / "katex", beside=_OF_NOTES)
    if "mermaid" in languages:
        yield from _files(_OF_NOTES / "mermaid", beside=_OF_NOTES)
    for file in DIALOG:
        yield f"{ASSETS}/{file.name}", file


def _fenced_languages(notes: Sequence[ParsedNote]) -> set[str]:
    languages = set()
    for note in notes:
        for token in note.document.tokens:
            if token.info:
                languages.add(language_of(token.info))
    return languages


def _files(folder: Path, *, beside: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*.*")):
        yield f"{ASSETS}/{file.relative_to(beside).as_posix()}", file
