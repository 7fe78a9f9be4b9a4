"""The one Markdown parse of a note, from which both its model and its page come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from msgspec import Struct, field

from campnotes.markdown.autolinks import (
    ENDS_BEFORE_KOREAN,
    OFFSET,
    link_emails,
    link_protocols,
    link_www,
)
from campnotes.markdown.block_rules import (
    end_blocks_at_tags,
    end_tables_at_lone_bars,
    read_tasks_as_text,
)
from campnotes.markdown.emphasis import KoreanInline
from campnotes.markdown.labels import bound_labels
from campnotes.markdown.marks.chain import clean_body, lines_of_marks, marks_in, use_marks
from campnotes.markdown.marks.mark import Mark
from campnotes.markdown.spaced_addresses import has_spaced_addresses, read_spaced_addresses
from campnotes.settings import ParseOptions

_Rule = Callable[[StateInline, bool], bool]
# The inline rules whose tokens must remember where in the source they stand.
_PLACED_RULES = frozenset({"link", "image", "autolink", "html_inline"})
_PLACED_TOKENS = frozenset({"link_open", "image", "html_inline"})
_AS_USUAL = ParseOptions()
MAX_NESTING = 100  # lists count twice: a list in an item


class Document(Struct, frozen=True):
    """A note's body as tokens. `first_line` is the 1-based line of the file on which it begins.

    `marks` are those of other tools than GitHub that were read, with the line of the file on which
    each stands first.
    """

    body: str
    first_line: int
    tokens: list[Token]
    env: dict[str, Any]
    marks: Mapping[str, int] = field(default_factory=dict)


def parse_document(
    body: str,
    first_line: int = 1,
    options: ParseOptions = _AS_USUAL,
) -> Document:
    """Parse a note's body as GitHub does (GFM 0.29 and GitHub's extras), but for `options`."""
    env: dict[str, Any] = {ENDS_BEFORE_KOREAN: options.repair_addresses}
    marks = marks_in(body) if options.read_marks else ()
    cleaned = clean_body(body, marks, env)
    unused = _unused(cleaned)
    parser = _parser(options.repair_emphasis, unused, marks)
    tokens = parser.parse(cleaned, env)
    return Document(
        body=body,
        first_line=first_line,
        tokens=tokens,
        env=env,
        marks=_marks_read(tokens, env, first_line),
    )


def _marks_read(tokens: list[Token], env: dict[str, Any], first_line: int) -> dict[str, int]:
    """The marks that were read, by the line of the file on which each stands first."""
    lines = {}
    for name, line in lines_of_marks(tokens, env).items():
        lines[name] = first_line + line
    return lines


# What a body must hold for a rule to find anything; rules that can't are left out, as each is
# asked at every block or mark.
_NEEDS = {
    "footnote_def": "[^",
    "footnote_ref": "[^",
    "footnote_tail": "[^",
    "math_block": "$",
    "math_inline": "$",
    "html_block": "<",
    "html_inline": "<",
    "autolink": "<",
    "entity": "&",
    "reference": "]:",
    "table": "|",
    "lone_bar": "|",
    "task_text": "] ",
    "strikethrough": "~",
}
# What a body must hold for bare addresses of a kind to be in it.
_SPACED = "spaced_addresses"
_AUTOLINKS = {"://": link_protocols, "www.": link_www, "@": link_emails}


def _unused(body: str) -> tuple[str, ...]:
    """List the rules, and the marks of bare addresses, that can find nothing in a body."""
    unused = []
    for rule, mark in _NEEDS.items():
        if mark not in body:
            unused.append(rule)
    marks = [mark for mark in _AUTOLINKS if mark not in body]
    if not has_spaced_addresses(body):
        marks.append(_SPACED)
    return (*unused, *marks)


@lru_cache(maxsize=256)
def _parser(repair_emphasis: bool, unused: tuple[str, ...], marks: tuple[Mark, ...]) -> MarkdownIt:
    parser = MarkdownIt("zero")
    if repair_emphasis:
        parser.inline = KoreanInline()
    # Beyond MAX_NESTING the parser leaves blocks out; CommonMark's preset does so from 20 on.
    parser.configure("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.options.update(
        tasklists=True,
        alerts=True,
        strikethrough_single_tilde=True,
    )
    parser.use(read_tasks_as_text).use(end_blocks_at_tags).use(end_tables_at_lone_bars)
    parser.use(bound_labels)
    parser.use(footnote_plugin, inline=False)
    for mark, use in _AUTOLINKS.items():
        if mark not in unused:
            parser.use(use)
    if _SPACED not in unused:
        parser.use(read_spaced_addresses)
    # GitHub's math: no space inside the dollars, so $5 and $6 is text.
    parser.use(
        dollarmath_plugin,
        allow_space=False,
        allow_labels=False,
        double_inline=True,
        allow_blank_lines=False,
    )
    # Addresses are kept as written: whether one is safe, and where it leads, is decided later,
    # with a finding, and not by the parser's silence.
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    parser.normalizeLinkText = _as_written  # type: ignore[method-assign, assignment]
    parser.validateLink = _any_address  # type: ignore[method-assign, assignment]
    use_marks(parser, marks)
    for rule in parser.inline.ruler.__rules__:
        if rule.name in _PLACED_RULES:
            rule.fn = _placed(rule.fn)
        if rule.name == "math_inline":
            rule.fn = _between_words(rule.fn)
    parser.disable([rule for rule in unused if rule in _NEEDS])
    return parser


def _as_written(url: str) -> str:
    return url


def _any_address(_url: str) -> bool:
    return True


def _placed(rule: _Rule) -> _Rule:
    """`rule`, whose first token then remembers the offset at which it began."""

    def run(state: StateInline, silent: bool) -> bool:
        start = state.pos
        before = len(state.tokens)
        if not rule(state, silent):
            return False
        added = [] if silent else state.tokens[before:]
        for token in added:
            if token.type in _PLACED_TOKENS:
                token.meta.setdefault(OFFSET, start)
                break
        return True

    return run


def _between_words(rule: _Rule) -> _Rule:
    """`rule` of a dollar, where no letter or digit touches the dollars: `$PATH:$HOME` is text.

    GitHub wants a space or punctuation there; Hangul may stand there, as its particles do.
    """

    def run(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if start and _in_word(state.src[start - 1]):
            return False
        # First only look where the formula ends.
        if not rule(state, True):
            return False
        end = state.pos
        state.pos = start
        if end < len(state.src) and _in_word(state.src[end]):
            return False
        return rule(state, silent)

    return run


def _in_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
