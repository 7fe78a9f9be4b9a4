"""The table of contents that an author wrote by hand (목차).

Two recognisers find it: a title that says so, with a list below it, or in the same HTML; or a list
whose items are all links to anchors. An entry is one item of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from urllib.parse import unquote

from msgspec import Struct

from campnotes.markdown.emoji import replace_shortcodes
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.links import Link
from campnotes.patterns import regex

_TITLE = regex(
    r"^[\W_]*(?:\d+[.)]\s*)?(?:목\s*차|차\s*례|인덱스|목록|table\s+of\s+contents?|contents?(?:\s+list)?|"
    r"toc|index|outline|agenda|오늘의\s*목차|강의\s*목차|전체\s*목차|目\s*次|目\s*录)"
    r"(?:\s*(?:보기|열기|펼치기|펼쳐\s*보기))?"
    r"(?:\s*[(\[（].{0,30}[)\]）])?[\W_]*$",
    re.IGNORECASE,
)
_NO_TITLES = frozenset({BlockKind.CODE, BlockKind.ROW, BlockKind.RULE})
# An address that may be an anchor without its #: a word, no path and no file.
_MAY_BE_ANCHOR = regex(r"[^#?:/.\\\s]{2,200}")
# A link back to the top of the note, as stands below each of its sections.
_LEADS_UP = regex(
    r"^[\W_]*(?:(?:go\s+|back\s+)?(?:to\s+)?(?:the\s+)?top|(?:맨\s*)?위로|처음으로|목차로|back\s+to\s+.{1,30})"
    r"(?:\s*(?:가기|이동|돌아가기))?[\W_]*$",
    re.IGNORECASE,
)
MIN_UNTITLED_ENTRIES = 2
MIN_ENTRIES_FURTHER_DOWN = 3
MOST_CONTENTS = 50  # of a note
MOST_COMPARED = 100  # bare entries; by those of a longer list it is seen what it is
NEAR_TOP = 40  # lines; further down an untitled list must be of links alone
MOST_LETTERS_BETWEEN = 40  # of a line between two lists of a contents


class Entry(Struct, frozen=True):
    """An entry of the contents: its 1-based line, text, and the anchor it points at.

    - `anchor` is percent-decoded and without `#`; `None` for an entry that is bare text.
    - `marked` tells that the `#` was written; without it, the address may be a file's after all.
    - `depth` is how deep it is nested, from 1.
    - `rule` is by what it was seen to be one: under a title, or in a list of nothing but such links.
    """

    line: int
    text: str
    anchor: str | None
    depth: int
    marked: bool = True
    rule: str = "title"


def find_titles(blocks: Sequence[Block]) -> Set[int]:
    """Find the numbers of the blocks that are titles of contents."""
    titles = set()
    for index, block in enumerate(blocks):
        if is_contents_title(block):
            titles.add(index)
    return titles


def read_contents(blocks: Sequence[Block], titles: Set[int]) -> tuple[Entry, ...]:
    """Read the entries of a note's contents, in order; of several contents, of all of them.

    `titles` are the numbers of the blocks that are titles of one.
    """
    reader = _ContentsReader(blocks, titles)
    position = 0
    while position < len(blocks):
        position = reader.read(position)
    return tuple(reader.entries)


def is_contents_title(block: Block) -> bool:
    """Whether a block is the title of a contents: a heading, a bold line, a summary, 「목차」."""
    if block.aside or block.kind in _NO_TITLES:
        return False
    text = block.text.lstrip()
    first, _, _ = text.partition("\n")
    return _TITLE.match(first.rstrip()) is not None


def blocks_of_contents(blocks: Sequence[Block], title: int) -> Iterator[Block]:
    """The blocks that may hold entries of the contents whose title is block number `title`.

    They are those of the lists below it, up to a heading or to what isn't a contents' any more. A
    comment, and a short line between two lists, don't end it.
    """
    if blocks[title].kind is BlockKind.HTML:
        yield blocks[title]
    around = blocks[title].items
    title_depth = len(around)
    in_list = False
    interrupted = False
    for index in range(title + 1, len(blocks)):
        block = blocks[index]
        if block.kind is BlockKind.HEADING or not block.is_within(around):
            return
        if block.depth > title_depth:
            if interrupted and not block.links:
                return
            in_list = True
        elif in_list and _may_stand_between(block):
            interrupted = interrupted or _says_something(block)
        elif not in_list and _may_stand_before(block):
            in_list = block.kind is BlockKind.HTML and bool(block.links)
        else:
            return
        yield block


def _may_stand_before(block: Block) -> bool:
    """Whether a block belongs to the contents even before or without a list.

    A contents may be a table, or a paragraph of links: a list written without marks. Other text
    before the list tells that there is none.
    """
    if block.kind in {BlockKind.ROW, BlockKind.HTML}:
        return True
    return any(_points_into_note(link) for link in block.links)


def _may_stand_between(block: Block) -> bool:
    """Whether a contents may go on behind a block: a comment, a line for its next list's title."""
    if block.kind is BlockKind.HTML:
        return True
    if block.kind is not BlockKind.PARAGRAPH or block.links:
        return False
    return len(block.text) <= MOST_LETTERS_BETWEEN


