"""Our files for the browser, and where they lie in the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from campnotes.parsing.note import ParsedNote
from campnotes.rendering.code import language_of
from campnotes.search.index import DIALOG

ASSETS = "assets/campnotes"  # our folder in the site
PACKAGE = Path(__file__).parents[2]
_OF_PAGES = PACKAGE / "pages" / "assets"
_OF_NOTES = PACKAGE / "rendering" / "assets"


def add_assets(config: MkDocsConfig) -> None:
    """Add our styles and scripts to every page; a page is shown before its scripts are run."""
    config.extra_css.append(f"{ASSETS}/campnotes.css")
    for name in ("campnotes.js", "search-dialog.js"):
        script = ExtraScriptValue(f"{ASSETS}/{name}")
        script.defer = True
        config.extra_javascript.append(script)


def browser_assets(notes: Sequence[ParsedNote]) -> Iterator[tuple[str, Path]]:
    """Go through our files with their places in the site; big ones only if a note needs them.

    KaTeX and Mermaid stay in folders of their own: `assets/campnotes/katex/katex.min.js`. Of Mermaid
    a page loads the parts that its kinds of diagram need.
    """
    yield from _files(_OF_PAGES, beside=_OF_PAGES)
    languages = _fenced_languages(notes)
    needed = []
    if "math" in languages or _has_dollars(notes):
        needed.append("katex")
    if "mermaid" in languages:
        needed.append("mermaid")
    for name in needed:
        folder = _OF_NOTES / name
        yield from _files(folder, beside=_OF_NOTES)
    yield f"{ASSETS}/{DIALOG.name}", DIALOG


def _has_dollars(notes: Sequence[ParsedNote]) -> bool:
    """Tell whether a note may have mathematics in its text: `$x$`."""
    texts = (note.text for note in notes)
    return any("$" in text for text in texts)


def _fenced_languages(notes: Sequence[ParsedNote]) -> set[str]:
    languages: set[str] = set()
    for note in notes:
        languages.update(map(language_of, note.code_infos))
    return languages


def _files(folder: Path, *, beside: Path) -> Iterator[tuple[str, Path]]:
    found = filter(Path.is_file, folder.rglob("*.*"))
    for file in sorted(found):
        path = file.relative_to(beside).as_posix()
        place = f"{ASSETS}/{path}"
        yield place, file
