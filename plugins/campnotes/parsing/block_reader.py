"""The walk over a note's tokens that reads its blocks, with their links and HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from campnotes.markdown.document import Document
from campnotes.markdown.html_tables import HtmlRow
from campnotes.parsing.blocks import Block, BlockKind
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
            text = _text_of(inline)
            strong = _is_wholly_strong(inline)
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
                cell = _text_of(token, at_break="\n")
                cells.append(cell.strip(" \n"))
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
            self.add(
                BlockKind.HEADING,
                line + heading.line,
                heading.text,
                level=heading.level,
            )


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


def _is_plain(inline: Token) -> bool:
    """Whether a text is nothing but words, as many are: without links, marks or line breaks."""
    match inline.children:
        case [Token(type="text") as only]:
            return only.content == inline.content
    return False


def _text_of(inline: Token, at_break: str = " ") -> str:
    """Gather the text of an inline token as a reader sees it: no images, line breaks kept.

    `at_break` stands for a `<br>`, by which an author breaks lines in a table's cell.
    """
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
                    parts.append(at_break)
    return "".join(parts).strip(" ")


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
