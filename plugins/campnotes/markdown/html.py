"""Read a piece of an author's HTML: its addresses, ids, headings and text, however broken it is.

A piece is read once. What the note links to and what is rewritten when the note is rendered come from
the same result, so that the two count addresses in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from html import escape
from html.parser import HTMLParser

from msgspec import Struct
from msgspec.structs import replace

from campnotes.markdown.html_tables import HtmlRow, TableReader
from campnotes.markdown.kept_tags import TAGS
from campnotes.markdown.nesting import may_nest
from campnotes.patterns import regex

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ol", "ul"})

Attributes = Sequence[tuple[str, str | None]]

# The attributes that hold an address, by tag. All but that of a link are of something shown.
_ADDRESSED = {
    "a": {"href"},
    "img": {"src", "srcset"},
    "source": {"src", "srcset"},
    "video": {"src", "poster"},
}
# One of the addresses of a `srcset`, and how large or dense its image is.
SOURCE = regex(r"([^\s,](?:\S*[^\s,])?)(\s+[\d.]+[wxh])?")
# How many tags, comments and the like that are never closed a piece may have. For each the rest of
# the piece is searched; what stands behind more of them is shown by no browser.
MOST_UNCLOSED = 50
# Tags that GFM shows as text instead of letting them work (GFM 6.11).
_DISALLOWED = regex(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))",
    re.IGNORECASE,
)


class TagAddress(Struct, frozen=True):
    """An address in a start tag, and the attribute that holds it."""

    attribute: str
    url: str


class StartTag(Struct, frozen=True):
    """A start tag that has addresses, or that begins a heading.

    It stands at `start` to `end` of the piece as it is shown. `line` and `column` count from 0 at the
    beginning of the piece. `text` is what a reader sees of a link, up to where it is closed; `lists`
    tells how many lists it stands in.
    """

    name: str
    attributes: Attributes
    addresses: tuple[TagAddress, ...]
    start: int
    end: int
    line: int
    column: int
    text: str = ""
    lists: int = 0

    @property
    def is_image(self) -> bool:
        """Whether its addresses are of something shown, not of something to go to."""
        return self.name != "a"


class HtmlHeading(Struct, frozen=True):
    """A heading in a piece of HTML; `line` counts from 0 at the beginning of the piece."""

    line: int
    level: int
    text: str


class HtmlPiece(Struct, frozen=True):
    """What a piece of HTML holds.

    - `shown`: the piece with the tags that GitHub shows as text as text.
    - `addressed`: the start tags with addresses, in order.
    - `rewritable`: those of them, and the starts of headings, that a browser sees as tags, in order.
    - `ids`: what a link may point at.
    - `headings` and `text`: what a reader sees.
    - `rows`: those of its tables.
    - `nesting`: the tags that open (1) and close (-1) elements within which others lie, in order.
    """

    shown: str
    addressed: tuple[StartTag, ...]
    rewritable: tuple[StartTag, ...]
    ids: tuple[str, ...]
    headings: tuple[HtmlHeading, ...]
    text: str
    nesting: tuple[tuple[str, int], ...] = ()
    rows: tuple[HtmlRow, ...] = ()


def html_as_text(html: str) -> HtmlPiece:
    """Give a piece of HTML that is shown as its source and holds nothing."""
    return HtmlPiece(
        shown=escape(html, quote=False),
        addressed=(),
        rewritable=(),
        ids=(),
        headings=(),
        text=html,
    )


def read_html(html: str) -> HtmlPiece:
    """Read a piece of HTML. Comments hold nothing; scripts and styles are text, as on GitHub."""
    shown = _DISALLOWED.sub("&lt;", html)
    reader = _HtmlReader(shown)
    reader.feed(shown)
    # What only shows when the piece is taken to end here (a tag within an attribute that isn't
    # closed) is a link to look after, but no tag to a browser.
    rewritable = sorted([*reader.addressed, *reader.heading_starts], key=_start)
    ends_in_comment = reader.rawdata.startswith("<!--")
    if not ends_in_comment:
        reader.close()
    return HtmlPiece(
        shown=shown,
        addressed=tuple(reader.addressed),
        rewritable=tuple(rewritable),
        ids=tuple(reader.ids),
        headings=tuple(reader.headings),
        text="".join(reader.text),
        nesting=tuple(reader.nesting),
        rows=tuple(reader.table.finish(shown.count("\n"))),
    )


def _start(tag: StartTag) -> int:
    return tag.start


class _OpenHeading(Struct):
    tag: StartTag
    text_before: int  # how many pieces of text were read before it


class _OpenLink(Struct):
    number: int  # among the tags with addresses
    text_before: int


class _HtmlReader(HTMLParser):
    """Gathers what a piece of HTML holds, tag by tag."""

    def __init__(self, shown: str) -> None:
        super().__init__(convert_charrefs=True)
        self.addressed: list[StartTag] = []
        self.heading_starts: list[StartTag] = []
        self.headings: list[HtmlHeading] = []
        self.ids: list[str] = []
        self.text: list[str] = []
        self.nesting: list[tuple[str, int]] = []
        self.table = TableReader()
        self._line_starts = _line_starts(shown)
        self._open: _OpenHeading | None = None
        self._open_link: _OpenLink | None = None
        self._lists = 0  # those around
        self._unclosed = 0

    # Where each kind of tag that begins at a place ends; -1 where it doesn't.

    def parse_starttag(self, i: int) -> int:
        return self._bounded(super().parse_starttag(i))

    def parse_endtag(self, i: int) -> int:
        return self._bounded(super().parse_endtag(i))

    def parse_comment(self, i: int, report: bool = True) -> int:
        return self._bounded(super().parse_comment(i, report))

    def parse_pi(self, i: int) -> int:
        return self._bounded(super().parse_pi(i))

    def parse_html_declaration(self, i: int) -> int:
        # Outside of comments, HTML has nothing that goes over a `>` (HTML 13.2.5.42).
        if self.rawdata.startswith("<!--", i):
            return self.parse_comment(i)
        return self._bounded(self.rawdata.find(">", i) + 1 or -1)

    def _bounded(self, end: int) -> int:
        """An end, or that of the piece where too much of it isn't closed."""
        if end >= 0:
            return end
        self._unclosed += 1
        return len(self.rawdata) if self._unclosed > MOST_UNCLOSED else end

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_heading = tag in HEADINGS
        addresses = tuple(_addresses(tag, attrs))
        if is_heading or addresses:
            started = self._started(tag, attrs, addresses)
            if is_heading:
                self._open = _OpenHeading(
                    tag=started,
                    text_before=len(self.text),
                )
            if addresses:
                self.addressed.append(started)
        if tag == "a":
            # Links don't stand in each other: a second one closes the first (HTML 13.2.6.4.7).
            self._close_link()
            if addresses:
                self._open_link = _OpenLink(
                    number=len(self.addressed) - 1,
                    text_before=len(self.text),
                )
        self.table.start(tag, attrs, self.getpos()[0] - 1)
        if tag in _LISTS:
            self._lists += 1
        self._gather_ids(tag, attrs)
        if may_nest(tag):
            self.nesting.append((tag, 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_startendtag(tag, attrs)
        # To a browser `<div/>` is no more closed than `<div>`.
        if may_nest(tag):
            self.nesting.pop()

    def _started(
        self, tag: str, attributes: Attributes, addresses: tuple[TagAddress, ...]
    ) -> StartTag:
        line, column = self.getpos()
        start = self._line_starts[line - 1] + column
        written = self.get_starttag_text() or ""
        return StartTag(
            name=tag,
            attributes=attributes,
            addresses=addresses,
            start=start,
            end=start + len(written),
            line=line - 1,
            column=column,
            lists=self._lists,
        )

    def _gather_ids(self, tag: str, attributes: Attributes) -> None:
        # A tag that isn't kept takes its id with it.
        if tag not in TAGS:
            return
        given = {name: value for name, value in attributes if value is not None}
        ids = [given.get("id", "")]
        # Anchors were named so before there were ids.
        if tag == "a":
            ids.append(given.get("name", ""))
        for anchor in filter(None, ids):
            # What begins so is the theme's own, and taken out of a note.
            if not anchor.startswith("__"):
                self.ids.append(anchor)

    def handle_endtag(self, tag: str) -> None:
        self.table.end(tag, self.getpos()[0] - 1)
        if may_nest(tag):
            self.nesting.append((tag, -1))
        if tag in _LISTS:
            self._lists = max(self._lists - 1, 0)
        if tag == "a":
            self._close_link()
        opened = self._open
        if opened is None or opened.tag.name != tag:
            return
        pieces = self.text[opened.text_before :]
        text = "".join(pieces)
        heading = HtmlHeading(
            line=opened.tag.line,
            level=int(tag[1]),
            text=" ".join(text.split()),
        )
        self.headings.append(heading)
        self.heading_starts.append(opened.tag)
        self._open = None

    def _close_link(self) -> None:
        """Give the link that is closed its text."""
        opened = self._open_link
        if opened is None:
            return
        pieces = self.text[opened.text_before :]
        words = "".join(pieces).split()
        tag = self.addressed[opened.number]
        self.addressed[opened.number] = replace(tag, text=" ".join(words))
        self._open_link = None

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        self.table.data(data)


def _line_starts(text: str) -> list[int]:
    """Where in a text each of its lines begins."""
    starts = []
    start = 0
    for row in text.split("\n"):
        starts.append(start)
        start += len(row) + 1
    return starts


def _addresses(tag: str, attributes: Attributes) -> Iterator[TagAddress]:
    """Find the addresses in a start tag, in order."""
    holding: Set[str] = _ADDRESSED.get(tag, frozenset())
    given: set[str] = set()
    for name, value in attributes:
        # Of an attribute that is given twice, HTML takes the first.
        is_first = name not in given
        if not is_first or name not in holding:
            continue
        if value is None:
            continue
        given.add(name)
        if name == "srcset":
            for match in SOURCE.finditer(value):
                yield TagAddress(name, match[1])
        else:
            yield TagAddress(name, value.strip())
