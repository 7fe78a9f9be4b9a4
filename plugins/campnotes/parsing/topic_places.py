"""Where the topic stands that a named presenter presents."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.presenters import Claim, is_label
from campnotes.parsing.presenters.label_words import tells_no_topic
from campnotes.parsing.presenters.purposes import purpose_of
from campnotes.patterns import regex

# How many blocks after a presenter's label, and before it, may announce the topic.
BLOCKS_AFTER = 3
BLOCKS_BEFORE = 2

LONGEST_BELOW = 80  # characters of a text that stands for a topic
_TELLING = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})

_TOPIC_LABEL = regex(
    r"^[\W_]*(?:발표\s*)?"
    r"(?:(?:発表|分享|演讲|演講|报告|報告|汇报|直播|本期|本次)?"
    r"(?:テーマ|タイトル|題目|主题|主題|題名|题目|话题|話題|议题|議題|演题|演題)|주제|제목|topic|title|subject)"
    r"[*_`\s]*[:：\-][*_`\s]*(?P<topic>.+)$",
    re.IGNORECASE,
)
# The same behind the presenter on one line: `발표자: 윤서진 / 주제: 인덱스`.
_BEHIND_NAMES = regex(
    r"^.{1,60}?[/|,\s]\s*(?:발표\s*)?(?:주제|제목|topic|title|主题|主題|テーマ)\s*[:：]\s*(?P<topic>.+)$",
    re.IGNORECASE,
)


class TopicPlace(Struct, frozen=True):
    """A topic: the index of the block in which it stands, and its text."""

    block: int
    text: str


class Above(Struct, frozen=True):
    """What blocks may stand under, by index: titles in order, and list items by what they are in."""

    titles: Sequence[int] = ()
    items: Mapping[tuple[int, ...], int] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Above:
        """What the blocks of a note may stand under."""
        titles = []
        items = {}
        for index, block in enumerate(blocks):
            if block.is_title:
                titles.append(index)
            if block.leads:
                items[block.items] = index
        return cls(titles, items)

    def item(self, block: Block) -> int | None:
        """The list item in whose list a block stands, if it stands in an inner one."""
        # What follows in an item stands under its own beginning.
        if block.depth and not block.leads:
            return self.items.get(block.items)
        if block.depth <= 1:
            return None
        return self.items.get(block.items[:-1])

    def title(self, block: Block, at: int) -> int | None:
        """The last title before a block that may stand under one."""
        is_text = block.kind in {BlockKind.PARAGRAPH, BlockKind.ROW}
        if not is_text and block.depth != 1:
            return None
        before = bisect_left(self.titles, at)
        return self.titles[before - 1] if before else None


def is_topic_label(text: str) -> bool:
    """Whether a text says `주제: …`."""
    match = _TOPIC_LABEL.match(text)
    return match is not None


def find_topic(blocks: Sequence[Block], claim: Claim, above: Above) -> TopicPlace:
    """Find the topic of a claim. It is the first that there is of

    - the one in the claim's own block: `### 9강 (전준영)`; a mere name is told by what is below it,
    - the first line of a list item that names somebody further down,
    - one that a label near it announces: `주제: 인덱스`,
    - the list item or the title above it,
    - the block itself.
    """
    if claim.topic is not None:
        return _own_topic(blocks, claim, claim.topic, above)
    block = blocks[claim.block]
    if _is_behind_its_topic(block, claim):
        return TopicPlace(claim.block, block.first_row)
    announced = _find_announced(blocks, claim.block)
    if announced is not None:
        return announced
    index = _above(blocks, claim.block, above)
    if index is None and tells_no_topic(block.text):
        index = _title_around(blocks, claim.block)
    if index is None:
        index = _title_or_own(blocks, claim)
    text = blocks[index].first_row
    # A label that is a heading (`### 발표자: 윤서진`) has its topic below it.
    if index == claim.block and block.kind is BlockKind.HEADING:
        text = text_below(blocks, index) or text
    # Of several items with dates, each tells of a presentation of its own.
    is_own = bool(claim.written_date) and block.leads
    return TopicPlace(claim.block if is_own else index, text)


def _above(blocks: Sequence[Block], at: int, above: Above) -> int | None:
    """The list item or the title above a block, unless it is but a label, which tells no topic."""
    block = blocks[at]
    index = above.item(block)
    if index is None:
        index = above.title(block, at)
    if index is None or not tells_no_topic(blocks[index].text):
        return index
    if blocks[index].depth:
        return _above(blocks, index, above)
    return _title_around(blocks, index)


def _title_around(blocks: Sequence[Block], at: int) -> int | None:
    """The title in whose part a label stands that is a title itself."""
    level = blocks[at].level
    for index in range(at - 1, -1, -1):
        title = blocks[index]
        is_around = title.is_title and (not level or 0 < title.level < level)
        if is_around:
            return index
    return None


def _title_or_own(blocks: Sequence[Block], claim: Claim) -> int:
    """The title right above a heading that names somebody, or else the heading itself."""
    own = claim.block
    title = _title_right_above(blocks, claim)
    if title is None:
        return own
    return own - 1


def _own_topic(blocks: Sequence[Block], claim: Claim, topic: str, above: Above) -> TopicPlace:
    """The topic in a claim's own block; a mere name is told by what stands around it."""
    if not claim.is_named_after:
        return TopicPlace(claim.block, topic)
    around = above.item(blocks[claim.block])
    # Several names alone below an item are those who present it: 「- 코드 리뷰」.
    if len(claim.presenters) > 1 and around is not None:
        return TopicPlace(around, blocks[around].first_row)
    text = (
        _title_right_above(blocks, claim)
        or text_below(blocks, claim.block)
        or _text_above(blocks, claim.block, above)
        or topic
    )
    return TopicPlace(claim.block, text)


