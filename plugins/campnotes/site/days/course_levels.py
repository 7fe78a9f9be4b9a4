"""The order of a course's levels: `LEVEL1_U`, `LEVEL1_P`."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from campnotes.linking.model import Note


def rank_levels(levels: Mapping[str, Iterable[Note]], readme: Note | None) -> Mapping[str, int]:
    """What levels come by, if the same is known of all; nothing if not. The first of these counts:

    1. where the README first links into each;
    2. their first dates;
    3. the first numbers of their days.
    """
    in_readme = _ranks_in_readme(levels, readme)
    return in_readme or _ranks_by_date(levels) or _ranks_by_day(levels)


def _ranks_in_readme(levels: Collection[str], readme: Note | None) -> dict[str, int]:
    """When the README first links into each level; nothing if it doesn't link all."""
    first: dict[str, int] = {}
    links = readme.links if readme is not None else ()
    for position, linked in enumerate(links):
        target = linked.target
        while target:
            if target in levels:
                first.setdefault(target, position)
            target = posixpath.dirname(target)
    return first if len(first) == len(levels) else {}


def _ranks_by_date(levels: Mapping[str, Iterable[Note]]) -> dict[str, int]:
    """The first day of each level, as a number; nothing if one of them is of no date."""
    first = {}
    for level, notes in levels.items():
        begins = min(note.place.own_date or date.max for note in notes)
        if begins < date.max:
            first[level] = begins.toordinal()
    return first if len(first) == len(levels) else {}


def _ranks_by_day(levels: Mapping[str, Iterable[Note]]) -> dict[str, int]:
    """The first number of each level's days; nothing if one has none, or if they restart in each."""
    first: dict[str, int] = {}
    for level, notes in levels.items():
        numbers = [note.place.day for note in notes if note.place.day is not None]
        if numbers:
            first[level] = min(numbers)
    distinct = set(first.values())
    return first if len(distinct) == len(levels) else {}
