"""Write the tags of an author's HTML anew: with final addresses, and with anchors on headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from urllib.parse import quote

from markdown_it.common.normalize_url import normalizeLink

from campnotes.markdown.html import SOURCE, Attributes, HtmlPiece, StartTag

# The attributes of a start tag as a pattern, in HTML that was sanitised.
ATTRIBUTES = r"""(?: [^\s=>"]+="[^"]*")*"""
LONGEST_NORMAL = 2_000  # characters; of a longer address only what must be is encoded
_IN_ADDRESS = (
    "%!#$&'()*+,/:;=?@[]~"  # what an address may hold (RFC 3986, 2.2), and % of one encoded
)


@lru_cache(maxsize=4096)  # a page's own headings are addressed several times, others' by many
def browser_address(address: str) -> str:
    """Encode an address as browsers do, its host too."""
    if len(address) > LONGEST_NORMAL:
        return quote(
            address,
            safe=_IN_ADDRESS,
            errors="replace",
        )
    return normalizeLink(address)


def rewrite_html(piece: HtmlPiece, rewrite: Callable[[StartTag], str]) -> str:
    """Write a piece with each start tag that has an address, and that of each heading, anew.

    `rewrite` gets the tags in the order of the piece.
    """
    parts: list[str] = []
    end = 0
    for tag in piece.rewritable:
        before = piece.shown[end : tag.start]
        parts += [before, rewrite(tag)]
        end = tag.end
    rest = piece.shown[end:]
    return "".join([*parts, rest])


def rewrite_sources(srcset: str, targets: Sequence[str]) -> str:
    """Write a `srcset` with its addresses replaced by `targets`, in order."""
    sources = []
    written = SOURCE.finditer(srcset)
    for match, target in zip(written, targets, strict=True):
        descriptor = match[2] or ""
        sources.append(f"{target}{descriptor}")
    return ", ".join(sources)


def start_tag(name: str, attributes: Attributes) -> str:
    """Write a start tag with these attributes, escaped."""
    written = [name]
    for attribute, value in attributes:
        if value is None:
            written.append(attribute)
            continue
        quoted = escape(value)
        written.append(f'{attribute}="{quoted}"')
    inside = " ".join(written)
    return f"<{inside}>"
