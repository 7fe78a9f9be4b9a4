"""The contents of the whole notebook, note by note."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.pages.filtering import in_given_order, in_time, page_filter
from campnotes.pages.gathered import Gathering, gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.outline import OutlineEntry
from campnotes.pages.telling import telling_entries
from campnotes.site.days.groups import Section
from campnotes.site.labels import kind_label
from campnotes.site.model import Site
from campnotes.site.parts import Listing, divide


class NoteContents(Struct, frozen=True):
    """A note with what is in it; `kind` is told where it is no day."""

    note: Note
    kind: str
    entries: tuple[OutlineEntry, ...]

    @property
    def leaves(self) -> int:
        """How many places it leads to; a note in which nothing tells more is one itself."""
        return max(len(self.entries), 1)


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the contents page, or its parts."""
    listings = [_listing(section, site) for section in site.sections()]
    weeks = []
    kinds = []
    for listing in listings:
        for contents in listing.entries:
            weeks += [listing.title] * contents.leaves
            kinds += [contents.kind] * contents.leaves
    facets = (
        in_given_order("week", site.translate("Weeks"), weeks),
        in_given_order("kind", site.translate("Kinds"), kinds),
    )
    gathering = Gathering(
        name="contents",
        title=site.translate("Contents"),
        parts=divide(listings, _elements),
        call=_call,
        filter=page_filter(len(weeks), facets, in_time(site.translate)),
    )
    yield from gathered_pages(gathering, site)


def _listing(section: Section, site: Site) -> Listing[NoteContents]:
    entries = []
    for note in section.notes:
        contents = NoteContents(
            note=note,
            kind=kind_label(note.place, site.translate),
            entries=telling_entries(note, site.notebook),
        )
        entries.append(contents)
    return Listing(
        anchor=section.anchor,
        title=section.title,
        entries=tuple(entries),
    )


def _elements(contents: NoteContents) -> int:
    return 5 + 2 * len(contents.entries)


def _call(contents: NoteContents) -> str:
    return contents.note.full_title
