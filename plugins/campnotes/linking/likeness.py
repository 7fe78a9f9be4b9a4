"""Measure how clearly an entry of a contents names a heading."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from campnotes.parsing.contents import Entry
from campnotes.parsing.outline import Heading

MOST = 100.0
# A text that begins or ends the other one counts at least so much, more if little is missing.
WITHIN = 60.0
WITHIN_GAIN = 30.0
SHORTEST_WITHIN = 2  # letters
SHORTEST_ENTRY_AT_END = 3
SAME_NUMBER = 4.0
OTHER_NUMBER = -12.0
_NUMBER = re.compile(
    r"^\s*[(\[]?(?P<number>\d+(?:[-.]\d+)*|[ivx]+(?=[.)]))\s*(?:[.)\]]|강|장|\s|$)", re.IGNORECASE
)


def score(entry: Entry, heading: Heading) -> float:
    """How clearly an entry names a heading, from 0 to 100: by its text, or by its anchor."""
    by_text = _similarity(entry.text, heading.text)
    if entry.anchor is None:
        return by_text
    anchor_text = entry.anchor.replace("-", " ")
    by_anchor = _similarity(anchor_text, heading.text)
    return max(by_text, by_anchor)


def _similarity(text: str, heading: str) -> float:
    entry_letters = letters_of(text)
    heading_letters = letters_of(heading)
    if not entry_letters or not heading_letters:
        return 0.0
    as_wholes = fuzz.ratio(entry_letters, heading_letters)
    within = _similarity_within(entry_letters, heading_letters)
    value = max(as_wholes, within)
    entry_number = _number(text)
    heading_number = _number(heading)
    if entry_number is None or heading_number is None:
        return min(value, MOST)
    if entry_number == heading_number:
        return min(value + SAME_NUMBER, MOST)
    return value + OTHER_NUMBER


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
def _number(text: str) -> str | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    number = match["number"]
    return number.lower()
