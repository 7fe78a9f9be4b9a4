"""Where GitHub's own parser (cmark-gfm) reads blocks otherwise than markdown-it does."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_OPEN_CLOSE_TAG_STR
from markdown_it.rules_block import StateBlock, html_block, lheading, paragraph

_Rule = Callable[[StateBlock, int, int, bool], bool]
_LONE_TAG = re.compile(HTML_OPEN_CLOSE_TAG_STR + r"\s*$")


def read_tasks_as_text(parser: MarkdownIt) -> None:
    """Behind the box of a task is text: the `1.` of `- [ ] 1. 강의` begins no list."""
    parser.block.ruler.before("table", "task_text", _task_text)


def end_tables_at_tags(parser: MarkdownIt) -> None:
    """A tag alone on its line, such as `<br>`, ends a table and isn't one of its rows."""
    parser.block.ruler.at(
        "html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]}
    )


def _task_text(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if silent or not _begins_task(state, line):
        return False
    if lheading(state, line, end, False):
        return True
    return paragraph(state, line, end, False)


def _begins_task(state: StateBlock, line: int) -> bool:
    """Tell whether a line begins with the box of a task, and has text behind it."""
    if not state.tokens or state.isEmpty(line):
        return False
    opened = state.tokens[-1]
    if "checked" not in opened.meta or not opened.map:
        return False
    first = opened.map[0]
    return first == line


def _html_block(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if html_block(state, line, end, silent):
        return True
    in_table = silent and state.parentType == "table"
    if not in_table or state.is_code_block(line):
        return False
    start = state.bMarks[line] + state.tShift[line]
    text = state.src[start : state.eMarks[line]]
    return _LONE_TAG.match(text) is not None
