"""Tell whether a note's first heading is its title, or only what stands there in every note.

It is no title where it is the first section of several, what a template puts at the top, or the day
of another note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from campnotes.linking.file_names import name_beside_place, own_name, readable, telling_stem
from campnotes.linking.recurring import Recurring, form_key, is_generic, text_key
from campnotes.notebook.layout.recognisers import read_name
from campnotes.notebook.paths import is_home, is_index
from campnotes.notebook.place import Kind, Place
from campnotes.parsing.contents import is_contents_title
from campnotes.parsing.kept_blocks import opening_of
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex

ALIKE = 88  # of 100, from which on a heading says the same as a file's name
_LEAST_SHARE = 0.8  # of a file's name that a heading within it must make up
_LEAST_OF_HEADING = 0.5  # of a heading that a file's name within it must make up
_MOST_COMPARED = 120
_LONGEST_BEGINNING = 30

_APPENDED = regex(
    r"참고|출처|부록|링크|더\s?읽을|references?|links?\b|bibliography|supplement|appendix|further\s+reading|参考",
    re.IGNORECASE,
)
_OF_ONE_SUBJECT = frozenset({Kind.LECTURE, Kind.PAGE})
_NUMBERED = regex(r"^\W*(?:\d+(?:[-.]\d+)*[.)\s]|[IVXⅠ-Ⅻ]+[.)\s])")
_ONE_PART = regex(r"overview|introduction|intro\b|basics|소개|개요", re.IGNORECASE)
# What a template leaves to be completed: `# Day `, `# 일차 회고`.
_UNIT_FIRST = regex(r"^(?P<words>\W*(?:day|week))[\s#:.\-\[\]()]*$", re.IGNORECASE)
_UNIT_LAST = regex(r"^\W*(?P<words>(?:일\s*차|주\s*차).*)$")
_DIGIT = regex(r"\d")
_NUMBERS = regex(r"[1-9]\d{0,3}")
_WORD = regex(r"[^\W\d_]+")


def top_heading(note: ParsedNote) -> Heading | None:
    """The heading that may be a note's title: its first, if that is of level 1 or opens the note.

    One heading of lower rank may stand above an only one of level 1. A note that opens with its
    contents (「목차」) has none.
    """
    if not note.headings or _opens_with_contents(note):
        return None
    first = note.headings[0]
    if first.level == 1:
        return first
    tops = [heading for heading in note.headings if heading.level == 1]
    if len(tops) == 1 and note.headings[1] is tops[0]:
        return tops[0]
    if note.opens_with(first):
        return first
    return None


def heading_of_day(top: Heading, note: ParsedNote, place: Place) -> Heading | None:
    """The heading below one that every note has, if it names the note's day: `# TIL`, `## 3월 2일`."""
    below = [heading for heading in note.headings[:2] if heading.level > top.level]
    for heading in below:
        if _names_place(heading.text, place) and is_of_whole_note(heading, note, place):
            return heading
    return None


def _opens_with_contents(note: ParsedNote) -> bool:
    opening = opening_of(note.blocks)
    return opening is not None and is_contents_title(opening)


def says_nothing(heading: Heading, note: ParsedNote, place: Place, recurring: Recurring) -> bool:
    """Tell whether a heading could stand on any note, or on another one.

    The notebook's own README is the only one of its kind.
    """
    key = text_key(heading.text)
    if key and is_home(note.path):
        return False
    if not key or key.isdigit():
        return True
    if key in recurring.openings and not _is_of_subject(key, place, recurring):
        return True
    if _names_other_day(heading.text, place):
        return True
    is_numbered = _DIGIT.search(key) is not None
    return is_generic(heading.text) and not is_numbered and not _is_alone_in_name(key, note)


def _is_of_subject(key: str, place: Place, recurring: Recurring) -> bool:
    """Tell whether a heading that several notes have is what those of one folder are about."""
    if place.kind not in _OF_ONE_SUBJECT:
        return False
    return key in recurring.subjects


def _is_alone_in_name(key: str, note: ParsedNote) -> bool:
    """Tell whether a heading is what the file is called, which says nothing else either."""
    name = telling_stem(note.path)
    return key == text_key(name)


def _names_place(text: str, place: Place) -> bool:
    """Tell whether a text names the note's own day, date or week."""
    if _DIGIT.search(text) is None:
        return False
    named = read_name(text)
    if named.day is not None:
        return named.day == place.day
    if named.month_day is not None:
        return named.month_day == _month_day(place)
    return named.week is not None and named.week == place.week


def _month_day(place: Place) -> tuple[int, int] | None:
    if place.own_date is None:
        return place.month_day
    return place.own_date.month, place.own_date.day


def _names_other_day(text: str, place: Place) -> bool:
    """Tell whether a text is nothing but another day than the note's own: a copied `# Day 11`."""
    is_long = len(text) > _LONGEST_BEGINNING
    if is_long or place.day is None or _DIGIT.search(text) is None:
        return False
    named = read_name(text)
    if named.day is None or named.day == place.day:
        return False
    return is_generic(text)


def is_of_whole_note(heading: Heading, note: ParsedNote, place: Place) -> bool:
    """Tell whether a heading is of the whole note, and not its first section."""
    siblings = _siblings(heading, note.headings)
    if not siblings:
        return heading.level == 1 or _is_above_all(heading, note, place)
    if _names_place(heading.text, place):
        return not any(_names_some_place(sibling.text) for sibling in siblings)
    if says_the_same(heading.text, own_name(note.path)):
        return True
    # A day's note may begin with its first lecture; a lecture's own ends with 「참고」 and the like.
    is_lone = all(_APPENDED.search(sibling.text) for sibling in siblings)
    if is_lone and (place.kind in _OF_ONE_SUBJECT or _shares_word(heading, note.path)):
        return True
    if _opens_readme(heading, note, place):
        return True
    if place.kind in _OF_ONE_SUBJECT and _numbers_file(heading, siblings, note):
        return True
    return _opens_chapters(heading, siblings)


