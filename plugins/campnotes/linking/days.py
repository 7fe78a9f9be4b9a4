"""Which note stands for a day of the camp."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campnotes.notebook.files import is_index
from campnotes.notebook.place import Kind, Place
from campnotes.notebook.recognisers import read_name


@dataclass(frozen=True, slots=True)
class DayIndex:
    """The main note of each day.

    `by_day` holds several where days are counted from 1 in each week; `by_week_and_day` one each.
    """

    by_day: Mapping[int, Sequence[str]]
    by_week_and_day: Mapping[tuple[int, int], str]

    def find(self, day: int, *, week: int | None, here: Place) -> str | None:
        """The note of a day that is named in the note that belongs `here`, with a week or alone."""
        paths = self.by_day.get(day, ())
        if week is None:
            if len(paths) == 1:
                return paths[0]
            # Days that are counted from 1 in each week: the day of the same week is meant.
            week = here.week
        if week is None:
            return None
        week_and_day = (week, day)
        return self.by_week_and_day.get(week_and_day)


_PathsByDay = dict[int, list[str]]
_PathByWeekAndDay = dict[tuple[int, int], str]
_PathsByWeekAndDay = dict[tuple[int | None, int], list[str]]


def index_days(places: Mapping[str, Place]) -> DayIndex:
    """The days of a notebook, of whose notes the places are given by path."""
    by_day: _PathsByDay = defaultdict(list)
    by_week_and_day: _PathByWeekAndDay = {}
    notes = _notes_of_days(places)
    for (week, day), paths in notes.items():
        main = _main_note(day, paths)
        by_day[day].append(main)
        if week is None:
            continue
        by_week_and_day[week, day] = main
    return DayIndex(
        by_day=by_day,
        by_week_and_day=by_week_and_day,
    )


def _notes_of_days(places: Mapping[str, Place]) -> _PathsByWeekAndDay:
    notes: _PathsByWeekAndDay = defaultdict(list)
    for path, place in places.items():
        if place.kind is not Kind.DAY:
            continue
        if place.day is None:
            continue
        week_and_day = (place.week, place.day)
        paths = notes[week_and_day]
        paths.append(path)
    return notes


def _main_note(day: int, paths: Sequence[str]) -> str:
    """Of a day's notes, one that is named after it or a README; else the shortest name."""

    def rank(path: str) -> tuple[int, int]:
        name = posixpath.basename(path)
        stem, _suffix = posixpath.splitext(name)
        length = len(stem)
        if is_index(name):
            return 0, length
        seen = read_name(stem)
        if seen.day == day:
            return 0, length
        return 1, length

    return min(paths, key=rank)
