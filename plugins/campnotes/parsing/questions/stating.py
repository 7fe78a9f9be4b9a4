"""Rows that state something or ask for something to be done: under 「질문」, those that aren't asked."""

from __future__ import annotations

import re

from campnotes.patterns import regex

LONGEST_ENDING = 60  # characters by which it is seen how a row ends

LONGEST_LAST = 400  # characters among which its last sentence stands

# How a sentence ends that tells: 「생략했다」, 「준비해오기」, `…に説明がありました。`.
_STATES = regex(
    r"(?:[가-힣]\s?(?:다|요|음|함|됨|임|(?<!계)(?<!시)기|자)|진행|예정|완료|생략|필요|공유|까지|ました|ます|です|でした|"
    r"(?<!違)(?<!思)(?:[るただいよね]))(?:\W|:\w{2,30}:){0,12}$"
)
_BRACKETS_AT_END = regex(r"\s?[(（][^()（）]{0,80}[)）][\s.]{0,3}$")
_ENDS_WITH_ADDRESS = regex(r"https?://\S{1,400}\s*$")
# How an author says what a quiz wants: 「옳은 것을 고르시오」.
_INSTRUCTS = regex(
    r"(?:시오|(?:세|십시)요|(?:고르|쓰|구하|설명하|서술하)라|せよ|なさい)[\s.。)]{0,4}"
)
# How what is to be explained is asked for at the end of a row: 「차이를 설명해 주세요」, 「같이 논의해보세요」.
_INVITES = regex(
    r"(?:설명|서술|정의|비교|기술|나열|제시|소개|증명|계산|옹호|평가|해석|논의|토의|토론|말씀?|"
    r"이야기|얘기|생각|알려|떠올|"
    r"고르|구하|논)(?:해|하|려|려내)?\s?(?:보|주|드리)?(?:세요|십시오|시오|봅시다|라|실\s?수\s?있(?:나요|으신가요))"
    r"[\s.~!。)]{0,4}$|(?:설명|비교|정의|증명)\s?(?:해\s?보기|하기)\W{0,4}$|"
    r"^\W{0,4}(?:explain|describe|discuss|compare|define)\s.{3,200}$|\.\s(?:explain|discuss|why)\W{0,3}$",
    re.IGNORECASE,
)
# Without one of these near its end, a row invites to nothing; most have none.
_MAY_INVITE = regex(r"세요|시오|봅시다|라\W|라$|보기|하기|나요|[Ee]xplain|[Dd]iscuss|[Ww]hy")
# `### 3. …`, `### Q3) …`
_NUMBERED = regex(r"^\W{0,3}(?:문제|문항|問題?|q)?\s?\d{1,3}\s?[.)번:]\s", re.IGNORECASE)


def states(row: str) -> bool:
    """Whether a row tells something, or is nothing but where to read on: 「내일 진행하기로 함」."""
    last = row[-LONGEST_LAST:]
    if _ENDS_WITH_ADDRESS.search(last):
        return True
    outside = _BRACKETS_AT_END.sub("", last)
    ending = outside[-LONGEST_ENDING:]
    return _STATES.search(ending) is not None


def is_numbered(text: str) -> bool:
    """Whether a title has a number before it: `3. 다음 중 옳은 것은`."""
    return _NUMBERED.match(text) is not None


def invites(row: str) -> bool:
    """Whether a row asks for something to be told: 「차이를 설명해 주세요」, 「같이 논의해보세요」."""
    ending = row[-LONGEST_ENDING:]
    may_invite = _MAY_INVITE.search(ending) is not None
    if not may_invite and not row.isascii():
        return False
    last = row[-LONGEST_LAST:]
    outside = _BRACKETS_AT_END.sub("", last)
    return _INVITES.search(outside) is not None


def instructs(text: str) -> bool:
    """Whether a text says what is to be answered: 「… 고르시오」."""
    last = text[-LONGEST_LAST:]
    return _INSTRUCTS.search(last) is not None
