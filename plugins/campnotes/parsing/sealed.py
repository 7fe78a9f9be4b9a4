"""Seal a note that is published encrypted, so that nothing else tells what is in it."""

from __future__ import annotations

from msgspec.structs import replace

from campnotes.notebook.front_matter import FrontMatter
from campnotes.parsing.note import ParsedNote, parse_note


def seal_note(note: ParsedNote, title: str) -> ParsedNote:
    """Leave of a note its title and what its front matter says of its place; no text.

    The heading that the title comes from stays, for it may tell which day the note is of.
    """
    told = note.front_matter
    place_only = FrontMatter(
        title=title,
        kind=told.kind,
        week=told.week,
        day=told.day,
        date=told.date,
        draft=told.draft,
    )
    titles = [heading for heading in note.headings if heading.text == title]
    empty = parse_note("", note.path)
    return replace(
        empty,
        front_matter=place_only,
        headings=tuple(titles[:1]),
        sealed=True,
    )
