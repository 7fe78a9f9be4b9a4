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
    """Read the questions of some blocks: what is listed under a title 「질문」, what ends with `?`."""
    found: dict[int, Question] = {}
    title: Block | None = None
    list_depth: int | None = None  # of the list under the title
    for block in blocks:
        if not _may_ask(block):
            continue
        if _is_title(block):
            title, list_depth = block, None
            continue
        if title is not None and _ends(title, block):
            title = None
        is_item = title is not None and block.leads
        if is_item and list_depth is None:
            list_depth = block.depth
        # In the lists within it are answers.
        is_listed = is_item and block.depth == list_depth
        for question in _read_block(block, is_listed=is_listed):
            found.setdefault(question.line, question)
    return tuple(sorted(found.values(), key=lambda question: question.line))


def _may_ask(block: Block) -> bool:
    if block.kind in {BlockKind.CODE, BlockKind.ROW}:
        return False
    return bool(block.text.strip())


def _is_title(block: Block) -> bool:
    first = block.text.strip().partition("\n")[0]
    return _TITLE.match(first) is not None


def _ends(title: Block, block: Block) -> bool:
    """Whether a block no longer belongs to the list under a title."""
    if block.kind is BlockKind.HEADING:
        return True
    if title.depth:
        return block.items[: title.depth] != title.items
    return block.strong and not block.depth


def _read_block(block: Block, *, is_listed: bool) -> list[Question]:
    if block.kind is BlockKind.HEADING and not block.text.rstrip().endswith(("?", "？")):
        return []
    rows = block.text.split("\n")
    questions: list[Question] = []
    for line, row in enumerate(rows, block.line):
        if _is_question(row):
            questions.append(_question(row, line))
    if is_listed and not questions and rows[0].strip():
        # An item of a list of questions is one without a mark, too.
        questions.append(_question(rows[0], block.line))
    return [question for question in questions if len(question.text) <= MAX_LENGTH]


def _is_question(row: str) -> bool:
    if not row.strip(" ?？"):
        return False
    return bool(_ASKS.search(row) or _PREFIX.match(row))


def _question(row: str, line: int) -> Question:
    text = _PREFIX.sub("", row)
    return Question(line, text.strip())
