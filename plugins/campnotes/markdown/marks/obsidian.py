"""What Obsidian hides: comments between `%%`, and the names of blocks, ` ^a1b2c3`.

Either could be meant otherwise, so both are read only beside other marks of Obsidian.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from campnotes.markdown.marks.mark import Mark, line_text, note_line, note_place, stands_as_code
from campnotes.patterns import regex

_OTHER_MARKS = ("[[", "> [!")
_BLOCK_NAME = regex(r"\^[A-Za-z0-9\-]{1,40}[ \t]*$")


def _use_comments(parser: MarkdownIt) -> None:
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "comment", _read_lines, {"alt": interrupted})
    parser.inline.ruler.before("link", "comment", _read_span)


def _read_lines(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Hide the lines between two that are `%%`."""
    if stands_as_code(state, line) or line_text(state, line) != "%%":
        return False
    closing = _closing_rule(state, line)
    if closing is None or closing >= end:
        return False
    if not silent:
        note_line(state.env, COMMENTS.name, line)
        state.line = closing + 1
    return True


def _closing_rule(state: StateBlock, line: int) -> int | None:
    """The next line after a `%%` that is one too; they are looked for once a note."""
    key = "lines_of_comments"
    pairs: dict[int, int] | None = state.env.get(key)
    if pairs is None:
        rules = []
        for number, row in enumerate(state.src.split("\n")):
            if row.strip(" \t>") == "%%":
                rules.append(number)
        opening, closing = rules[::2], rules[1::2]
        pairs = dict(zip(opening, closing, strict=False))
        state.env[key] = pairs
    return pairs.get(line)


def _read_span(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not state.src.startswith("%%", start):
        return False
    end = state.src.find("%%", start + 2, state.posMax)
    if end < 0:
        return False
    state.pos = end + 2
    if not silent:
        note_place(state, COMMENTS.name, start)
    return True


def _use_block_names(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("link", "block_name", _read_block_name)


def _read_block_name(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if state.src[start] != "^" or (start and not state.src[start - 1].isspace()):
        return False
    found = _BLOCK_NAME.match(state.src, start, state.posMax)
    if found is None or found.end() != len(state.src):
        return False
    state.pos = found.end()
    if not silent:
        note_place(state, BLOCK_NAMES.name, start)
        state.pending = state.pending.rstrip()
    return True


COMMENTS = Mark(
    "%% … %% (Obsidian)",
    needs=("%%",),
    beside=_OTHER_MARKS,
    use=_use_comments,
)
BLOCK_NAMES = Mark(
    "^… (Obsidian)",
    needs=(" ^", "\n^"),
    beside=_OTHER_MARKS,
    use=_use_block_names,
)
