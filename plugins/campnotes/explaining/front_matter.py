"""Find on which line the front matter of a note tells something."""

from __future__ import annotations

from campnotes.explaining.model import Reason
from campnotes.linking.model import Cited
from campnotes.notebook.front_matter.block import find_block, read_block
from campnotes.parsing.note import ParsedNote


def told_in_front_matter(note: ParsedNote, field: str) -> Reason:
    """Give the reason that a field of the front matter tells something, with its line."""
    line = front_matter_line(note, field)
    return Reason(
        code="front-matter",
        values={"field": field},
        at=Cited(note.path, line),
    )


def front_matter_line(note: ParsedNote, name: str) -> int:
    """Give the line of a field in the front matter; of one that stands twice, the last, which counts.

    Where no line has it, as in front matter that the host adds, it is the first line.
    """
    block = find_block(note.text)
    if block is None:
        return 1
    told = read_block(block, note.path)
    if told is None:
        return 1
    line = 1
    for field in told.fields:
        if field.name == name:
            line = field.line
    return line
