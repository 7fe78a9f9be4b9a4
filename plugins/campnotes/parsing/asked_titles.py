"""Titles that are questions themselves: marked, below 「질문」, or answered by what stands below them."""

from __future__ import annotations

from collections.abc import Sequence

from campnotes.parsing.asking import asks, asks_anyhow
from campnotes.parsing.asking_lists import AskingLists
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.question_marks import Asked, read_mark
from campnotes.parsing.question_parts import Part, believes, is_answered_soon
from campnotes.parsing.stating import instructs, invites
from campnotes.parsing.study_questions import asks_in_bold, is_answered_title
from campnotes.records import dataclass

BLOCKS_TO_ANSWER = 4  # how far below a question its answer may begin


@dataclass(frozen=True, slots=True)
class AskingTitle:
    """A heading or a bold line at an index of a note's blocks, in a part of the note.

    `lists` tells which lists and titles ask beside it.
    """

    blocks: Sequence[Block]
    index: int
    text: str
    part: Part
    lists: AskingLists

    @property
    def block(self) -> Block:
        """The title's block."""
        return self.blocks[self.index]

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading rather than a bold line."""
        return self.block.kind is BlockKind.HEADING


def read_mark_of_title(title: AskingTitle, awaited: Asked | None) -> Asked | None:
    """The mark of a title; below who asks, the question itself may be one."""
    mark = read_mark(title.text)
    begin = title.index + 1
    below = title.blocks[begin : begin + BLOCKS_TO_ANSWER]
    if mark is not None and mark.bare and not believes(mark, title.part, below):
        mark = None
    if mark is None and awaited is not None and title.part.is_titled:
        return Asked(title.text, awaited.asker, sure=True)
    return mark


def is_marked_title(title: AskingTitle, mark: Asked) -> bool:
    """Whether a title with a mark and a text is a question, and not of what is asked below it.

    - A bold one is, and one that says who asks.
    - Below 「Further Question」, `### Q1) …` says what is asked in any form; so does what is answered.
    """
    if asks_anyhow(mark.text) or instructs(mark.text):
        return True
    if not title.is_heading or mark.asker is not None or title.part.is_titled:
        return True
    return is_answered_soon(title.blocks, title.index)


def rule_of_title(title: AskingTitle) -> str | None:
    """The rule by which a title without a mark is a question, if it is one.

    A heading with a question mark is a title, a bold line is what the note goes on to answer.
    """
    if title.part.is_titled and (asks(title.text) or invites(title.text)):
        return "title"
    if not title.is_heading and asks_in_bold(title.text):
        return "study"
    if title.is_heading and title.lists.is_asked_title(title.text, title.block.level):
        return "list"
    if is_answered_title(title.text, title.blocks, title.index):
        return "study"
    return None
