"""Questions asked in a part of a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from campnotes.parsing.blocks import Block, BlockKind

_TITLE = re.compile(
    r"^[\W_]*(?:further\s+)?(?:questions?|질문(?:\s*(?:사항|내용|거리|들|과\s*답변?|\s*&\s*답변?))?|추가\s*질문|"
    r"q\s*(?:&|and|n)\s*a|질의\s*응답|질의|궁금한?\s*(?:점|것|사항))[\W_]*$",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"^\s*(?:q\s*\d*\s*[.:)]|질문\s*\d*\s*[:.)]|❓|🙋\S*)\s*(?=\S)", re.IGNORECASE)
_ASKS = re.compile(r"[?？][\s\"'”’)\]~!ㅎㅋㅠ^.*]*$")
MAX_LENGTH = 400


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its 1-based line and its text without the `Q.` before it."""

    line: int
    text: str


def read_questions(blocks: Sequence[Block]) -> tuple[Question, ...]:
    """The questions of some blocks: what stands under a title 「질문」, and what ends with `?`."""
    found: dict[int, Question] = {}
    listed_under: int | None = None  # the list depth of the questions under a title
    title: Block | None = None
    for block in blocks:
        if block.kind in {BlockKind.CODE, BlockKind.ROW} or not block.text.strip():
            continue
        if _is_title(block):
            title, listed_under = block, None
            continue
        if title is not None and _ends(title, block):
            title = None
        if title is not None and block.leads:
            listed_under = block.depth if listed_under is None else listed_under
        for question in _asked(block, titled=title is not None and block.leads
                               and block.depth == listed_under):  # fmt: skip
            found.setdefault(question.line, question)
    return tuple(sorted(found.values(), key=lambda q: q.line))


def _is_title(block: Block) -> bool:
    return _TITLE.match(block.text.strip().split("\n")[0]) is not None


def _ends(title: Block, block: Block) -> bool:
    """Whether a block no longer belongs to the list under a title."""
    if block.kind is BlockKind.HEADING:
        return True
    if title.depth:
        return block.items[: title.depth] != title.items
    return block.strong and not block.depth


def _asked(block: Block, *, titled: bool) -> list[Question]:
    if block.kind is BlockKind.HEADING and not block.text.rstrip().endswith(("?", "？")):
        return []
    rows = block.text.split("\n")
    asked = [
        Question(block.line + i, _PREFIX.sub("", row).strip())
        for i, row in enumerate(rows)
        if (_ASKS.search(row) or _PREFIX.match(row)) and row.strip(" ?？")
    ]
    if not asked and titled and rows[0].strip():
        asked = [Question(block.line, _PREFIX.sub("", rows[0]).strip())]
    return [q for q in asked if len(q.text) <= MAX_LENGTH]
