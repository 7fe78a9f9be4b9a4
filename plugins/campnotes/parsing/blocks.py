"""A note as a flat run of blocks, the form in which the recognisers read it.

Tokens nest; what authors mean by them mostly doesn't. A recogniser asks: what stands on this line,
is it a heading, how deep in a list is it, what comes next?
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypedDict, Unpack

from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from campnotes.markdown.document import Document
from campnotes.markdown.html_tables import HtmlRow
from campnotes.parsing.links import Link, LinkReader, keep_html

# What stands around blocks. What a quotation holds are blocks of the note.
_AROUND = frozenset(
    {
        "bullet_list_open",
        "bullet_list_close",
        "ordered_list_open",
        "ordered_list_close",
        "list_item_open",
        "list_item_close",
        "footnote_block_open",
    }
)
# What a block is read from. Most other tokens only open or close one.
_READ = frozenset({"inline", "tr_open", "fence", "code_block", "math_block", "html_block", "hr"})


_TEXTS = frozenset({"text", "code_inline", "math_inline", "math_inline_double"})


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


class Reading(Struct, frozen=True):
    """The blocks, links and HTML ids of one note, gathered in one walk over its tokens.

    `too_deep` are the lines on which HTML nests so deep that it is shown as text.
    """

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    ids: tuple[str, ...]
    too_deep: tuple[int, ...] = ()


def read_blocks(document: Document, source: list[str]) -> Reading:
    """Read all blocks of a document in order; `source` are the lines of its file."""
    reader = _BlockReader(source)
    for position, token in enumerate(document.tokens):
        if token.type in _AROUND:
            reader.enter(token)
            continue
        if token.type not in _READ:
            continue
        first = token.map[0] if token.map else 0
        line = first + document.first_line
        match token.type:
            case "inline":
                reader.read_text(document.tokens[position - 1], token, line)
            case "tr_open":
                reader.read_row(_row_tokens(document.tokens, position), line)
            case "fence" | "code_block" | "math_block":
                # A fence's text begins on the line behind it.
                is_fenced = token.type == "fence"
                reader.add(BlockKind.CODE, line + is_fenced, token.content)
            case "html_block":
                reader.read_html(token, line)
            case "hr":
                reader.add(BlockKind.RULE, line, "")
    return Reading(
        blocks=tuple(reader.blocks),
        links=tuple(reader.links),
        ids=tuple(reader.ids),
        too_deep=tuple(reader.too_deep),
    )


def _row_tokens(tokens: Sequence[Token], position: int) -> list[Token]:
    """Take the tokens of the table's row that opens at `position`."""
    row = []
    for at in range(position + 1, len(tokens)):
        token = tokens[at]
        if token.type == "tr_close":
            break
        row.append(token)
    return row


class _BlockReader:
    """Walks over a note's tokens; knows the lists and footnotes that it is in."""

    def __init__(self, source: list[str]) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.ids: list[str] = []
        self._link_reader = LinkReader(source, self.links)
        self._lists: list[bool] = []  # those around, outermost first: ordered or not
        self._markers: list[str] = []  # those of these lists: -, *, 1.
        self._items: list[int] = []
        self._next_item = 1
        self._leads = False  # whether what comes next is the first of its item
        self._aside = False

    @property
    def too_deep(self) -> list[int]:
        """The lines on which HTML nests too deep."""
        return self._link_reader.too_deep

    def enter(self, token: Token) -> None:
        """Keep track of what a token opens or closes around blocks."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(token.type == "ordered_list_open")
                self._markers.append(token.markup)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
                self._markers.pop()
            case "list_item_open":
                self._items.append(self._next_item)
                self._next_item += 1
                self._leads = True
            case "list_item_close":
                self._items.pop()
                self._leads = False
            case "footnote_block_open":
                self._aside = True

    def add(self, kind: BlockKind, line: int, text: str, **more: Unpack[_More]) -> None:
        """Add a block that stands here."""
        block = Block(
            kind=kind,
            line=line,
            text=text,
            items=tuple(self._items),
            leads=self._leads,
            ordered=bool(self._lists and self._lists[-1]),
            marker=self._markers[-1] if self._markers else "",
            aside=self._aside,
            **more,
        )
        self.blocks.append(block)
        self._leads = False

    def read_text(self, opener: Token, inline: Token, line: int) -> None:
        """Read a heading or a paragraph; what else holds text is read with what it stands in."""
        if opener.type not in {"heading_open", "paragraph_open"}:
            return
        links: tuple[Link, ...] = ()
        strong = False
        if _is_plain(inline):
            text = inline.content.strip(" ")
        else:
            links = self._link_reader.read_inline(inline, line)
            for token in inline.children or []:
                if token.type == "html_inline":
                    self.ids += keep_html(token).ids
            text, strong = inline_text(inline), _is_wholly_strong(inline)
        if opener.type == "heading_open":
            level = int(opener.tag[1])
            self.add(BlockKind.HEADING, line, text, level=level, strong=strong, links=links)
        else:
            self.add(BlockKind.PARAGRAPH, line, text, strong=strong, links=links)

    def read_row(self, tokens: Sequence[Token], line: int) -> None:
        """Read a table's row."""
        cells: list[str] = []
        links: list[Link] = []
        for token in tokens:
            if token.type == "inline":
                links += self._link_reader.read_inline(token, line)
                cells.append(_cell_text(token))
        header = any(token.type == "th_open" for token in tokens)
        self.add(
            BlockKind.ROW,
            line,
            " | ".join(cells).replace("\n", " "),
            cells=tuple(cells),
            header=header,
            links=tuple(links),
        )

    def read_html(self, token: Token, line: int) -> None:
        """Read a block of HTML, and the headings in it as blocks of their own."""
        links = self._link_reader.read_block(token, line)
        piece = keep_html(token)
        self.ids += piece.ids
        text = piece.text.strip()
        first = line + _rows_before(text, piece.text)
        rows = tuple(_placed(row, line) for row in piece.rows)
        self.add(BlockKind.HTML, first, text, links=links, rows=rows)
        for heading in piece.headings:
            place = line + heading.line
            self.add(BlockKind.HEADING, place, heading.text, level=heading.level)


