"""HackMD's line numbers: ```` ```python= ````, ```` ```python=12 ````, ```` ```python=+ ````."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from campnotes.markdown.marks.mark import Mark, note_line
from campnotes.patterns import regex

_NUMBERED = regex(r"(?P<language>[\w+#.\-]*)=(?:\d{1,9}|\+)?(?=\s|$)")


def _use(parser: MarkdownIt) -> None:
    parser.core.ruler.after("block", "fence_numbers", _read)


def _read(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "fence" or "=" not in token.info:
            continue
        info = token.info.strip()
        found = _NUMBERED.match(info)
        if found is None:
            continue
        first, _ = token.map or [0, 0]
        note_line(state.env, FENCE_NUMBERS.name, first)
        token.info = found["language"] + info[found.end() :]


FENCE_NUMBERS = Mark(
    "```python= (HackMD)",
    needs=("```", "~~~"),
    use=_use,
)
