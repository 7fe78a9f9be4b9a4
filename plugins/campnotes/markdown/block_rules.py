"""Where GitHub's own parser (cmark-gfm) reads blocks otherwise than markdown-it does."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_OPEN_CLOSE_TAG_STR
from markdown_it.rules_block import StateBlock, html_block, lheading, paragraph

from campnotes.patterns import regex

_Rule = Callable[[StateBlock, int, int, bool], bool]
_LONE_TAG = regex(HTML_OPEN_CLOSE_TAG_STR + r"\s*$")


def read_tasks_as_text(parser: MarkdownIt) -> None:
    """Behind the box of a task is text: the `1.` of `- [ ] 1. 강의` begins no list."""
    rules = parser.block.ruler
    rules.before("table", "task_text", _task_text)


def end_blocks_at_tags(parser: MarkdownIt) -> None:
    """A tag alone on its line, such as `<br>`, ends a table, and a list or quotation above it."""
    rules = parser.block.ruler
    interrupted = ["paragraph", "reference", "blockquote"]
    rules.at("html_block", _html_block, {"alt": interrupted})


def end_tables_at_lone_bars(parser: MarkdownIt) -> None:
    """A `|` alone on its line ends a table: it is a row without cells."""
    rules = parser.block.ruler
    rules.before("paragraph", "lone_bar", _lone_bar, {"alt": ["blockquote"]})


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
    if "checked" not in opened.meta:
        return False
    if not opened.map:
        return False
    first, _ = opened.map
    return first == line


def _html_block(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if html_block(state, line, end, silent):
        return True
    if not silent or not _ends_at_tag(state, line):
        return False
    if state.is_code_block(line):
        return False
    return _LONE_TAG.match(_line(state, line)) is not None


def _ends_at_tag(state: StateBlock, line: int) -> bool:
    """Tell whether the block that is being read ends at a line that holds nothing but a tag.

    CommonMark lets such a line go on a paragraph. cmark-gfm looks at the block that the line is
    in, and outside of an item or a quotation that is no paragraph.
    """
    if state.parentType in {"table", "blockquote"}:
        return True
    return state.sCount[line] < state.blkIndent


def _lone_bar(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    in_table = silent and state.parentType == "table"
    return in_table and _line(state, line).strip() == "|"


def _line(state: StateBlock, line: int) -> str:
    """A line of a note without its indent."""
    indent = state.tShift[line]
    start = state.bMarks[line] + indent
    end = state.eMarks[line]
    return state.src[start:end]
