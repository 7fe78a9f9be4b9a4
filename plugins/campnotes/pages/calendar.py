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
from campnotes.notebook.layout import read_name
from campnotes.notebook.place import DateSource, Kind, Place

LONGEST_DAY_TITLE = 10  # 「Day12」, 「3주차 2일차」, but not “Day 8: Testing”
# Headings that every day has say nothing of one.
_GENERIC = re.compile(
    r"^[\W\d]*(?:목차|contents?|table of contents|toc|강의|과제|피어|회고|학습|오늘|참고|정리|회의|"
    r"peer|assignment|homework|retrospective|lecture)",
    re.IGNORECASE,
)
STRETCH = 10  # days in a group of a journal that knows neither weeks nor dates


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
        """What the day was about: its title, or the first thing in it if that is only 「Day6」."""
        note = self.note
        if read_name(note.title).day is None or len(note.title) > LONGEST_DAY_TITLE:
            return note.title
        topics = [p.topic for p in note.presentations]
        headings = [
            h.text
            for h in note.parsed.headings
            if h.level > 1 and not h.sentence and not _GENERIC.match(h.text)
        ]
        return next(iter((*headings, *topics)), "")

    @property
    def place(self) -> Place:
        """Where the day belongs."""
        return self.note.place

    @property
    def questions(self) -> int:
        """How many questions were asked about the day's presentations."""
        return sum(len(p.questions) for note in self.notes for p in note.presentations)


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
        return (*(note for day in self.days for note in day.notes), *self.others)


def _when(place: Place) -> date | None:
    """The date of a place, of an unknown year too, for ordering; Git's is no day's own."""
    if place.date is not None and place.date_source is not DateSource.GIT:
        return place.date
    if place.month_day is not None:
        return date(2000, *place.month_day)  # a leap year, so that every month and day is in it
    return None


def _in_time(days: Iterable[Day]) -> tuple[Day, ...]:
    """Days in their order: by date where all have one, or else by number."""
    found = list(days)
    dates = [_when(day.place) for day in found]
    if all(when is not None for when in dates):
        return tuple(day for _, _, day in sorted(
            (when or date.min, i, day) for i, (when, day) in enumerate(zip(dates, found, strict=True))
        ))  # fmt: skip
    last = max((day.place.day or 0 for day in found), default=0) + 1
    return tuple(sorted(
        found, key=lambda d: (last if d.place.day is None else d.place.day, _when(d.place) or date.min)
    ))  # fmt: skip


def group_notes(notebook: Notebook, language: str) -> tuple[Group, ...]:
    """The groups of a notebook in order, with titles in a language.

    Notes that belong to none are left out.
    """
    keyed: dict[tuple[int, ...], list[Note]] = defaultdict(list)
    for note in notebook.notes:
        key = _key(note.place)
        if key is not None:
            keyed[key].append(note)
    return tuple(
        Group(
            _title(key, language),
            key[1] if key[0] == 0 else None,
            _days(n for n in keyed[key] if n.place.kind is Kind.DAY),
            tuple(n for n in keyed[key] if n.place.kind is not Kind.DAY),
        )
        for key in sorted(keyed)
    )


def ungrouped(notebook: Notebook) -> tuple[Note, ...]:
    """The notes that belong to no week or other group."""
    return tuple(note for note in notebook.notes if _key(note.place) is None)


def _key(place: Place) -> tuple[int, ...] | None:
    """(0, week), (1, year, month) or (2, tens of days)."""
    if place.week is not None:
        return 0, place.week
    if place.kind not in {Kind.DAY, Kind.RETROSPECTIVE}:
        return None
    if place.date is not None and place.date_source is not DateSource.GIT:
        return 1, place.date.year, place.date.month
    if place.day is not None:
        return 2, max(place.day - 1, 0) // STRETCH
    if place.month_day is not None:
        return 1, 0, place.month_day[0]
    return None


def _title(key: tuple[int, ...], language: str) -> str:
    translate = translations(language).gettext
    match key:
        case (0, week):
            return translate("Week {week}").format(week=week)
        case (1, 0, month):
            return format_date(date(2000, month, 1), "LLLL", locale=spoken(language))
        case (1, year, month):
            return format_skeleton("yMMMM", date(year, month, 1), locale=spoken(language))
        case (_, tens):
            first, last = tens * STRETCH + 1, (tens + 1) * STRETCH
            return translate("Days {first}–{last}").format(first=first, last=last)
    raise AssertionError(key)


def _days(notes: Iterable[Note]) -> tuple[Day, ...]:
    days: dict[tuple[object, ...], list[Note]] = defaultdict(list)
    for note in notes:
        place = note.place
        dated = place.date if place.date_source is not DateSource.GIT else None
        key = (place.day,) if place.day is not None else (dated, place.month_day)
        days[key].append(note)
    found = [Day(tuple(sorted(same, key=_rank))) for same in days.values()]
    return _in_time(found)


def _rank(note: Note) -> tuple[bool, int]:
    """The note that is named after the day comes first, a README too."""
    stem = note.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    named = read_name(stem)
    is_day = named.day is not None or named.month_day is not None
    return not (is_day or stem.lower() in {"readme", "index"}), len(stem)


def day_order(groups: Sequence[Group]) -> tuple[str, ...]:
    """The paths of all grouped notes in reading order, for previous and next."""
    return tuple(note.path for group in groups for note in group.notes)
