"""Marked text: `==이것==` of HackMD, Obsidian and Typora."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from campnotes.markdown.marks.mark import Mark, note_place

_SIGNS = "!<>=+-*/%&|^~:"  # what makes an operator of `==`


def _use(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("link", "highlight", _read)


def _read(state: StateInline, silent: bool) -> bool:
    """Read a marked text. `x==1 and y==2` is none, as a letter or sign stands before it."""
    src = state.src
    start = state.pos
    if not src.startswith("==", start) or _touches(src, start - 1) or silent:
        return False
    inner = start + 2
    end = src.find("==", inner, state.posMax)
    if end <= inner or src[inner].isspace() or src[end - 1].isspace():
        return False
    if _touches(src, end + 2) or src[inner] == "=" or "\n" in src[inner:end]:
        return False
    note_place(state, HIGHLIGHTS.name, start)
    around = state.posMax
    state.push("mark_open", "mark", 1)
    state.pos = inner
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push("mark_close", "mark", -1)
    state.pos = end + 2
    state.posMax = around
    return True


def _touches(text: str, at: int) -> bool:
    """Tell whether a Latin letter, a digit or an operator's sign stands at a place."""
    if at < 0 or at >= len(text):
        return False
    character = text[at]
    is_word = character.isascii() and (character.isalnum() or character == "_")
    return is_word or character in _SIGNS


HIGHLIGHTS = Mark(
    "==…== (HackMD, Obsidian)",
    needs=("==",),
    use=_use,
)
