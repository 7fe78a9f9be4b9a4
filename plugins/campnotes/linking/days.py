"""Which note stands for a day of the camp."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from msgspec import Struct

from campnotes.notebook.layout.recognisers import read_name
from campnotes.notebook.paths import folders_around, is_index
from campnotes.notebook.place import Kind, Place

_TOP = ""  # the notebook's own folder


class DayIndex(Struct, frozen=True):
    """The main notes of days, by the folder around them and the number of the day.

    Each folder tells the main note of each of its weeks that have such a day: several weeks do where
    days are counted from 1 in each.
    """

    by_folder: Mapping[tuple[str, int], Mapping[int | None, str]]

    def find(self, day: int, *, week: int | None, path: str, here: Place) -> str | None:
        """The note of a day that is named in the note at `path`, with a week or alone.

        In a cohort each member has such a day: the one in the nearest folder is meant.
        """
        for folder in (*folders_around(path), _TOP):
            weeks = self.by_folder.get((folder, day), {})
            if week is not None and week in weeks:
                return weeks[week]
            if week is None and len(weeks) == 1:
                return next(iter(weeks.values()))
            if week is None and weeks:
                # Days that are counted from 1 in each week: the day of the same week is meant.
                return weeks.get(here.week) if here.week is not None else None
        return None


_Days = dict[tuple[str, int], dict[int | None, list[str]]]


def index_days(places: Mapping[str, Place]) -> DayIndex:
    """The days of a notebook, of whose notes the places are given by path."""
    by_folder = {}
    for folder_and_day, weeks in _notes_of_days(places).items():
        _, day = folder_and_day
        main_notes = {}
        for week, paths in weeks.items():
            main_notes[week] = _main_note(day, paths)
        by_folder[folder_and_day] = main_notes
    return DayIndex(by_folder=by_folder)


def _notes_of_days(places: Mapping[str, Place]) -> _Days:
    notes: _Days = {}
    for path, place in places.items():
        if place.kind is not Kind.DAY or place.day is None:
            continue
        for folder in (*folders_around(path), _TOP):
            weeks = notes.setdefault((folder, place.day), {})
            paths = weeks.setdefault(place.week, [])
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
