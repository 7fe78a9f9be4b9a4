"""Questions in the prose of a lecture that the note itself answers: 「L1을 쓰는 이유는?」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.questions.asking import (
    asks,
    asks_anyhow,
    asks_politely,
    may_end_as_question,
    without_brackets,
)
from campnotes.parsing.questions.stating import instructs, is_numbered
from campnotes.patterns import regex

SHORTEST = 6  # letters: 「차이?」 says too little
SHORTEST_OPEN = 8  # letters: 「어떻게?」 leads on
SHORTEST_QUIZ = 12  # letters: 「왜 그럴까요?」 leads on, too
_ASKS_FOR = regex(
    r"(?:(?:이유|차이점?|방법|확률|한계점?|장점|단점|원리|(?<!의 )의미|역할)\s*(?:은|는)?|[는은한할된될]\s?[것점]은)"
    r"(?:\s?(?:무엇|뭐|뭘)(?:인가요?|일까요?|까요?|죠|지))?\s*[?？][\s\"'”’)*_`]{0,5}$"
)
_SUPPOSES = regex(r"[다라하되]면\s*[?？]\W{0,5}$")
# 「나무가 전부일까?」, 「가지를 자른다면?」: asked if there is an answer.
_MAY_BE_ASKED = regex(
    r"(?:[일할]까|(?<![않없])을까|[는은인]가|[뭔누던인은한]가요|[나까]요|[다라]면)\s*[?？]\W{0,5}$"
)
_INTERROGATIVE = regex(
    r"왜|어떻게|무엇|무슨|어떤|언제|어디|누가|누구|몇|얼마|뭐|뭘|\b(?:why|how|what|which|when|who)\b",
    re.IGNORECASE,
)
_HOW = regex(r"(?:왜|어떻게).{1,200}[까가냐나요]\s?[?？]|\b(?:why|how)\b", re.IGNORECASE)
# 「그럼 어떻게?」 leads on, and 「편향: 얼마나 가까운가?」 says what a term means.
_LEADS_ON = regex(r"(?:어떻게|how|why|왜)\s*[?？]\W{0,5}$|^[^?？]{1,30}\s?[:：]\s", re.IGNORECASE)
# 「왜 쓰는데? : 짧은 코드」, 「왜 이진수를 쓰나? --> 반도체」: the answer stands beside it.
_ANSWERED_BESIDE = regex(
    r"^(?P<asked>[^?？:：]{4,100})[?？]\s{0,2}(?:→|-{1,2}>|=>|⇒|➡|[:：])\s{0,2}\w"
)
# 「갈래가 둘인 이유는? 메모리가 작아서 나눴다.」: the row itself goes on to answer.
_ANSWERED_BEHIND = regex(
    r"^(?P<asked>(?:[^?？.。:：]|\.(?!\s)){4,100}[?？])\s{1,2}"
    r"(?:[^?？.。:：]{4,60}[?？]\s{1,2})?(?P<told>[\w`][^?？]{7,400})$"
)
# 「? 하고 생각해 보니」 quotes a question, and 「? 다음에 읽어볼 것」 leaves it.
_NO_ANSWER = regex(
    r"^(?:하고|라고|라는|라며|하는|에 대한|란|[를을에의로])\s|(?:보기|볼 것|봐야지|보자)[\s.!~]{0,4}$"
)
# 「→ 어떤 직원이 좋을까?」: what follows from something is a step of a thought.
_FOLLOWS = regex(r"^[^?？]{0,200}(?:→|->|=>|⇒|➡)")
# In English, a bold question is rather the title of a slide.
_OWN_WORDS = regex("[가-힣ぁ-ヿ]")
# 「나무란 무엇인가?」 is the title of what a thing is.
_DEFINES = regex(r"무엇인[가지]|무엇일까|뭔가|뭐[예에지죠]")
# An answer that can be no letter of a list: 「답 : 3」.
_ANSWER_IN_WORDS = regex(
    r"^\W{0,6}(?:정?답|정답|해답|답변|answer|回答|答え?|解答)\s*[:：\-]", re.IGNORECASE
)
MOST_ROWS = 3  # of a block, among which an answer may begin
LAST_TOLD = 3  # where the list below a question begins at the latest, counted from it
BLOCKS_TO_ANSWER = 3  # how far below a title its answer may begin


def is_studied(row: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a row of the block at an index is a question to itself. It is one that

    - asks for a reason, a difference or the like, and is all of its block,
    - asks what, why or how above a list that tells, or why or how as the first item below a
      heading, whose others tell,
    - asks why or how and has its answer beside it or on the next row, or asks the reader, as a quiz
      does, in an item of a list,
    - or asks something in an item below which the answer is nested, or beside which another of the
      same numbered list asks too.
    """
    block = blocks[index]
    if block.kind is BlockKind.HTML or not may_end_as_question(row):
        return False
    if _FOLLOWS.match(row):
        return False
    if _is_alone(row, block) and _asks_for_something(row):
        return True
    begin = index + 1
    if "\n" in block.text:
        first, _, _ = block.text.partition("\n")
        return block.leads and row == first.strip() and _is_answered_behind(row)
    if not block.depth:
        below = blocks[begin : index + LAST_TOLD]
        return _tells_itself(row) or _is_told_below(row, below)
    return block.leads and _is_asked_in_item(row, blocks, index)


