"""Dates of notes that they don't tell, counted from the camp's start."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from campnotes.notebook.dates.weekdays import DAYS_IN_WEEK
from campnotes.notebook.dates.years import real_date
from campnotes.settings import Settings

MOST_DAYS = 1000  # of a camp; no note tells a later one
LONGEST = timedelta(days=3660)  # of a camp, however many of its days are holidays


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
    """The date that lies so many days later, but no later than the calendar ends."""
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
