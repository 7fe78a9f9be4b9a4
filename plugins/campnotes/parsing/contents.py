"""The table of contents that an author wrote by hand (목차).

Two recognisers find it: a title that says so, with a list below it; or a list at the top of the
note whose items are all links to anchors. An entry is one item of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
    """Read the entries of a note's contents, in order; of several contents, of all of them."""
    entries: list[Entry] = []
    position = 0
    while position < len(blocks):
        if not is_contents_title(blocks[position]):
            position += 1
            continue
        below = list(_list_below(blocks, position + 1))
        entries += _read_list(below, blocks)
        position += len(below) + 1
    return tuple(entries or _read_untitled(blocks))


def is_contents_title(block: Block) -> bool:
    """Whether a block is the title of a contents: a heading, a bold line, a summary, 「목차」."""
    if block.aside or block.kind in {BlockKind.CODE, BlockKind.ROW, BlockKind.RULE}:
        return False
    first = block.text.strip().partition("\n")[0]
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
        elif in_list:
            # What follows the list ends the contents.
            return
        elif not _may_stand_outside_lists(block):
            return
        yield block


def _may_stand_outside_lists(block: Block) -> bool:
    """Whether a block belongs to the contents even before or without a list.

    A contents may be a table, or a paragraph of links: a list written without marks. Other text
    before the list tells that there is none.
    """
    if block.kind in {BlockKind.ROW, BlockKind.HTML}:
        return True
    return any(link.url.startswith("#") for link in block.links)


def _read_list(below: Sequence[Block], blocks: Sequence[Block]) -> list[Entry]:
    """Read the entries below a title; nothing, if they point nowhere and name no headings."""
    entries: list[Entry] = []
    for block in below:
        entries += _pointing_entries(block) or _bare_entries(block)
    points = any(entry.anchor is not None for entry in entries)
    return entries if points or _names_headings(entries, blocks) else []


def _pointing_entries(block: Block) -> list[Entry]:
    """The entries that are links to anchors."""
    entries: list[Entry] = []
    for link in block.links:
        if link.image or not link.url.startswith("#"):
            continue
        text = link.text or block.text.strip()
        anchor = unquote(link.url[1:])
        entries.append(_entry(link.line, text, anchor, block))
    return entries


def _bare_entries(block: Block) -> list[Entry]:
    """The entry that is the bare text of a list's item."""
    first = block.text.split("\n")[0]
    if block.links or not block.leads or not first.strip():
        return []
    return [_entry(block.line, first, None, block)]


def _entry(line: int, text: str, anchor: str | None, block: Block) -> Entry:
    one_line = " ".join(text.split())
    return Entry(line=line, text=one_line, anchor=anchor, depth=max(block.depth, 1))


def _names_headings(entries: Sequence[Entry], blocks: Sequence[Block]) -> bool:
    """Whether bare entries are contents: at least half of them are headings of the note."""
    headings = {_letters(block.text) for block in blocks if block.kind is BlockKind.HEADING}
    headings.discard("")
    naming = [entry for entry in entries if _names_heading(entry, headings)]
    return bool(entries) and 2 * len(naming) >= len(entries)


def _names_heading(entry: Entry, headings: Iterable[str]) -> bool:
    letters = _letters(entry.text)
    if not letters:
        return False
    return any(letters in heading or heading in letters for heading in headings)


def _letters(text: str) -> str:
    """The letters of a text alone: `1. 강의 내용!` and 강의내용 are the same."""
    letters = [character for character in text.lower() if character.isalpha()]
    return "".join(letters)


def _read_untitled(blocks: Sequence[Block]) -> list[Entry]:
    """Read a list near the top whose items all point at anchors: it needs no title."""
    entries: list[Entry] = []
    for block in blocks:
        if block.line > MAX_UNTITLED_LINE and not entries:
            return []
        found = _pointing_entries(block) if block.depth else []
        if entries and not found:
            break
        entries += found
    return entries if len(entries) >= MIN_UNTITLED_ENTRIES else []
