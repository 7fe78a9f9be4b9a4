"""The longest run of days on which somebody wrote, as a camp counts them."""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import date, timedelta

from msgspec import Struct

_WORKDAYS = 5
_ONE_DAY = timedelta(days=1)


class Streak(Struct, frozen=True):
    """A run of days with notes; `days` are those that have one."""

    days: int
    first: date
    last: date


def longest_streak(written: Iterable[date], holidays: Set[date]) -> Streak | None:
    """Find the longest run; of runs as long as each other the first.

    A run ends at a day from Monday to Friday that has no note and is no holiday. A weekend doesn't
    end it, and counts where something was written.
    """
    longest: Streak | None = None
    run: Streak | None = None
    for day in sorted(set(written)):
        if run is not None and _is_next(run.last, day, holidays):
            run = Streak(run.days + 1, run.first, day)
        else:
            run = Streak(1, day, day)
        if longest is None or run.days > longest.days:
            longest = run
    return longest


def _is_next(before: date, day: date, holidays: Set[date]) -> bool:
    """Whether no day between two should have had a note."""
    between = before + _ONE_DAY
    while between < day:
        if between.weekday() < _WORKDAYS and between not in holidays:
            return False
        between += _ONE_DAY
    return True
