"""What people say of themselves or to each other, which is no topic: `점수 하락 중`, `그건 어려워요`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campnotes.patterns import regex

LONGEST_TOPIC = 80  # characters; whoever writes more tells what was said
FEW = 3  # where one of so many texts is a report, all are

_CLAUSES = regex(r"[,.;→⇒()（）]\s*")
_ENDS = regex(
    r"(?:[었았였했됐겠있없한된간린난싶같니합입]다|[어아해에예여세네돼봐와가게지데]요|죠|구나|까요?|는지|은지|"
    r"(?:해|돌려|찾아|시켜|올려|만들어)\s?보기|중|예정|완료|듯|\w함|됨|[가-힣]음|해\s?봄|필요|"
    r"좋을\s?것|하자|보자|못\s?함|ㅎ+|ㅋ+|ㅠ+)"
    r"\s*[~!^]*$"
)
# Nouns that end as a report does.
_NOUNS = regex(
    r"(?:집중|비중|다중|이중|가중|포함|결함|이미지|람다|처음|다음|마음|모음|자음|발음|소음|잡음)$"
)
_ANSWER = regex(r"님\s*답변|^\W*(?:답변?|answers?)\s*[:：]", re.IGNORECASE)
_SHOWN = regex(
    r"\d\s*강|발표|리뷰|논문|chapter|\bch\.?\s*\d|paper|review|presentation|https?://|発表|第[\d一二三四五六七八九十]+[章節节]|\d章",
    re.IGNORECASE,
)
_CHORE = regex(
    r"(?:작성|제작|수집|담당|예약|관리|전처리|라벨링|레이블링|배포|제출|세팅|구축|업로드|점심|저녁|결과|당첨|청소|"
    r"휴가|결석|지각|조퇴|불참|출석|팀장|조장|섭외|섭외|투표|사다리타기)\s*$"
)
LONGEST_ANSWER = 400  # characters in which an answer is looked for
# A title may ask what something is (인덱스란?); people ask otherwise.
_ASKS = regex(r"(?<!란)\s?[?？]\s*$|^\W*(?:q\d*[.:)]|질문)", re.IGNORECASE)


def are_reports(texts: Sequence[str]) -> bool:
    """Whether the texts behind names in one list tell what people did or said.

    In `- 윤서진: BERT`, `- 문가온: 점수 하락 중` everybody tells how far they are.
    """
    told = filter(is_report, texts)
    reports = len(list(told))
    are_many = reports * FEW >= len(texts)
    return are_many and reports > 0


def is_report(text: str) -> bool:
    """Whether a text tells what somebody did, said or asked, rather than a topic."""
    if len(text) > LONGEST_TOPIC or _ASKS.search(text):
        return True
    for clause in _CLAUSES.split(text):
        is_noun = _NOUNS.search(clause)
        if _ENDS.search(clause) and not is_noun:
            return True
    return False


def shows_something(topic: str) -> bool:
    """Whether a topic is plainly one that is shown to others: `5강 리뷰`, `BERT 논문`."""
    return _SHOWN.search(topic) is not None


def is_chore(text: str) -> bool:
    """Whether a text is something to be done for the team: `회의록 작성 (윤서진)`."""
    return _CHORE.search(text) is not None


def is_asking(text: str) -> bool:
    """Whether a text is a question or is headed as one: `질문: …`, `선택 2 질문`."""
    if _ASKS.search(text):
        return True
    return text.endswith(("질문", "질문들", "question", "questions"))


def is_answered(text: str) -> bool:
    """Whether a text answers what somebody asked: `→ 확인해봐야 함 (서진님 답변)`."""
    return _ANSWER.search(text, 0, LONGEST_ANSWER) is not None
