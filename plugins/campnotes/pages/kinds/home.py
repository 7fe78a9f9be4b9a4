"""The home page of a notebook that has no README: its calendar."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.pages.calendar import calendar
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the home page."""
    if site.home_note is None:
        yield GeneratedPage(
            source="index.md",
            title=site.notebook.settings.title or site.translate("Home"),
            template="campnotes/home.html",
            section="home",
            view=calendar(site),
        )
