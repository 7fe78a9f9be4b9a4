"""Tell whether a heading names the day, date or week of its note, or of another one."""

from __future__ import annotations

from campnotes.linking.file_names import beside_place
from campnotes.linking.recurring import form_key, is_generic
from campnotes.notebook.layout.recognisers import read_name
from campnotes.notebook.place import Kind, Place
from campnotes.patterns import regex

LONGEST_BEGINNING = 30
_DIGIT = regex(r"\d")


def names_place(text: str, place: Place) -> bool:
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


def names_other_day(text: str, place: Place) -> bool:
    """Tell whether a text is nothing but another day than the note's own: a copied `# Day 11`."""
    is_long = len(text) > LONGEST_BEGINNING
    if is_long or place.day is None or _DIGIT.search(text) is None:
        return False
    named = read_name(text)
    if named.day is None or named.day == place.day:
        return False
    return is_generic(text)


def names_only_week(text: str, place: Place) -> bool:
    """Tell whether a text is nothing but the week of a day's note: `# Week 3` in `day12.md`."""
    if place.kind is not Kind.DAY:
        return False
    if _DIGIT.search(text) is None:
        return False
    named = read_name(text)
    if named.week is None or named.locates:
        return False
    beside = beside_place(text)
    return not form_key(beside)
