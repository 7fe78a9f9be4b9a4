"""Tell whether a note's first heading may be its title, or only what stands there in every note.

It is no title where it is what a template puts at the top, or the day of another note.
"""

from __future__ import annotations

import re

from campnotes.linking.file_names import beside_place, telling_stem
from campnotes.linking.recurring import Recurring, is_generic, text_key
from campnotes.linking.titles.placed import (
    LONGEST_BEGINNING,
    names_only_week,
    names_other_day,
    names_place,
)
from campnotes.linking.titles.whole_notes import OF_ONE_SUBJECT, is_of_whole_note
from campnotes.notebook.paths import is_home, is_index
from campnotes.notebook.place import Place
from campnotes.parsing.contents import is_contents_title
from campnotes.parsing.kept_blocks import opening_of
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex

# What a template leaves to be completed: `# Day `, `# 일차 회고`.
_UNIT_FIRST = regex(r"^(?P<words>\W*(?:day|week))[\s#:.\-\[\]()]*$", re.IGNORECASE)
_UNIT_LAST = regex(r"^\W*(?P<words>(?:일\s*차|주\s*차).*)$")
_DIGIT = regex(r"\d")


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
        if names_place(heading.text, place) and is_of_whole_note(heading, note, place):
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
    if key in recurring.openings and not _may_recur(heading.text, place, recurring):
        return True
    if names_other_day(heading.text, place) or names_only_week(heading.text, place):
        return True
    is_numbered = _DIGIT.search(key) is not None
    if not is_generic(heading.text) or is_numbered:
        return False
    return not _is_alone_in_name(key, note) and not _says_as_much(note, place)


def _says_as_much(note: ParsedNote, place: Place) -> bool:
    """Tell whether the file's name says nothing either: 「질문 모음」 in `QUESTION_LIST.md`."""
    if place.kind not in OF_ONE_SUBJECT or place.week is not None:
        return False
    if is_index(note.path):
        return False
    name = telling_stem(note.path)
    return is_generic(name)


def _may_recur(text: str, place: Place, recurring: Recurring) -> bool:
    """Tell whether several notes may have a heading for their title.

    It is what those of one folder are about, or says in words of its own when they were written
    (「피드백 (2026-02-05)」).
    """
    if names_place(text, place) and not is_generic(beside_place(text)):
        return True
    return place.kind in OF_ONE_SUBJECT and text_key(text) in recurring.subjects


def _is_alone_in_name(key: str, note: ParsedNote) -> bool:
    """Tell whether a heading is what the file is called, which says nothing else either."""
    name = telling_stem(note.path)
    return key == text_key(name)


def completed_beginning(heading: Heading, place: Place) -> str:
    """The beginning that a template gives a heading, completed by the note's place."""
    text = heading.text[:LONGEST_BEGINNING]
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
