"""Which rows ask that have no mark, by the part of the note that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from campnotes.parsing.blocks import Block, has_list_below
from campnotes.parsing.questions.asking import (
    asks,
    asks_back,
    asks_indirectly,
    asks_outright,
    asks_somebody,
    asks_under_title,
    asks_why_indirectly,
    is_curious,
    is_written_so,
)
from campnotes.parsing.questions.found import AskedRow
from campnotes.parsing.questions.lists import AskingLists
from campnotes.parsing.questions.parts import (
    OpenQuestion,
    Part,
    PartKind,
    Speaker,
    is_answered_next,
    is_asked_below_title,
    is_replied_to,
)
from campnotes.parsing.questions.study import is_answered_below, is_studied


class Row(Struct, frozen=True):
    """A row of a block, without spaces around it; `index` is the block's among those of the note."""

    text: str
    line: int
    block: Block
    index: int

    @property
    def is_first(self) -> bool:
        """Whether its block begins with it."""
        return self.line == self.block.line

    def asked(self, rule: str, *, listed: bool = False) -> AskedRow:
        """The row as a question."""
        return AskedRow(self.text, self.line, rule, listed=listed)


class Around(Struct, frozen=True):
    """Where in a note a row stands: among which blocks and lists, in which part, in whose words.

    `names_speakers` tells that one of those whose words were told so far certainly is a person.
    """

    blocks: Sequence[Block]
    lists: AskingLists
    part: Part
    speaker: Speaker | None
    names_speakers: bool

    def has_list_below(self, row: Row) -> bool:
        """Whether a list stands in the item of a row."""
        return has_list_below(self.blocks, row.index)


def asked_in_part(row: Row, around: Around) -> AskedRow | None:
    """The question that a row without a mark is in its part of the note, if it is one."""
    blocks = around.blocks
    match around.part.kind:
        case PartKind.TITLED:
            return _asked_under_title(row, around)
        case PartKind.BELOW_TITLED if is_asked_below_title(row.text, blocks, row.index):
            around.part.note_item(row.block)
            return row.asked("title")
        case PartKind.ANSWERS if is_answered_below(row.text, blocks, row.index):
            return row.asked("study")
        case PartKind.ANSWERS if around.lists.asks_further(row.text, row.index):
            return row.asked("list")
        case PartKind.BACKGROUND if asks_outright(row.text):
            return row.asked("talk")
        case PartKind.TALK if _asks_in_talk(row, around):
            return row.asked("talk")
        case PartKind.PROSE if is_studied(row.text, blocks, row.index):
            return row.asked("study")
    return None


def asks_below(row: Row, opened: OpenQuestion, around: Around) -> bool:
    """Whether a row below a question is another one, and no answer to it.

    Among named people it asks back; in talk, it asks somebody and is replied to itself. Under 「질문」,
    what the question only stands above is asked, and what its author says to wonder.
    """
    if not row.is_first:
        return False
    is_reply = opened.is_above(row.block) and row.block.leads
    if is_reply and _asks_in_reply(row, around):
        return True
    part = around.part
    if not part.is_titled:
        return False
    if opened.is_over(row.block) and (asks(row.text) or asks_indirectly(row.text)):
        opened.is_topic = True
        part.asks = True
        part.go_deeper(row.block)
        return True
    if not is_reply:
        return False
    if not is_curious(row.text) and not asks_why_indirectly(row.text):
        return False
    # What only stands above it is a topic, if nobody's name is.
    part.asks = part.asks or around.speaker is None
    return True


def _asks_in_reply(row: Row, around: Around) -> bool:
    is_answered = around.has_list_below(row)
    if around.names_speakers and asks_back(row.text, is_answered=is_answered):
        return True
    is_talk = around.part.kind is PartKind.TALK
    return is_talk and is_answered and asks_outright(row.text)


def _asked_under_title(row: Row, around: Around) -> AskedRow | None:
    """The question that a row under 「질문」 is: an item of its list, or what asks or is answered."""
    part = around.part
    block = row.block
    is_written = is_written_so(row.text)
    if row.is_first and part.is_among_topics(block) and is_written:
        return row.asked("title")
    if row.is_first and _is_listed(block, part, around.speaker):
        part.asks = part.asks or is_written
        return row.asked("title", listed=not is_written)
    if block.depth:
        return None
    if not asks_under_title(row.text) and not is_answered_next(around.blocks, row.index):
        return None
    # The list below such a question is its answer.
    part.note_list(block)
    return row.asked("title")


def _is_listed(block: Block, part: Part, speaker: Speaker | None) -> bool:
    """Whether a block is an item of the list under the title, or of a person's list in it."""
    if not block.leads:
        return False
    part.note_list(block)
    if speaker is None or speaker.items == block.items:
        return part.lists(block)
    return speaker.says(block)


def _asks_in_talk(row: Row, around: Around) -> bool:
    """Whether a row of talk asks; a reply to what a person said has to ask back."""
    # Where nobody is certainly named, a word may be a topic, below which anything may be asked.
    speaker = around.speaker if around.names_speakers else None
    is_reply = speaker is not None and not speaker.says(row.block)
    if is_reply:
        is_answered = around.has_list_below(row)
        return asks_back(row.text, is_answered=is_answered)
    if asks_somebody(row.text):
        return True
    return is_replied_to(row.text, around.blocks, row.index)
