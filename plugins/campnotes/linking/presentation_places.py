"""Where in a note its presentations stand: at headings of their own, or within lists and tables."""

from __future__ import annotations

from msgspec import Struct

from campnotes.linking.model import Note

MARK = "campnotes-place"  # the class of what marks such a place in HTML


class MarkedPresentation(Struct, frozen=True):
    """A presentation in a list, a paragraph or a table; the first of a note has the `number` 1."""

    line: int
    number: int
    topic: str


def marked_presentations(note: Note) -> tuple[MarkedPresentation, ...]:
    """List the presentations that get a mark: those that stand at a heading are found by its id."""
    headings = {heading.line for heading in note.parsed.headings}
    marked = []
    for number, presentation in enumerate(note.presentations, 1):
        if presentation.line in headings:
            continue
        found = MarkedPresentation(
            line=presentation.line,
            number=number,
            topic=presentation.topic,
        )
        marked.append(found)
    return tuple(marked)


def presentations_by_anchor(note: Note) -> dict[str, tuple[int, ...]]:
    """The numbers of the presentations that stand at headings, by the ids of these."""
    anchors = {heading.line: heading.anchor for heading in note.parsed.headings}
    numbers: dict[str, tuple[int, ...]] = {}
    for number, presentation in enumerate(note.presentations, 1):
        anchor = anchors.get(presentation.line)
        if anchor:
            others = numbers.get(anchor, ())
            numbers[anchor] = (*others, number)
    return numbers
