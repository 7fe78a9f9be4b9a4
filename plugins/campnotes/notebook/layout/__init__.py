"""Read week, day and date off a note's path, however the author lays the notebook out.

What the names of a path tell adds up, and the deeper name wins over the folder around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePosixPath

from msgspec.structs import replace

from campnotes.notebook.dates.weekdays import DAYS_IN_WEEK
from campnotes.notebook.layout.evidence import Evidence
from campnotes.notebook.layout.habits import LATEST_MONTHLY_DAY, NO_HABITS, Habits
from campnotes.notebook.layout.recognisers import (
    MONTH_DAY_NUMBERS,
    MONTH_WEEK,
    SHORT_DAY,
    SHORT_MONTH,
    YEAR,
    evidence_of,
    read_name,
    simple_name,
)
from campnotes.notebook.paths import normal
from campnotes.patterns import regex

# Free days of a week, whose numbers count nothing of the camp: `week7/weekend/1.md`.
FREE_DAYS = regex(
    r"(?<![a-z])(?:week\s*ends?|holidays?|vacation)(?![a-z])|주말|휴일|휴가|연휴|명절|방학|추석|설날",
    re.IGNORECASE,
)


def read_path(path: str, patterns: Sequence[str] = (), habits: Habits = NO_HABITS) -> Evidence:
    """What a note's path tells.

    `patterns` (`sprint{week}/d{day}.md`) come before what is built in, and `habits` are what the
    whole notebook tells of its names.
    """
    for pattern in patterns:
        layout = _layout_pattern(pattern)
        match = layout.search(normal(path))
        if match is not None:
            return evidence_of(match, f"layout:{pattern}")
    note = PurePosixPath(normal(path))
    around = _read_folders(note.parent, habits)
    return _read_part(note.stem, note.parent, around, habits)


def own_name(path: str) -> Evidence:
    """What the name of a note's file tells, without the folders around it."""
    return read_name(PurePosixPath(path).stem)


def _read_folders(folder: PurePosixPath, habits: Habits) -> Evidence:
    """What the folders around a note tell, from the outermost to its own."""
    around = Evidence()
    outer = PurePosixPath()
    for name in folder.parts:
        around = _read_folder(name, outer, around, habits)
        outer /= name
    return around


def _read_folder(name: str, outer: PurePosixPath, around: Evidence, habits: Habits) -> Evidence:
    by_month = habits.month_of(name)
    if by_month is not None:
        return by_month.under(around)
    return _read_part(name, outer, around, habits)


def _read_part(name: str, folder: PurePosixPath, around: Evidence, habits: Habits) -> Evidence:
    """What the name of a file or a folder tells in its folder.

    A bare number or weekday means something only there; else the name tells by itself.
    """
    by_number = _read_number(name, folder, around, habits)
    if by_number is not None:
        return by_number
    by_weekday = _read_weekday(name, around)
    if by_weekday is not None:
        return by_weekday
    own = habits.without_section(name, folder)
    read = read_name(own)
    is_free_day = around.week is not None and "weekend" in read.rules
    is_months = around.month is not None and habits.weeks_of_months
    if is_free_day or is_months:
        # The week's or the month's first or second, not that of the camp.
        read = replace(read, week=None)
    is_week_of_month = str(folder) in habits.month_week_folders
    if is_week_of_month and MONTH_DAY_NUMBERS in read.rules:
        read = replace(read, day_of_month=None, rule=MONTH_WEEK)
    return read.under(around)


_WEEKDAYS = {
    "mon": 1,
    "월요일": 1,
    "tue": 2,
    "화요일": 2,
    "wed": 3,
    "수요일": 3,
    "thu": 4,
    "목요일": 4,
    "fri": 5,
    "금요일": 5,
}
_WEEKDAY = regex(
    r"^(?:\d{1,2}[\s_.\-]+)?(?P<name>[a-z]{3}|[월화수목금]요일)(?:s|nes|rs|ur|sday|day)*$"
)


def _read_weekday(name: str, around: Evidence) -> Evidence | None:
    """A working day by its name, in a week's folder: `week1/월요일.md`, `Week1/Mon.md`."""
    if around.week is None or around.day is not None:
        return None
    match = _WEEKDAY.match(simple_name(name))
    if match is None:
        return None
    weekday = match["name"]
    if weekday not in _WEEKDAYS:
        return None
    day = _WEEKDAYS[weekday]
    read = Evidence(
        day=day,
        rule="weekday",
    )
    return read.under(around)


