"""All retrospectives."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.linking.model import Note
from campnotes.notebook.place import Kind
from campnotes.pages.gathered import gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site
from campnotes.site.parts import Listing, divide

_ELEMENTS = 3  # of a note


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the retrospectives, or its parts."""
    notes = [note for note in site.notebook.notes if note.place.kind is Kind.RETROSPECTIVE]
    if notes:
        listing = Listing(anchor="", title="", entries=tuple(notes))
        parts = divide([listing], lambda _: _ELEMENTS)
        title = site.translate("Retrospectives")
        yield from gathered_pages("retrospectives", title, parts, site, _call)


def _call(note: Note) -> str:
    return note.full_title
