"""What a group of notes goes by: a week, a level of the course, a month or a stretch of days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from babel.dates import format_date, format_skeleton
from msgspec import Struct
from msgspec.structs import replace

from campnotes.linking.model import Note
from campnotes.locales import spoken, translations
from campnotes.notebook.dates.years import LEAP_YEAR
from campnotes.notebook.paths import natural_order
from campnotes.notebook.place import Kind, Place
from campnotes.site.days.course_levels import rank_levels

STRETCH = 10  # days in a group of a journal that knows neither weeks nor dates


class Key(Struct, frozen=True):
    """What a group of notes goes by: the member's folder in a cohort, and in this order of `rank`.

    0. a week;
    1. a level of the course, the folder of its notes;
    2. a year and month, the year 0 where it isn't known;
    3. tens of days.
    """

    rank: int
    numbers: tuple[int, ...] = ()
    level: str = ""
    member: str = ""


WEEK, _LEVEL, _MONTH, _STRETCH = range(4)


def note_key(note: Note) -> Key | None:
    """What a note's group goes by; that of a week which isn't numbered, by its first day."""
    key = _key(note.place)
    if key is None and note.days:
        key = _key(note.days[0].place)
    if key is None:
        return None
    return replace(key, member=note.place.member)


def _key(place: Place) -> Key | None:
    if place.kind is Kind.TEMPLATE:
        return None
    if place.week is not None:
        return Key(WEEK, (place.week,))
    if place.level:
        return Key(_LEVEL, level=place.level)
    if place.kind not in {Kind.DAY, Kind.RETROSPECTIVE}:
        return None
    if place.own_date is not None:
        return Key(_MONTH, (place.own_date.year, place.own_date.month))
    if place.day is not None:
        from_nought = max(place.day - 1, 0)
        return Key(_STRETCH, (from_nought // STRETCH,))
    if place.month_day is not None:
        month, _ = place.month_day
        return Key(_MONTH, (0, month))
    return None


def in_key_order(keyed: Mapping[Key, Sequence[Note]], readme: Note | None) -> list[Key]:
    """The keys in order; levels that nothing else puts in one come by their names."""
    levels = {}
    for key, notes in keyed.items():
        if key.level:
            levels[key.level] = notes
    ranks = rank_levels(levels, readme)

    def order(key: Key) -> tuple[object, ...]:
        rank = ranks.get(key.level, 0)
        by_name = natural_order(key.level)
        by_member = natural_order(key.member)
        return by_member, key.rank, key.numbers, rank, by_name

    return sorted(keyed, key=order)


def group_title(key: Key, language: str) -> str:
    """The title of a group: 「1주차」, a level, a month, or the first and last day."""
    translate = translations(language).gettext
    locale = spoken(language)
    match key.rank, key.numbers:
        case (0, (week,)):
            title = translate("Week {week}")
            return title.format(week=week)
        case (1, _):
            _, _, folder = key.level.rpartition("/")
            return folder.replace("_", " ")
        case (2, (0, month)):
            first_day = date(LEAP_YEAR, month, 1)
            return format_date(first_day, "LLLL", locale=locale)
        case (2, (year, month)):
            first_day = date(year, month, 1)
            return format_skeleton("yMMMM", first_day, locale=locale)
        case (_, (tens,)):
            before = tens * STRETCH
            title = translate("Days {first}–{last}")
            return title.format(first=before + 1, last=before + STRETCH)
    raise AssertionError(key)


def own_date(note: Note) -> date:
    """The date that a note tells, or one behind all others."""
    return note.place.own_date or date.max
