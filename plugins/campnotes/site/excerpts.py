"""What stands on a line of a note, and in which section of it."""

from __future__ import annotations

from campnotes.linking.model import Note
from campnotes.parsing.questions import Question

EXCERPT = 160  # characters
MOST_ANSWERS = 5  # blocks of an answer


def anchor_at(note: Note, line: int) -> str:
    """The anchor of the section that a line of a note stands in; `""` before the first one."""
    section = note.sections_by_line.at(line)
    if section is None:
        return ""
    return section.anchor


def excerpt(note: Note, line: int) -> str:
    """The text of a note on a line, as far as a reader needs it to know the place."""
    block = note.blocks_by_line.at(line)
    if block is None:
        return ""
    row = _row(block.text, line - block.line)
    words = row.split()
    return shortened(" ".join(words))


def answers(note: Note, question: Question) -> tuple[str, ...]:
    """What answers a question of a note, as far as a reader needs it; some of many blocks."""
    first = question.answers[:MOST_ANSWERS]
    texts = [excerpt(note, line) for line in first]
    return tuple(filter(None, texts))


def _row(text: str, number: int) -> str:
    """A row of a block's text; all of it where the text has fewer rows than its source."""
    rows = text.split("\n")
    if number < len(rows):
        return rows[number]
    return text


def shortened(text: str) -> str:
    """A text as far as a list shows it."""
    if len(text) <= EXCERPT:
        return text
    room = EXCERPT - 1
    shortened = text[:room]
    return f"{shortened}…"
