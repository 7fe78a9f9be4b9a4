"""Boxes between colons: `:::info 제목` of HackMD, Docusaurus and VuePress."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from campnotes.markdown.marks.boxes import KINDS, Box, find_closing, read_box
from campnotes.markdown.marks.mark import Mark, line_text, note_line, stands_as_code
from campnotes.patterns import regex

_FOLDED = frozenset({"spoiler", "details"})
_NAMES = "|".join(
    sorted(
        {*KINDS, *_FOLDED},
        key=len,
        reverse=True,
    )
)
_OPENS = regex(rf":{{3,}}[ \t]*(?P<kind>{_NAMES})\b(?P<title>[^\n]*)$", re.IGNORECASE)
_CLOSES = regex(":{3,}$")
_BRACKETED = regex(r"\[(?P<title>[^\[\]]*)\]$")


def _use(parser: MarkdownIt) -> None:
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "fenced_box", _read, {"alt": interrupted})


def _read(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if stands_as_code(state, line):
        return False
    closing = find_closing(state, line, end, "fenced_boxes", _OPENS, _CLOSES)
    if closing is None:
        return False
    if silent:
        return True
    opened = _OPENS.match(line_text(state, line))
    assert opened is not None
    note_line(state.env, FENCED_BOXES.name, line)
    read_box(state, _box(opened), line, closing)
    return True


def _box(opened: re.Match[str]) -> Box:
    title = opened["title"].strip()
    bracketed = _BRACKETED.match(title)
    if bracketed:
        title = bracketed["title"].strip()
    kind = opened["kind"].lower()
    return Box(
        kind=kind,
        title=title,
        folds=kind in _FOLDED,
    )


FENCED_BOXES = Mark(
    ":::info (HackMD)",
    needs=(":::",),
    use=_use,
)
