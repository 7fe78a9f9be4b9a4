"""Titles that are questions themselves: marked, below 「질문」, or answered by what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.questions.asking import asks, asks_anyhow, asks_outright
from campnotes.parsing.questions.lists import AskingLists
from campnotes.parsing.questions.marks import Asked, read_mark
from campnotes.parsing.questions.parts import Part, PartKind, believes, is_answered_soon
from campnotes.parsing.questions.stating import instructs, invites
from campnotes.parsing.questions.study import asks_in_bold, is_answered_title
from campnotes.patterns import regex

_NUMBERED = regex(r"^\W{0,6}(?:Q|질문|question)\s?\d{1,3}\s?[.):]", re.IGNORECASE)
_NUMBER = regex(r"^\W{0,4}(\d{1,3})[.)]")
_SUBNUMBER = regex(r"^\W{0,4}(\d{1,3})[-.]\d{1,2}[.)]?\s")
BLOCKS_TO_ANSWER = 4  # how far below a question its answer may begin


class AskingTitle(Struct, frozen=True):
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
    if mark is not None and mark.bare:
        begin = title.index + 1
        end = begin + BLOCKS_TO_ANSWER
        below = title.blocks[begin:end]
        mark = mark if believes(mark, title.part, below) else None
    if mark is not None or awaited is None:
        return mark
    if not title.part.is_titled:
        return None
    return Asked(
        text=title.text,
        asker=awaited.asker,
        sure=True,
    )


def is_marked_title(title: AskingTitle, mark: Asked) -> bool:
    """Whether a title with a mark and a text is a question, and not of what is asked below it.

    - A bold one is, one that says who asks, and one with a number: 「Q3. 가지의 수」.
    - Below 「Further Question」 and in talk, `### Q1) …` says what is asked in any form; so does what is
      answered.
    """
    if asks_anyhow(mark.text) or instructs(mark.text):
        return True
    if _NUMBERED.match(title.text) is not None:
        return True
    is_of_somebody = mark.asker is not None
    if is_of_somebody or not title.is_heading:
        return True
    if title.part.is_titled or title.part.kind is PartKind.TALK:
        return True
    return is_answered_soon(title.blocks, title.index)


def _goes_on(title: AskingTitle) -> bool:
    """Whether a title's number goes on that of the question above it: 「3-1.」 below 「3.」."""
    if title.part.kind is not PartKind.ANSWERS:
        return False
    number = _SUBNUMBER.match(title.text)
    asked = _NUMBER.match(title.part.title)
    if number is None or asked is None:
        return False
    return number[1] == asked[1]


def rule_of_title(title: AskingTitle) -> str | None:
    """The rule by which a title without a mark is a question, if it is one.

    A heading with a question mark is a title, a bold line is what the note goes on to answer.
    """
    text = title.text
    if title.part.is_titled or _goes_on(title):
        is_asked = asks(text) or invites(text)
        if is_asked:
            return "title"
    if title.part.kind is PartKind.TALK and asks_outright(text):
        return "talk"
    level = title.block.level
    if not title.is_heading:
        if asks_in_bold(text):
            return "study"
    elif title.lists.is_asked_title(text, level):
        return "list"
    is_answered = is_answered_title(text, title.blocks, title.index)
    return "study" if is_answered else None
