"""The site map: which pages search engines are led to, and when each was changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.pages.note_pages import NotebookPage, NotePage
from campnotes.site.sharing.note_page_head import asks_for_noindex
from campnotes.site.sharing.shared_site import SharedSite

SITE_MAP = "sitemap.xml"
# MkDocs wants a date of each page; this one tells that nobody knows it.
NO_DATE = "1970-01-01"
_NO_CHANGE = f"<lastmod>{NO_DATE}</lastmod>"


def date_pages(files: Iterable[File], shared: SharedSite) -> None:
    """Tell the site map when each of our pages changed, instead of when the site was built."""
    for file in files:
        page = file.page
        if isinstance(page, NotePage):
            changed = shared.changed.get(page.note.path)
            page.update_date = _iso(changed)
        elif isinstance(page, NotebookPage):
            page.update_date = NO_DATE


def _iso(changed: date | None) -> str:
    if changed is None:
        return NO_DATE
    return changed.isoformat()


def in_site_map(files: Iterable[File]) -> list[File]:
    """The pages that search engines are led to."""
    return [file for file in files if not _is_kept_out(file.page)]


def _is_kept_out(page: Page | None) -> bool:
    if isinstance(page, NotePage):
        return asks_for_noindex(page.note)
    if isinstance(page, NotebookPage):
        return page.view.noindex
    return False


def without_unknown_dates(site_map: str) -> str:
    """Leave the dates out of a site map that nobody knows."""
    return site_map.replace(_NO_CHANGE, "")
