"""The home page of a notebook that has no README: it at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.linking.titles.of_notebook import short_title
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.glance import home_view
from campnotes.site.model import Site


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the home page."""
    if site.home_note is None:
        told = short_title(site.notebook.settings.title)
        yield GeneratedPage(
            source="index.md",
            title=told or site.translate("Home"),
            template="campnotes/home.html",
            section="home",
            view=home_view(site),
        )
