"""All presentations, by the groups of the notebook."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.pages.gathered import gathered_pages, presentation_elements
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.shown import ShownPresentation, show_presentation
from campnotes.site.model import Section, Site
from campnotes.site.parts import Listing, divide


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the presentations, or its parts."""
    sections = site.sections(lambda note: note.presentations)
    if sections:
        listings = [_listing(section, site) for section in sections]
        parts = divide(listings, presentation_elements)
        title = site.translate("Presentations")
        yield from gathered_pages("presentations", title, parts, site, _call)


def _listing(section: Section, site: Site) -> Listing[ShownPresentation]:
    shown: list[ShownPresentation] = []
    for note in section.notes:
        shown += [show_presentation(p, note, site) for p in note.presentations]
    return Listing(
        anchor=section.anchor,
        title=section.title,
        entries=tuple(shown),
    )


def _call(shown: ShownPresentation) -> str:
    return shown.topic
