"""All retrospectives."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from campnotes.linking.model import Note
from campnotes.notebook.place import Kind
from campnotes.pages.gathered import gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site
from campnotes.site.parts import Listing, divide

_ELEMENTS = 3  # of a note


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the retrospectives, or its parts."""
    notes = list(_in_order(site))
    if notes:
        listing = Listing(
            anchor="",
            title="",
            entries=tuple(notes),
        )
        yield from gathered_pages(
            "retrospectives",
            site.translate("Retrospectives"),
            divide([listing], _elements),
            site,
            _call,
        )


def _in_order(site: Site) -> Iterator[Note]:
    """Go through the retrospectives in the order of the home page."""
    in_groups = chain.from_iterable(group.notes for group in site.groups)
    for note in chain(in_groups, site.ungrouped):
        if note.place.kind is Kind.RETROSPECTIVE:
            yield note


def _elements(_: Note) -> int:
    return _ELEMENTS


def _call(note: Note) -> str:
    return note.full_title
