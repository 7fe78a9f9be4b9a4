"""kramdown's attributes, `{: .class}`: hidden, but for the width of an image."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from campnotes.markdown.marks.mark import (
    Mark,
    line_text,
    note_line,
    note_place,
    stands_as_code,
)
from campnotes.patterns import regex

_ATTRIBUTE = r"(?:\.-?[A-Za-z_][\w\-]*|\#[A-Za-z_][\w\-:.]*|[A-Za-z][\w\-]*=(?:\"[^\"\n{}]*\"|'[^'\n{}]*'|[\w%.\-]+))"
_LIST = rf"[ \t]*(?:toc|{_ATTRIBUTE})(?:[ \t]+{_ATTRIBUTE}|(?=\.){_ATTRIBUTE})*[ \t]*"
_LINE = regex(rf"\{{:(?:{_LIST}|toc:{_LIST})\}}$")
_EXTENSION = regex(r"\{(?:::(?:options|nomarkdown)\b[^{}\n]*|:/(?:nomarkdown)?)/?\}$")
_SPAN = regex(rf"\{{:?{_LIST}\}}")
_ITEM = regex(r"(?:[*+-]|\d{1,9}[.)])[ \t]+\S")
_OF_HEADING = regex(rf"[ \t]*\{{:?{_LIST}\}}[ \t]*$")
_SIZE = regex(r"""\b(width|height|w|h)=["']?(\d{1,4}%?)(?:px)?["']?(?=[ \t}])""")
_SIDES = {"w": "width", "h": "height"}
LONGEST = 300  # characters of a list of attributes


def _use(parser: MarkdownIt) -> None:
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "attributes", _read_line, {"alt": interrupted})
    parser.block.ruler.before("list", "contents_of_kramdown", _read_contents)
    parser.core.ruler.after("block", "heading_attributes", _read_headings)
    parser.inline.ruler.before("link", "attributes", _read_span)


def _read_line(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    if stands_as_code(state, line) or not _is_attributes(line_text(state, line)):
        return False
    if not silent:
        note_line(state.env, KRAMDOWN.name, line)
        state.line = line + 1
    return True


def _is_attributes(text: str) -> bool:
    if not text.startswith("{:") or len(text) > LONGEST:
        return False
    return bool(_LINE.match(text) or _EXTENSION.match(text))


def _read_contents(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Hide the item in the place of which kramdown puts the contents: `* TOC`, then `{:toc}`."""
    if silent or line + 1 >= end or stands_as_code(state, line):
        return False
    if not line_text(state, line + 1).startswith("{:toc"):
        return False
    is_place = _ITEM.match(line_text(state, line)) and _is_attributes(line_text(state, line + 1))
    if not is_place:
        return False
    note_line(state.env, KRAMDOWN.name, line + 1)
    state.line = line + 2
    return True


def _read_headings(state: StateCore) -> None:
    """Take the attributes out of headings; an id that one gives stands in it still."""
    for position, token in enumerate(state.tokens):
        if token.type != "heading_open":
            continue
        inline = state.tokens[position + 1]
        at = inline.content.rfind("{")
        if at < 0 or len(inline.content) - at > LONGEST:
            continue
        begin = len(inline.content[:at].rstrip())
        found = _OF_HEADING.match(inline.content, begin)
        if found is None or not begin:
            continue
        first, _ = token.map or [0, 0]
        note_line(state.env, KRAMDOWN.name, first)
        inline.content = inline.content[:begin]


def _read_span(state: StateInline, silent: bool) -> bool:
    """Hide attributes right behind an image, a link or something emphasised."""
    start = state.pos
    if state.src[start] != "{" or silent or state.pending:
        return False
    before = state.tokens[-1] if state.tokens else None
    if before is None or not _may_have_attributes(before):
        return False
    found = _SPAN.match(state.src, start, min(start + LONGEST, state.posMax))
    if found is None:
        return False
    if before.type == "image":
        for side, size in _SIZE.findall(found[0]):
            before.attrs[_SIDES.get(side, side)] = size
    note_place(state, KRAMDOWN.name, start)
    state.pos = found.end()
    return True


def _may_have_attributes(token: Token) -> bool:
    if token.type in {"image", "link_close", "code_inline"}:
        return True
    return token.type == "text" and token.content.strip("*_") == ""


KRAMDOWN = Mark(
    "{: …} (kramdown)",
    needs=("{:", "{#", "){", "]{"),
    use=_use,
)
