"""What converters leave: colours of a terminal, and styles of a table (nbconvert, pandas)."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from campnotes.markdown.marks.boxes import find_closing
from campnotes.markdown.marks.mark import Mark, line_text, note_line, stands_as_code
from campnotes.patterns import regex

_COLOUR = regex("\x1b\\[[0-9;]{0,30}[A-Za-z]")
_STYLE_BEGINS = regex(r"<style\b[^<>]*>(?!.*</style>)", re.IGNORECASE)
_STYLE_ENDS = regex(r"(?!<style).*</style>", re.IGNORECASE)
_DIV = regex(r"<div\b[^<>]*>$", re.IGNORECASE)


def _without_colours(body: str) -> str:
    return _COLOUR.sub("", body)


def _use_styles(parser: MarkdownIt) -> None:
    interrupted = ["paragraph", "reference", "blockquote"]
    parser.block.ruler.before("fence", "styles", _read_style, {"alt": interrupted})


def _read_style(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Hide a style, alone or on the line behind a `<div>`, and the empty lines that are in it."""
    if stands_as_code(state, line):
        return False
    style = line
    if _DIV.match(line_text(state, line)):
        style += 1
    if style >= end:
        return False
    closing = find_closing(state, style, end, "styles", _STYLE_BEGINS, _STYLE_ENDS)
    if closing is None:
        return False
    if silent:
        return True
    note_line(state.env, STYLES.name, style)
    if style > line:
        token = state.push("html_block", "", 0)
        token.map = [line, style]
        token.content = state.getLines(line, style, state.blkIndent, True)
    state.line = closing + 1
    return True


COLOURS = Mark(
    "\\x1b[31m (nbconvert)",
    needs=("\x1b[",),
    clean=_without_colours,
)
STYLES = Mark(
    "<style> (nbconvert)",
    needs=("<style",),
    use=_use_styles,
)
