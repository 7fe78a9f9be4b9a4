"""What a reader is told of a note's place: its day and date, and the names of kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from babel.dates import format_date

from campnotes.finding import N_, Severity
from campnotes.linking.model import Reference, ReferenceKind
from campnotes.linking.references import short_address
from campnotes.locales import spoken, translations
from campnotes.notebook.place import Kind, Place
from campnotes.site.groups import LEAP_YEAR

KIND_NAMES: Mapping[Kind, str] = {
    Kind.DAY: N_("Day note"),
    Kind.WEEK: N_("Week note"),
    Kind.LECTURE: N_("Lecture note"),
    Kind.RETROSPECTIVE: N_("Retrospective"),
}
SEVERITY_NAMES: Mapping[Severity, str] = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.INFO: N_("Info"),
}
REFERENCE_KIND_NAMES: Mapping[ReferenceKind, str] = {
    ReferenceKind.NOTE: N_("Notes of others"),
    ReferenceKind.REPOSITORY: N_("Repositories"),
    ReferenceKind.CODE: N_("Code"),
    ReferenceKind.PAPER: N_("Papers"),
    ReferenceKind.VIDEO: N_("Videos"),
    ReferenceKind.ARTICLE: N_("Articles"),
    ReferenceKind.DOCS: N_("Documentation"),
    ReferenceKind.NOTION: N_("Notion pages"),
    ReferenceKind.PAGE: N_("Web pages"),
    ReferenceKind.ASSET: N_("Images and files"),
}
# How each language writes a month and a day.
_MONTH_DAY = {"ko": "M월 d일", "en": "MMM d"}


def day_label(place: Place, language: str) -> str:
    """「32일차」 or “Day 32”; the date, where the day has no number."""
    if place.day is not None:
        translate = translations(language).gettext
        return translate("Day {day}").format(day=place.day)
    return date_label(place, language)


def date_label(place: Place, language: str) -> str:
    """A note's own date for a reader, with the weekday where the year is known."""
    locale = spoken(language)
    pattern = _MONTH_DAY.get(locale, _MONTH_DAY["en"])
    if place.own_date is not None:
        return format_date(place.own_date, f"{pattern} (EEE)", locale=locale)
    if place.month_day is not None:
        return format_date(date(LEAP_YEAR, *place.month_day), pattern, locale=locale)
    return ""


def kind_label(place: Place, translate: Callable[[str], str]) -> str:
    """The name of a kind that a note's day and date don't tell; `""` for a day or a page."""
    name = KIND_NAMES.get(place.kind)
    if name is None or place.kind is Kind.DAY:
        return ""
    return translate(name)


def reference_title(reference: Reference) -> str:
    """A reference's title, or else its address without what every address has."""
    return reference.title or short_address(reference.canonical)