_NUMBER = regex(r"^0*(\d{1,3})(?:일)?(?=$|[\s_.\-])(?![\-.]\d)")
_DAYS_FOLDER = regex(
    r"(?<![a-z])(?:days?|daily|journal|diary|challenge)(?![a-z])|일지|일기|챌린지|\d일"
)


def _read_number(
    name: str, folder: PurePosixPath, around: Evidence, habits: Habits
) -> Evidence | None:
    """A number with nothing before it, which means what the folders around it make it mean.

    - In a month's folder it is the day of the month, whatever comes behind it: `9월/15 회고.md`.
    - In a folder of days it is the day of the camp: `일지/12.md`.
    - In a week's folder it is the day, counted from 1: `week3/2.md`.
    - In a year's folder it is the month: `2021/09/`.

    A number whose siblings go beyond what a month or a week has only counts files.
    """
    match = _NUMBER.match(name.strip())
    if match is None:
        return None
    if around.day is not None or around.day_of_month is not None:
        return None
    number = int(match[1])
    if around.month is not None and 1 <= number <= LATEST_MONTHLY_DAY:
        return _read_day_of_month(number, folder, around, habits)
    is_bare = match.end() == len(name)
    if not is_bare or FREE_DAYS.search(folder.name):
        return None
    by_folder = _read_bare_number(number, folder, around, habits)
    if by_folder is None:
        return None
    return by_folder.under(around)


def _read_day_of_month(
    number: int, folder: PurePosixPath, around: Evidence, habits: Habits
) -> Evidence | None:
    if habits.counts_beyond(str(folder), LATEST_MONTHLY_DAY):
        return None
    read = Evidence(
        day_of_month=number,
        rule="day-of-month",
    )
    whole = read.under(around)
    return whole if whole.is_real else None


def _read_bare_number(
    number: int, folder: PurePosixPath, around: Evidence, habits: Habits
) -> Evidence | None:
    in_year = around.year is not None
    in_days = _DAYS_FOLDER.search(folder.name.lower()) is not None
    if in_days and not in_year and 1 <= number <= 366:
        return Evidence(
            day=number,
            rule="number-in-days",
        )
    if around.week is not None:
        is_weekday = 1 <= number <= DAYS_IN_WEEK
        if not is_weekday or habits.counts_beyond(str(folder), DAYS_IN_WEEK):
            return None
        return Evidence(
            day=number,
            rule="number-in-week",
        )
    if in_year and 1 <= number <= 12:
        return Evidence(
            month=number,
            rule="month",
        )
    return None


# What may stand for numbers in the patterns of a user's `layout`.
_PLACEHOLDERS = {
    "{week}": r"0*(?P<w>\d{1,2})",
    "{day}": r"0*(?P<d>\d{1,3})",
    "{year}": YEAR,
    "{month}": SHORT_MONTH,
    "{date}": SHORT_DAY,
}
_AGAIN = r"\d+"  # the second time that a placeholder stands in a pattern


@lru_cache(maxsize=64)
def _layout_pattern(pattern: str) -> re.Pattern[str]:
    """Make the regular expression of a user's pattern.

    What follows a `*` is found where it comes first, and only the last is looked for again
    (`(?>…)`), so that no pattern takes long.
    """
    first, *others = re.split(r"\*+", normal(pattern))
    seen: set[str] = set()
    expression = _part_pattern(first, seen)
    for number, part in enumerate(others, start=1):
        after_star = f"[^/]*?{_part_pattern(part, seen)}"
        is_last = number == len(others)
        expression += after_star if is_last else f"(?>{after_star})"
    to_the_end = f"(?:^|/){expression}$"
    return re.compile(to_the_end, re.IGNORECASE)


def _part_pattern(part: str, seen: set[str]) -> str:
    """The expression of what stands between two `*`; `seen` are the placeholders before it."""
    expression = re.escape(part)
    for placeholder, group in _PLACEHOLDERS.items():
        escaped = re.escape(placeholder)
        if placeholder in part and placeholder not in seen:
            seen.add(placeholder)
            expression = expression.replace(escaped, group, 1)
        expression = expression.replace(escaped, _AGAIN)
    return expression
