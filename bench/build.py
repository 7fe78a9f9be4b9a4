"""Notebooks to measure with, and the configuration of plain Material for MkDocs."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

HOME = Path(__file__).resolve().parents[1]


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
    """The command that builds the notebook in `notes` with Material as it is, into `site`."""
    told = {"site_name": "notes", "docs_dir": "notes", "site_dir": "site"}
    theme = {"name": "material", "language": "ko", "font": False}
    text = yaml.safe_dump({**told, "theme": theme, "plugins": ["search"]})
    file = work / f"{name}.yml"
    file.write_text(text, encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file)]
