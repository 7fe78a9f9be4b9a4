"""Write the pages from which notes are printed without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from mkdocs.structure.files import Files

from campnotes.caching.store import Store, key_of
from campnotes.caching.versions import versions
from campnotes.hosts.mkdocs.assets import ASSETS
from campnotes.pages.sheets import Sheet, plan_sheets, render_sheet
from campnotes.site.model import Site

_STYLE = f"{ASSETS}/sheet.css"


def write_sheets(site: Site, files: Files, folder: Path, store: Store | None) -> None:
    """Write them into a site's folder, from the pages of their notes which are there already."""
    for sheet in plan_sheets(site):
        pages = list(_pages(sheet, files, folder))
        if len(pages) < len(sheet.notes):
            continue  # another plugin has taken one out
        target = folder / unquote(sheet.url)
        target.parent.mkdir(parents=True, exist_ok=True)
        written = _written(sheet, pages, site, store)
        target.write_bytes(written)


def _pages(sheet: Sheet, files: Files, folder: Path) -> Iterator[str]:
    for note in sheet.notes:
        file = files.get_file_from_path(note.path)
        if file is None:
            continue
        place = folder / file.dest_uri
        if place.is_file():
            yield place.read_text(encoding="utf-8")


def _written(sheet: Sheet, pages: list[str], site: Site, store: Store | None) -> bytes:
    """A sheet, which may be kept of a former build."""

    def make() -> bytes:
        return render_sheet(sheet, pages, site, _STYLE).encode()

    if store is None:
        return make()
    urls = [site.note_urls[note.path] for note in sheet.notes]
    key = key_of("sheet", versions(), sheet.url, sheet.above, sheet.title, *urls, *pages)
    return store.kept_or_made(key, make)