def _is_asked_in_item(row: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether the only row of an item is a question to itself."""
    block = blocks[index]
    if _is_answered_beside(row) or _is_answered_behind(row):
        return True
    begin = index + 1
    behind = blocks[begin : begin + 1]
    if _may_be_asked(row) and any(_is_nested(other, block) for other in behind):
        return True
    if not _asks_openly(row):
        return False
    if _opens_section(block, blocks, index):
        return True
    if _letters(row) >= SHORTEST_QUIZ and asks_politely(row):
        return True
    before = max(index - 1, 0)
    beside = (*blocks[before:index], *behind)
    return any(_is_nested(other, block) or _asks_beside(other, block) for other in beside)


def is_answered_below(row: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item asks anything and its answer is nested below it: among answers, another question."""
    block = blocks[index]
    if not block.leads or "?" not in row:
        return False
    if _letters(row) < SHORTEST:
        return False
    begin = index + 1
    for other in blocks[begin : begin + 1]:
        is_told = _is_nested(other, block) and _tells(other)
        return is_told and asks_anyhow(row)
    return False


def is_answered_title(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a title is a question of a quiz: it asks or has a number, and 「답 :」 stands below it."""
    if not (is_numbered(text) or instructs(text) or asks_anyhow(text)):
        return False
    behind = index + 1
    for block in blocks[behind : behind + BLOCKS_TO_ANSWER]:
        if block.kind is BlockKind.HEADING:
            return False
        if any(map(_ANSWER_IN_WORDS.match, block.text.split("\n", MOST_ROWS))):
            return True
    return False


def leads_on(row: str) -> bool:
    """Whether a row only leads on to what is told: 「그럼 어떻게?」, 「편향: 얼마나 가까운가?」."""
    return _LEADS_ON.search(row) is not None


def asks_in_bold(text: str) -> bool:
    """Whether a bold line asks for what stands below it, and doesn't only name it."""
    if _asks_for_something(text) or _supposes(text):
        return True
    is_own_word = _OWN_WORDS.search(text) is not None
    return is_own_word and _asks_openly(text) and _DEFINES.search(text) is None


def _asks_for_something(row: str) -> bool:
    """Whether a row asks for a reason, a difference or the like: 「L1을 쓰는 이유는?」."""
    outside = without_brackets(row)
    return _letters(outside) >= SHORTEST and _ASKS_FOR.search(outside) is not None


def _is_alone(row: str, block: Block) -> bool:
    """Whether a row is all of its block, or the first of a few, which answer it."""
    first, _, rest = block.text.partition("\n")
    if not rest:
        return True
    if block.leads or "?" in rest:
        return False
    return row == first.strip()


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


def _is_told_below(row: str, below: Sequence[Block]) -> bool:
    """Whether a line asks what, why or how, and a list below it tells, maybe below a picture."""
    told = next(filter(_has_words, below), None)
    if told is None or not told.leads:
        return False
    marks = row.count("?") + row.count("？")
    return marks == 1 and _asks_openly(row)


def _has_words(block: Block) -> bool:
    return any(map(str.isalnum, block.text))


def _opens_section(block: Block, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item asks why or how as the first below a heading, and the next asks nothing."""
    if _HOW.search(block.text) is None:
        return False
    before = blocks[index - 1] if index else block
    if before.kind is not BlockKind.HEADING:
        return False
    begin = index + 1
    for behind in blocks[begin : begin + 1]:
        return _tells_beside(behind, block)
    return False


def _tells_beside(other: Block, block: Block) -> bool:
    is_beside = other.leads and other.depth == block.depth
    return is_beside and not may_end_as_question(other.text)


def _tells(block: Block) -> bool:
    return not may_end_as_question(block.text)


def _may_be_asked(row: str) -> bool:
    """Whether a row asks, if an answer stands by it: 「나무가 전부일까?」."""
    if _letters(row) < SHORTEST or _LEADS_ON.search(row):
        return False
    return _MAY_BE_ASKED.search(row) is not None


def _is_answered_behind(row: str) -> bool:
    """Whether a row asks for a reason or the like, or why or how, and goes on to answer that."""
    match = _ANSWERED_BEHIND.match(row)
    if match is None or _NO_ANSWER.search(match["told"]):
        return False
    asked = match["asked"]
    return _asks_for_something(asked) or _asks_openly(asked) or _supposes(asked)


def _tells_itself(row: str) -> bool:
    """Whether a line asks for a reason or the like and answers that: 「제일 큰 것은? 나무이다」."""
    match = _ANSWERED_BEHIND.match(row)
    return match is not None and _asks_for_something(match["asked"])


def _supposes(row: str) -> bool:
    """Whether a row asks what happens if something is so: 「가지를 자른다면?」."""
    if _letters(row) < SHORTEST_OPEN:
        return False
    return _SUPPOSES.search(row) is not None


def _is_nested(other: Block, block: Block) -> bool:
    """Whether another block is nested below an item."""
    if not other.is_within(block.items):
        return False
    # An example in code stands in the item itself.
    return other.depth > block.depth or other.kind is BlockKind.CODE


def _asks_beside(other: Block, block: Block) -> bool:
    """Whether another item of the same numbered list asks something too."""
    is_numbered = block.ordered and other.ordered
    is_beside = is_numbered and other.depth == block.depth
    return is_beside and _asks_openly(other.text)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
