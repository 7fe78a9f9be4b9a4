"""The weeks of notes that don't tell theirs, by which week's note or section lists them."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from campnotes.notebook.dating import Undated
from campnotes.notebook.place import Kind


def listed_weeks(notes: Iterable[Undated]) -> Mapping[str, int]:
    """The week of each note that exactly one week lists, or of whose folder one does.

    A note of a week lists what it links to (`LEVEL1/week01.md`); any note lists what it links to
    below a heading that is a week (`### Week 1` in a README). The nearest folder listed counts.
    """
    weeks_of: dict[str, set[int]] = defaultdict(set)
    paths = []
    for note in notes:
        paths.append(note.seen.clue.path)
        for target, week in _listed(note):
            weeks_of[target].add(week)
    weeks = {}
    for path in paths:
        week = _week_of(path, weeks_of)
        if week is not None:
            weeks[path] = week
    return weeks


def _listed(note: Undated) -> Iterator[tuple[str, int]]:
    place = note.place
    own_week = place.week if place.kind is Kind.WEEK else None
    for listed in note.seen.clue.lists:
        week = own_week if listed.week is None else listed.week
        if week is not None:
            yield listed.target, week


def _week_of(path: str, weeks_of: Mapping[str, set[int]]) -> int | None:
    """The one week that lists a note or the nearest folder around it."""
    target = path
    while target:
        weeks = weeks_of.get(target)
        if weeks:
            return next(iter(weeks)) if len(weeks) == 1 else None
        target = posixpath.dirname(target)
    return None
