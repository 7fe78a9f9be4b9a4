"""Which notebooks can be put on one page, to be printed."""

from __future__ import annotations

from campnotes.site.model import Site

MOST_NOTES = 150  # a browser fetches as many, and prints some hundreds of pages, within a minute


def is_printed_whole(site: Site) -> bool:
    """Whether there is a page that prints the whole notebook; larger ones are printed by week."""
    count = len(site.notebook.notes)
    return 2 <= count <= MOST_NOTES
