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
        named = read_name(note.title)
        is_only_day = named.day is not None and len(note.title) <= LONGEST_DAY_TITLE
        if not is_only_day:
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
        """How many questions were asked on the day."""
        count = 0
        for note in self.notes:
            count += len(note.questions)
            for presentation in note.presentations:
                count += len(presentation.questions)
        return count


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
        of_days: list[Note] = []
        for day in self.days:
            of_days += day.notes
        return (*of_days, *self.others)


def group_notes(notebook: Notebook, language: str) -> tuple[Group, ...]:
    """Group a notebook's notes, in order, with titles in a language.

    Notes that belong to no group are left out; `ungrouped` gives those.
    """
    keyed: dict[_Key, list[Note]] = defaultdict(list)
    for note in notebook.notes:
        key = _key(note.place)
        if key is not None:
            same_key = keyed[key]
            same_key.append(note)
    groups = []
    for key in sorted(keyed):
        notes = keyed[key]
        group = _group(key, notes, language)
        groups.append(group)
    return tuple(groups)


def ungrouped(notebook: Notebook) -> tuple[Note, ...]:
    """The notes that belong to no week or other group."""
    notes = []
    for note in notebook.notes:
        key = _key(note.place)
        if key is None:
            notes.append(note)
    return tuple(notes)


def day_order(groups: Sequence[Group]) -> tuple[str, ...]:
    """The paths of all grouped notes in reading order, for previous and next."""
    paths: list[str] = []
    for group in groups:
        paths += [note.path for note in group.notes]
    return tuple(paths)


def _key(place: Place) -> _Key | None:
    if place.week is not None:
        return 0, place.week
    if place.kind not in {Kind.DAY, Kind.RETROSPECTIVE}:
        return None
    if place.own_date is not None:
        return 1, place.own_date.year, place.own_date.month
    if place.day is not None:
        from_nought = max(place.day - 1, 0)
        return 2, from_nought // STRETCH
    if place.month_day is not None:
        month, _ = place.month_day
        return 1, 0, month
    return None


def _group(key: _Key, notes: Iterable[Note], language: str) -> Group:
    of_days: list[Note] = []
    others: list[Note] = []
    for note in notes:
        if note.place.kind is Kind.DAY:
            of_days.append(note)
        else:
            others.append(note)
    return Group(
        title=_title(key, language),
        week=_week(key),
        days=_days(of_days),
        others=tuple(others),
    )


def _week(key: _Key) -> int | None:
    match key:
        case (0, week):
            return week
    return None


def _title(key: _Key, language: str) -> str:
    translate = translations(language).gettext
    locale = spoken(language)
    match key:
        case (0, week):
            title = translate("Week {week}")
            return title.format(week=week)
        case (1, 0, month):
            first_day = date(LEAP_YEAR, month, 1)
            return format_date(first_day, "LLLL", locale=locale)
        case (1, year, month):
            first_day = date(year, month, 1)
            return format_skeleton("yMMMM", first_day, locale=locale)
        case (_, tens):
            before = tens * STRETCH
            title = translate("Days {first}–{last}")
            return title.format(first=before + 1, last=before + STRETCH)
    raise AssertionError(key)


def _days(notes: Iterable[Note]) -> tuple[Day, ...]:
    """Put the notes of each day together: those of a number, or else of a date."""
    together: dict[tuple[object, ...], list[Note]] = defaultdict(list)
    for note in notes:
        key = _day_key(note.place)
        same_day = together[key]
        same_day.append(note)
    days = []
    for same_day in together.values():
        same_day.sort(key=_rank_in_day)
        day = Day(notes=tuple(same_day))
        days.append(day)
    return _in_time(days)


def _day_key(place: Place) -> tuple[object, ...]:
    if place.day is not None:
        return (place.day,)
    return place.own_date, place.month_day


def _rank_in_day(note: Note) -> tuple[bool, int]:
    """Rank the note that is named after the day first, or a README; then by the name's length."""
    path = note.path
    _, _, file = path.rpartition("/")
    parts = file.rsplit(".", 1)
    stem = parts[0]
    named = read_name(stem)
    has_day = named.day is not None
    has_date = named.month_day is not None
    stands_for_day = has_day or has_date or is_index(path)
    return not stands_for_day, len(stem)


def _in_time(days: Sequence[Day]) -> tuple[Day, ...]:
    """Put days in order: by date where all have one, or else by number and then by date."""
    dates = [_when(day.place) for day in days]
    if None in dates:
        by_number = sorted(days, key=_number_and_date)
        return tuple(by_number)
    by_date = sorted(days, key=_date_or_first)
    return tuple(by_date)


def _number_and_date(day: Day) -> tuple[bool, int, date]:
    number = day.place.day
    # Days without a number come behind all others.
    is_last = number is None
    return is_last, number or 0, _date_or_first(day)


def _date_or_first(day: Day) -> date:
    when = _when(day.place)
    if when is None:
        return date.min
    return when


def _when(place: Place) -> date | None:
    """The date to put a day in order by, in the leap year where its own isn't known."""
    if place.own_date is not None:
        return place.own_date
    if place.month_day is not None:
        month, day = place.month_day
        return date(LEAP_YEAR, month, day)
    return None
