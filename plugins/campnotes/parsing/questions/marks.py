"""The marks that authors put before a question: `Q.`, 「질문 1.」, 「나래님 질문 :」."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from campnotes.parsing.names import is_certain_name
from campnotes.parsing.questions.askers import NAME
from campnotes.patterns import regex

LONGEST_ROW = 1_000  # characters among which a mark and its question are looked for
LONGEST_MARK = 60  # characters in which a mark begins
# Without one of these there is no mark.
_MAY_MARK = regex(r"[❓❔🙋問Qq]|질문")


class AskingForm(Struct, frozen=True):
    """A form that marks a row as a question.

    - `pattern` has the group `text`, the question itself, which may be empty: it follows below. It may
      have `asker`, the name of who asks.
    - `example` is a row that it marks, and `counter_example` one much like it that it doesn't. Both
      are run as tests.
    - What a `sure` form marks is a question, even if it doesn't ask; one `by_name` only if the name
      certainly is one; one that is `bare` only if it asks or is answered: 「Q 러닝」 is none.
    """

    pattern: re.Pattern[str]
    example: str
    counter_example: str
    sure: bool = True
    by_name: bool = False
    bare: bool = False


MARKS = (
    AskingForm(
        pattern=regex(
            r"^\W{0,6}(?:(?:꼬리|추가|예상|면접)\s?)?(?:질문|質問|問題?)\s*"
            r"(?:\d{0,3}\s*[:：.)\]]\s*(?P<text>.*)|\d{1,3}\W{0,3})$"
        ),
        example="질문 1. 왜 나무인가요",
        counter_example="질문이 많았다: 좋다",
    ),
    AskingForm(
        pattern=regex(
            rf"^\W{{0,4}}(?P<asker>{NAME}(?:\s?님)?)(?:의|이)?\s*질문\s*(?:사항|내용)?\s*"
            r"(?:[:：\-]\s*(?P<text>.*))?$"
        ),
        example="나래님 질문 : 왜 나무인지",
        counter_example="나래님 질문에 답해 주었다",
    ),
    AskingForm(
        pattern=regex(
            rf"^.{{0,30}}\s질문\s*\(\s*(?P<asker>{NAME}(?:\s?님)?)\s*\)\W{{0,3}}(?P<text>.*)$"
        ),
        example="선택 과제 2 질문(김나래님)",
        counter_example="선택 과제 2 질문 (오늘) 정리",
        by_name=True,
    ),
    AskingForm(
        pattern=regex(
            rf"^.{{0,30}}?질문\s*by\s+(?P<asker>{NAME}(?:\s?님)?)\s*[:：]\s*(?P<text>\S.*)$"
        ),
        example="과제 3 질문 by 나래님: 가지의 수는 무엇을 뜻하는지",
        counter_example="과제 3 질문 by 메일",
    ),
    AskingForm(
        pattern=regex(
            rf"^\W{{0,4}}[Qq]\s*[.:]?\s+(?P<asker>{NAME}\s?님)\s*[:：]\s*(?P<text>\S.*)$"
        ),
        example="Q 나래님 : 가지를 왜 치나요",
        counter_example="Q 나래님이 물었다: 좋다",
    ),
    AskingForm(
        pattern=regex(
            rf"^\W{{0,4}}[Qq]\s?\d{{0,3}}\W{{0,3}}[(\[]\s?(?P<asker>{NAME}(?:\s?님)?)\s?[)\]]\W{{0,3}}"
            r"(?P<text>\S.*)$"
        ),
        example="Q1. (나래님) 가지를 왜 치나요",
        counter_example="Q (나래) 가지",
        sure=False,
    ),
    AskingForm(
        pattern=regex(r"^\W{0,4}[(\[](?:지난|추가|사전|남은)?\s?질문[)\]]\W{0,4}(?P<text>\w.*)$"),
        example="(지난 질문) 가지치기의 시기",
        counter_example="(질문이 많았다) 가지치기의 시기",
    ),
    AskingForm(
        pattern=regex(r"^[^\w\s]{0,4}[❓❔🙋]\W{0,6}(?P<text>\w.*)$"),
        example="👶❓ : 나무가 왜 좋은가",
        counter_example="나무가 좋다 ❓",
    ),
    AskingForm(
        pattern=regex(
            r"^\W{0,6}(?:Q|q(?!\s*[:：])|(?i:question))[\s_#]*\d{0,3}\s*"
            r"(?:(?:[.:：．)\]]|\s[\-–]\s)\W{0,4}(?P<text>.*))?$"
        ),
        example="Q1. 왜 나무인가요?",
        counter_example="Q: query를 담은 벡터",
        sure=False,
    ),
    AskingForm(
        pattern=regex(r"^\W{0,6}Q\s?\d{0,3}\s+(?!(?:n|and|to)\s)(?P<text>\w.*)$"),
        example="Q 나무가 왜 좋은지 설명해 주세요",
        counter_example="Q 러닝의 나무",
        sure=False,
        bare=True,
    ),
    AskingForm(
        pattern=regex(r"^[^.:：]{1,50}[.]\s+질문\s*[:：]\s*(?P<text>\S.*)$"),
        example="심는 법을 찾았다. 질문: 물은 꼭 필요한가? <- 매일 준다.",
        counter_example="심는 법을 찾았다. 질문은 다음 주에: 멘토링",
        sure=False,
    ),
)


class Asked(Struct, frozen=True):
    """A row that is marked as a question: who asks, as written, and what; `""` if that follows.

    It may be but the name of who asks.
    """

    text: str
    asker: str | None
    sure: bool
    is_name: bool = False
    bare: bool = False


@lru_cache(maxsize=512)
def read_mark(row: str) -> Asked | None:
    """Read the mark of a question: `Q.`, 「질문 1.」, 「나래님 질문 :」."""
    if not _MAY_MARK.search(row[:LONGEST_MARK]):
        return None
    for form in MARKS:
        match = form.pattern.match(row[:LONGEST_ROW])
        if match is None:
            continue
        found = match.groupdict()
        text = (found["text"] or "").strip()
        asker = found.get("asker")
        if asker is None or is_certain_name(asker):
            return Asked(text, asker, form.sure, bare=form.bare)
        # 「멘토링 질문 : …」 is one, but 「강의 질문」 a title, and 「사용자의 질문(query)」 no mark.
        return Asked(text, None, form.sure) if text and not form.by_name else None
    return None
