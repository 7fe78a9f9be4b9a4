"""Links and images, as their author wrote them: in Markdown, bare, or in HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markdown_it.token import Token

from campnotes.markdown.autolinks import OFFSET
from campnotes.markdown.html import HtmlPiece, read_html

LINK = "link"  # in a token's meta: which of the note's links is its first
HTML = "html"  # in a token's meta: the piece of HTML that it holds, as it was read


class Markup(StrEnum):
    """How a link is written."""

    MARKDOWN = "markdown"
    BARE = "bare"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image. `line` and `column` are 1-based in the file; `url` is as written.

    A bare `www.` address has got the `http://` that GitHub gives it (GFM 6.9).
    """

    line: int
    column: int
    url: str
    text: str
    image: bool
    markup: Markup


@dataclass(slots=True)
class LinkReader:
    """Reads the links of a note's tokens, one token after the other, and numbers them.

    `source` are the lines of the file. Each token that holds links learns the number of its first
    one, and each piece of HTML is kept with its token, for when the note is rendered.
    """

    source: Sequence[str]
    links: list[Link]

    def read_inline(self, inline: Token, first_line: int) -> tuple[Link, ...]:
        """Read the links of an inline token that begins on the 1-based `first_line`."""
        before = len(self.links)
        children = inline.children or []
        for position, token in enumerate(children):
            if token.type not in _HOLDS_LINKS:
                continue
            offset = int(token.meta.get(OFFSET, 0))
            line = first_line + inline.content.count("\n", 0, offset)
            token.meta[LINK] = len(self.links)
            if token.type == "html_inline":
                # A tag that goes over lines begins on the line of its token.
                for found in _written(keep_html(token)):
                    self.links.append(self._html_link(found, line))
            elif token.type == "image":
                image = self._image(token, line)
                self.links.append(image)
            else:
                link = self._link(children[position:], line)
                self.links.append(link)
        return tuple(self.links[before:])

    def read_block(self, token: Token, first_line: int) -> tuple[Link, ...]:
        """Read the links of a block of HTML that begins on the 1-based `first_line`."""
        before = len(self.links)
        token.meta[LINK] = before
        for found in _written(keep_html(token)):
            line = first_line + found.line
            self.links.append(self._html_link(found, line))
        return tuple(self.links[before:])

    def _link(self, tokens: Sequence[Token], line: int) -> Link:
        """Read the link that the first of these tokens opens."""
        opened = tokens[0]
        url = str(opened.attrs["href"])
        text = _text_until_close(tokens)
        if opened.info == "auto":
            markup = Markup.BARE
            column = self._column_of_text(line, text)
        else:
            markup = Markup.MARKDOWN
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
            markup=Markup.MARKDOWN,
        )

    def _html_link(self, found: _Written, line: int) -> Link:
        return Link(
            line=line,
            column=self._column_of_mark(line, found.url, "<"),
            url=found.url,
            text="",
            image=found.is_image,
            markup=Markup.HTML,
        )

    def _column_of_text(self, line: int, text: str) -> int:
        """Find where a bare address begins on its line; 1 where it isn't as written there."""
        row = self._row(line)
        at = row.find(text)
        return max(at, 0) + 1

    def _column_of_mark(self, line: int, url: str, mark: str) -> int:
        """Find where a link begins on its line: at the mark nearest before its address."""
        row = self._row(line)
        at = row.find(url)
        if at < 0:
            begin = row.find(mark)
        elif row.startswith(mark, at):
            begin = at
        else:
            begin = row.rfind(mark, 0, at + 1)
        return max(begin, 0) + 1

    def _row(self, line: int) -> str:
        if line > len(self.source):
            return ""
        return self.source[line - 1]


_HOLDS_LINKS = frozenset({"link_open", "image", "html_inline"})


def keep_html(token: Token) -> HtmlPiece:
    """Read the HTML of a token, once; the piece stays with the token."""
    piece = token.meta.get(HTML)
    if not isinstance(piece, HtmlPiece):
        piece = token.meta[HTML] = read_html(token.content)
    return piece


@dataclass(frozen=True, slots=True)
class _Written:
    url: str
    line: int  # from 0 at the beginning of the piece
    is_image: bool


def _written(piece: HtmlPiece) -> Iterator[_Written]:
    """Find the addresses of a piece of HTML, in order."""
    for tag in piece.addressed:
        for address in tag.addresses:
            yield _Written(address.url, tag.line, tag.is_image)


def _text_until_close(tokens: Sequence[Token]) -> str:
    """Gather the text of a link, whose opening is the first of these tokens."""
    depth = 0
    parts: list[str] = []
    for token in tokens:
        if token.type.startswith("link_"):
            depth += token.nesting
        if token.type in {"text", "code_inline", "image"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        if depth == 0:
            break
    return "".join(parts)
