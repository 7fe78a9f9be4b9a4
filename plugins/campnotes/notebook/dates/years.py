"""Settle the years of months and days by what the whole notebook tells; never guess one.

Months and days without a year stand in names (`0910.md`) and texts (「8월 2일」). A weekday beside one
fits few years; the notebook's full dates tell which of them, or alone which year is near.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

CENTURY = 2000  # that of years of two digits
LEAP_YEAR = 2000  # stands for a year that isn't known: every month and day is in it
FIRST_YEAR = 2015  # of notebooks that are kept with Git
NEAR = 150  # days from a full date of the notebook; a year off is more than twice as far
A_YEAR = 366


def real_date(year: int | None, month: int, day: int) -> date | None:
    """The date; `None` for a 31st of February, and a 29th where the year is known to have none."""
    try:
        return date(year or LEAP_YEAR, month, day)
    except ValueError:
        return None


class MonthDay(Struct, frozen=True):
    """A month and day of the month, with the weekday (from Monday, which is 0) if it is told."""

    month: int
    day: int
    weekday: int | None = None

    def in_year(self, year: int) -> date | None:
        """The date in a year; `None` if that hasn't such a day, or it is another weekday's."""
        when = real_date(year, self.month, self.day)
        if when is None or self.weekday is None:
            return when
        return when if when.weekday() == self.weekday else None


class Years(Struct, frozen=True):
    """What tells years in a notebook: its full dates, in order, and the last year there can be."""

    dates: Sequence[date]
    last_year: int

    def settle(self, month_day: MonthDay) -> date | None:
        """The date of a month and day, if exactly one year fits all that is known."""
        candidates = self._near_dates(month_day)
        if len(candidates) == 1:
            return candidates[0]
        if candidates or month_day.weekday is None:
            return None
        by_weekday = self._by_weekday(month_day)
        return by_weekday[0] if len(by_weekday) == 1 else None

    def may_be(self, when: date) -> bool:
        """Whether a date is of the notebook's time: within a year of one that a note tells."""
        return not self.dates or self._is_near(when, A_YEAR)

    def _near_dates(self, month_day: MonthDay) -> list[date]:
        """The dates that it can be near a full date of the notebook."""
        if not self.dates:
            return []
        first = self.dates[0].year - 1
        last = self.dates[-1].year + 1
        found = []
        for year in range(max(first, FIRST_YEAR), min(last, self.last_year + 1) + 1):
            when = month_day.in_year(year)
            if when is not None and self._is_near(when, NEAR):
                found.append(when)
        return found

    def _is_near(self, when: date, days: int) -> bool:
        position = bisect_left(self.dates, when)
        first = max(position - 1, 0)
        around = self.dates[first : position + 1]
        for known in around:
            apart = known - when
            if abs(apart.days) <= days:
                return True
        return False

    def _by_weekday(self, month_day: MonthDay) -> list[date]:
        years = range(FIRST_YEAR, self.last_year + 1)
        fitting = [month_day.in_year(year) for year in years]
        return [when for when in fitting if when is not None]


def read_years(full: Iterable[date], partial: Iterable[MonthDay], last_year: int) -> Years:
    """Gather what tells years: full dates, and those that only one year's weekdays fit."""
    dates = set(full)
    alone = Years(
        dates=(),
        last_year=last_year,
    )
    if not dates:
        settled = map(alone.settle, partial)
        dates = {when for when in settled if when is not None}
    return Years(
        dates=sorted(dates),
        last_year=last_year,
    )
