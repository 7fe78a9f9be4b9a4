"""Links and images, as their author wrote them: in Markdown, bare, or in HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from markdown_it.token import Token
from msgspec import Struct, convert, field
from msgspec.structs import replace

from campnotes.markdown.autolinks import OFFSET
from campnotes.markdown.html import HtmlPiece, html_as_text, read_html
from campnotes.markdown.marks.wikilinks import WIKILINK
from campnotes.markdown.nesting import OpenTags
from campnotes.markdown.spaced_addresses import SpacedAddress

LINK = "link"  # in a token's meta: which of the note's links is its first
HTML = "html"  # in a token's meta: the piece of HTML that it holds, as it was read
NEAR = 4_000  # characters of a line among which a link's address is looked for


class Markup(StrEnum):
    """How a link is written."""

    MARKDOWN = "markdown"
    SPACED = "spaced"  # in Markdown, with an address that GitHub doesn't take for one
    BARE = "bare"
    WIKILINK = "wikilink"
    HTML = "html"


class Link(Struct, frozen=True):
    """A link or image. `line` and `column` are 1-based in the file; `url` is as written.

    A bare `www.` address has got the `http://` that GitHub gives it (GFM 6.9). `lists` tells how many
    lists of HTML one in a block of HTML stands in.
    """

    line: int
    column: int
    url: str
    text: str
    image: bool
    markup: Markup
    lists: int = 0


class LinkReader(Struct):
    """Reads the links of a note's tokens, one token after the other, and numbers them.

    `source` are the lines of the file. Each token that holds links learns the number of its first
    one, and each piece of HTML is kept with its token, for when the note is rendered. `too_deep` are
    the lines of the pieces that nest too deep, which become text.
    """

    source: Sequence[str]
    links: list[Link]
    too_deep: list[int] = field(default_factory=list)
    _open_tags: OpenTags = field(default_factory=OpenTags)
    _line: int = 0  # that of the last link, and where in it that one's address ends
    _behind: int = 0

    def read_inline(self, inline: Token, first_line: int) -> tuple[Link, ...]:
        """Read the links of an inline token that begins on the 1-based `first_line`."""
        before = len(self.links)
        children = inline.children or []
        lines = Lines(inline.content, first_line)
        for position, token in enumerate(children):
            if token.type not in _HOLDS_LINKS:
                continue
            line = lines.at(int(token.meta.get(OFFSET, 0)))
            token.meta[LINK] = len(self.links)
            if token.type == "html_inline":
                # A tag that goes over lines begins on the line of its token.
                for found in _written(self._read_html(token, line)):
                    link = self._html_link(found, line)
                    # The text of a link is in tokens of its own.
                    text = "" if link.image else _text_until_tag(children, position)
                    self.links.append(replace(link, text=text))
            elif token.type == "image":
                image = self._image(token, line)
                self.links.append(image)
            else:
                link = self._link(children, position, line)
                self.links.append(link)
        return tuple(self.links[before:])

    def read_block(self, token: Token, first_line: int) -> tuple[Link, ...]:
        """Read the links of a block of HTML that begins on the 1-based `first_line`."""
        before = len(self.links)
        token.meta[LINK] = before
        for found in _written(self._read_html(token, first_line)):
            line = first_line + found.line
            self.links.append(self._html_link(found, line))
        return tuple(self.links[before:])

    def _read_html(self, token: Token, line: int) -> HtmlPiece:
        """Read the HTML of a token, which becomes text where it nests too deep."""
        piece = keep_html(token)
        if self._open_tags.take(piece.nesting):
            return piece
        self.too_deep.append(line)
        piece = token.meta[HTML] = html_as_text(token.content)
        return piece

    def _link(self, tokens: Sequence[Token], position: int, line: int) -> Link:
        """Read the link that the token at a position opens."""
        opened = tokens[position]
        url = str(opened.attrs["href"])
        text = _text_until_close(tokens, position)
        if opened.info == "auto":
            markup = Markup.BARE
            column = self._column_of_text(line, text)
        elif opened.info == WIKILINK:
            markup = Markup.WIKILINK
            column = self._column_of_mark(line, url, "[[")
        else:
            markup = _markup(opened.attrs["href"])
            column = self._column_of_mark(line, url, "[")
        return Link(
            line=line,
            column=column,
            url=url,
            text=text,
            image=False,
            markup=markup,
        )

    def _image(self, token: Token, line: int) -> Link:
        url = str(token.attrs["src"])
        return Link(
            line=line,
            column=self._column_of_mark(line, url, "!["),
            url=url,
            text=token.content,
            image=True,
            markup=_markup(token.attrs["src"], token.info),
        )

    def _html_link(self, found: _Written, line: int) -> Link:
        return Link(
            line=line,
            column=self._column_of_mark(line, found.url, "<"),
            url=found.url,
            text=found.text,
            image=found.is_image,
            markup=Markup.HTML,
            lists=found.lists,
        )

    def _column_of_text(self, line: int, text: str) -> int:
        """Find where a bare address begins on its line; 1 where it isn't as written there."""
        row = self._row(line)
        begin, end = self._around(row, line, text)
        at = row.find(text, begin, end)
        behind = at + len(text)
        return self._column(line, at, behind)

    def _column_of_mark(self, line: int, url: str, mark: str) -> int:
        """Find where a link begins on its line: at the mark nearest before its address."""
        row = self._row(line)
        begin, end = self._around(row, line, url)
        at = row.find(url, begin, end)
        if at < 0:
            column = row.find(mark, begin, end)
        elif row.startswith(mark, at):
            column = at
        else:
            first = max(at - NEAR, 0)
            column = row.rfind(mark, first, at + 1)
        behind = at + len(url)
        return self._column(line, column, behind)

    def _around(self, row: str, line: int, written: str) -> tuple[int, int]:
        """Where on a line something that is written there may begin and end.

        Anywhere on a line as people write them; of a longer one, near behind the link before. So a
        line of many links isn't read from its beginning for each.
        """
        if len(row) <= NEAR:
            return 0, len(row)
        begin = self._behind if line == self._line else 0
        return begin, begin + NEAR + len(written)

    def _column(self, line: int, at: int, behind: int) -> int:
        """The 1-based column of a link that stands `at`, and `behind` which the next one does."""
        before = self._behind if line == self._line else 0
        self._line = line
        self._behind = max(before, behind)
        return max(at, 0) + 1

    def _row(self, line: int) -> str:
        if line > len(self.source):
            return ""
        return self.source[line - 1]


