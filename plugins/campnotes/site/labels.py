"""What a reader is told of a note's place: its day and date, and the names of kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from babel.dates import format_date, format_skeleton

from campnotes.finding import N_
from campnotes.linking.model import Reference, ReferenceKind
from campnotes.linking.references import REFERENCE_KINDS, short_address
from campnotes.locales import spoken, translations
from campnotes.notebook.place import Kind, Place
from campnotes.site.groups import LEAP_YEAR

KIND_NAMES: Mapping[Kind, str] = {
    Kind.DAY: N_("Day note"),
    Kind.WEEK: N_("Week note"),
    Kind.LECTURE: N_("Lecture note"),
    Kind.RETROSPECTIVE: N_("Retrospective"),
    Kind.TEMPLATE: N_("Template"),
}


def day_label(place: Place, language: str) -> str:
    """「32일차」 or “Day 32”; the date, where the day has no number."""
    if place.day is not None:
        translate = translations(language).gettext
        label = translate("Day {day}")
        return label.format(day=place.day)
    return date_label(place, language)


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


def _month_day(when: date, locale: str) -> str:
    """A month and day as a language writes them: 「3월 2일」, “Mar 2” (CLDR's skeleton MMMd)."""
    return format_skeleton("MMMd", when, locale=locale)


def kind_label(place: Place, translate: Callable[[str], str]) -> str:
    """The name of a kind that a note's day and date don't tell; `""` for a day or a page."""
    kind = place.kind
    name = KIND_NAMES.get(kind)
    if name is None or kind is Kind.DAY:
        return ""
    return translate(name)


def reference_kind_name(kind: ReferenceKind, translate: Callable[[str], str]) -> str:
    """The name of a kind of references."""
    for row in REFERENCE_KINDS:
        if row.kind is kind:
            return translate(row.name)
    raise LookupError(kind)


def reference_title(reference: Reference) -> str:
    """A reference's title, or else its address without what every address has."""
    if reference.title:
        return reference.title
    return short_address(reference.canonical)
