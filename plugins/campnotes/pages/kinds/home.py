"""The home page of a notebook that has no README: it at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.pages.generated import GeneratedPage
from campnotes.pages.glance import home_view
from campnotes.site.model import Site


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the home page."""
    if site.home_note is None:
        yield GeneratedPage(
            source="index.md",
            title=site.notebook.settings.title or site.translate("Home"),
            template="campnotes/home.html",
            section="home",
            view=home_view(site),
        )
