"""Decide each note's place in the camp from all the evidence there is, what is told first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from campnotes.notebook.dates import calendar_date, complete_year, week_of
from campnotes.notebook.files import normal
from campnotes.notebook.front_matter import FrontMatter
from campnotes.notebook.layout import Evidence, read_name, read_path
from campnotes.notebook.place import DateSource, Kind, Place
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
    placed = {c.path: _place(c, settings) for c in clues}
    restarts = _restarts(placed.values())
    for clue in clues:
        placed[clue.path] = _with_date(
            placed[clue.path], clue, settings, committed.get(clue.path), restarts=restarts
        )
    return placed


def _place(clue: Clues, settings: Settings) -> Place:
    told = clue.front_matter
    path = read_path(clue.path, settings.layout)
    seen = path if _locates(path) else _from_title(clue.title, path)
    week = told.week if told.week is not None else seen.week
    day = told.day if told.day is not None else seen.day
    kind, rule = _kind(clue, seen)
    return Place(
        kind=told.kind or kind,
        week=week,
        day=day,
        date=seen.date,
        month_day=seen.month_day,
        rule="front-matter" if told.kind else "+".join(filter(None, (seen.rule, rule))),
    )


def _locates(seen: Evidence) -> bool:
    return seen.day is not None or seen.month_day is not None


def _from_title(title: str | None, path: Evidence) -> Evidence:
    """The path's evidence, completed by a title that is itself a day: `# 3주차 2일차`, `# Day 12`.

    A title about one (`# Day 3 정리를 다시 읽고`) is too long to be trusted.
    """
    if title is None or len(title) > 30:
        return path
    seen = read_name(title)
    whole_day = seen.day is not None or seen.date is not None
    return path.under(replace(seen, rule="title")) if whole_day else path


def _kind(clue: Clues, seen: Evidence) -> tuple[Kind, str]:
    pure = PurePosixPath(normal(clue.path))
    stem, folder = pure.stem, pure.parent.name
    told = clue.front_matter
    if _RETROSPECTIVE.search(stem) or _RETROSPECTIVE.fullmatch(folder):
        return Kind.RETROSPECTIVE, "name"
    if _locates(seen) or told.day is not None:
        return Kind.DAY, ""
    if clue.title and _RETROSPECTIVE_TITLE.search(clue.title):
        return Kind.RETROSPECTIVE, "title"
    if seen.week is not None or told.week is not None:
        names_week = read_name(stem).week is not None
        if names_week or _WEEK_NOTE.search(stem):
            return Kind.WEEK, "week-note"
        return Kind.LECTURE, "in-week"
    if _LECTURE.search(stem):
        return Kind.LECTURE, "name"
    return Kind.PAGE, ""


def _restarts(places: Iterable[Place]) -> bool:
    """Whether days are counted from 1 in each week: most day numbers recur in another week."""
    weeks: dict[int, set[int]] = defaultdict(set)
    for place in places:
        if place.week is not None and place.day is not None:
            weeks[place.day].add(place.week)
    recurring = Counter(len(found) > 1 for found in weeks.values())
    return recurring[True] > recurring[False]


def _with_date(
    place: Place, clue: Clues, settings: Settings, committed: date | None, *, restarts: bool
) -> Place:
    when, source = _date(place, clue, settings, committed, restarts=restarts)
    dated = replace(place, date=when, date_source=source)
    if dated.week is None and dated.kind is Kind.DAY and dated.own_date is not None:
        return replace(dated, week=week_of(settings, dated.own_date))
    return dated


def _date(
    place: Place, clue: Clues, settings: Settings, committed: date | None, *, restarts: bool
) -> tuple[date | None, DateSource | None]:
    if clue.front_matter.date is not None:
        return clue.front_matter.date, DateSource.FRONT_MATTER
    if place.date is not None:
        return place.date, DateSource.PATH
    if place.month_day is not None and (when := complete_year(settings, *place.month_day)):
        return when, DateSource.PATH
    if clue.written is not None:
        return clue.written, DateSource.TEXT
    if place.day is not None:
        when = calendar_date(settings, place.week, place.day, restarts=restarts)
        if when is not None:
            return when, DateSource.CALENDAR
    if place.month_day is not None and committed is not None:
        return _in_year_of(committed, *place.month_day), DateSource.PATH
    return (committed, DateSource.GIT) if committed else (None, None)


def _in_year_of(committed: date, month: int, day: int) -> date | None:
    """Month and day in the last year in which they aren't later than the first commit."""
    for year in range(committed.year, committed.year - 5, -1):
        try:
            when = date(year, month, day)
        except ValueError:
            continue
        if when <= committed:
            return when
    return None
