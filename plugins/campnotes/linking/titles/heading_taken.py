"""The heading that a page shows as its title, in the place of one that would say the same."""

from __future__ import annotations

from campnotes.linking.model import Note
from campnotes.parsing.outline import Heading


def title_heading(note: Note) -> Heading | None:
    """A note's first heading where that is its title; one of lower rank must say just that."""
    for heading in note.parsed.headings[:1]:
        is_same = heading.text == note.title
        if is_same or (heading.level == 1 and note.is_title(heading)):
            return heading
    return None
