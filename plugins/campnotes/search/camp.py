"""Which weeks, days and dates the notes of a big notebook have: what 첫 주 or 금요일 may mean there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from campnotes.search.gram_index import pages_of

Camp = Mapping[str, object]
_FULL_DATE = len("2026-03-02")


def camp_of(found: Mapping[str, bytes]) -> Camp:
    """Read the places of the notes from the index of what they are found by.

    - `weeks` has the dates of each week, by its number;
    - `dates` are all dates, without the year where none is told;
    - `days` are the numbers of days.
    """
    dates = _dates(_named(found, "date"))
    pages_by_date = {}
    for date in dates:
        pages_by_date[date] = pages_of(found[f"date:{date}"])
    numbers = _numbers(_named(found, "week"))
    weeks = {}
    for week in numbers:
        pages = pages_of(found[f"week:{week}"])
        weeks[week] = _dates_on(pages, pages_by_date)
    days = _named(found, "day")
    return {
        "weeks": weeks,
        "dates": dates,
        "days": _numbers(days),
    }


def _named(found: Iterable[str], name: str) -> list[str]:
    """The values of one sort of places: 3 of `week:3`."""
    begin = f"{name}:"
    values = []
    for gram in found:
        if gram.startswith(begin):
            value = gram.removeprefix(begin)
            values.append(value)
    return values


def _numbers(values: Iterable[str]) -> list[int]:
    return sorted(map(int, values))


def _dates(values: Iterable[str]) -> list[str]:
    """Choose the dates that are told: a note with the whole date is found without its year too."""
    full: set[str] = set()
    known: set[str] = set()
    others: set[str] = set()
    for date in values:
        if len(date) < _FULL_DATE:
            others.add(date)
        else:
            full.add(date)
            _, _, without_year = date.partition("-")
            known.add(without_year)
    return [
        *sorted(others - known),
        *sorted(full),
    ]


def _dates_on(pages: Set[int], pages_by_date: Mapping[str, Set[int]]) -> list[str]:
    dates = []
    for date, those in pages_by_date.items():
        if not pages.isdisjoint(those):
            dates.append(date)
    return dates
