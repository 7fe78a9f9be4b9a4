"""HackMD's lines of tags, `###### tags: NLP`: small print there, and no heading of the note."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from campnotes.markdown.marks.mark import Mark, note_line
from campnotes.patterns import regex

_TAGS = regex(r"tags[ \t]*[:：]", re.IGNORECASE)


def _use(parser: MarkdownIt) -> None:
    parser.core.ruler.after("block", "tag_lines", _read)


def _read(state: StateCore) -> None:
    for position, token in enumerate(state.tokens):
        if token.type != "heading_open":
            continue
        inline, closed = state.tokens[position + 1 : position + 3]
        if not _TAGS.match(inline.content):
            continue
        first, _ = token.map or [0, 0]
        note_line(state.env, TAG_LINES.name, first)
        token.type, closed.type = "paragraph_open", "paragraph_close"
        token.tag = closed.tag = "p"


TAG_LINES = Mark(
    "###### tags: (HackMD)",
    needs=("# tags:", "# Tags:", "# TAGS:", "# tags："),
    use=_use,
)
