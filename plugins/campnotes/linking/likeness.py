"""Measure how clearly an entry of a contents names a heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from campnotes.parsing.contents import Entry
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex

MOST = 100.0
CERTAIN = 92.0  # as good as the same text: may break the order of a contents
# A text that begins or ends the other one counts at least so much, more if little is missing.
WITHIN = 60.0
WITHIN_GAIN = 30.0
SHORTEST_WITHIN = 2  # letters
SHORTEST_ENTRY_AT_END = 3
SHORTEST_CORE = 2
SAME_NUMBER = 4.0
OTHER_NUMBER = -12.0
# How much less it counts that two texts are alike in what remains of them without what authors vary.
VARIED = 10.0
_NUMBER = regex(
    r"^\s*[(\[]?(?P<number>\d+(?:[-.]\d+)*|[ivx]+(?=[.)]))\s*(?:[.)\]]|강|장|\s|$)", re.IGNORECASE
)
_BRACKETS = regex(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|（[^（）]{0,80}）")
# What an author says of a topic in one place and leaves out in the other.
_AROUND_TOPIC = regex(
    r"(?:에\s*대(?:해서?|한|하여)|이?란)?\s*(?:정리|내용|요약|소개|개요|설명|하기)?[\s?？!.~]*$"
)
# 쓰는가, 쓸까, 쓰나요: how a question ends.
_ASKING = regex(r"(?:는가|은가|는지|을까|을지|[가까나])요?$")
ENDING = 40  # characters by which it is seen how a text ends
_FINAL_OF_VERB = frozenset({4, 8})  # ㄴ and ㄹ, as in 인가, 쓸까
_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS = ord("가"), ord("힣"), 28


def score(entry: Entry, heading: Heading) -> float:
    """How clearly an entry names a heading, from 0 to 100: by its text, or by its anchor.

    What the text names certainly, its anchor can't name less: not by another number in it.
    """
    by_text = _similarity(entry.text, heading.text)
    if entry.anchor is None or by_text >= MOST:
        return by_text
    anchor_text = entry.anchor.replace("-", " ")
    by_anchor = _similarity(anchor_text, heading.text)
    return max(by_text, by_anchor)


def certain_heading(
    entry: Entry, headings: Sequence[Heading], taken: Collection[int] = ()
) -> int | None:
    """The heading that an entry certainly names, wherever it stands; of equals, the first."""
    best_score = 0.0
    best = None
    for position, heading in enumerate(headings):
        if position in taken:
            continue
        value = score(entry, heading)
        if value > best_score:
            best_score = value
            best = position
    if best_score >= CERTAIN:
        return best
    alike = _headings_ending_as(entry.text, headings, taken)
    if len(alike) == 1:
        return alike[0]
    return None


def _headings_ending_as(
    text: str, headings: Sequence[Heading], taken: Collection[int]
) -> list[int]:
    """The headings left that end as an entry does: 「회고」 names 「학습 회고」, if nothing else."""
    end = letters_of(text)
    if len(end) < SHORTEST_WITHIN:
        return []
    alike = []
    for position, heading in enumerate(headings):
        if position in taken or heading.sentence:
            continue
        letters = letters_of(heading.text)
        if letters.endswith(end):
            alike.append(position)
    return alike


def _similarity(text: str, heading: str) -> float:
    """How like each other two texts are, as written or without what authors vary."""
    value = _similarity_of_letters(letters_of(text), letters_of(heading))
    if value < MOST:
        varied = _similarity_of_letters(_core_of(text), _core_of(heading)) - VARIED
        value = max(value, varied)
    if not value:
        return 0.0
    entry_number = _number(text)
    heading_number = _number(heading)
    if entry_number is None or heading_number is None:
        return min(value, MOST)
    if entry_number == heading_number:
        return min(value + SAME_NUMBER, MOST)
    return value + OTHER_NUMBER


def _similarity_of_letters(entry: str, heading: str) -> float:
    if not entry or not heading:
        return 0.0
    as_wholes = fuzz.ratio(entry, heading)
    within = _similarity_within(entry, heading)
    return max(as_wholes, within)


def _similarity_within(entry: str, heading: str) -> float:
    """How much it counts that one text begins or ends the other; 0 if neither does."""
    shorter, longer = sorted((entry, heading), key=len)
    length = len(shorter)
    if length < SHORTEST_WITHIN:
        return 0.0
    if not longer.startswith(shorter):
        if not longer.endswith(shorter):
            return 0.0
        # 「오늘의 과제」 names 「과제」, but 「정리」 any of 「강의 정리」 and 「과제 정리」.
        is_heading = shorter == heading
        if not is_heading and length < SHORTEST_ENTRY_AT_END:
            return 0.0
    gain = WITHIN_GAIN * length / len(longer)
    return WITHIN + gain


def is_same(text: str, heading: str) -> bool:
    """Tell whether two texts differ in numbering, case, space, punctuation and emoji at most."""
    return letters_of(text) == letters_of(heading)


@lru_cache(maxsize=4096)
def letters_of(text: str) -> str:
    """A text without numbering, case, space, punctuation and emoji."""
    unnumbered = _NUMBER.sub("", text, count=1) or text
    lower = unnumbered.lower()
    letters = filter(str.isalnum, lower)
    return "".join(letters)


@lru_cache(maxsize=4096)
def _core_of(text: str) -> str:
    """The letters of a text without what authors vary: brackets, 「정리」, how a question ends.

    「정규화 (L2)」, 「정규화 정리」 and 「정규화란?」 are all 정규화, 「왜 쓰는가」 and 「왜 쓸까?」 are alike.
    """
    unbracketed = _BRACKETS.sub(" ", text)
    begin, end = unbracketed[:-ENDING], unbracketed[-ENDING:]
    topic = _AROUND_TOPIC.sub("", end, count=1)
    letters = letters_of(begin + topic)
    asked = _ASKING.sub("", letters)
    if asked != letters:
        letters = _without_final(asked)
    if len(letters) < SHORTEST_CORE:
        return letters_of(text)
    return letters


def _without_final(letters: str) -> str:
    """Letters whose last syllable ends in a vowel: 쓸 of 쓸까 is 쓰."""
    code = ord(letters[-1:] or " ")
    if not _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        return letters
    final = (code - _FIRST_SYLLABLE) % _FINALS
    if final not in _FINAL_OF_VERB:
        return letters
    return letters[:-1] + chr(code - final)


@lru_cache(maxsize=4096)
def _number(text: str) -> str | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    number = match["number"]
    return number.lower()
