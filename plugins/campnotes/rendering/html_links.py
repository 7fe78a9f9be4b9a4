"""Give links and images in a piece of HTML their final addresses, and headings their anchors."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from campnotes.parsing.links import HEADINGS, SOURCE, Attributes, addresses, as_shown


class _StartTags(HTMLParser):
    """Finds the start tags with an address or of a heading, and where they stand in the piece."""

    def __init__(self, piece: str) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [0]
        for row in piece.split("\n")[:-1]:
            self._lines.append(self._lines[-1] + len(row) + 1)
        self.found: list[tuple[int, int, str, Attributes]] = []
        self._heading: tuple[int, int, str, Attributes] | None = None
        self.feed(piece)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag not in HEADINGS and not any(addresses(tag, attrs)):
            return
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        text = self.get_starttag_text() or ""
        place = (start, start + len(text), tag, attrs)
        if tag in HEADINGS:
            self._heading = place
        else:
            self.found.append(place)

    def handle_endtag(self, tag: str) -> None:
        if self._heading is not None and tag == self._heading[2]:
            self.found.append(self._heading)
            self._heading = None


def rewrite_html(piece: str, rewrite: Callable[[str, Attributes], str]) -> str:
    """The piece with each start tag that has an address, and that of each heading, rewritten.

    `rewrite` gets the tag's name and attributes, and is called in the order of the piece.
    """
    if "<" not in piece:
        return piece
    piece = as_shown(piece)
    parts, end = [], 0
    for start, stop, tag, attributes in sorted(_StartTags(piece).found, key=lambda f: f[0]):
        parts += [piece[end:start], rewrite(tag, attributes)]
        end = stop
    return "".join([*parts, piece[end:]])


def rewrite_sources(value: str, targets: list[str]) -> str:
    """A `srcset` with its addresses replaced by `targets`, in order."""
    descriptors = [match[2] or "" for match in SOURCE.finditer(value)]
    return ", ".join(f"{t}{d}" for t, d in zip(targets, descriptors, strict=True))


def start_tag(tag: str, attributes: Attributes) -> str:
    """A start tag with these attributes, escaped."""
    written = "".join(
        f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attributes
    )
    return f"<{tag}{written}>"
