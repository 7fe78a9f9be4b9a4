"""A note as a flat run of blocks, the form in which the recognisers read it.

Tokens nest; what authors mean by them mostly doesn't. A recogniser asks: what stands on this line,
is it a heading, how deep in a list is it, what comes next?
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from campnotes.markdown.html_tables import HtmlRow
from campnotes.parsing.links import Link


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ROW = "row"
    CODE = "code"
    HTML = "html"
    RULE = "rule"


class Block(Struct, frozen=True):
    """One block of a note.

    `line` is the 1-based line of the file on which it begins; line `n` of `text` stands on
    `line + n`. `items` are the numbers of the list items around it, outermost first. `leads` tells
    that it is the first block of its item, whose list has the sign `marker`. A table's row has
    `cells`; `header` marks its head; HTML has the `rows` of its tables. `aside` marks what GitHub shows
    at the foot of the page (footnotes).
    """

    kind: BlockKind
    line: int
    text: str
    level: int = 0
    items: tuple[int, ...] = ()
    leads: bool = False
    ordered: bool = False
    marker: str = ""
    cells: tuple[str, ...] = ()
    header: bool = False
    strong: bool = False
    aside: bool = False
    links: tuple[Link, ...] = ()
    rows: tuple[HtmlRow, ...] = ()

    @property
    def depth(self) -> int:
        """How many list items it stands in."""
        return len(self.items)

    @property
    def is_title(self) -> bool:
        """Whether it stands above others: a heading, or a bold line outside of lists."""
        if self.kind is BlockKind.HEADING:
            return True
        return self.strong and not self.depth

    @property
    def whole_text(self) -> str:
        """Its text on one line, with single spaces."""
        words = self.text.split()
        return " ".join(words)

    @property
    def first_row(self) -> str:
        """The first line of its text, with single spaces."""
        return _first_row(self.text)

    def is_within(self, items: tuple[int, ...]) -> bool:
        """Whether it stands in an item of a list, which is told by the items around it and its own."""
        around = self.items[: len(items)]
        return around == items

    def is_inside(self, items: tuple[int, ...]) -> bool:
        """Whether it stands in an inner list of an item."""
        is_deeper = self.depth > len(items)
        return is_deeper and self.is_within(items)

    def is_item_of(self, items: tuple[int, ...]) -> bool:
        """Whether it begins an item of the list right in an item."""
        around = self.items[:-1]
        return self.leads and around == items


# What leads a list is asked for once for each of its items.
@lru_cache(maxsize=256)
def _first_row(text: str) -> str:
    first, _, _ = text.strip().partition("\n")
    words = first.split()
    return " ".join(words)


def spread_rows(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the rows of HTML tables as blocks of their own, behind the table."""
    spread: list[Block] = []
    for block in blocks:
        spread.append(block)
        spread += [_as_block(row, block) for row in block.rows]
    return spread


def _as_block(row: HtmlRow, table: Block) -> Block:
    lines = range(row.line, row.last_line + 1)
    links = [link for link in table.links if link.line in lines]
    return replace(
        table,
        kind=BlockKind.ROW,
        line=row.line,
        text=" | ".join(row.cells).replace("\n", " "),
        leads=False,
        cells=row.cells,
        header=row.header,
        links=tuple(links),
        rows=(),
    )


def has_list_below(blocks: Sequence[Block], index: int) -> bool:
    """Whether a list is nested in the item that the block at an index begins."""
    behind = index + 1
    if behind >= len(blocks):
        return False
    return blocks[behind].is_inside(blocks[index].items)
