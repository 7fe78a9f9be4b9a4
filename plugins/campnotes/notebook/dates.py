"""Dates of notes: written in their text, counted on the camp's calendar, or kept by Git."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from campnotes.notebook.files import normal
from campnotes.notebook.git import ask_git
from campnotes.settings import Settings

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WRITTEN = (
    re.compile(r"(?<!\d)(?P<Y>20\d\d)\s*[-./년]\s*(?P<m>\d{1,2})\s*[-./월]\s*(?P<D>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<Y>20\d\d)(?P<m>[01]\d)(?P<D>[0-3]\d)(?!\d)"),
    re.compile(
        rf"(?P<n>{'|'.join(_MONTH_NAMES)})[a-z]*\.?\s+(?P<D>\d{{1,2}})"
        r"(?:st|nd|rd|th)?,?\s+(?P<Y>20\d\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<D>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<n>{'|'.join(_MONTH_NAMES)})[a-z]*\.?,?\s+"
        r"(?P<Y>20\d\d)",
        re.IGNORECASE,
    ),
)
_LABEL = re.compile(r"^\W*(?:날짜|일자|일시|작성일|date|written on)\s*[:：|]", re.IGNORECASE)


def written_date(text: str) -> date | None:
    """The first full date written in a short text (a title, `날짜: 2021. 9. 15.`)."""
    for pattern in _WRITTEN:
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        month = (
            int(groups["m"]) if "m" in groups else (_MONTH_NAMES.index(groups["n"][:3].lower()) + 1)
        )
        try:
            return date(int(groups["Y"]), month, int(groups["D"]))
        except ValueError:
            continue
    return None


def is_dated(line: str) -> bool:
    """Whether a line says that it tells the note's date."""
    return _LABEL.match(line) is not None


def camp_days(settings: Settings) -> Iterator[date]:
    """The days of the camp from its start on, without holidays and days off."""
    if settings.start is None:
        return
    first_of_week = settings.start - timedelta(days=settings.start.weekday())
    day = settings.start
    while True:
        on = (day - first_of_week).days % 7 < settings.days_per_week
        if on and day not in settings.holidays:
            yield day
        if day == date.max:
            return
        day += timedelta(days=1)


def calendar_date(settings: Settings, week: int | None, day: int, *, restarts: bool) -> date | None:
    """The date of a camp day; `restarts` tells that days are counted from 1 in each week."""
    if settings.start is None or day < 1:
        return None
    if restarts:
        if week is None or week < 1:
            return None
        monday = settings.start - timedelta(days=settings.start.weekday())
        return monday + timedelta(weeks=week - 1, days=day - 1)
    return next((d for i, d in enumerate(camp_days(settings), 1) if i == day), None)


def week_of(settings: Settings, when: date) -> int | None:
    """The week of the camp that a date lies in, where the camp's start is known."""
    if settings.start is None or when < settings.start:
        return None
    monday = settings.start - timedelta(days=settings.start.weekday())
    return (when - monday).days // 7 + 1


def complete_year(settings: Settings, month: int, day: int) -> date | None:
    """The date of a month and day within the year after the camp's start."""
    if settings.start is None:
        return None
    for year in (settings.start.year, settings.start.year + 1):
        try:
            when = date(year, month, day)
        except ValueError:
            continue
        if when >= settings.start:
            return when
    return None


def git_dates(root: Path, paths: Iterable[str]) -> Mapping[str, date]:
    """The date of the first commit of each file, for the files that Git knows.

    Empty where the notebook isn't in a Git repository, Git isn't installed, or the clone is
    shallow, whose only commit would date every note alike.
    """
    shallow = ask_git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() != "false":
        return {}
    log = ask_git(
        root, "log", "--diff-filter=AR", "--reverse", "--relative", "--name-only",
        "--no-renames", "--date=short", "--format=%x01%ad", "-z", "--", "."
    )  # fmt: skip
    known: dict[str, date] = {}
    for record in (log or "").split("\x01")[1:]:
        day, *names = [part.strip("\n") for part in record.split("\0")]
        for name in names:
            if name:
                known.setdefault(normal(name), date.fromisoformat(day.strip()))
    return {path: known[normal(path)] for path in paths if normal(path) in known}
