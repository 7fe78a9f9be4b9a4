"""A note as a flat run of blocks, the form in which the recognisers read it.

Tokens nest; what authors mean by them mostly doesn't. A recogniser asks: what stands on this line,
is it a heading, how deep in a list is it, what comes next?
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from markdown_it.token import Token

from campnotes.parsing.document import Document
from campnotes.parsing.links import LINK, Link, block_links, inline_links, read_html


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ROW = "row"
    CODE = "code"
    HTML = "html"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a note.

    `line` is the 1-based line of the file on which it begins; line `n` of `text` stands on
    `line + n`. `items` are the numbers of the list items around it, outermost first. `leads` tells
    that it is the first block of its item. A table's row has `cells`; `header` marks its head.
    `aside` marks what GitHub shows at the foot of the page (footnotes).
    """

    kind: BlockKind
    line: int
    text: str
    level: int = 0
    items: tuple[int, ...] = ()
    leads: bool = False
    ordered: bool = False
    cells: tuple[str, ...] = ()
    header: bool = False
    quoted: bool = False
    strong: bool = False
    aside: bool = False
    links: tuple[Link, ...] = ()

    @property
    def depth(self) -> int:
        """How many list items it stands in."""
        return len(self.items)


@dataclass(slots=True)
class Reading:
    """The blocks, links and HTML ids of one note, gathered in one walk over its tokens."""

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Surroundings:
    items: list[int] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)  # ordered or not
    quotes: int = 0
    aside: bool = False
    fresh_item: bool = False
    next_item: int = 1


def read_blocks(document: Document, source: list[str]) -> Reading:
    """All blocks of a document in order; `source` are the lines of its file."""
    reading, around = Reading(), _Surroundings()
    for position, token in enumerate(document.tokens):
        if _enter(token, around):
            continue
        line = (token.map[0] if token.map else 0) + document.first_line
        if token.type == "inline":
            opener = document.tokens[position - 1]
            if opener.type in {"heading_open", "paragraph_open"}:
                _text_block(token, opener, line, around, reading, source)
            elif opener.type == "alert_title_open":
                continue
        elif token.type == "tr_open":
            _row(document.tokens, position, line, around, reading, source)
        elif token.type in {"fence", "code_block", "math_block"}:
            _append(reading, around, BlockKind.CODE, line, token.content)
        elif token.type == "html_block":
            piece = read_html(token.content)
            links = tuple(block_links(token.content, line, source))
            token.meta[LINK] = len(reading.links)  # of the first address in it
            reading.links += links
            reading.ids += piece.ids
            _append(reading, around, BlockKind.HTML, line, piece.text.strip(), links=links)
            for heading in piece.headings:
                _append(reading, around, BlockKind.HEADING, line + heading.line, heading.text,
                        level=heading.level)  # fmt: skip
        elif token.type == "hr":
            _append(reading, around, BlockKind.RULE, line, "")
    return reading


def _enter(token: Token, around: _Surroundings) -> bool:
    """Keep track of the lists and quotes that a token opens or closes; True if it was one."""
    match token.type:
        case "bullet_list_open" | "ordered_list_open":
            around.lists.append(token.type == "ordered_list_open")
        case "bullet_list_close" | "ordered_list_close":
            around.lists.pop()
        case "list_item_open":
            around.items.append(around.next_item)
            around.next_item += 1
            around.fresh_item = True
        case "list_item_close":
            around.items.pop()
            around.fresh_item = False
        case "blockquote_open" | "alert_open":
            around.quotes += 1
        case "blockquote_close" | "alert_close":
            around.quotes -= 1
        case "footnote_block_open":
            around.aside = True
        case _:
            return False
    return True


def _append(
    reading: Reading, around: _Surroundings, kind: BlockKind, line: int, text: str, *,
    level: int = 0, strong: bool = False, cells: tuple[str, ...] = (), header: bool = False,
    links: tuple[Link, ...] = (),
) -> None:  # fmt: skip
    reading.blocks.append(
        Block(
            kind, line, text, level,
            items=tuple(around.items),
            leads=around.fresh_item,
            ordered=bool(around.lists and around.lists[-1]),
            cells=cells, header=header, quoted=around.quotes > 0, strong=strong,
            aside=around.aside, links=links,
        )
    )  # fmt: skip
    around.fresh_item = False


def _text_block(
    inline: Token, opener: Token, line: int, around: _Surroundings, reading: Reading,
    source: list[str],
) -> None:  # fmt: skip
    heading = opener.type == "heading_open"
    links = tuple(inline_links(inline, line, source, len(reading.links)))
    reading.links += links
    reading.ids += [i for t in inline.children or [] if t.type == "html_inline"
                    for i in read_html(t.content).ids]  # fmt: skip
    _append(
        reading, around, BlockKind.HEADING if heading else BlockKind.PARAGRAPH, line,
        inline_text(inline), level=int(opener.tag[1]) if heading else 0,
        strong=_wholly_strong(inline), links=links,
    )  # fmt: skip


def _row(
    tokens: list[Token], position: int, line: int, around: _Surroundings, reading: Reading,
    source: list[str],
) -> None:  # fmt: skip
    cells: list[str] = []
    links: list[Link] = []
    header = False
    for token in tokens[position + 1 :]:
        if token.type == "tr_close":
            break
        header = header or token.type == "th_open"
        if token.type == "inline":
            found = inline_links(token, line, source, len(reading.links))
            for link in found:
                links.append(link)
                reading.links.append(link)
            cells.append(inline_text(token))
    text = " | ".join(cells)
    _append(reading, around, BlockKind.ROW, line, text, cells=tuple(cells), header=header,
            links=tuple(links))  # fmt: skip


def inline_text(inline: Token) -> str:
    """The text of an inline token as a reader sees it, without images; its line breaks are kept."""
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


def _wholly_strong(inline: Token) -> bool:
    """Whether all of the text is bold: an author's way of writing a heading."""
    depth, bold, plain = 0, False, False
    for token in inline.children or []:
        depth += token.nesting if token.type.startswith("strong_") else 0
        if token.type in {"text", "code_inline"} and token.content.strip(" :："):
            bold, plain = bold or depth > 0, plain or depth == 0
    return bold and not plain
