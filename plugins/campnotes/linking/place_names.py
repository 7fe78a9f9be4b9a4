"""A note's place in the words of a language: 「32일차」, “Sep 15 (Wed)”, 「7주차」."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from campnotes.locales import spoken, translations
from campnotes.notebook.dates.years import LEAP_YEAR
from campnotes.notebook.place import Place
from campnotes.rules import N_

_DAY = N_("Day {day}")
_WEEK = N_("Week {week}")


def place_name(place: Place, language: str) -> str:
    """A note's day, or else its date or its week: what it goes by where it has no title."""
    day = day_label(place, language)
    if day:
        return day
    if place.week is None:
        return ""
    return week_label(place.week, language)


def day_label(place: Place, language: str) -> str:
    """「32일차」 or “Day 32”; the date, where the day has no number."""
    if place.day is None:
        return date_label(place, language)
    translate = translations(language).gettext
    label = translate(_DAY)
    return label.format(day=place.day)


def week_label(week: int, language: str) -> str:
    """「7주차」 or “Week 7”."""
    translate = translations(language).gettext
    label = translate(_WEEK)
    return label.format(week=week)


def month_label(year: int, month: int, language: str) -> str:
    """A month for a reader: 「2020년 8월」, “August 2020” (CLDR's skeleton yMMMM)."""
    first = date(year, month, 1)
    return format_skeleton("yMMMM", first, locale=spoken(language))


def date_label(place: Place, language: str) -> str:
    """A note's own date for a reader, with the weekday where the year is known."""
    locale = spoken(language)
    own_date = place.own_date
    if own_date is not None:
        month_day = _month_day(own_date, locale)
        weekday = format_date(own_date, "EEE", locale=locale)
        return f"{month_day} ({weekday})"
    if place.month_day is not None:
        month, day = place.month_day
        in_leap_year = date(LEAP_YEAR, month, day)
        return _month_day(in_leap_year, locale)
    return ""


def short_date(when: date, language: str) -> str:
    """A date without its year: 「3월 2일」, “Mar 2”."""
    locale = spoken(language)
    return _month_day(when, locale)


def date_span(first: date, last: date, language: str) -> str:
    """From when to when something goes, without years: 「3월 3일~6일」, “Mar 3 – 6”."""
    return format_interval(first, last, "MMMd", locale=spoken(language))


def long_date(when: date, language: str) -> str:
    """A date with its year: 「2026년 3월 2일」, “Mar 2, 2026”."""
    return format_skeleton("yMMMd", when, locale=spoken(language))


def weekday_names(weekdays: Iterable[int], language: str) -> tuple[str, ...]:
    """The short names of weekdays, which count from 0 for Monday: 「월」, “Mon”."""
    locale = Locale.parse(spoken(language))
    names = locale.days["format"]["abbreviated"]
    return tuple(names[weekday] for weekday in weekdays)


def _month_day(when: date, locale: str) -> str:
    """A month and day as a language writes them: 「3월 2일」, “Mar 2” (CLDR's skeleton MMMd)."""
    return format_skeleton("MMMd", when, locale=locale)
