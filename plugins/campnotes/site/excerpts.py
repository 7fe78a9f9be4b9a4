"""What stands on a line of a note, and in which section of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from campnotes.linking.lines import ByLine
from campnotes.linking.model import Note, Outcome
from campnotes.linking.of_blocks import of_blocks
from campnotes.notebook.plain_text import shortened
from campnotes.parsing.blocks import Block
from campnotes.parsing.questions import Question

EXCERPT = 160  # characters of a text that a list shows
MOST_ANSWERS = 5  # blocks of an answer


def anchor_at(note: Note, line: int) -> str:
    """The anchor of the section that a line of a note stands in; `""` before the first one."""
    section = note.sections_by_line.at(line)
    if section is None:
        return ""
    return section.anchor


def excerpt(note: Note, line: int) -> str:
    """The text of a note on a line, as far as a reader needs it to know the place.

    It is known of lines on which the note leads to others; else its blocks are looked through.
    """
    known = _leading(note)
    if line in known:
        return known[line]
    return _excerpt(note.blocks_by_line, line)


@of_blocks
def _leading(note: Note) -> Mapping[int, str]:
    """The excerpts of what leads to other notes, by line."""
    blocks = note.blocks_by_line
    texts = {}
    for line in _lines_leading(note):
        texts[line] = _excerpt(blocks, line)
    return texts


def _lines_leading(note: Note) -> Iterator[int]:
    for linked in note.links:
        is_elsewhere = linked.target != note.path
        if linked.outcome is Outcome.NOTE and is_elsewhere:
            yield linked.link.line
    for mentioned in note.mentions:
        if mentioned.target is not None:
            yield mentioned.mention.line


def _excerpt(blocks: ByLine[Block], line: int) -> str:
    block = blocks.at(line)
    if block is None:
        return ""
    row = _row(block.text, line - block.line)
    words = row.split()
    return shortened(" ".join(words), EXCERPT)


def answers(note: Note, question: Question) -> tuple[str, ...]:
    """What answers a question of a note, as far as a reader needs it; some of many blocks."""
    known = _answering(note)
    texts = []
    for line in question.answers[:MOST_ANSWERS]:
        text = known.get(line)
        texts.append(excerpt(note, line) if text is None else text)
    return tuple(filter(None, texts))


@of_blocks
def _answering(note: Note) -> Mapping[int, str]:
    """The excerpts of what answers the note's questions, by line."""
    blocks = note.blocks_by_line
    texts = {}
    for question in (*note.parsed.questions, *note.all_questions):
        for line in question.answers[:MOST_ANSWERS]:
            texts[line] = _excerpt(blocks, line)
    return texts


def _row(text: str, number: int) -> str:
    """A row of a block's text; all of it where the text has fewer rows than its source."""
    rows = text.split("\n")
    if number < len(rows):
        return rows[number]
    return text
