"""What pages that list notes show of what is in a note: its contents, or else its headings."""

from __future__ import annotations

from msgspec import Struct

from campnotes.linking.model import Note, NoteDay
from campnotes.parsing.outline import Heading

DEEPEST_HEADING = 3
DEEPEST_ENTRY = 4  # what lies deeper is shown as deep


class OutlineEntry(Struct, frozen=True):
    """A part of a note; `depth` is that of an entry in the note's own contents, 4 at most."""

    text: str
    anchor: str
    depth: int | None = None


def contents_entries(note: Note) -> tuple[OutlineEntry, ...]:
    """Take the entries of a note's contents that lead to a heading."""
    entries = []
    for linked in note.contents:
        heading = linked.heading
        if heading is not None:
            listed = linked.entry
            entry = OutlineEntry(
                text=listed.text,
                anchor=heading.anchor,
                depth=min(listed.depth, DEEPEST_ENTRY),
            )
            entries.append(entry)
    return tuple(entries)


def heading_entries(note: Note, *, among: int | None = None) -> tuple[OutlineEntry, ...]:
    """Take a note's headings for entries, those shown among so many first ones."""
    headings = note.shown_headings(deepest=DEEPEST_HEADING, among=among)
    return tuple(map(_entry, headings))


def day_entries(note: Note, day: NoteDay) -> tuple[OutlineEntry, ...]:
    """Take for entries the headings just below one that begins a day of a week's note."""
    headings = note.shown_headings(deepest=day.level + 1)
    of_day = [heading for heading in headings if day.has_below(heading.line)]
    return tuple(map(_entry, of_day))


def _entry(heading: Heading) -> OutlineEntry:
    return OutlineEntry(text=heading.text, anchor=heading.anchor)
