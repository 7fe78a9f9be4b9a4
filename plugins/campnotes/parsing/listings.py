"""Lists of other notes: what a README or a contents says the notes of a week are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from msgspec import Struct

from campnotes.notebook.layout.recognisers import read_name
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.contents import MOST_CONTENTS, blocks_of_contents
from campnotes.parsing.links import Link
from campnotes.patterns import regex

_SAYS_NOTHING = regex(
    r"^[\W_]*(?:링크|바로\s*가기|보기|열기|노트|정리|내용|여기|클릭|link|here|note|notes|read|view|more|md)?[\W_]*$",
    re.IGNORECASE,
)
_FILE_NAME = regex(r"\.(?:md|markdown|ipynb|html?)$", re.IGNORECASE)
_LETTERS = regex(r"[^\W\d_]")
_LIST_MARKS = "-–—:：·|/>→ "
LONGEST = 120  # characters of a row that says what a note is about


class Listing(Struct, frozen=True):
    """A line that lists a note: its 1-based line, the address, and what is said of the note.

    `rule` tells where: under the title of a `contents`, in a `list` or a `table`, or as one of the
    `headings`.
    """

    line: int
    url: str
    text: str
    rule: str


def read_listings(blocks: Sequence[Block], titles: Set[int]) -> tuple[Listing, ...]:
    """Read the lines of lists, tables and contents that each link one file.

    `- [Day 1 - 파이썬 개요](./day1.md)` says 「Day 1 - 파이썬 개요」, and so does
    `- [Day 1](./day1.md) - 파이썬 개요`. `titles` are the numbers of the blocks that are titles of a
    contents.
    """
    linking = {}
    for index, block in enumerate(blocks):
        link = _only_link(block) if block.links else None
        if link is not None:
            linking[index] = link
    titled = _blocks_under_titles(blocks, titles) if linking else frozenset()
    listings = []
    for index, link in linking.items():
        block = blocks[index]
        rule = _rule(block, is_titled=index in titled)
        text = _said(block, link) if rule else ""
        if text:
            listings.append(Listing(link.line, link.url, text, rule))
    return tuple(listings)


def _blocks_under_titles(blocks: Sequence[Block], titles: Set[int]) -> Set[int]:
    """The numbers of the blocks that belong to a contents which has a title."""
    titled: set[int] = set()
    found = 0
    for index in sorted(titles):
        if index in titled:
            continue
        found += 1
        if found > MOST_CONTENTS:
            break
        below = list(blocks_of_contents(blocks, index))
        titled.update(range(index, index + len(below) + 1))
    return titled


def _only_link(block: Block) -> Link | None:
    """The one link of a block that leads to a file, if it isn't one of several."""
    files = list(_links_to_files(block))
    return files[0] if len(files) == 1 else None


def _links_to_files(block: Block) -> Iterator[Link]:
    for link in block.links:
        if not link.image and not link.url.startswith("#"):
            yield link


def _announces(text: str) -> bool:
    """Whether a text before a link is a label or a place, and no sentence: 「2주차 -」, `나래 :`, `1.`"""
    if _LETTERS.search(text) is None or text.rstrip().endswith((":", "：")):
        return True
    place = read_name(text)
    return place.week is not None or place.locates


def _rule(block: Block, *, is_titled: bool) -> str:
    if is_titled:
        return "contents"
    if block.kind is BlockKind.ROW:
        return "table"
    if block.kind is BlockKind.HEADING:
        return "headings"
    return "list" if block.leads else ""


def _said(block: Block, link: Link) -> str:
    """What is said of the note: by a short row, or else by the link's text; `""` if it is nothing.

    A row that says something before its link is about that: `- 처음이라면 [첫날](day1.md)`.
    """
    text = " ".join(link.text.split())
    if block.kind is not BlockKind.ROW:
        row, _, _ = block.text.partition("\n")
        row = " ".join(row.split())
        before = row.partition(text)[0] if text else ""
        if before and not _announces(before):
            return ""
        if len(row) <= LONGEST and not before:
            text = row
    said = text.strip(_LIST_MARKS)
    if _FILE_NAME.search(said) or _SAYS_NOTHING.match(said):
        return ""
    return said[:LONGEST]
