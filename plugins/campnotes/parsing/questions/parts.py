"""The parts of a note between which it differs what a question mark says."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field

from campnotes.parsing.blocks import Block, BlockKind, has_list_below
from campnotes.parsing.names import is_certain_name
from campnotes.parsing.questions.askers import read_speaker
from campnotes.parsing.questions.asking import asks, asks_anyhow, asks_openly, opens_answer
from campnotes.parsing.questions.marks import Asked, read_mark
from campnotes.parsing.questions.stating import invites, states
from campnotes.parsing.questions.titles import (
    ends_as_title,
    is_answer_title,
    is_plan,
    is_talk,
    may_be_title,
    speaks_of_asking,
)
from campnotes.patterns import regex

BOLD_LEVEL = 7  # that of a bold line which stands for a heading; of an item, one more
ITEM_LEVEL = 8
NO_TITLE = 9
MOST_BLOCKS_TO_ANSWER = 12
MOST_ROWS_OF_CODE = 40  # among which an answer begins
LONGEST_LABEL = 40  # characters of a name with what stands around it
LONGEST_WORD = 16  # characters of what a list is about
_OF_LIST = regex(r"질문\s?(?:사항|내용)?\s?(?:들|목록|리스트|모음|정하기)|質問一覧")
# A mark of sentences, or the end of a verb in Japanese.
_ENDS_AS_SENTENCE = regex(r"[。.!！?？]|[ぁ-ん]\W{0,4}$")


class PartKind(StrEnum):
    """What a question mark says in a part of a note."""

    PROSE = "prose"  # hardly anything: 「왜 빠를까?」 leads on to the explanation
    TALK = "talk"  # that somebody asks
    TITLED = "titled"  # under 「질문」: every item of the list is a question, and what asks
    BELOW_TITLED = "below-titled"  # under a heading below that: what asks
    ANSWERS = "answers"  # under a question, or 「답변」: nothing
    BACKGROUND = "background"  # under 「안건을 올린 이유」: hardly anything, it is asked later
    PLAN = "plan"  # under 「다음」, what is to be read: nothing


# What holds for the parts below, too.
_LASTING = frozenset({PartKind.ANSWERS, PartKind.PLAN})
_TITLED = frozenset({PartKind.TITLED, PartKind.BELOW_TITLED})


class Part(Struct):
    """A part of a note from a title on, which may be a heading, a bold line, or a list's item.

    That of an item are its `items`, and the `marker` of its list.

    `depth` and `ordered` are those of its first list, whose items are questions under 「질문」. `asks`
    tells that one of them is written as one. `asker` is whose questions they are, by the title.
    """

    kind: PartKind
    level: int
    title: str = ""
    items: tuple[int, ...] = ()
    marker: str = ""
    depth: int | None = None
    ordered: bool = False
    asks: bool = False
    asker: str | None = None

    @property
    def is_titled(self) -> bool:
        """Whether it stands under 「질문」."""
        return self.kind in _TITLED

    @property
    def lists_all(self) -> bool:
        """Whether its title says that all of its list are questions: 「질문 목록」."""
        return _OF_LIST.search(self.title) is not None

    def holds(self, block: Block) -> bool:
        """Whether a block stands below the title, if no other title came.

        What follows an item with another sign is below it, too: 「3. Q&A」 and then 「- …」.
        """
        if block.is_within(self.items):
            return True
        is_outermost = len(self.items) == 1
        if not block.depth:
            return is_outermost
        is_beside = block.is_item_of(self.items[:-1])
        if is_beside:
            return block.marker != self.marker
        return is_outermost and block.depth > 1

    def note_list(self, block: Block) -> None:
        """Keep in mind the first list under the title."""
        if self.depth is None:
            self.go_deeper(block)

    def note_item(self, block: Block) -> None:
        """Keep in mind the list of a question, if it is the first and stands in one."""
        if block.leads:
            self.note_list(block)

    def go_deeper(self, block: Block) -> None:
        """Take the list below a topic for that of the questions."""
        self.depth = block.depth
        self.ordered = block.ordered

    def is_among_topics(self, block: Block) -> bool:
        """Whether an item stands where the topics do, below which the questions are listed."""
        depth = self.depth
        if depth is None or not block.leads:
            return False
        return block.depth < depth

    def lists(self, block: Block) -> bool:
        """Whether a block is an item of that list.

        Under numbered questions, a list without numbers is an answer.
        """
        same_depth = block.depth == self.depth
        return same_depth and block.ordered == self.ordered


class OpenQuestion(Struct):
    """A question, as long as what follows it may be its answer.

    One that is only `listed` is none after all

    - if others of its list are written as questions,
    - if it is a topic, below which the questions are listed,
    - or if it states something, and nobody answers it.
    """

    line: int
    text: str
    asker: str | None
    rule: str
    part: Part
    items: tuple[int, ...]
    listed: bool = False
    answers: list[int] = field(default_factory=list)
    is_answered: bool = False  # by what `A.` begins
    is_topic: bool = False

    def is_above(self, block: Block) -> bool:
        """Whether a block stands in the question's own item of a list, below it."""
        if not self.items or not block.is_within(self.items):
            return False
        return block.depth > len(self.items) or not block.leads

    def may_be_answered_by(self, block: Block) -> bool:
        """Whether what isn't marked as an answer may be a part of it, up to the next question.

        It stands below the question; or behind one that was marked or stands under 「질문」, if it is
        no item of the same list.
        """
        if self.is_above(block):
            return True
        if self.rule == "talk":
            return False
        if not self.items:
            return True
        part = self.part
        return part.is_titled and part.holds(block) and not part.lists(block)

    @property
    def is_one(self) -> bool:
        """Whether it is a question after all."""
        if self.is_topic:
            return False
        if not self.listed:
            return True
        if self.part.ordered:
            return True
        if not self.answers and states(self.text):
            return False
        return not self.part.asks or self.part.lists_all

    def is_over(self, block: Block) -> bool:
        """Whether it only stands in a list, and a block is the first item of the list below it."""
        return block.leads and self.is_named_over(block)

    def is_named_over(self, block: Block) -> bool:
        """Whether it only stands in a list, and a block is the first of what stands in its item."""
        if not self.listed or self.answers:
            return False
        return self.is_above(block)


