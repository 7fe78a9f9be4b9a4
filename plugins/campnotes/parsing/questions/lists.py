"""Lists and titles most of which ask: sheets of questions for an interview, a quiz, a study group.

What one row alone doesn't show, those beside it do: 「트리에 대해 설명해 주세요.」 is a question among
others, and so is 「트리의 장점은?」 with its answer behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.questions.asking import asks, asks_politely, ends_with_question_mark
from campnotes.parsing.questions.stating import invites
from campnotes.parsing.questions.study import is_answered_title, leads_on
from campnotes.patterns import regex

FEWEST = 3  # that ask, for a list to be one of questions
FEWEST_OF_ALL = 2  # if all of its items ask
FEWEST_ANSWERED = 2  # titles that ask and below which an answer is called so
_DEFINES = regex(r"이?란\s?[?？]\W{0,5}$")
# What stands behind a question mark at the end of a row, or of what is bold or linked there.
_ENDS_OF_QUESTIONS = ("?\n", "?\r", "? ", "?*", "?_", "?]", "?<", "?~", "?(", "?)", "？")
# A list's place: the heading above it, the item around it, and whether it is numbered.
_Group = tuple[int, tuple[int, ...], bool]
_WHOLE_NOTE = -1  # in the place of a heading: all lists of a note on one depth


class AskingLists:
    """The lists of a note's blocks of which most items ask, and the levels of titles that do."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._headings: Sequence[int] = ()
        self._inviting: set[int] = set()
        self._groups = self._asking_groups()
        self._levels = _asking_levels(blocks)

    def invites(self, block: Block) -> bool:
        """Whether a block is an item of such a list that may ask without a question mark."""
        return block.line in self._inviting

    def is_asked(self, row: str, index: int) -> bool:
        """Whether a row of an item is a question, by those beside it or around it.

        It asks politely, or its answer stands behind it in the item.
        """
        if not self._groups:
            return False
        block = self._blocks[index]
        if not block.leads or not row or not block.text.lstrip().startswith(row):
            return False
        if leads_on(row) or not self._is_among_questions(index):
            return False
        if invites(row) or (asks(row) and asks_politely(row)):
            return True
        # 「나무란?」 is the title of what a tree is.
        is_open = ends_with_question_mark(row) and _DEFINES.search(row) is None
        return is_open and self._is_told(index)

    def asks_further(self, row: str, index: int) -> bool:
        """Whether an item below a question that is a title asks, as most others beside it do."""
        if not self._groups:
            return False
        block = self._blocks[index]
        if not block.leads or not ends_with_question_mark(row):
            return False
        section, _ = self._groups_of(index)
        return section in self._groups

    def is_asked_title(self, text: str, level: int) -> bool:
        """Whether a title is a question, since those of its level ask and are answered."""
        if level not in self._levels:
            return False
        return _asks_or_invites(text)

    def _is_among_questions(self, index: int) -> bool:
        groups = self._groups_of(index)
        if not self._groups.isdisjoint(groups):
            return True
        # What is nested in a question's item may be a further one.
        block = self._blocks[index]
        around = block.items[:-1]
        if not around:
            return False
        outer = around[:-1]
        return any(group[1] == outer for group in self._groups)

    def _is_told(self, index: int) -> bool:
        """Whether more stands in an item than its first row."""
        block = self._blocks[index]
        text = block.text.lstrip()
        if "\n" in text:
            return True
        behind = index + 1
        inner = self._blocks[behind : behind + 1]
        return any(other.is_within(block.items) for other in inner)

    def _groups_of(self, index: int) -> tuple[_Group, _Group]:
        block = self._blocks[index]
        around = block.items[:-1]
        above = self._headings[index]
        section = (above, around, block.ordered)
        whole = (_WHOLE_NOTE, around, block.ordered)
        return section, whole

    def _asking_groups(self) -> frozenset[_Group]:
        leading = []
        found = []
        for index, block in enumerate(self._blocks):
            if not block.leads or block.kind is not BlockKind.PARAGRAPH:
                continue
            leading.append(index)
            text = block.text.strip()
            first, _, _ = text.partition("\n")
            if _asks_or_invites(first):
                found.append(index)
        # Most notes list no questions.
        if len(found) < FEWEST_OF_ALL:
            return frozenset()
        self._headings = _heading_above(self._blocks)
        items: Counter[_Group] = Counter()
        asking: Counter[_Group] = Counter()
        for index in leading:
            groups = self._groups_of(index)
            items.update(groups)
        for index in found:
            groups = self._groups_of(index)
            asking.update(groups)
        for index in found:
            block = self._blocks[index]
            if "?" not in block.text:
                self._inviting.add(block.line)
        return frozenset(group for group in asking if _mostly(asking[group], items[group]))


def may_list_questions(text: str) -> bool:
    """Whether there may be a list of questions in a note's text, as there is in few."""
    if "세요" in text or "시오" in text:
        return True
    # Most question marks are those of addresses.
    marks = 0
    for ending in _ENDS_OF_QUESTIONS:
        marks += text.count(ending)
    return marks >= FEWEST_OF_ALL


def _mostly(asking: int, of: int) -> bool:
    if asking == of:
        return asking >= FEWEST_OF_ALL
    return asking >= FEWEST and 3 * asking >= 2 * of


def _asks_or_invites(row: str) -> bool:
    if "?" not in row and "？" not in row:
        is_polite = row.endswith("요") and asks_politely(row)
        return is_polite or invites(row)
    return ends_with_question_mark(row) or invites(row)


def _heading_above(blocks: Sequence[Block]) -> list[int]:
    """For each block, the index of the heading above it."""
    above = 0
    headings = []
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            above = index
        headings.append(above)
    return headings


def _asking_levels(blocks: Sequence[Block]) -> frozenset[int]:
    """The levels on which most titles ask, and some politely or with an answer that is called so."""
    if not any(block.level and "?" in block.text for block in blocks):
        return frozenset()
    titles: Counter[int] = Counter()
    asking: Counter[int] = Counter()
    answered: Counter[int] = Counter()
    polite: Counter[int] = Counter()
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        titles[block.level] += 1
        if _asks_or_invites(block.text):
            asking[block.level] += 1
            answered[block.level] += is_answered_title(block.text, blocks, index)
            polite[block.level] += asks_politely(block.text)
    found = set()
    for level, count in asking.items():
        # A heading that wonders is a title: 「왜 쓸까?」. 「왜 쓰나요?」 is asked of somebody.
        is_asked = answered[level] >= FEWEST_ANSWERED or polite[level] >= FEWEST
        if is_asked and _mostly(count, titles[level]):
            found.add(level)
    return frozenset(found)


NO_LISTS = AskingLists(())
