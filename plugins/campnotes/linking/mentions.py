"""Which note a mention names: `day31.md`, Day 31, 31일차."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campnotes.linking.addresses import FileIndex, read_relative
from campnotes.linking.model import LinkedMention
from campnotes.notebook.files import INDEX_STEMS, is_index, is_note
from campnotes.notebook.layout import read_name
from campnotes.notebook.place import Kind, Place
from campnotes.parsing.mentions import Mention

# Names that so many files have that none of them is meant by one.
_GENERIC = INDEX_STEMS | {"contributing", "changelog", "license"}


@dataclass(frozen=True, slots=True)
class DayIndex:
    """The main note of each day, by day and by week and day."""

    days: Mapping[int, tuple[str, ...]]
    week_days: Mapping[tuple[int, int], str]


def index_days(places: Mapping[str, Place]) -> DayIndex:
    """The days of a notebook; of a day's several notes, the one named by it or else the first."""
    days: dict[tuple[int | None, int], list[str]] = defaultdict(list)
    for path, place in places.items():
        if place.kind is Kind.DAY and place.day is not None:
            days[place.week, place.day].append(path)
    main = {key: _main(key[1], paths) for key, paths in days.items()}
    by_day: dict[int, list[str]] = defaultdict(list)
    for (_, day), path in main.items():
        by_day[day].append(path)
    return DayIndex(
        {day: tuple(paths) for day, paths in by_day.items()},
        {(week, day): path for (week, day), path in main.items() if week is not None},
    )


def _main(day: int, paths: Sequence[str]) -> str:
    def rank(path: str) -> tuple[bool, int]:
        stem = posixpath.splitext(posixpath.basename(path))[0]
        named = read_name(stem).day == day or is_index(path)
        return not named, len(stem)

    return min(paths, key=rank)


def link_mentions(
    mentions: Sequence[Mention],
    path: str,
    places: Mapping[str, Place],
    days: DayIndex,
    files: FileIndex,
) -> tuple[LinkedMention, ...]:
    """The mentions of the note at `path` that name another note.

    A number of a day that the notebook doesn't have names something else; a file's name stays a
    mention even of a note that isn't there, if it is one that a day's or week's note has.
    """
    linked = []
    for mention in mentions:
        if mention.file is not None:
            target = _file(mention.file, path, files)
            if target == path or (target is None and not _note_like(mention.file)):
                continue
            if target is None and _is_self(mention.file, path):
                continue
            linked.append(LinkedMention(mention, target))
        else:
            target = _day(mention, places[path], days)
            if target is not None and not _same_day(target, path, places):
                linked.append(LinkedMention(mention, target))
    return tuple(linked)


def _file(name: str, path: str, files: FileIndex) -> str | None:
    stem = posixpath.splitext(posixpath.basename(name))[0].lower()
    relative = read_relative(name, path).path
    here = files.find(relative) if relative else None
    if here and "/" in name:
        return here.path
    if stem in _GENERIC:
        return None
    if here:
        return here.path
    named = [p for p in files.named(posixpath.basename(name)) if is_note(p)]
    tail = [p for p in named if p.lower().endswith(name.lower())]
    if len(tail) == 1:
        return tail[0]
    folder = posixpath.dirname(posixpath.dirname(path))
    near = [p for p in tail if p.startswith(f"{folder}/")] if folder else []
    return near[0] if len(near) == 1 else None


def _note_like(name: str) -> bool:
    stem = posixpath.splitext(posixpath.basename(name))[0]
    seen = read_name(stem)
    return seen.day is not None or seen.week is not None or seen.month_day is not None


def _is_self(name: str, path: str) -> bool:
    return posixpath.basename(name).lower() == posixpath.basename(path).lower()


def _day(mention: Mention, here: Place, days: DayIndex) -> str | None:
    if mention.day is None:
        return None
    if mention.week is not None:
        return days.week_days.get((mention.week, mention.day))
    named = days.days.get(mention.day, ())
    if len(named) == 1:
        return named[0]
    # Days that are counted from 1 in each week: the day of the same week is meant.
    return days.week_days.get((here.week, mention.day)) if here.week is not None else None


def _same_day(target: str, path: str, places: Mapping[str, Place]) -> bool:
    here, there = places[path], places[target]
    return target == path or (here.day == there.day and here.week == there.week)