class Speaker(Struct, frozen=True):
    """An item of a list that is a name, below which stands what that person said.

    `about` is the item of what was said last that is but a word for what is said below it.
    """

    items: tuple[int, ...]
    name: str
    about: tuple[int, ...] = ()

    def says(self, block: Block) -> bool:
        """Whether a block is what the person said, and no reply to it."""
        is_about = bool(self.about) and block.is_inside(self.about)
        around = self.about if is_about else self.items
        return block.is_item_of(around)

    def goes_on(self, block: Block) -> Speaker:
        """The speaker, who says a block now."""
        if not block.is_item_of(self.items):
            return self
        about = block.items if _is_word(block.text) else ()
        if about == self.about:
            return self
        return Speaker(self.items, self.name, about)


def _is_word(text: str) -> bool:
    """Whether a text is but a word for what is told below it: 「`for-of` 문」."""
    if len(text) > LONGEST_WORD or states(text):
        return False
    return _ENDS_AS_SENTENCE.search(text) is None


def part_kind(text: str, mark: Asked | None, around: PartKind) -> PartKind:
    """What kind of part a title begins that may have the mark of a question."""
    if ends_as_title(text):
        return PartKind.TITLED
    if may_be_title(text):
        return PartKind.BELOW_TITLED
    if mark is not None or is_answer_title(text):
        return PartKind.ANSWERS
    if is_plan(text):
        return PartKind.PLAN
    if around in _LASTING:
        return around
    if speaks_of_asking(text):
        return PartKind.BELOW_TITLED
    if around in _TITLED:
        return PartKind.ANSWERS if asks(text) else PartKind.BELOW_TITLED
    return PartKind.TALK if is_talk(text) else around


