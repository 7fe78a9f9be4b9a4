"""A notebook as its reader thinks of it: weeks (or months, or stretches of days) of days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date, format_skeleton

from campnotes.linking.model import Note, Notebook
from campnotes.locales import spoken, translations
from campnotes.notebook.files import is_index
from campnotes.notebook.layout import read_name
from campnotes.notebook.place import Kind, Place

LONGEST_DAY_TITLE = 10  # 「Day12」, 「3주차 2일차」, but not “Day 8: Testing”
# Headings that every day has say nothing of one.
_GENERIC = re.compile(
    r"^[\W\d]*(?:목차|contents?|table of contents|toc|강의|과제|피어|회고|학습|오늘|참고|정리|회의|"
    r"peer|assignment|homework|retrospective|lecture)",
    re.IGNORECASE,
)
STRETCH = 10  # days in a group of a journal that knows neither weeks nor dates
LEAP_YEAR = 2000  # stands for a year that isn't known: every month and day is in it

# What a group of notes goes by, in order: (0, week), (1, year, month) or (2, tens of days);
# the year is 0 where it isn't known.
_Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the camp with its notes, the one named after it first."""

    notes: tuple[Note, ...]

    @property
    def note(self) -> Note:
        """The day's main note."""
        return self.notes[0]

    @property
    def subject(self) -> str:
        """Say what the day was about: its title, or the first thing in it if that is only 「Day6」."""
        note = self.note
        if read_name(note.title).day is None or len(note.title) > LONGEST_DAY_TITLE:
            return note.title
        for heading in note.parsed.headings:
            if heading.level > 1 and not heading.sentence and not _GENERIC.match(heading.text):
                return heading.text
        for presentation in note.presentations:
            return presentation.topic
        return ""

    @property
    def place(self) -> Place:
        """Where the day belongs."""
        return self.note.place

    @property
    def questions(self) -> int:
        """How many questions were asked about the day's presentations."""
        presentations = [p for note in self.notes for p in note.presentations]
        return sum(len(presentation.questions) for presentation in presentations)


@dataclass(frozen=True, slots=True)
class Group:
    """A week of the camp, or another stretch of it; `others` are its notes that are no days."""

    title: str
    week: int | None
    days: tuple[Day, ...]
    others: tuple[Note, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, the days first."""
        of_days = [note for day in self.days for note in day.notes]
        return (*of_days, *self.others)


def group_notes(notebook: Notebook, language: str) -> tuple[Group, ...]:
    """Group a notebook's notes, in order, with titles in a language.

    Notes that belong to no group are left out; `ungrouped` gives those.
    """
    keyed: dict[_Key, list[Note]] = defaultdict(list)
    for note in notebook.notes:
        key = _key(note.place)
        if key is not None:
            keyed[key].append(note)
    return tuple(_group(key, keyed[key], language) for key in sorted(keyed))


def ungrouped(notebook: Notebook) -> tuple[Note, ...]:
    """The notes that belong to no week or other group."""
    return tuple(note for note in notebook.notes if _key(note.place) is None)


def day_order(groups: Sequence[Group]) -> tuple[str, ...]:
    """The paths of all grouped notes in reading order, for previous and next."""
    return tuple(note.path for group in groups for note in group.notes)


def _key(place: Place) -> _Key | None:
    if place.week is not None:
        return 0, place.week
    if place.kind not in {Kind.DAY, Kind.RETROSPECTIVE}:
        return None
    if place.own_date is not None:
        return 1, place.own_date.year, place.own_date.month
    if place.day is not None:
        return 2, max(place.day - 1, 0) // STRETCH
    if place.month_day is not None:
        return 1, 0, place.month_day[0]
    return None


def _group(key: _Key, notes: Iterable[Note], language: str) -> Group:
    of_days: list[Note] = []
    others: list[Note] = []
    for note in notes:
        (of_days if note.place.kind is Kind.DAY else others).append(note)
    return Group(
        title=_title(key, language),
        week=key[1] if key[0] == 0 else None,
        days=_days(of_days),
        others=tuple(others),
    )


def _title(key: _Key, language: str) -> str:
    translate = translations(language).gettext
    locale = spoken(language)
    match key:
        case (0, week):
            return translate("Week {week}").format(week=week)
        case (1, 0, month):
            return format_date(date(LEAP_YEAR, month, 1), "LLLL", locale=locale)
        case (1, year, month):
            return format_skeleton("yMMMM", date(year, month, 1), locale=locale)
        case (_, tens):
            first, last = tens * STRETCH + 1, (tens + 1) * STRETCH
            return translate("Days {first}–{last}").format(first=first, last=last)
    raise AssertionError(key)


def _days(notes: Iterable[Note]) -> tuple[Day, ...]:
    """Put the notes of each day together: those of a number, or else of a date."""
    days: dict[tuple[object, ...], list[Note]] = defaultdict(list)
    for note in notes:
        place = note.place
        if place.day is not None:
            days[(place.day,)].append(note)
        else:
            days[place.own_date, place.month_day].append(note)
    found = [Day(tuple(sorted(same, key=_rank_in_day))) for same in days.values()]
    return _in_time(found)


def _rank_in_day(note: Note) -> tuple[bool, int]:
    """Rank the note that is named after the day first, or a README; then by the name's length."""
    stem = note.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    named = read_name(stem)
    is_day = named.day is not None or named.month_day is not None
    stands_for_day = is_day or is_index(note.path)
    return not stands_for_day, len(stem)


def _in_time(days: Sequence[Day]) -> tuple[Day, ...]:
    """Put days in order: by date where all have one, or else by number and then by date."""
    dates = [_when(day.place) for day in days]
    if None not in dates:
        return tuple(sorted(days, key=_date_or_first))
    # Days without a number come behind all others.
    last = max((day.place.day or 0 for day in days), default=0) + 1

    def number_and_date(day: Day) -> tuple[int, date]:
        number = day.place.day
        return last if number is None else number, _date_or_first(day)

    return tuple(sorted(days, key=number_and_date))


def _date_or_first(day: Day) -> date:
    return _when(day.place) or date.min


def _when(place: Place) -> date | None:
    """The date to put a day in order by, in the leap year where its own isn't known."""
    if place.own_date is not None:
        return place.own_date
    if place.month_day is not None:
        return date(LEAP_YEAR, *place.month_day)
    return None
