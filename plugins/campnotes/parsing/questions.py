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
_NO_QUESTIONS = frozenset({BlockKind.CODE, BlockKind.ROW})
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
        if block.kind in _NO_QUESTIONS:
            continue
        if not block.text.strip():
            continue
        if _is_title(block):
            title, list_depth = block, None
            continue
        if title is not None and _ends(title, block):
            title = None
        is_item = title is not None and block.leads
        if is_item and list_depth is None:
            list_depth = block.depth
        # In the lists within that list are answers.
        is_listed = is_item and block.depth == list_depth
        questions = _read_block(block, is_listed=is_listed)
        for question in questions:
            found.setdefault(question.line, question)
    lines = sorted(found)
    in_order = [found[line] for line in lines]
    return tuple(in_order)


def _is_title(block: Block) -> bool:
    text = block.text.strip()
    first, _, _ = text.partition("\n")
    match = _TITLE.match(first)
    return match is not None


def _ends(title: Block, block: Block) -> bool:
    """Whether a block no longer belongs to the list under a title."""
    if block.kind is BlockKind.HEADING:
        return True
    if title.depth:
        outer_items = block.items[: title.depth]
        return outer_items != title.items
    return block.strong and not block.depth


def _read_block(block: Block, *, is_listed: bool) -> list[Question]:
    is_heading = block.kind is BlockKind.HEADING
    if is_heading and not _ends_as_question(block.text):
        return []
    questions = _marked_questions(block)
    if is_listed and not questions:
        # An item of a list of questions is one without a mark, too.
        questions = _unmarked_question(block)
    return list(filter(_is_short, questions))


def _is_short(question: Question) -> bool:
    length = len(question.text)
    return length <= MAX_LENGTH


def _marked_questions(block: Block) -> list[Question]:
    questions: list[Question] = []
    rows = block.text.split("\n")
    for line, row in enumerate(rows, block.line):
        if _asks(row):
            question = _question(row, line)
            questions.append(question)
    return questions


def _unmarked_question(block: Block) -> list[Question]:
    first, _, _ = block.text.partition("\n")
    if not first.strip():
        return []
    question = _question(first, block.line)
    return [question]


def _ends_as_question(text: str) -> bool:
    stripped = text.rstrip()
    return stripped.endswith(("?", "？"))


def _asks(row: str) -> bool:
    if not row.strip(" ?？"):
        return False
    if _ASKS.search(row):
        return True
    return _PREFIX.match(row) is not None


def _question(row: str, line: int) -> Question:
    text = _PREFIX.sub("", row)
    text = text.strip()
    return Question(line, text)