def part_below(title: str, kind: PartKind, level: int, around: Part) -> Part:
    """The part below a title. Under 「질문」, a person's name is that of who asks all that is below it."""
    asker = read_speaker(title) if around.is_titled else None
    if asker is not None and is_certain_name(asker):
        kind = PartKind.TITLED
    return Part(kind, level, title, asker=asker)


def level_of(block: Block) -> int:
    """The level of a block as a title; that of what is none lies below all."""
    if block.kind is BlockKind.HEADING:
        return block.level
    if not block.strong or block.items:
        return NO_TITLE
    return NO_TITLE if "\n" in block.text else BOLD_LEVEL


def may_speak(block: Block) -> bool:
    """Whether a block may be the title of a part, or the name of whose words stand below it."""
    if block.strong:
        return True
    return block.leads and len(block.text) <= LONGEST_LABEL


def believes(mark: Asked, part: Part, blocks: Sequence[Block]) -> bool:
    """Whether a mark is one: a bare `Q` asks, is answered by an `A` in these blocks, or stands in talk."""
    asks_itself = bool(mark.text) and (asks_anyhow(mark.text) or invites(mark.text))
    if mark.sure or asks_itself:
        return True
    if part.kind in {PartKind.TITLED, PartKind.TALK} and not mark.bare:
        return True
    return any(map(_has_answer, blocks))


def heads_list(text: str, part: Part, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item under 「질문」 is the title of the list below it: 「CNN 관련 질문」."""
    if not part.is_titled or read_mark(text) is not None:
        return False
    return has_list_below(blocks, index)


def marked_in_code(blocks: Sequence[Block], index: int) -> Asked | None:
    """The mark with which a text set as code begins, if it asks and is answered in it or behind it."""
    code = blocks[index]
    text = code.text.strip()
    first, _, _ = text.partition("\n")
    mark = read_mark(first)
    if mark is None or not mark.text:
        return None
    if not asks_anyhow(text):
        return None
    behind = index + 1
    for block in blocks[behind : behind + 1]:
        if _has_answer(block):
            return mark
    for row in text.split("\n", MOST_ROWS_OF_CODE):
        if opens_answer(row.strip()):
            return mark
    return None


def is_answered_soon(blocks: Sequence[Block], index: int) -> bool:
    """Whether an answer begins below a title with a mark, before the next one: `#### A`."""
    behind = index + 1
    for block in blocks[behind : behind + MOST_BLOCKS_TO_ANSWER]:
        if _has_answer(block):
            return True
        if block.kind is BlockKind.HEADING:
            return False
    return False


def is_asked_below_title(row: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a row below 「질문」 asks, or the next block answers it: `A: …`."""
    if asks(row) or invites(row):
        return True
    if blocks[index].leads and asks_openly(row):
        return True
    return is_answered_next(blocks, index)


def is_answered_next(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block behind the one at an index begins an answer."""
    behind = index + 1
    return any(map(_has_answer, blocks[behind : behind + 1]))


def is_replied_to(row: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item of an outermost list asks, if only by its mark, and a list below it replies."""
    block = blocks[index]
    if not block.leads or block.depth != 1:
        return False
    return asks(row) and has_list_below(blocks, index)


def _has_answer(block: Block) -> bool:
    """Whether one of the first rows of a block begins an answer."""
    rows = block.text.split("\n", 3)
    return any(opens_answer(row.strip()) for row in rows)


def is_other_title(row: str, block: Block, part: Part) -> bool:
    """Whether a row is nothing but a link, as another page's title.

    Under 「Questions」, `[What is …?](#1)` leads to where this note answers.
    """
    if not is_link(row, block):
        return False
    is_within_note = all(link.url.startswith("#") for link in block.links)
    return not (part.kind is PartKind.TITLED and is_within_note)


def is_link(row: str, block: Block) -> bool:
    """Whether a row is nothing but a link, maybe behind a name: its text is another page's title."""
    if not block.links:
        return False
    _, _, behind_name = row.rpartition(" : ")
    texts = [link.text.strip() for link in block.links]
    return row in texts or behind_name in texts
