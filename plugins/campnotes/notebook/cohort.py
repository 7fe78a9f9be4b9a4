"""Tell whose a note is in the notebook of a cohort, which has a folder for each member.

The folders of members are beside each other, and most of the days in each are in others too:
`kim/week1/day3.md` and `park/week1/day3.md`. Folders of weeks have days of their own instead, and
of folders by kind (`til/`, `peer-session/`) there are few.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping, Set

from msgspec.structs import replace

from campnotes.notebook.paths import folders_around
from campnotes.notebook.place import Kind, Place

FEWEST_MEMBERS = 4
FEWEST_DAYS = 2  # of a member

_Day = tuple[str, int | None, int]  # the level, the week and the number
_DaysByFolder = dict[str, set[_Day]]


def with_members(places: Mapping[str, Place]) -> dict[str, Place]:
    """The places of a notebook's notes, in a cohort with the members' folders."""
    cohort = _cohort(places)
    if cohort is None:
        return dict(places)
    found = {}
    for path, place in places.items():
        found[path] = replace(place, member=_member(path, cohort))
    return found


def _member(path: str, cohort: str) -> str:
    """The folder below that of the cohort; `""` for a note that is nobody's."""
    above = f"{cohort}/" if cohort else ""
    if not path.startswith(above):
        return ""
    name, slash, _ = path.removeprefix(above).partition("/")
    return f"{above}{name}" if slash else ""


def _cohort(places: Mapping[str, Place]) -> str | None:
    """The folder that has the members' folders: the uppermost that looks so."""
    cohorts = []
    for folder, of_folders in _days_by_parent(places).items():
        if len(of_folders) >= FEWEST_MEMBERS and _are_members(of_folders):
            cohorts.append(folder)
    return min(cohorts, key=_depth_and_name, default=None)


def _depth_and_name(folder: str) -> tuple[int, str]:
    return (folder.count("/") + bool(folder), folder)


def _days_by_parent(places: Mapping[str, Place]) -> dict[str, _DaysByFolder]:
    """The numbered days in each folder, by the folder around that."""
    found: dict[str, _DaysByFolder] = {}
    for path, place in places.items():
        if place.kind is not Kind.DAY or place.day is None:
            continue
        day = (place.level, place.week, place.day)
        for folder in folders_around(path):
            parent = posixpath.dirname(folder)
            siblings = found.setdefault(parent, {})
            siblings.setdefault(folder, set()).add(day)
    return found


def _are_members(of_folders: Mapping[str, Set[_Day]]) -> bool:
    """Tell whether all but a few of the folders have most of their days in common with others."""
    counts: Counter[_Day] = Counter()
    for days in of_folders.values():
        counts.update(days)
    members = 0
    for days in of_folders.values():
        common = [day for day in days if counts[day] > 1]
        are_enough = len(days) >= FEWEST_DAYS
        if are_enough and 2 * len(common) > len(days):
            members += 1
    are_several = members >= FEWEST_MEMBERS
    return are_several and 2 * members > len(of_folders)
