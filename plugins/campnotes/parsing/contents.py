"""The table of contents that an author wrote by hand (목차).

Two recognisers find it: a title that says so, with a list below it; or a list at the top of the
note whose items are all links to anchors. An entry is one item of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from urllib.parse import unquote

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.links import Link

_TITLE = re.compile(
    r"^[\W_]*(?:\d+[.)]\s*)?(?:목\s*차|차\s*례|인덱스|목록|table\s+of\s+contents?|contents?|toc|index|"
    r"outline|agenda|오늘의\s*목차|강의\s*목차|전체\s*목차)"
    r"(?:\s*[(\[（].{0,30}[)\]）])?[\W_]*$",
    re.IGNORECASE,
)
_NO_TITLES = frozenset({BlockKind.CODE, BlockKind.ROW, BlockKind.RULE})
MIN_UNTITLED_ENTRIES = 2
MOST_CONTENTS = 50  # of a note
MOST_COMPARED = 100  # bare entries; by those of a longer list it is seen what it is
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
    found = 0
    position = 0
    headings: Set[str] = frozenset()
    while position < len(blocks) and found < MOST_CONTENTS:
        if not is_contents_title(blocks[position]):
            position += 1
            continue
        headings = headings or _letters_of_headings(blocks)
        found += 1
        position += 1
        below = list(_list_below(blocks, position))
        entries += _read_list(below, headings)
        position += len(below)
    if not entries:
        entries = _read_untitled(blocks)
    return tuple(entries)


def is_contents_title(block: Block) -> bool:
    """Whether a block is the title of a contents: a heading, a bold line, a summary, 「목차」."""
    if block.aside or block.kind in _NO_TITLES:
        return False
    text = block.text.strip()
    first, _, _ = text.partition("\n")
    return _TITLE.match(first) is not None


def _list_below(blocks: Sequence[Block], start: int) -> Iterator[Block]:
    """The blocks that may hold entries: those of the first lists after the title."""
    in_list = False
    title_depth = blocks[start - 1].depth
    for index in range(start, len(blocks)):
        block = blocks[index]
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
    if block.kind is BlockKind.ROW:
        return True
    if block.kind is BlockKind.HTML:
        return True
    return any(_points_into_note(link) for link in block.links)


def _points_into_note(link: Link) -> bool:
    return link.url.startswith("#")


def _read_list(below: Sequence[Block], headings: Set[str]) -> list[Entry]:
    """Read the entries below a title; nothing, if they point nowhere and name no headings."""
    entries: list[Entry] = []
    for block in below:
        pointing = _pointing_entries(block)
        entries += pointing or _bare_entries(block)
    if any(entry.anchor is not None for entry in entries):
        return entries
    if _name_headings(entries, headings):
        return entries
    return []


def _pointing_entries(block: Block) -> list[Entry]:
    """The entries that are links to anchors."""
    entries: list[Entry] = []
    for link in block.links:
        if link.image or not _points_into_note(link):
            continue
        fragment = link.url.removeprefix("#")
        text = link.text or block.text
        entry = _entry(link.line, text, unquote(fragment), block)
        entries.append(entry)
    return entries


def _bare_entries(block: Block) -> list[Entry]:
    """The entry that is the bare text of a list's item."""
    if block.links or not block.leads:
        return []
    first, _, _ = block.text.partition("\n")
    if not first.strip():
        return []
    entry = _entry(block.line, first, None, block)
    return [entry]


def _entry(line: int, text: str, anchor: str | None, block: Block) -> Entry:
    words = text.split()
    return Entry(
        line=line,
        text=" ".join(words),
        anchor=anchor,
        depth=max(block.depth, 1),
    )


def _name_headings(entries: Sequence[Entry], headings: Set[str]) -> bool:
    """Whether bare entries are contents: at least half of them are headings of the note."""
    naming = 0
    compared = entries[:MOST_COMPARED]
    for entry in compared:
        letters = _letters(entry.text)
        if letters and _is_in_any(letters, headings):
            naming += 1
    return naming > 0 and 2 * naming >= len(compared)


def _letters_of_headings(blocks: Sequence[Block]) -> set[str]:
    found: set[str] = set()
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            letters = _letters(block.text)
            found.add(letters)
    # A heading without letters would be part of every entry.
    found.discard("")
    return found


def _is_in_any(letters: str, headings: Iterable[str]) -> bool:
    """Whether letters are a part of a heading's, or one's are a part of them."""
    for heading in headings:
        is_alike = letters in heading or heading in letters
        if is_alike:
            return True
    return False


def _letters(text: str) -> str:
    """The letters of a text alone: `1. 강의 내용!` and 강의내용 are the same."""
    lower = text.lower()
    letters = [character for character in lower if character.isalpha()]
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