class _More(TypedDict, total=False):
    """What only some kinds of blocks have."""

    level: int
    strong: bool
    cells: tuple[str, ...]
    header: bool
    links: tuple[Link, ...]
    rows: tuple[HtmlRow, ...]


def _placed(row: HtmlRow, line: int) -> HtmlRow:
    """A row of a piece of HTML that begins on a line, with its lines in the file."""
    return replace(
        row,
        line=line + row.line,
        last_line=line + row.last_line,
    )


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


def _is_plain(inline: Token) -> bool:
    """Whether a text is nothing but words, as many are: without links, marks or line breaks."""
    match inline.children:
        case [Token(type="text") as only]:
            return only.content == inline.content
    return False


def inline_text(inline: Token) -> str:
    """Gather the text of an inline token as a reader sees it: no images, line breaks kept."""
    parts: list[str] = []
    for token in inline.children or []:
        match token.type:
            case "text" | "code_inline" | "math_inline" | "math_inline_double":
                parts.append(token.content)
            case "softbreak" | "hardbreak":
                parts.append("\n")
            case "html_inline":
                parts.append("\n" * token.content.count("\n"))
                if token.content.lower().startswith("<br"):
                    parts.append(" ")
    return "".join(parts).strip(" ")


def _cell_text(inline: Token) -> str:
    """The text of a table's cell, in which an author breaks lines by `<br>`."""
    text = inline_text(inline)
    if "<br" not in inline.content.lower():
        return text
    parts: list[str] = []
    for token in inline.children or []:
        is_break = token.type == "html_inline" and token.content.lower().startswith("<br")
        parts.append("\n" if is_break else _own_text(token))
    return "".join(parts).strip()


def _own_text(token: Token) -> str:
    """What a piece of text says to a reader; nothing if it is a mark or a picture."""
    return token.content if token.type in _TEXTS else ""


def _rows_before(text: str, whole: str) -> int:
    """How many rows without text stand before a text in all of a piece."""
    if not text:
        return 0
    begin = whole.index(text)
    return whole.count("\n", 0, begin)


def _is_wholly_strong(inline: Token) -> bool:
    """Tell whether all of the text is bold: an author's way of writing a heading."""
    depth = 0
    has_bold = False
    for token in inline.children or []:
        if token.type.startswith("strong_"):
            depth += token.nesting
        says_something = token.type in {"text", "code_inline"} and token.content.strip(" :：")
        if not says_something:
            continue
        if depth == 0:
            return False
        has_bold = True
    return has_bold


def has_list_below(blocks: Sequence[Block], index: int) -> bool:
    """Whether a list is nested in the item that the block at an index begins."""
    behind = index + 1
    if behind >= len(blocks):
        return False
    return blocks[behind].is_inside(blocks[index].items)