def _says_something(block: Block) -> bool:
    return bool(block.text.strip())


def _points_into_note(link: Link) -> bool:
    return link.url.startswith("#")


class _ContentsReader:
    """Reads the contents of a note, one after the other."""

    def __init__(self, blocks: Sequence[Block], titles: Set[int]) -> None:
        self.entries: list[Entry] = []
        self._blocks = blocks
        self._titles = titles
        self._found = 0
        self._headings: Set[str] | None = None

    @property
    def headings(self) -> Set[str]:
        """The letters of the note's headings, which most notes needn't be searched for."""
        if self._headings is None:
            self._headings = _letters_of_headings(self._blocks)
        return self._headings

    def read(self, position: int) -> int:
        """Read the contents that begins at a block, if one does; tells where to look on."""
        block = self._blocks[position]
        if position in self._titles and self._found < MOST_CONTENTS:
            return self._read_titled(position)
        if block.links and _points_into_note(block.links[0]):
            return self._read_untitled(position)
        return position + 1

    def _read_titled(self, position: int) -> int:
        self._found += 1
        title = self._blocks[position]
        parts = list(blocks_of_contents(self._blocks, position))
        self.entries += self._read_list(parts)
        # The title is one of the parts where both are the same HTML.
        read = len(parts)
        if title.kind is not BlockKind.HTML:
            read += 1
        return position + max(read, 1)

    def _read_list(self, below: Sequence[Block]) -> list[Entry]:
        """Read the entries below a title; nothing, if they point nowhere and name no headings."""
        entries: list[Entry] = []
        for block in below:
            pointing = self._pointing_entries(block)
            entries += pointing or _bare_entries(block)
        if any(entry.anchor is not None for entry in entries):
            return entries
        if _name_headings(entries, self.headings):
            return entries
        return []

    def _read_untitled(self, position: int) -> int:
        """Read a list whose items all point at anchors, which needs no title."""
        entries: list[Entry] = []
        is_near_top = self._blocks[position].line <= NEAR_TOP
        index = position
        while index < len(self._blocks):
            block = self._blocks[index]
            found = self._pointing_entries(block, "list of anchors") if _is_listed(block) else []
            if not found:
                break
            if not is_near_top and not _begins_with_link(block):
                return index + 1
            entries += found
            index += 1
        least = MIN_UNTITLED_ENTRIES if is_near_top else MIN_ENTRIES_FURTHER_DOWN
        if len(entries) >= least:
            self.entries += entries
        return max(index, position + 1)

    def _pointing_entries(self, block: Block, rule: str = "title") -> list[Entry]:
        """The entries that are links to anchors, those too whose `#` was forgotten."""
        entries: list[Entry] = []
        for link in block.links:
            if link.image:
                continue
            marked = _points_into_note(link)
            if _LEADS_UP.match(link.text) or not (marked or self._forgot_mark(link)):
                continue
            entry = Entry(
                line=link.line,
                text=_one_line(link.text) or _text_without_link(block, link),
                anchor=unquote(link.url.removeprefix("#")),
                depth=max(block.depth + link.lists, 1),
                marked=marked,
                rule=rule,
            )
            entries.append(entry)
        return entries

    def _forgot_mark(self, link: Link) -> bool:
        """Whether a link names a heading as an anchor does, but for the `#`: `[소개](소개)`."""
        address = unquote(link.url)
        if not _MAY_BE_ANCHOR.fullmatch(address):
            return False
        letters = _letters(address)
        return bool(letters) and letters in self.headings


def _text_without_link(block: Block, link: Link) -> str:
    """What an entry says whose link has no text: what stands around it, or its anchor."""
    if block.kind is BlockKind.HTML:
        words = unquote(link.url).replace("-", " ")
        return _one_line(words.strip("#"))
    return _one_line(block.text)


def _is_listed(block: Block) -> bool:
    """Whether a block is an item of a list, or a list in HTML or on one line."""
    if block.depth:
        return True
    if block.kind is BlockKind.HTML:
        return len(block.links) >= MIN_UNTITLED_ENTRIES
    is_long = len(block.links) >= MIN_ENTRIES_FURTHER_DOWN
    return is_long and _letters(_said_by_links(block)) == _letters(block.text)


def _begins_with_link(block: Block) -> bool:
    """Whether a block says something of what it links, rather than linking what it says."""
    letters = _letters(block.links[0].text)
    return bool(letters) and _letters(block.text).startswith(letters)


def _said_by_links(block: Block) -> str:
    return "".join(link.text for link in block.links)


def _bare_entries(block: Block) -> list[Entry]:
    """The entry that is the bare text of a list's item."""
    if block.links or not block.leads:
        return []
    first, _, _ = block.text.partition("\n")
    if not first.strip():
        return []
    entry = Entry(
        line=block.line,
        text=_one_line(first),
        anchor=None,
        depth=max(block.depth, 1),
    )
    return [entry]


def _one_line(text: str) -> str:
    words = text.split()
    return replace_shortcodes(" ".join(words))


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