def _title_right_above(blocks: Sequence[Block], claim: Claim) -> str | None:
    """The title that stands right above a heading that is but a name: `## 인덱스`, `### 윤서진`.

    The session's own title is no topic, nor is one that says that there are presentations.
    """
    at = claim.block
    if at == 0:
        return None
    title = blocks[at - 1]
    session_level = claim.session_level or 0
    is_between = session_level < title.level < blocks[at].level
    text = title.first_row
    is_topic = is_between and purpose_of(text) is None
    return text if is_topic else None


def text_below(blocks: Sequence[Block], at: int) -> str | None:
    """The first short text that stands below a title which is but a name."""
    title = blocks[at]
    for index in range(at + 1, min(len(blocks), at + 1 + BLOCKS_AFTER)):
        block = blocks[index]
        is_inside = block.depth > title.depth or not title.depth
        if not is_inside or _ends_title(block, title):
            return None
        # Who presents says again what the title does.
        if is_label(block.text):
            continue
        text = block.first_row
        if text and block.kind in _TELLING:
            return text if len(text) <= LONGEST_BELOW else None
    return None


def _text_above(blocks: Sequence[Block], at: int, above: Above) -> str | None:
    """The title under which a list item stands that is but a name: 심화 발표."""
    block = blocks[at]
    if not block.depth:
        return None
    index = _above(blocks, at, above)
    return blocks[index].first_row if index is not None else None


def _ends_title(block: Block, title: Block) -> bool:
    if block.kind is not BlockKind.HEADING:
        return False
    return not title.level or block.level <= title.level


def _is_behind_its_topic(block: Block, claim: Claim) -> bool:
    """Whether a list item begins with its topic and names the presenter on a line of its own."""
    if not block.leads or is_topic_label(block.text.strip()):
        return False
    if tells_no_topic(block.text):
        return False
    first = min(person.line for person in claim.presenters)
    lines_between = first - block.line
    return 0 < lines_between <= BLOCKS_AFTER


def _find_announced(blocks: Sequence[Block], at: int) -> TopicPlace | None:
    for index in _nearby(blocks, at):
        rows = blocks[index].text.split("\n")
        for row in rows:
            match = _TOPIC_LABEL.match(row)
            if match is None and index == at:
                match = _BEHIND_NAMES.match(row)
            if match is None:
                continue
            # The presentation begins with whichever of the two labels comes first.
            first = min(index, at)
            text = match["topic"].strip()
            return TopicPlace(first, text)
    return None


def _nearby(blocks: Sequence[Block], at: int) -> Iterator[int]:
    """The blocks in which a label's topic may be announced: its own, those after it, before it."""
    behind = at + 1
    after = range(behind, behind + BLOCKS_AFTER)
    before = range(at - BLOCKS_BEFORE, at)
    # The topic may stand on another line of the label's own block.
    yield at
    yield from _beside(blocks, at, after)
    yield from _beside(blocks, at, reversed(before))


def _beside(blocks: Sequence[Block], at: int, indices: Iterable[int]) -> Iterator[int]:
    """Those of the blocks that stand in the same list, up to where another part begins."""
    around = blocks[at].items[:-1]
    for index in indices:
        is_in_note = 0 <= index < len(blocks)
        if not is_in_note:
            return
        block = blocks[index]
        if _begins_another_part(block):
            return
        if block.items[:-1] == around:
            yield index


def _begins_another_part(block: Block) -> bool:
    """Whether a block is another presenter's label, or a heading that isn't the topic itself."""
    if is_label(block.text):
        return True
    if block.kind is not BlockKind.HEADING:
        return False
    return not is_topic_label(block.text)
