"""Places of generated contents, `[TOC]`: a site's pages have their own beside them."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from campnotes.markdown.marks.mark import Mark, line_text, note_line, stands_as_code
from campnotes.patterns import regex

_PLACE = regex(r"(?:@?\[toc\]|\[\[_?toc_?\]\]|\$\{toc\})$", re.IGNORECASE)


def _use(parser: MarkdownIt) -> None:
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "place_of_contents", _read, {"alt": interrupted})


def _read(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    if stands_as_code(state, line) or not _PLACE.match(line_text(state, line)):
        return False
    # `[toc]` may be a link that is defined elsewhere in the note.
    if _is_defined(state):
        return False
    if not silent:
        note_line(state.env, PLACES_OF_CONTENTS.name, line)
        state.line = line + 1
    return True


def _is_defined(state: StateBlock) -> bool:
    """Tell whether `[toc]` is a link that is defined somewhere in the note."""
    key = "is_toc_defined"
    known: bool | None = state.env.get(key)
    if known is None:
        known = "[toc]:" in state.src.lower()
        state.env[key] = known
    return known


PLACES_OF_CONTENTS = Mark(
    "[TOC]",
    needs=("[TOC]", "[toc]", "[Toc]", "[[_TOC_]]", "${toc}"),
    use=_use,
)
