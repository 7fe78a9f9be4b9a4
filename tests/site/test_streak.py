"""The longest run of days with notes."""

from __future__ import annotations

from datetime import date

from campnotes.site.days.streak import longest_streak


def march(*days: int) -> list[date]:
    return [date(2026, 3, day) for day in days]


def test_a_weekend_and_a_holiday_end_no_run() -> None:
    streak = longest_streak(march(5, 6, 9, 10, 12), {date(2026, 3, 11)})
    assert streak is not None
    assert (streak.days, streak.first, streak.last) == (5, *march(5, 12))


def test_a_workday_without_a_note_ends_it() -> None:
    streak = longest_streak(march(2, 3, 5, 6, 7), frozenset())
    assert streak is not None
    assert (streak.days, streak.first, streak.last) == (3, *march(5, 7))


def test_no_days_no_run() -> None:
    assert longest_streak([], frozenset()) is None
