"""All retrospectives in one flow, with their dates and first lines."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.pages.filtering import in_given_order, in_time, page_filter
from campnotes.pages.gathered import Gathering, gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site
from campnotes.site.parts import Listing, divide
from campnotes.site.retrospectives import Retrospective, find_retrospectives

_ELEMENTS = 6  # of an entry


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the retrospectives, or its parts."""
    found = list(find_retrospectives(site))
    if not found:
        return
    listing = Listing(
        anchor="",
        title="",
        entries=tuple(found),
    )
    weeks = [retrospective.week for retrospective in found]
    facets = (in_given_order("week", site.translate("Weeks"), weeks),)
    gathering = Gathering(
        name="retrospectives",
        title=site.translate("Retrospectives"),
        parts=divide([listing], _elements),
        call=_call,
        filter=page_filter(len(found), facets, in_time(site.translate)),
    )
    yield from gathered_pages(gathering, site)


def _elements(_: Retrospective) -> int:
    return _ELEMENTS


def _call(retrospective: Retrospective) -> str:
    return retrospective.note.full_title
