"""Bound how far the end of a link's label is looked for in a text of many open brackets."""

from __future__ import annotations

from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_SPENT = "spent_on_labels"  # in a parse's env: a text, and how much of it was read in vain
FREE = 100_000  # characters that may be read in vain in any text
TIMES = 50  # and how often all of a longer one


def bound_labels(parser: MarkdownIt) -> None:
    """Let a parser give up on brackets in a text with too many that are never closed.

    For each, all the rest of the text is read.
    """
    helpers = parser.helpers
    find = helpers.parseLinkLabel

    def find_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803
        text, spent = state.env.get(_SPENT, ("", 0))
        if text is not state.src:
            spent = 0
        if spent > FREE + TIMES * len(state.src):
            return -1
        end: int = find(state, start, disableNested)
        if end < 0:
            spent += state.posMax - start
            state.env[_SPENT] = (state.src, spent)
        return end

    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=find_end,
        parseLinkDestination=helpers.parseLinkDestination,
        parseLinkTitle=helpers.parseLinkTitle,
    )
