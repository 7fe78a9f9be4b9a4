"""Which headings of a note stand for what is in it."""

from __future__ import annotations

from collections.abc import Iterable

from campnotes.linking.model import Note
from campnotes.parsing.outline import Heading

DEEPEST_SHOWN = 3  # level of a heading that a list of a note's contents still shows


def names_a_part(heading: Heading, note: Note) -> bool:
    """Tell whether a heading names a part of its note: it has a text, and isn't the title again."""
    return bool(heading.text) and heading.text != note.title


def shown_headings(note: Note, headings: Iterable[Heading]) -> list[Heading]:
    """Take of a note's headings those that a list of its contents shows.

    - They name a part of the note.
    - They are no sentences.
    - They aren't deeper than `DEEPEST_SHOWN`.
    """
    return [
        heading
        for heading in headings
        if names_a_part(heading, note) and not heading.sentence and heading.level <= DEEPEST_SHOWN
    ]
