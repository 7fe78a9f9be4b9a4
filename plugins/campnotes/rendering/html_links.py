"""Give the links and images in a piece of HTML their final addresses."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from campnotes.parsing.links import SOURCE, Attributes, addresses, as_shown


class _StartTags(HTMLParser):
    """Finds the start tags with an address, and where they stand in the piece."""

    def __init__(self, piece: str) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [0]
        for row in piece.split("\n")[:-1]:
            self._lines.append(self._lines[-1] + len(row) + 1)
        self.found: list[tuple[int, int, str, Attributes]] = []
        self.feed(piece)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if not any(addresses(tag, attrs)):
            return
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        text = self.get_starttag_text() or ""
        self.found.append((start, start + len(text), tag, attrs))


def rewrite_html(piece: str, rewrite: Callable[[str, Attributes], str]) -> str:
    """The piece with each start tag that has an address replaced by what `rewrite` makes of it.

    `rewrite` gets the tag's name and attributes, and is called in the order of the piece.
    """
    if "<" not in piece:
        return piece
    piece = as_shown(piece)
    parts, end = [], 0
    for start, stop, tag, attributes in _StartTags(piece).found:
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
