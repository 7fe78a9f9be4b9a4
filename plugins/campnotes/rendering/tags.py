"""Write the tags of an author's HTML anew: with final addresses, and with anchors on headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from campnotes.markdown.html import SOURCE, Attributes, HtmlPiece, StartTag


def rewrite_html(piece: HtmlPiece, rewrite: Callable[[StartTag], str]) -> str:
    """Write a piece with each start tag that has an address, and that of each heading, anew.

    `rewrite` gets the tags in the order of the piece.
    """
    parts: list[str] = []
    end = 0
    for tag in piece.rewritable:
        parts.append(piece.shown[end : tag.start])
        parts.append(rewrite(tag))
        end = tag.end
    parts.append(piece.shown[end:])
    return "".join(parts)


def rewrite_sources(srcset: str, targets: Sequence[str]) -> str:
    """Write a `srcset` with its addresses replaced by `targets`, in order."""
    sources = []
    for match, target in zip(SOURCE.finditer(srcset), targets, strict=True):
        descriptor = match[2] or ""
        sources.append(f"{target}{descriptor}")
    return ", ".join(sources)


def start_tag(name: str, attributes: Attributes) -> str:
    """Write a start tag with these attributes, escaped."""
    written = [name]
    for attribute, value in attributes:
        written.append(attribute if value is None else f'{attribute}="{escape(value)}"')
    return f"<{' '.join(written)}>"
