"""Decide each note's place in the camp from all the evidence there is, its front matter first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from campnotes.notebook.dates import calendar_date, complete_year, last_before, week_of
from campnotes.notebook.evidence import Evidence
from campnotes.notebook.files import normal
from campnotes.notebook.front_matter import FrontMatter
from campnotes.notebook.layout import read_path
from campnotes.notebook.place import DateSource, Kind, Place
from campnotes.notebook.recognisers import read_name
from campnotes.settings import Settings

_RETROSPECTIVE = re.compile(
    r"회고|(?<![a-z])retro(?:spect(?:ive)?)?s?(?![a-z])|(?<![a-z])kpt(?![a-z])", re.IGNORECASE
)
_RETROSPECTIVE_TITLE = re.compile(r"(?:회고록?|retrospective|retro)\W*$", re.IGNORECASE)
_WEEK_NOTE = re.compile(
    r"^(?:readme|index|summary|weekly|week(?:\s*end)?|weekend\d*|holidays?|주말|휴일|연휴|방학|"
    r"정리|요약|토요일|일요일|sat(?:urday)?|sun(?:day)?)$|주말|weekend|week(?:ly)?[-_ ]?summary",
    re.IGNORECASE,
)
_LECTURE = re.compile(
    r"(?<![a-z])(?:ch(?:apter)?|lec(?:ture)?|unit)[-_ .]?\d+|\d+\s*강(?:\b|_|$)|강의|lectures?",
    re.IGNORECASE,
)

LONGEST_PLACE_TITLE = 30


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of one note before it has a place."""

    path: str
    front_matter: FrontMatter
    title: str | None = None  # the note's first heading, if it stands at the top
    written: date | None = None  # a date written in its title or first lines


def place_notes(
    clues: Sequence[Clues], settings: Settings, committed: Mapping[str, date]
) -> dict[str, Place]:
    """The place of every note, by path; `committed` holds the dates of first commits."""
    undated = [_undated_place(clue, settings) for clue in clues]
    restarts = _restarts(undated)
    places = {}
    for clue, place in zip(clues, undated, strict=True):
        when, source = _date(
            place,
            clue,
            settings,
            committed.get(clue.path),
            restarts=restarts,
        )
        dated = replace(place, date=when, date_source=source)
        places[clue.path] = _with_week(dated, settings)
    return places


def _undated_place(clue: Clues, settings: Settings) -> Place:
    """A note's place by its front matter, its path and its title; of its date, what the path tells."""
    front_matter = clue.front_matter
    seen = read_path(clue.path, settings.layout)
    if not seen.locates:
        seen = _completed_by_title(seen, clue.title)
    kind, rule = _kind(clue, seen)
    rules = [seen.rule, rule]
    if front_matter.kind is not None:
        kind, rules = front_matter.kind, ["front-matter"]
    return Place(
        kind=kind,
        week=_first_known(front_matter.week, seen.week),
        day=_first_known(front_matter.day, seen.day),
        date=seen.date,
        month_day=seen.month_day,
        rule="+".join(filter(None, rules)),
    )


def _first_known(front_matter: int | None, seen: int | None) -> int | None:
    if front_matter is None:
        return seen
    return front_matter


def _completed_by_title(seen: Evidence, title: str | None) -> Evidence:
    """The path's evidence, completed by a title that is itself a day: `# 3주차 2일차`, `# Day 12`.

    A title about one (`# Day 3 정리를 다시 읽고`) is too long to be trusted.
    """
    if title is None or len(title) > LONGEST_PLACE_TITLE:
        return seen
    in_title = read_name(title)
    is_day = in_title.day is not None or in_title.date is not None
    if not is_day:
        return seen
    by_title = replace(in_title, rule="title")
    return seen.under(by_title)


def _kind(clue: Clues, seen: Evidence) -> tuple[Kind, str]:
    """What a note is, and the rule that told so, the most telling first.

    1. 회고 in its own name or as its folder's: a retrospective.
    2. A day, by its path, its title or its front matter: a day.
    3. 회고 at the end of its title: a retrospective.
    4. In a week: the week's own note by its name, or else a lecture.
    5. A lecture's number or 강의 in its name: a lecture.
    """
    path = PurePosixPath(normal(clue.path))
    stem = path.stem
    folder = path.parent.name
    front_matter = clue.front_matter
    if _RETROSPECTIVE.search(stem):
        return Kind.RETROSPECTIVE, "name"
    if _RETROSPECTIVE.fullmatch(folder):
        return Kind.RETROSPECTIVE, "name"
    if seen.locates or front_matter.day is not None:
        return Kind.DAY, ""
    title = clue.title or ""
    if _RETROSPECTIVE_TITLE.search(title):
        return Kind.RETROSPECTIVE, "title"
    week = _first_known(front_matter.week, seen.week)
    if week is not None:
        if _names_week(stem):
            return Kind.WEEK, "week-note"
        return Kind.LECTURE, "in-week"
    if _LECTURE.search(stem):
        return Kind.LECTURE, "name"
    return Kind.PAGE, ""


def _names_week(stem: str) -> bool:
    if read_name(stem).week is not None:
        return True
    return _WEEK_NOTE.search(stem) is not None


def _restarts(places: Iterable[Place]) -> bool:
    """Tell whether days are counted from 1 in each week: most day numbers recur in another week."""
    weeks_of_day: dict[int, set[int]] = defaultdict(set)
    for place in places:
        if place.week is None or place.day is None:
            continue
        weeks = weeks_of_day[place.day]
        weeks.add(place.week)
    once = 0
    recurring = 0
    for weeks in weeks_of_day.values():
        if len(weeks) > 1:
            recurring += 1
        else:
            once += 1
    return recurring > once


def _with_week(place: Place, settings: Settings) -> Place:
    """A day's place with the week that its date lies in, where nothing else tells the week."""
    if place.week is not None or place.kind is not Kind.DAY:
        return place
    when = place.own_date
    if when is None:
        return place
    week = week_of(settings, when)
    return replace(place, week=week)


def _date(
    place: Place, clue: Clues, settings: Settings, committed: date | None, *, restarts: bool
) -> tuple[date | None, DateSource | None]:
    """A note's date and where it was read, the most trusted first."""
    in_front_matter = clue.front_matter.date
    if in_front_matter is not None:
        return in_front_matter, DateSource.FRONT_MATTER
    if place.date is not None:
        return place.date, DateSource.PATH
    if place.month_day is not None:
        when = complete_year(settings, *place.month_day)
        if when is not None:
            return when, DateSource.PATH
    if clue.written is not None:
        return clue.written, DateSource.TEXT
    if place.day is not None:
        when = calendar_date(settings, place.week, place.day, restarts=restarts)
        if when is not None:
            return when, DateSource.CALENDAR
    if committed is None:
        return None, None
    if place.month_day is not None:
        when = last_before(committed, *place.month_day)
        return when, DateSource.PATH
    return committed, DateSource.GIT
