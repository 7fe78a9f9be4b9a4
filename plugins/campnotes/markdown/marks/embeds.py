"""Embedded notes, `![[노트]]`: on a line of its own, a card that leads to the note."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from campnotes.markdown.marks.boxes import Box, closing_token, opening_tokens
from campnotes.markdown.marks.mark import Mark
from campnotes.markdown.marks.wikilinks import EMBEDDED

_CARD = Box("quote", untitled=True)


def _use(parser: MarkdownIt) -> None:
    parser.core.ruler.after("inline", "cards", _read)


def _read(state: StateCore) -> None:
    tokens: list[Token] = []
    card_ends_at = -1
    for position, token in enumerate(state.tokens):
        if token.type == "paragraph_open" and _is_embed(state.tokens[position + 1]):
            first, last = token.map or [0, 0]
            tokens += opening_tokens(_CARD, first, last)
            token.attrSet("class", "admonition-title")
            card_ends_at = position + 2
        tokens.append(token)
        if position == card_ends_at:
            tokens.append(closing_token(_CARD))
    state.tokens = tokens


def _is_embed(inline: Token) -> bool:
    children = inline.children or []
    return len(children) == 3 and bool(children[0].meta.get(EMBEDDED))


EMBEDS = Mark(
    "![[…]] (Obsidian)",
    needs=("![[",),
    use=_use,
)
