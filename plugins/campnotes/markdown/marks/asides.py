"""Notion's callouts: `<aside>` and `</aside>` on lines of their own, with Markdown between."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from campnotes.markdown.marks.boxes import Box, find_closing, read_box
from campnotes.markdown.marks.mark import Mark, note_line, stands_as_code
from campnotes.patterns import regex

_OPENS = regex(r"<aside>$", re.IGNORECASE)
_CLOSES = regex(r"</aside>$", re.IGNORECASE)


def _use(parser: MarkdownIt) -> None:
    interrupted = ["paragraph", "reference", "blockquote"]
    parser.block.ruler.before("fence", "aside", _read, {"alt": interrupted})


def _read(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if stands_as_code(state, line):
        return False
    closing = find_closing(state, line, end, "asides", _OPENS, _CLOSES)
    if closing is None:
        return False
    if not silent:
        note_line(state.env, ASIDES.name, line)
        read_box(state, Box("note", untitled=True), line, closing)
    return True


ASIDES = Mark(
    "<aside> (Notion)",
    needs=("<aside>",),
    use=_use,
)
