"""Questions in the prose of a lecture that the note itself answers: 「L1을 쓰는 이유는?」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campnotes.parsing.asking import asks, asks_politely, without_brackets
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.question_parts import is_within
from campnotes.patterns import regex

SHORTEST = 6  # letters: 「차이?」 says too little
SHORTEST_OPEN = 8  # letters: 「어떻게?」 leads on
SHORTEST_QUIZ = 12  # letters: 「왜 그럴까요?」 leads on, too
_ASKS_FOR = regex(
    r"(?:이유|차이점?|방법|확률|한계점?|장점|단점|원리|의미|역할)\s*(?:은|는)?\s*[?？][\s\"'”’)*_`]{0,5}$"
)
_INTERROGATIVE = regex(
    r"왜|어떻게|무엇|무슨|어떤|언제|어디|누가|누구|몇|얼마|뭐|뭘|\b(?:why|how|what|which|when|who)\b",
    re.IGNORECASE,
)
# 「그럼 어떻게?」 leads on, and 「편향: 얼마나 가까운가?」 says what a term means.
_LEADS_ON = regex(r"(?:어떻게|how|why|왜)\s*[?？]\W{0,5}$|^[^?？]{1,30}\s?[:：]\s", re.IGNORECASE)
# 「왜 쓰는데? : 짧은 코드」, 「왜 이진수를 쓰나? --> 반도체」: the answer stands beside it.
_ANSWERED_BESIDE = regex(
    r"^(?P<asked>[^?？:：]{4,100})[?？]\s{0,2}(?:→|-{1,2}>|=>|⇒|➡|[:：])\s{0,2}\w"
)


def is_studied(row: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a row of the block at an index is a question to itself. It is one that

    - asks for a reason, a difference or the like, and is all of its block,
    - asks why or how and has its answer beside it, or asks the reader, as a quiz does, in an item of
      a list,
    - or asks something in an item below which the answer is nested, or beside which another of the
      same numbered list asks too.
    """
    block = blocks[index]
    is_alone = "\n" not in block.text
    if not is_alone or block.kind is BlockKind.HTML:
        return False
    if asks_for_something(row):
        return True
    if block.leads and _is_answered_beside(row):
        return True
    if not block.leads or not _asks_openly(row):
        return False
    if _letters(row) >= SHORTEST_QUIZ and asks_politely(row):
        return True
    before, behind = max(index - 1, 0), index + 1
    beside = (*blocks[before:index], *blocks[behind : behind + 1])
    return any(_is_nested(other, block) or _asks_beside(other, block) for other in beside)


def asks_for_something(row: str) -> bool:
    """Whether a row asks for a reason, a difference or the like: 「L1을 쓰는 이유는?」."""
    outside = without_brackets(row)
    return _letters(outside) >= SHORTEST and _ASKS_FOR.search(outside) is not None


def _asks_openly(row: str) -> bool:
    """Whether a row asks what, why or how."""
    if _letters(row) < SHORTEST_OPEN or not asks(row):
        return False
    if _LEADS_ON.search(row):
        return False
    return _INTERROGATIVE.search(row) is not None


def _is_answered_beside(row: str) -> bool:
    """Whether a row asks what, why or how, and answers that itself."""
    match = _ANSWERED_BESIDE.match(row)
    return match is not None and _INTERROGATIVE.search(match["asked"]) is not None


def _is_nested(other: Block, block: Block) -> bool:
    """Whether another block is nested below an item."""
    is_deeper = other.depth > block.depth
    return is_deeper and is_within(other, block.items)


def _asks_beside(other: Block, block: Block) -> bool:
    """Whether another item of the same numbered list asks something too."""
    is_numbered = block.ordered and other.ordered
    is_beside = is_numbered and other.depth == block.depth
    return is_beside and _asks_openly(other.text)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
