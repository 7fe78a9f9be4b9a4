"""Links and images, as their author wrote them: in Markdown, bare, or in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser

from markdown_it.token import Token

from campnotes.parsing.autolinks import OFFSET

LINK = "link"  # in a token's meta: which of the note's links it is


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


@dataclass(frozen=True, slots=True)
class HtmlLink:
    """An address in a piece of HTML; `line` counts from 0 at the beginning of the piece."""

    line: int
    column: int
    url: str
    image: bool


Attributes = Sequence[tuple[str, str | None]]
# The attributes that hold an address, by tag. All but that of a link are of something shown.
_ADDRESSED = {
    "a": {"href"},
    "img": {"src", "srcset"},
    "source": {"src", "srcset"},
    "video": {"src", "poster"},
}
# One of the addresses of a `srcset`, and how large or dense its image is.
SOURCE = re.compile(r"([^\s,](?:\S*[^\s,])?)(\s+[\d.]+[wxh])?")
# Tags that GFM shows as text instead of letting them work (GFM 6.11).
_DISALLOWED = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))",
    re.IGNORECASE,
)


def as_shown(html: str) -> str:
    """A piece of an author's HTML in which the tags that GitHub shows as text are text."""
    return _DISALLOWED.sub("&lt;", html)


def addresses(tag: str, attributes: Attributes) -> Iterator[tuple[str, str]]:
    """The addresses in a start tag, in order, each with the name of its attribute."""
    given: set[str] = set()
    for name, value in attributes:
        if name in given or value is None or name not in _ADDRESSED.get(tag, ()):
            continue
        given.add(name)  # of an attribute that is given twice, HTML takes the first
        if name == "srcset":
            yield from ((name, match[1]) for match in SOURCE.finditer(value))
        else:
            yield name, value.strip()


HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class HtmlHeading:
    """A heading in a piece of HTML; `line` counts from 0 at the beginning of the piece."""

    line: int
    level: int
    text: str


class _HtmlReader(HTMLParser):
    """Collects addresses, ids, headings and text of a piece of HTML, however broken."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[HtmlLink] = []
        self.ids: list[str] = []
        self.text: list[str] = []
        self.headings: list[HtmlHeading] = []
        self._open: tuple[str, int, int] | None = None  # a heading's tag, line and first text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        if tag in HEADINGS:
            self._open = (tag, line - 1, len(self.text))
        for _, url in addresses(tag, attrs):
            self.links.append(HtmlLink(line - 1, column, url, image=tag != "a"))
        values = {name: value for name, value in attrs if value is not None}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "name" in values:
            self.ids.append(values["name"])

    def handle_endtag(self, tag: str) -> None:
        if self._open is not None and tag == self._open[0]:
            _, line, start = self._open
            text = " ".join("".join(self.text[start:]).split())
            self.headings.append(HtmlHeading(line, int(tag[1]), text))
            self._open = None

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@dataclass(frozen=True, slots=True)
class HtmlPiece:
    """What a piece of HTML holds: links, ids that a link may point at, headings, and its text."""

    links: tuple[HtmlLink, ...]
    ids: tuple[str, ...]
    headings: tuple[HtmlHeading, ...]
    text: str


def read_html(html: str) -> HtmlPiece:
    """Read a piece of HTML. Comments hold nothing; scripts and styles are text, as on GitHub."""
    reader = _HtmlReader()
    reader.feed(as_shown(html))
    if not reader.rawdata.startswith("<!--"):  # a comment that the piece doesn't end
        reader.close()
    return HtmlPiece(
        tuple(reader.links), tuple(reader.ids), tuple(reader.headings), "".join(reader.text)
    )


def inline_links(inline: Token, first_line: int, source: list[str], start: int) -> Iterator[Link]:
    """The links of one inline token, in order; each link's token learns its number from `start`.

    `first_line` is the 1-based line on which the token begins; `source` are the file's lines from
    line 1 on.
    """
    number = start
    children = inline.children or []
    for position, token in enumerate(children):
        offset = int(token.meta.get(OFFSET, 0))
        line = first_line + inline.content.count("\n", 0, offset)
        if token.type == "link_open":
            text = _text_until_close(children, position)
            bare = token.info == "auto"
            url = str(token.attrs["href"])
            markup = Markup.BARE if bare else Markup.MARKDOWN
            needle = text if bare else "["
            yield Link(line, _column(source, line, url, needle), url, text, False, markup)
        elif token.type == "image":
            url = str(token.attrs["src"])
            column = _column(source, line, url, "![")
            yield Link(line, column, url, token.content, True, Markup.MARKDOWN)
        elif token.type == "html_inline":
            token.meta[LINK] = number  # of the first address in it
            for found in read_html(token.content).links:
                column = _column(source, line, found.url, "<")
                yield Link(line, column, found.url, "", found.image, Markup.HTML)
                number += 1
            continue
        else:
            continue
        token.meta[LINK] = number
        number += 1


def block_links(html: str, first_line: int, source: list[str]) -> Iterator[Link]:
    """The links of a block of HTML that begins on `first_line`."""
    for found in read_html(html).links:
        line = first_line + found.line
        column = _column(source, line, found.url, "<")
        yield Link(line, column, found.url, "", found.image, Markup.HTML)


def _text_until_close(children: list[Token], position: int) -> str:
    depth, parts = 0, []
    for token in children[position:]:
        depth += token.nesting if token.type.startswith("link_") else 0
        if token.type in {"text", "code_inline", "image"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        if depth == 0:
            break
    return "".join(parts)


def _column(source: list[str], line: int, url: str, opening: str) -> int:
    """Where on its line a link begins: the opening mark nearest before its address."""
    row = source[line - 1] if line <= len(source) else ""
    at = row.find(opening if opening not in {"[", "![", "<"} else url)
    if at >= 0 and row.startswith(opening, at):
        return at + 1
    if at < 0:
        return max(row.find(opening), 0) + 1
    return max(row.rfind(opening, 0, at + 1), 0) + 1
