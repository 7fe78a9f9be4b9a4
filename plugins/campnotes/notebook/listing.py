"""What notes that list others tell of these: the weeks that they lie in, and their dates."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from campnotes.notebook.clues import Listed, Seen
from campnotes.notebook.dates.written import WrittenDate
from campnotes.notebook.paths import folders_around
from campnotes.notebook.place import Kind, Place

_TOP = ""  # the notebook's own folder
_Value = TypeVar("_Value")


class Undated(Struct, frozen=True):
    """A note with its place, but for its date."""

    seen: Seen
    place: Place

    @property
    def path(self) -> str:
        """The note's path."""
        return self.seen.clue.path


class Listings(Struct, frozen=True):
    """What is told of notes that others list, by path: their week, and their date."""

    weeks: Mapping[str, int]
    dates: Mapping[str, WrittenDate]


def read_listings(notes: Iterable[Undated]) -> Listings:
    """Read what the notes tell of each other.

    - A week's note lists the days, lectures and retrospectives that it links to, and the days that it
      names (`LEVEL1/week01.md`); what is on a topic or about the notebook may belong to no week.
    - Any note lists what it links to below a heading that is a week (`### Week 1` in a README).
    - A row or a line that links a note and has a date dates it.

    A folder that is listed stands for all in it; the nearest one counts. What is told in two ways
    is told in none.
    """
    known = list(notes)
    told = _Told()
    for note in known:
        own_week = note.place.week if note.place.kind is Kind.WEEK else None
        for listed in note.seen.clue.lists:
            told.add(listed, own_week)
    by_days = _weeks_of_days(known)
    counts = _counts_of_days(known)
    weeks = {}
    dates = {}
    for note in known:
        week = told.week_of(note)
        if week is None:
            week = _week_by_day(note, by_days, counts)
        if week is not None:
            weeks[note.path] = week
        when = told.date_of(note)
        if when is not None:
            dates[note.path] = when
    return Listings(weeks, dates)


_Weeks = dict[str, set[int]]
_Dates = dict[str, set[WrittenDate]]


class _Told:
    """What lists tell of notes and folders, by their paths."""

    def __init__(self) -> None:
        self._weeks: _Weeks = defaultdict(set)
        self._weeks_of_headings: _Weeks = defaultdict(set)
        self._dates: _Dates = defaultdict(set)

    def add(self, listed: Listed, own_week: int | None) -> None:
        """Add what one line tells, in a note that is `own_week`'s."""
        week = own_week if listed.week is None else listed.week
        if week is not None:
            weeks = self._weeks[listed.target]
            weeks.add(week)
        if listed.week is not None:
            weeks = self._weeks_of_headings[listed.target]
            weeks.add(listed.week)
        if listed.when is not None:
            dates = self._dates[listed.target]
            # Wherever it stands in its line.
            dates.add(replace(listed.when, start=0, end=0))

    def week_of(self, note: Undated) -> int | None:
        """The week of a note; what may be spoken of in any is a week's only below its heading."""
        weeks = self._weeks_of_headings if note.place.is_of_any_week else self._weeks
        return _only_one(note.path, weeks)

    def date_of(self, note: Undated) -> WrittenDate | None:
        """The date of a note."""
        return _only_one(note.path, self._dates)


def _only_one(path: str, told: Mapping[str, set[_Value]]) -> _Value | None:
    """What is told of a note or of the nearest folder around it, if it is one thing."""
    target = path
    while target:
        values = told.get(target)
        if values:
            return _alone(values)
        target = posixpath.dirname(target)
    return None


def _alone(values: Collection[_Value]) -> _Value | None:
    """What is told, if it is one thing."""
    return next(iter(values)) if len(values) == 1 else None


ANYWHERE = "*"  # no folder's path
_WeeksOfDays = Mapping[tuple[str, int], set[int]]


def _weeks_of_days(notes: Iterable[Undated]) -> _WeeksOfDays:
    """The weeks whose notes name a day, by the folder of the week's note and the day's number.

    Those of all folders together are by `ANYWHERE`.
    """
    weeks: dict[tuple[str, int], set[int]] = defaultdict(set)
    for note in notes:
        week = note.place.week
        if note.place.kind is not Kind.WEEK or week is None:
            continue
        folder = posixpath.dirname(note.path)
        for day in note.seen.clue.listed_days:
            weeks[folder, day].add(week)
            weeks[ANYWHERE, day].add(week)
    return weeks


def _counts_of_days(notes: Iterable[Undated]) -> Mapping[int, int]:
    """In how many levels of the course each day's number is."""
    levels: dict[int, set[str]] = defaultdict(set)
    for note in notes:
        place = note.place
        if place.kind is Kind.DAY and place.day is not None:
            same_day = levels[place.day]
            same_day.add(place.level)
    counts = {}
    for day, known in levels.items():
        counts[day] = len(known)
    return counts


def _week_by_day(note: Undated, weeks: _WeeksOfDays, counts: Mapping[int, int]) -> int | None:
    """The one week whose note names the note's day: in the nearest folder around, or anywhere."""
    day = note.place.day
    if note.place.kind is not Kind.DAY or day is None:
        return None
    for folder in (*folders_around(note.path), _TOP):
        named = weeks.get((folder, day))
        if named:
            return _alone(named)
    if counts[day] != 1:
        return None
    anywhere = weeks.get((ANYWHERE, day), set())
    return _alone(anywhere)
