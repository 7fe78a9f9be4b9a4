"""Notebooks to measure with, and the configuration of plain Material for MkDocs."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

HOME = Path(__file__).resolve().parents[1]
BUILT_IN = HOME / "plugins" / "campnotes" / "cli" / "configuration" / "mkdocs.yml"


def sources() -> list[Path]:
    """The notes to build from: real notebooks where they are, or else the demonstration."""
    corpora = HOME.parent / "shared" / "corpora"
    folder = corpora if corpora.is_dir() else HOME / "docs"
    notes = [p for p in sorted(folder.rglob("*.md")) if p.stat().st_size > 200]
    return sorted(notes, key=lambda p: p.name)


def make_notebook(folder: Path, notes: int) -> None:
    """A notebook of so many days, five to a week, with the text of real notes."""
    texts = [path.read_text(encoding="utf-8") for path in sources()]
    for number in range(1, notes + 1):
        note = folder / f"week{(number - 1) // 5 + 1}" / f"day{number}" / f"day{number}.md"
        note.parent.mkdir(parents=True)
        note.write_text(f"# Day {number}\n\n{texts[number % len(texts)]}", encoding="utf-8")


def mkdocs(work: Path, name: str) -> list[str]:
    """The command that builds the notebook in `notes` with Material, into `site`.

    The theme has the options that `campnotes build` gives it: without `navigation.prune`, the pages
    of 1,000 notes would have 1.4 MB of navigation each.
    """
    built_in = yaml.safe_load(BUILT_IN.read_text(encoding="utf-8"))
    theme = {**built_in["theme"], "language": "ko"}
    told = {"site_name": "notes", "docs_dir": "notes", "site_dir": "site"}
    config = {**told, "theme": theme, "plugins": ["search"]}
    file = work / f"{name}.yml"
    file.write_text(yaml.safe_dump(config), encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file)]
