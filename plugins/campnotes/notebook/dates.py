"""Dates of notes that they don't tell: counted from the camp's start, or kept by Git."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from campnotes.notebook.git import ask_git
from campnotes.notebook.paths import normal
from campnotes.notebook.weekdays import DAYS_IN_WEEK
from campnotes.notebook.years import real_date
from campnotes.patterns import regex
from campnotes.settings import Settings

MOST_DAYS = 1000  # of a camp; no note tells a later one
LONGEST = timedelta(days=3660)  # of a camp, however many of its days are holidays
YEARS_BACK = 5  # so that a 29th of February has a leap year among them
# Begins a commit in the log, in which all parts end with NUL.
_COMMIT = regex(r"\x01(?P<date>[\d-]*)")
_NO_DATE = date(1970, 1, 1)  # what Git tells of a commit whose date it can't read
_FIRST_COMMITS = ("--diff-filter=AR", "--reverse")
_LAST_COMMITS = ("--diff-filter=AMR",)
_LOG = (
    "--relative",
    "--name-only",
    "--no-renames",
    "--date=short",
    "--format=%x01%ad",
    "-z",
    "--",
    ".",
)


def this_day() -> date:
    """Give the day that SOURCE_DATE_EPOCH tells, so that a site can be built again; else today."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not told.isdecimal():
        return date.today()
    moment = datetime.fromtimestamp(int(told), tz=UTC)
    return moment.date()


@lru_cache(maxsize=4)
def camp_days(start: date, holidays: frozenset[date], days_per_week: int) -> tuple[date, ...]:
    """The days of the camp from its start on, without holidays and days off.

    There are at most `MOST_DAYS`, and none behind `LONGEST` or the end of the calendar.
    """
    days: list[date] = []
    day = start
    last = _later(start, LONGEST)
    while day < last and len(days) < MOST_DAYS:
        # A week of the camp begins on Monday.
        is_workday = day.weekday() < days_per_week
        if is_workday and day not in holidays:
            days.append(day)
        day += timedelta(days=1)
    return tuple(days)


def _later(day: date, time: timedelta) -> date:
    """The date that lies that much later; the last one there is, if that is beyond it."""
    left = date.max - day
    return day + min(time, left)


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def calendar_date(settings: Settings, week: int | None, day: int, *, restarts: bool) -> date | None:
    """The date of a camp day; `restarts` tells that days are counted from 1 in each week."""
    if settings.start is None or day < 1:
        return None
    if not restarts:
        days = camp_days(settings.start, settings.holidays, settings.days_per_week)
        return days[day - 1] if day <= len(days) else None
    if week is None or week < 1:
        return None
    first = _monday_of(settings.start)
    days_later = DAYS_IN_WEEK * (week - 1) + day - 1
    if days_later > (date.max - first).days:
        return None
    return first + timedelta(days=days_later)


def week_of(settings: Settings, when: date) -> int | None:
    """The week of the camp that a date lies in, where the camp's start is known."""
    if settings.start is None or when < settings.start:
        return None
    passed = when - _monday_of(settings.start)
    return passed.days // DAYS_IN_WEEK + 1


def complete_year(settings: Settings, month: int, day: int) -> date | None:
    """The date of a month and day within the year after the camp's start."""
    if settings.start is None:
        return None
    for year in (settings.start.year, settings.start.year + 1):
        when = real_date(year, month, day)
        if when is not None and when >= settings.start:
            return when
    return None


def last_before(committed: date, month: int, day: int) -> date | None:
    """Month and day in the last year in which they aren't later than the first commit."""
    for year in range(committed.year, committed.year - YEARS_BACK, -1):
        when = real_date(year, month, day)
        if when is not None and when <= committed:
            return when
    return None


def git_dates(root: Path, paths: Iterable[str]) -> Mapping[str, date]:
    """The date of the first commit of each file, for the files that Git knows.

    Empty where the notebook isn't in a Git repository, Git isn't installed, or the clone is
    shallow, whose only commit would date every note alike.
    """
    return _dates(root, paths, _FIRST_COMMITS)


def git_changes(root: Path, paths: Iterable[str]) -> Mapping[str, date]:
    """The date of the last commit that changed each file; empty where `git_dates` is."""
    return _dates(root, paths, _LAST_COMMITS)


def _dates(root: Path, paths: Iterable[str], asked: Iterable[str]) -> Mapping[str, date]:
    """The date of the commit of each file that stands first in a log."""
    shallow = ask_git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() != "false":
        return {}
    log = ask_git(root, "log", *asked, *_LOG)
    commits = _read_log(log or "")
    dates = {}
    for path in paths:
        committed = commits.get(normal(path))
        if committed is not None:
            dates[path] = committed
    return dates


def _read_log(log: str) -> dict[str, date]:
    """The date of the commit of each file that stands first in a log, by the file's name.

    A commit may tell any date, the year 33658 too; one that is none here is passed over.
    """
    commits: dict[str, date] = {}
    committed: date | None = None
    before_name = ""
    for part in log.split("\0"):
        commit = _COMMIT.fullmatch(part)
        if commit is not None:
            committed = _commit_date(commit["date"])
            # Git puts a line break in front of a commit's first name.
            before_name = "\n"
            continue
        name = part.removeprefix(before_name)
        before_name = ""
        if name and committed is not None:
            commits.setdefault(normal(name), committed)
    return commits


def _commit_date(written: str) -> date | None:
    try:
        committed = date.fromisoformat(written)
    except ValueError:
        return None
    return committed if committed > _NO_DATE else None