def _shares_word(heading: Heading, path: str) -> bool:
    """Tell whether a heading has a word of what a day's file is called beside the day."""
    name = name_beside_place(path)
    return has_word_of(heading.text, name, least=4)


def _opens_chapters(heading: Heading, siblings: Sequence[Heading]) -> bool:
    """Tell whether a heading stands above numbered ones of its rank: `# 나무`, `# 1. 뿌리`, `# 참고`."""
    if _NUMBERED.match(heading.text):
        return False
    texts = [sibling.text for sibling in siblings]
    chapters = [text for text in texts if not _APPENDED.search(text)]
    if len(chapters) < 2:
        return False
    return all(map(_NUMBERED.match, chapters))


def _is_above_all(heading: Heading, note: ParsedNote, place: Place) -> bool:
    """Tell whether a heading of lower rank opens a note on one subject, all others being below it.

    What shares no word with the file's name is a section, unless that is in other letters
    (`nlp_review.md`), which can't be compared.
    """
    if _has_word_of_name(heading, note.path):
        return True
    # A day's note may begin with its only lecture, unless its name says that it is on one.
    name = name_beside_place(note.path)
    is_on_one = place.kind in _OF_ONE_SUBJECT or bool(name)
    if not is_on_one or not note.opens_with(heading):
        return False
    shares_word = has_word_of(name, heading.text, least=5)
    return shares_word or name.isascii() > heading.text.isascii()


def _numbers_file(heading: Heading, siblings: Sequence[Heading], note: ParsedNote) -> bool:
    """Tell whether a heading opens a file that is called by a number: `7.md`, `item_90.md`.

    Beside a word, the heading has the number, and none of its siblings has: 「아이템 90 : …」.
    """
    if _NUMBERED.match(heading.text) or not note.opens_with(heading):
        return False
    stem = telling_stem(note.path)
    numbers = _NUMBERS.findall(stem)
    if len(numbers) != 1:
        return False
    if not form_key(stem):
        return True
    (number,) = numbers
    if not _has_number(heading.text, number):
        return False
    return not any(_has_number(sibling.text, number) for sibling in siblings)


def _has_number(text: str, number: str) -> bool:
    beginning = text[:_LONGEST_BEGINNING]
    return number in _NUMBERS.findall(beginning)


def _opens_readme(heading: Heading, note: ParsedNote, place: Place) -> bool:
    """Tell whether a heading opens a README with an introduction of what is in its folder.

    One of lower rank does where what comes behind it are but days or weeks.
    """
    if not is_index(note.path) or place.kind not in _OF_ONE_SUBJECT:
        return False
    is_numbered = _NUMBERED.match(heading.text) is not None
    if is_numbered or not note.opens_with(heading):
        return False
    if heading.level == 1:
        return True
    siblings = _siblings(heading, note.headings)
    return all(_names_time(sibling.text) for sibling in siblings)


def _names_time(text: str) -> bool:
    """Tell whether a heading begins with a day or a week."""
    named = read_name(text[:_LONGEST_BEGINNING])
    return named.locates or named.week is not None


def _has_word_of_name(heading: Heading, path: str) -> bool:
    """Tell whether a heading has a word of its file's name, or that has none which says anything."""
    name = name_beside_place(path)
    if not name or is_generic(name):
        return True
    return has_word_of(heading.text, name, least=2)


def has_word_of(text: str, name: str, *, least: int) -> bool:
    """Tell whether a text has a word of a name, of at least so many letters."""
    folded = text.casefold()
    folded_name = name.casefold()
    words = _WORD.findall(folded_name)
    telling = [word for word in words if len(word) >= least]
    return any(word in folded for word in telling)


def _names_some_place(text: str) -> bool:
    named = read_name(text[:_LONGEST_BEGINNING])
    return named.locates


def _siblings(heading: Heading, headings: Sequence[Heading]) -> list[Heading]:
    """The other headings of a heading's rank or above; sentences are none."""
    siblings = []
    for other in headings:
        if other.line <= heading.line or other.level > heading.level:
            continue
        if other.text and not other.sentence:
            siblings.append(other)
    return siblings


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
    likeness = fuzz.token_sort_ratio(heading[:_MOST_COMPARED].lower(), readable(name).lower())
    return max(likeness, fuzz.ratio(in_heading, in_name)) >= ALIKE


def completed_beginning(heading: Heading, place: Place) -> str:
    """The beginning that a template gives a heading, completed by the note's place."""
    text = heading.text[:_LONGEST_BEGINNING]
    unit_first = _UNIT_FIRST.match(text)
    if unit_first is not None:
        words = unit_first["words"]
        is_week = words.lower().endswith("week")
        number = _number(place, of_week=is_week)
        return f"{words} {number}" if number else ""
    unit_last = _UNIT_LAST.match(text)
    if unit_last is None:
        return ""
    words = unit_last["words"]
    is_week = words.startswith("주")
    number = _number(place, of_week=is_week)
    return f"{number}{words}" if number else ""


def _number(place: Place, *, of_week: bool) -> str:
    number = place.day
    if of_week:
        number = place.week
    if number is None:
        return ""
    return str(number)
