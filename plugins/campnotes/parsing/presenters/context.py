"""What is around a block: whether it lies in a peer session, and the head of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campnotes.parsing.blocks import Block, BlockKind

BELOW_HEADINGS = 7  # the level of a bold line that stands for a heading

_SESSION_TITLE = re.compile(
    r"피어\s*(?:세션|리뷰|섹션)|peer[\s-]*(?:session|review|meeting|learning)?\b|스터디|study\s*(?:group|session)|"
    r"발표|세미나|seminar|presentations?|(?:팀|조별)\s*(?:회의|미팅|세션|활동)|team\s*(?:session|meeting)|"
    r"tech\s*talk|lightning\s*talk",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BlockInContext:
    """A block of a note with what is around it.

    `table_head` is the header row of its table, `outside` the last block before it in no list.
    """

    blocks: Sequence[Block]
    index: int
    in_session: bool
    table_head: Block | None
    outside: Block | None = None

    @property
    def block(self) -> Block:
        """The block itself."""
        return self.blocks[self.index]


def blocks_in_context(blocks: Sequence[Block]) -> Iterator[BlockInContext]:
    """See each block of a note in its context.

    A peer session begins at a title that says so (`## 피어세션`) and ends at the next heading of
    its level or above.
    """
    session_level: int | None = None
    table_head: Block | None = None
    outside: Block | None = None
    for index, block in enumerate(blocks):
        session_level = _session_level(block, session_level)
        table_head = _table_head(block, table_head)
        yield BlockInContext(
            blocks=blocks,
            index=index,
            in_session=session_level is not None,
            table_head=table_head,
            outside=outside,
        )
        if not block.depth:
            outside = block


def _session_level(block: Block, before: int | None) -> int | None:
    """The level of the session that a block stands in, if any; `before` is that of the last one."""
    level = block.level or BELOW_HEADINGS
    if before is not None:
        ends = block.kind is BlockKind.HEADING and level <= before
        if not ends:
            return before
    if is_title(block) and _SESSION_TITLE.search(block.text):
        return level
    return None


def _table_head(block: Block, before: Block | None) -> Block | None:
    if block.kind is not BlockKind.ROW:
        return None
    if block.header:
        return block
    return before


def is_title(block: Block) -> bool:
    """Whether a block stands above others: a heading, or a bold line outside of lists."""
    if block.kind is BlockKind.HEADING:
        return True
    return block.strong and not block.depth


def first_row(block: Block) -> str:
    """The first line of a block's text, with single spaces."""
    text = block.text.strip()
    first, _, _ = text.partition("\n")
    words = first.split()
    return " ".join(words)
