"""All presentations, by the groups of the notebook."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.pages.filtering import in_given_order, in_time, most_first, page_filter
from campnotes.pages.gathered import Gathering, gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.shown import ShownPresentation, show_presentation
from campnotes.site.days.groups import Section
from campnotes.site.model import Site
from campnotes.site.parts import Listing, divide


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the presentations, or its parts."""
    sections = site.sections_of(lambda note: note.presentations)
    if not sections:
        return
    listings = [_listing(section, site) for section in sections]
    weeks: list[str] = []
    people: list[str] = []
    kinds: list[str] = []
    for listing in listings:
        weeks += [listing.title] * len(listing.entries)
        for shown in listing.entries:
            people += dict.fromkeys(shown.presenters)
            kinds += dict.fromkeys(material.kind for material in shown.materials)
    facets = (
        in_given_order("week", site.translate("Weeks"), weeks),
        most_first("person", site.translate("Presenters"), people),
        most_first("kind", site.translate("Materials"), kinds),
    )
    gathering = Gathering(
        name="presentations",
        title=site.translate("Presentations"),
        parts=divide(listings, _elements),
        call=_call,
        filter=page_filter(len(weeks), facets, in_time(site.translate)),
    )
    yield from gathered_pages(gathering, site)


def _listing(section: Section, site: Site) -> Listing[ShownPresentation]:
    shown: list[ShownPresentation] = []
    for note in section.notes:
        shown += [show_presentation(p, note, site) for p in note.presentations]
    return Listing(
        anchor=section.anchor,
        title=section.title,
        entries=tuple(shown),
    )


def _elements(shown: ShownPresentation) -> int:
    materials = 3 * len(shown.materials)
    return 6 + len(shown.presenters) + materials


def _call(shown: ShownPresentation) -> str:
    return shown.topic
