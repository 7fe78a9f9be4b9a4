"""The contents of the whole notebook, note by note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campnotes.linking.model import Note
from campnotes.pages.gathered import gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.outline import OutlineEntry, contents_entries, heading_entries
from campnotes.site.model import Section, Site
from campnotes.site.parts import Listing, divide

MOST_HEADINGS = 20  # shown of a note without contents


@dataclass(frozen=True, slots=True)
class NoteContents:
    """A note with what is in it."""

    note: Note
    entries: tuple[OutlineEntry, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the contents page, or its parts."""
    listings = map(_listing, site.sections())
    parts = divide(listings, _elements)
    yield from gathered_pages("contents", site.translate("Contents"), parts, site, _call)


def _listing(section: Section) -> Listing[NoteContents]:
    entries = [NoteContents(note=note, entries=_entries(note)) for note in section.notes]
    return Listing(
        anchor=section.anchor,
        title=section.title,
        entries=tuple(entries),
    )


def _elements(contents: NoteContents) -> int:
    return 5 + 2 * len(contents.entries)


def _call(contents: NoteContents) -> str:
    return contents.note.full_title


def _entries(note: Note) -> tuple[OutlineEntry, ...]:
    """Take the note's own contents, or else its headings."""
    entries = contents_entries(note)
    if entries:
        return entries
    headings = heading_entries(note)
    return headings[:MOST_HEADINGS]
