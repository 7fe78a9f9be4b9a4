"""The table of contents that an author wrote by hand (목차).

Two recognisers find it: a title that says so, with a list below it; or a list at the top of the
note whose items are all links to anchors. An entry is one item of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from campnotes.parsing.blocks import Block, BlockKind

_TITLE = re.compile(
    r"^[\W_]*(?:\d+[.)]\s*)?(?:목\s*차|차\s*례|인덱스|목록|table\s+of\s+contents?|contents?|toc|index|"
    r"outline|agenda|오늘의\s*목차|강의\s*목차|전체\s*목차)"
    r"(?:\s*[(\[（].{0,30}[)\]）])?[\W_]*$",
    re.IGNORECASE,
)
MIN_UNTITLED_ENTRIES = 2
MAX_UNTITLED_LINE = 40  # an untitled list of links further down is no contents


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents: its 1-based line, text, and the anchor it points at.

    `anchor` is percent-decoded and without `#`; `None` for an entry that is bare text. `depth` is
    how deep it is nested, from 1.
    """

    line: int
    text: str
    anchor: str | None
    depth: int


def read_contents(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """The entries of a note's contents, in order; of several contents, of all of them."""
    entries: list[Entry] = []
    position = 0
    while position < len(blocks):
        if not is_contents_title(blocks[position]):
            position += 1
            continue
        below = list(_list_below(blocks, position + 1))
        found = [e for block in below for e in _entries(block, pointing_only=False)]
        if any(e.anchor is not None for e in found) or _names_headings(found, blocks):
            entries += found
        position += len(below) + 1
    return tuple(entries) or tuple(_untitled(blocks))


def is_contents_title(block: Block) -> bool:
    """Whether a block is the title of a contents: a heading, a bold line, a summary, 「목차」."""
    if block.aside or block.kind in {BlockKind.CODE, BlockKind.ROW, BlockKind.RULE}:
        return False
    first = block.text.strip().split("\n")[0] if block.text.strip() else ""
    return _TITLE.match(first) is not None


def _list_below(blocks: Sequence[Block], start: int) -> Iterator[Block]:
    """The blocks that may hold entries: those of the first lists after the title."""
    in_list = False
    title_depth = blocks[start - 1].depth
    for block in blocks[start:]:
        if block.kind is BlockKind.HEADING:
            return
        if block.depth > title_depth:
            in_list = True
        elif block.kind is BlockKind.ROW and not in_list:
            pass  # a contents may be a table
        elif in_list or (not _points(block) and block.kind is not BlockKind.HTML):
            # What follows the list, or text before it, ends the contents; a paragraph of links
            # is a list written without marks.
            return
        yield block


def _points(block: Block) -> bool:
    return any(link.url.startswith("#") for link in block.links)


def _entries(block: Block, *, pointing_only: bool) -> Iterator[Entry]:
    pointing = [link for link in block.links if link.url.startswith("#") and not link.image]
    depth = max(block.depth, 1)
    if pointing:
        for link in pointing:
            text = link.text or block.text.strip()
            yield Entry(link.line, " ".join(text.split()), unquote(link.url[1:]), depth)
    elif not pointing_only and block.leads and not block.links:
        text = " ".join(block.text.split("\n")[0].split())
        if text:
            yield Entry(block.line, text, None, depth)


def _names_headings(entries: Sequence[Entry], blocks: Sequence[Block]) -> bool:
    """Whether bare entries are contents: at least half of them are headings further down."""
    headings = {_plain(b.text) for b in blocks if b.kind is BlockKind.HEADING}
    known = sum(any(_plain(e.text) in h or h in _plain(e.text) for h in headings if h and
                    _plain(e.text)) for e in entries)  # fmt: skip
    return bool(entries) and 2 * known >= len(entries)


def _plain(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalpha())


def _untitled(blocks: Sequence[Block]) -> Iterator[Entry]:
    """A list near the top all of whose items point at anchors needs no title."""
    run: list[Entry] = []
    for block in blocks:
        if block.line > MAX_UNTITLED_LINE and not run:
            return
        found = list(_entries(block, pointing_only=True)) if block.depth else []
        if found:
            run += found
        elif run:
            break
    if len(run) >= MIN_UNTITLED_ENTRIES:
        yield from run
