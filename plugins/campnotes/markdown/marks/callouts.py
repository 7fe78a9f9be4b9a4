"""Obsidian's callouts: `> [!tip]- 제목` is a box, folded by the `-` and open by a `+`.

GitHub's own five alerts are read before, as GitHub reads them.
"""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from campnotes.markdown.marks.boxes import Box, closing_token, opening_tokens
from campnotes.markdown.marks.mark import Mark, note_line
from campnotes.patterns import regex

_FIRST_LINE = regex(r"\[!(?P<kind>[^\W\d][\w \-]{0,30})(?:\|[^\[\]\n]{0,60})?\](?P<fold>[+-]?)")


def _use(parser: MarkdownIt) -> None:
    parser.core.ruler.after("block", "callouts", _read)


def _read(state: StateCore) -> None:
    tokens: list[Token] = []
    quotations: list[Box | None] = []
    given = state.tokens
    at = 0
    while at < len(given):
        token = given[at]
        at += 1
        if token.type == "blockquote_close":
            box = quotations.pop()
            tokens.append(token if box is None else closing_token(box))
            continue
        if token.type != "blockquote_open":
            tokens.append(token)
            continue
        box = _callout(given, at)
        quotations.append(box)
        if box is None:
            tokens.append(token)
            continue
        first, last = token.map or [0, 0]
        note_line(state.env, CALLOUTS.name, first)
        tokens += opening_tokens(box, first, last)
        tokens += _rest(given[at : at + 3])
        at += 3
    state.tokens = tokens


def _callout(tokens: list[Token], at: int) -> Box | None:
    """The box that a quotation is whose first block stands at a position."""
    if at + 1 >= len(tokens) or not _may_begin(tokens[at]):
        return None
    row, _, _ = tokens[at + 1].content.partition("\n")
    found = _FIRST_LINE.match(row)
    # `[!note](address)` is a link.
    if found is None or row[found.end() :].startswith(("(", "[")):
        return None
    return Box(
        kind=found["kind"].strip(),
        title=row[found.end() :].strip(),
        folds=bool(found["fold"]),
        opened=found["fold"] == "+",
    )


def _may_begin(opened: Token) -> bool:
    """Tell whether a block may begin a callout: also one that a `---` below makes a heading."""
    if opened.type == "heading_open":
        return opened.markup in {"-", "="}
    return opened.type == "paragraph_open"


def _rest(block: list[Token]) -> list[Token]:
    """The first block of a callout without its first line; a rule if only that was below it."""
    opened, inline, closed = block
    _, _, rest = inline.content.partition("\n")
    first, last = inline.map or [0, 0]
    if not rest and opened.markup == "-":
        return [
            Token(
                "hr",
                "hr",
                0,
                block=True,
                map=[last, last + 1],
            )
        ]
    if not rest:
        return []
    lines = [first + 1, last]
    return [
        replace(opened, map=lines),
        replace(
            inline,
            content=rest,
            map=lines,
        ),
        closed,
    ]


CALLOUTS = Mark(
    "> [!tip] (Obsidian)",
    needs=("[!",),
    use=_use,
)
