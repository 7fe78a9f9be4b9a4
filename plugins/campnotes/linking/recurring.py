"""What the notes of a notebook have in common, and what therefore says nothing of one of them.

A template's headings stand in most notes (「학습 회고」), files of one name lie in many folders
(`Day1/Peersession.md`), and titles differ in nothing but their numbers. One note alone can't tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from campnotes.linking.file_names import own_name
from campnotes.notebook.place import Kind, Place
from campnotes.parsing.blocks import Block
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.parsing.studied import studied_items
from campnotes.patterns import regex

_Key = TypeVar("_Key", bound=Hashable)

LEAST = 3  # notes that have the same
LONGEST_KEY = 120  # characters by which texts are compared
_LONGEST_GENERIC = 60
_NUMBERING = regex(r"^\W*\d+(?:[-.]\d+)*[.)]\s*")
_NO_LETTERS = regex(r"[\W_]+")
_TELLING_NUMBER = regex(r"\d\s*(?:강|장|章|節)|\bp\.?\s*\d|chapter", re.IGNORECASE)
_DIGITS = regex(r"\d+")

# Words that name a part of any note, and no subject.
_KOREAN_WORDS = (
    "강의 특강 내용 정리 과제 선택 필수 피어 세션 회고 회고록 학습 기록 오늘 내일 어제 공부 노트 목차 차례 참고 자료 "
    "문헌 링크 회의 회의록 질문 답변 사항 복습 예습 요약 개요 소개 목표 목적 계획 일정 진행 상황 완료 결과 결론 개선 "
    "방향 앞으로의 앞으로 일지 일기 메모 공유 토의 토론 논의 건의 추가 기타 후기 소감 출처 마무리 서론 본론 발표 "
    "발표자 주제 데일리 스크럼 다짐 생각 동기 환경 과정 일차 주차 주간 월요일 화요일 수요일 목요일 금요일 토요일 "
    "일요일 멘토링 실험 주말 휴일 연휴 방학 모음 및"
).split()
_EAST_ASIAN_WORDS = (
    "目次 今日 本日 学んだこと 振り返り メモ ノート 参加者 議事録 会議 次回 感想 疑問 質問 课程 今天 目录 "
    "总结 笔记 学习 会议 记录 分享 问题 计划 日记 周报 日报"
).split()
_KOREAN_POINTS = r"(?:느낀|배운|알게\s*된|아쉬운|아쉬웠던|시도한|시도할|잘한|좋았던|부족한|할|한)\s*(?:점|것|일|사실)?"
# Several words that say as little: 「그 외에 한 일」.
_KOREAN_PHRASES = r"코드\s?리뷰|그\s?(?:외|밖)에?(?:\s?한\s?일)?"
_LATIN_WORDS = (
    r"days? weeks? weekends? holidays? notes? til wil peer[\s_-]?sessions? peers? sessions? meetings? "
    "lectures? lessons? reviews? weekly daily retro retrospectives? retrospection kpt contents? "
    "index toc table agenda outline summary overview introduction intro abstract conclusions? "
    "references? links? questions? further qna answers? assignments? homework missions? tasks? "
    "todo plans? goals? today learned learning study results? discussion memo logs? what i and of "
    "the to do done etc misc feedback readme supplementary materials? papers? appendix "
    "premise motivation problems? methods? experiments? pros cons"
).split()
_GENERIC_WORD = regex(
    rf"(?<![a-z])(?:q\s*&\s*a|{'|'.join(_LATIN_WORDS)})(?![a-z])|"
    rf"{'|'.join(sorted(_KOREAN_WORDS, key=len, reverse=True))}|{_KOREAN_POINTS}|{_KOREAN_PHRASES}|"
    rf"{'|'.join(_EAST_ASIAN_WORDS)}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Recurring:
    """What the notes of one notebook have in common; keys are those of `text_key` and `topic_key`.

    - `openings`: what several notes have for their first heading;
    - `headings`: the topics of headings that several notes have;
    - `sections`: those of them that more than a tenth of the notes have, as a template's sections;
    - `common`: those of them that more than a third of the notes have;
    - `items`: the topics of what several notes list as studied;
    - `names`: what several files are called beside their places;
    - `parts`: those of them that stand beside other notes of their days, in several days;
    - `days`: the days that several notes are of, as `day_key` gives them.
    """

    openings: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    days: frozenset[tuple[object, ...]] = frozenset()


def find_recurring(notes: Sequence[ParsedNote], places: Mapping[str, Place]) -> Recurring:
    """What these notes have in common."""
    openings: Counter[str] = Counter()
    headings: Counter[str] = Counter()
    items: Counter[str] = Counter()
    names: Counter[str] = Counter()
    days: Counter[tuple[object, ...]] = Counter()
    for note in notes:
        openings.update(_opening(note.headings))
        headings.update(_topics(note.headings))
        items.update(_topics(studied_items(note.blocks)))
        names[text_key(own_name(note.path))] += 1
        place = places[note.path]
        if place.kind is Kind.DAY:
            days[day_key(place)] += 1
    return Recurring(
        openings=seen(openings, LEAST),
        headings=seen(headings, LEAST),
        sections=seen(headings, max(LEAST, len(notes) // 10 + 1)),
        common=seen(headings, max(LEAST, len(notes) // 3 + 1)),
        items=seen(items, LEAST),
        names=seen(names, LEAST),
        parts=_parts_of_days(notes, places, days),
        days=seen(days, 2),
    )


def _parts_of_days(
    notes: Sequence[ParsedNote],
    places: Mapping[str, Place],
    days: Counter[tuple[object, ...]],
) -> frozenset[str]:
    """What files are called that stand beside others of their days: `Day1/Peersession.md`."""
    parts: Counter[str] = Counter()
    for note in notes:
        place = places[note.path]
        if place.kind is Kind.DAY and days[day_key(place)] > 1:
            name = own_name(note.path)
            parts[text_key(name)] += 1
    return seen(parts, LEAST)


def seen(counted: Counter[_Key], least: int) -> frozenset[_Key]:
    """What was counted at least so often."""
    often = [key for key, count in counted.items() if count >= least]
    return frozenset(filter(None, often))


def _opening(headings: Sequence[Heading]) -> Iterable[str]:
    for heading in headings[:1]:
        yield text_key(heading.text)


def _topics(parts: Iterable[Heading | Block]) -> set[str]:
    return {topic_key(part.text) for part in parts}


def text_key(text: str) -> str:
    """What two texts that say the same have in common: their letters and numbers.

    For example, that of `2. 📙 Note` is `note`, and that of `# Day 12 #` is `day12`.
    """
    beginning = text[:LONGEST_KEY]
    unnumbered = _NUMBERING.sub("", beginning)
    key = _NO_LETTERS.sub("", unnumbered)
    if not key:
        key = _NO_LETTERS.sub("", beginning)
    return key.casefold()


def form_key(text: str) -> str:
    """What texts that differ in numbers alone have in common: that of `Day 12` is `day`."""
    letters = _NO_LETTERS.sub("", text[:LONGEST_KEY])
    return _DIGITS.sub("", letters).casefold()


def topic_key(text: str) -> str:
    """What texts of one topic have in common.

    Numbers don't tell topics apart (「과제 2」), but for those of lectures and pages (「4~5강 듣기」).
    """
    if _TELLING_NUMBER.search(text[:LONGEST_KEY]):
        return text_key(text)
    return form_key(text)


def is_generic(text: str) -> bool:
    """Tell whether a text names parts that any note may have: 「2. 강의 내용 정리」, “📙 Note”."""
    if len(text) > _LONGEST_GENERIC:
        return False
    return not form_key(without_generic(text))


def without_generic(text: str) -> str:
    """A text without the words that name parts of any note: 「발표자 : 나래」 is 「 : 나래」."""
    return _GENERIC_WORD.sub("", text)


def day_key(place: Place) -> tuple[object, ...]:
    """What notes of one day have in common."""
    return place.week, place.day, place.own_date, place.month_day
