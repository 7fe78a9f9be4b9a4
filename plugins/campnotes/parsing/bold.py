"""Read the texts in bold that begin a paragraph or an item: what stands in the place of headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from msgspec import Struct

from campnotes.markdown.document import Document


class BoldText(Struct, frozen=True):
    """A text in bold that begins a paragraph or an item of a list."""

    line: int
    text: str


def read_bold_texts(document: Document) -> Iterator[BoldText]:
    """Go through the bold texts with which paragraphs and items begin: `- **정규화**: 값을 …`."""
    tokens = document.tokens
    for position, token in enumerate(tokens):
        if token.type != "inline" or tokens[position - 1].type != "paragraph_open":
            continue
        text = _bold_at_start(token.children or [])
        if text and token.map is not None:
            line = document.first_line + token.map[0]
            yield BoldText(line, text)


def _bold_at_start(tokens: Sequence[Token]) -> str:
    """The bold text with which an inline token begins, without the colon behind it."""
    parts: list[str] = []
    is_open = False
    for token in tokens:
        if token.type == "strong_open":
            is_open = True
        elif token.type == "strong_close":
            break
        elif is_open:
            parts.append(token.content)
        elif token.content.strip():
            return ""
    return "".join(parts).strip(" :：")
