"""Tell whether a heading says what a file's name does."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from campnotes.linking.file_names import readable
from campnotes.linking.recurring import text_key
from campnotes.patterns import regex

ALIKE = 88  # of 100, from which on a heading says the same as a file's name
_LEAST_SHARE = 0.8  # of a file's name that a heading within it must make up
_LEAST_OF_HEADING = 0.5  # of a heading that a file's name within it must make up
_MOST_COMPARED = 120
_ONE_PART = regex(r"overview|introduction|intro\b|basics|소개|개요", re.IGNORECASE)
_SEVERAL = 2  # words that can hardly be the same by chance
_LITTLE = frozenset({"and", "of", "the", "in", "to", "vs"})
_LATIN_WORD = regex(r"[a-z]{2,}")
_WORD = regex(r"[^\W\d_]+")


def says_the_same(heading: str, name: str) -> bool:
    """Tell whether a heading says what a file's name does: 「SQL Injection이란」, `sql_injection`.

    It may say more; but an overview of it is one part of it.
    """
    in_heading = text_key(heading)
    in_name = text_key(name)
    if not in_heading or not in_name:
        return False
    if in_name in in_heading:
        says_little_more = len(in_name) >= _LEAST_OF_HEADING * len(in_heading)
        return says_little_more and _ONE_PART.search(heading) is None
    if in_heading in in_name:
        return len(in_heading) >= _LEAST_SHARE * len(in_name)
    if _consists_of_words(heading, name):
        return True
    likeness = fuzz.token_sort_ratio(heading[:_MOST_COMPARED].lower(), readable(name).lower())
    return max(likeness, fuzz.ratio(in_heading, in_name)) >= ALIKE


def _consists_of_words(heading: str, name: str) -> bool:
    """Tell whether a heading is most words of a name: `Stack / Queue` in `stack_and_queue.md`."""
    beginning = heading[:_MOST_COMPARED].lower()
    words = _latin_words(beginning)
    in_name = _latin_words(name.lower())
    if len(words) < _SEVERAL or not words <= in_name:
        return False
    if 2 * len(words) <= len(in_name):
        return False
    others = _LATIN_WORD.sub("", beginning)
    return len(_WORD.findall(others)) <= len(words)


def _latin_words(text: str) -> frozenset[str]:
    words = frozenset(_LATIN_WORD.findall(text))
    return words - _LITTLE


def has_word_of(text: str, name: str, *, least: int) -> bool:
    """Tell whether a text has a word of a name, of at least so many letters."""
    folded = text.casefold()
    folded_name = name.casefold()
    words = _WORD.findall(folded_name)
    telling = [word for word in words if len(word) >= least]
    return any(word in folded for word in telling)