def _markup(address: object, info: str = "") -> Markup:
    if info == WIKILINK:
        return Markup.WIKILINK
    if isinstance(address, SpacedAddress):
        return Markup.SPACED
    return Markup.MARKDOWN


_HOLDS_LINKS = frozenset({"link_open", "image", "html_inline"})


def keep_html(token: Token) -> HtmlPiece:
    """Read the HTML of a token, once; the piece stays with the token."""
    piece = token.meta.get(HTML)
    if isinstance(piece, HtmlPiece):
        return piece
    # That of a token that was packed is plain data.
    read = read_html(token.content) if piece is None else convert(piece, HtmlPiece)
    token.meta[HTML] = read
    return read


class _Written(Struct, frozen=True):
    url: str
    line: int  # from 0 at the beginning of the piece
    is_image: bool
    text: str
    lists: int


def _written(piece: HtmlPiece) -> Iterator[_Written]:
    """Find the addresses of a piece of HTML, in order."""
    for tag in piece.addressed:
        for address in tag.addresses:
            yield _Written(
                url=address.url,
                line=tag.line,
                is_image=tag.is_image,
                text=tag.text,
                lists=tag.lists,
            )


class Lines:
    """Tells the lines of places in a text, each counted from the one asked for before."""

    def __init__(self, text: str, first: int) -> None:
        self._text = text
        self._offset = 0
        self._line = first

    def at(self, offset: int) -> int:
        """The line of a place in the text."""
        before, after = sorted((self._offset, offset))
        breaks = self._text.count("\n", before, after)
        self._line += breaks if offset >= self._offset else -breaks
        self._offset = offset
        return self._line


def _text_until_tag(tokens: Sequence[Token], position: int) -> str:
    """Gather the text of the link of HTML that the token at a position opens."""
    parts: list[str] = []
    for at in range(position + 1, len(tokens)):
        token = tokens[at]
        if token.type in {"text", "code_inline"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.content.startswith(("<a", "</a", "<A", "</A")):
            break
    return "".join(parts).strip()


def _text_until_close(tokens: Sequence[Token], position: int) -> str:
    """Gather the text of the link that the token at a position opens."""
    depth = 0
    parts: list[str] = []
    for at in range(position, len(tokens)):
        token = tokens[at]
        if token.type.startswith("link_"):
            depth += token.nesting
        if token.type in {"text", "code_inline", "image"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        if depth == 0:
            break
    return "".join(parts)
