"""Where days stand in a calendar: by weekday where their dates are known, else in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from campnotes.site.days.groups import Day, Group

WORKDAYS = 5
WEEK = 7
_ENOUGH = 0.8  # of the days must have dates, for weekdays to be columns

Cell = tuple[Day, ...]
Row = tuple[Cell, ...]


class Columns(Struct, frozen=True):
    """The columns of a calendar; `weekdays` count from 0 for Monday, and are none without dates."""

    width: int
    weekdays: tuple[int, ...] = ()


def columns_of(groups: Sequence[Group]) -> Columns:
    """Choose the columns for all groups: Monday to Friday, and what else has days.

    Without dates they are as many as the longest group has days, or 5 if that has more than 7.
    """
    days: list[Day] = []
    for group in groups:
        days += group.days
    dates = _dates(days)
    if dates and len(dates) >= _ENOUGH * len(days):
        weekdays = _weekdays(dates)
        width = len(weekdays)
        return Columns(width, weekdays)
    lengths = [len(group.days) for group in groups]
    longest = max(lengths, default=1)
    if longest > WEEK:
        return Columns(WORKDAYS)
    return Columns(max(longest, 1))


def _dates(days: Iterable[Day]) -> list[date]:
    dates = []
    for day in days:
        when = day.place.own_date
        if when is not None:
            dates.append(when)
    return dates


def _weekdays(dates: Iterable[date]) -> tuple[int, ...]:
    """The weekdays that a calendar shows: a camp's, and those of other dates."""
    weekdays = set(range(WORKDAYS))
    for when in dates:
        weekday = when.weekday()
        weekdays.add(weekday)
    return tuple(sorted(weekdays))


def rows_of(group: Group, columns: Columns) -> tuple[Row, ...]:
    """Put a group's days into rows; those without a date are in rows of their own."""
    if not columns.weekdays:
        in_order = _in_order(group.days, columns.width)
        return tuple(in_order)
    undated = [day for day in group.days if day.place.own_date is None]
    rows = list(_by_week(group.days, columns.weekdays))
    rows += _in_order(undated, columns.width)
    return tuple(rows)


def _in_order(days: Sequence[Day], width: int) -> Iterator[Row]:
    for first in range(0, len(days), width):
        last = first + width
        row: list[Cell] = [(day,) for day in days[first:last]]
        while len(row) < width:
            row.append(())
        yield tuple(row)


def _by_week(days: Sequence[Day], weekdays: Sequence[int]) -> Iterator[Row]:
    """A row for each week of the year that has days, with a cell for each weekday."""
    weeks: dict[date, dict[int, list[Day]]] = defaultdict(lambda: defaultdict(list))
    for day in days:
        when = day.place.own_date
        if when is not None:
            weekday = when.weekday()
            monday = when - timedelta(days=weekday)
            weeks[monday][weekday].append(day)
    for monday in sorted(weeks):
        of_week = weeks[monday]
        row = [tuple(of_week[weekday]) for weekday in weekdays]
        yield tuple(row)
