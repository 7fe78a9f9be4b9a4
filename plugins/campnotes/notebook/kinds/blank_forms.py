"""Empty forms and templates, which are meant to be filled in and are no notes of the camp."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from campnotes.notebook.clues import Clues, Seen
from campnotes.notebook.paths import normal
from campnotes.patterns import regex

_FORM_NAME = regex(
    r"(?<![a-z])temp(?:late|lete|late)s?(?![a-z])|양식|템플릿|서식|テンプレ|ひな形|模板",
    re.IGNORECASE,
)
# 「년 월 주차 회고록」, “Day”: the units of a place whose numbers are to be filled in, and what may
# stand beside them.
_UNITS = frozenset("년 년도 월 일 주차 일차 day week yy yyyy date".split())
_BESIDE_UNITS = frozenset("mm dd n x xx til 회고 회고록 학습 일지 정리 기록 날짜".split())
LONGEST_BLANK_TITLE = 60
_PLACEHOLDER = regex(
    r"(?<![a-z])y{4}(?![a-z])|(?<![a-z])n\s?(?:주|일)차|第\s?n\s?[週周回]|"
    r"(?<![a-z])(?:day|week)[\s#-]?[nx](?![a-z])|20xx|0월\s?0일",
    re.IGNORECASE,
)
LITTLE_PROSE = 300  # characters beside the headings of a form
SHARED_HEADINGS = 2  # with other notes, by which a form is known


def count_headings(notes: Iterable[Seen]) -> Mapping[str, int]:
    """In how many notes of the notebook each heading stands."""
    counts: Counter[str] = Counter()
    for seen in notes:
        counts.update(set(seen.clue.headings))
    return counts


def is_blank_form(seen: Seen, headings: Mapping[str, int]) -> bool:
    """Whether a note is an empty form.

    - None is that belongs to a day or tells its date: a form that was filled in is a note.
    - By its name or its folder's (`templete.md`, `양식/`), where it says little, has numbers left
      to fill in, or has the headings of other notes; a note on templates has none of these.
    - By a title without its numbers (「년 월 주차 회고록」), where it says little.
    """
    clue = seen.clue
    if seen.evidence.locates or seen.day is not None:
        return False
    if clue.written is not None or clue.front_matter.date is not None:
        return False
    title = clue.title or ""
    has_blanks = _PLACEHOLDER.search(title) is not None
    says_little = clue.prose < LITTLE_PROSE
    if _is_named_form(clue.path):
        return has_blanks or says_little or _shares_headings(clue, headings)
    if seen.week is not None:
        return False
    is_blank = has_blanks or _is_blank_title(title)
    return is_blank and says_little


def _is_blank_title(title: str) -> bool:
    if len(title) > LONGEST_BLANK_TITLE:
        return False
    signs_and_noughts = re.sub(r"[\W_0]+", " ", title.lower())
    words = set(signs_and_noughts.split())
    has_unit = not words.isdisjoint(_UNITS)
    return has_unit and words <= _UNITS | _BESIDE_UNITS


def _is_named_form(path: str) -> bool:
    note = PurePosixPath(normal(path))
    if _FORM_NAME.search(note.stem):
        return True
    return _FORM_NAME.search(note.parent.name) is not None


def _shares_headings(clue: Clues, headings: Mapping[str, int]) -> bool:
    shared = [heading for heading in clue.headings if headings.get(heading, 0) > 1]
    many = len(shared)
    if many < SHARED_HEADINGS:
        return False
    return 2 * many >= len(clue.headings)
