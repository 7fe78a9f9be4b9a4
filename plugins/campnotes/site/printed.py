"""Which notebooks can be put on one page, to be printed, and where the pages of their weeks are."""

from __future__ import annotations

from campnotes.site.days.groups import Group
from campnotes.site.model import Site

MOST_NOTES = 150  # a browser fetches as many, and prints some hundreds of pages, within a minute
MOST_ON_SHEETS = 400  # notes of which each is written a second time
_SHEET = "print.html"


def is_printed_whole(site: Site) -> bool:
    """Whether there is a page that prints the whole notebook; larger ones are printed by week."""
    count = len(site.notebook.notes)
    return 2 <= count <= MOST_NOTES


def sheet_url(site: Site, group: Group) -> str:
    """The site address of a week's notes on one page, for who has no JavaScript; `""` for none.

    They are made for a notebook of one person, and not for a cohort's.
    """
    count = len(site.notebook.notes)
    if group.week is None or not 2 <= count <= MOST_ON_SHEETS:
        return ""
    return _beside(site.week_url(group), site)


def whole_sheet_url(site: Site) -> str:
    """The site address of all notes on one page, for who has no JavaScript; `""` for none."""
    if not is_printed_whole(site):
        return ""
    return _beside(site.url("print"), site)


def _beside(page: str, site: Site) -> str:
    """The address of a sheet, which lies beside the page that leads there."""
    if page.endswith("/"):
        return page + _SHEET
    url = f"{page.removesuffix('.html')}-{_SHEET}"
    return "" if url in site.taken else url
