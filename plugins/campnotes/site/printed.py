"""Which notebooks can be put on one page, to be printed, and where the pages of their weeks are."""

from __future__ import annotations

from campnotes.site.groups import Group
from campnotes.site.model import Site

MOST_NOTES = 150  # a browser fetches as many, and prints some hundreds of pages, within a minute
_SHEET = "print.html"


def is_printed_whole(site: Site) -> bool:
    """Whether there is a page that prints the whole notebook; larger ones are printed by week."""
    count = len(site.notebook.notes)
    return 2 <= count <= MOST_NOTES


def sheet_url(site: Site, group: Group) -> str:
    """The site address of a week's notes on one page, for who has no JavaScript; `""` for none.

    They are made where the notebook isn't large: each note is written a second time.
    """
    if group.week is None or not is_printed_whole(site):
        return ""
    week = site.week_url(group)
    if week.endswith("/"):
        return week + _SHEET
    url = f"{week.removesuffix('.html')}-{_SHEET}"
    return "" if url in site.taken else url
