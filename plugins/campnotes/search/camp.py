"""Which weeks, days and dates the notes of a big notebook have: what 첫 주 or 금요일 may mean there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TypeVar

from msgspec import Struct

from campnotes.search.gram_index import pages_of

Camp = Mapping[str, object]
_FULL_DATE = len("2026-03-02")
_Value = TypeVar("_Value", int, str)


class _Place(Struct, frozen=True):
    """Where a page belongs in the camp, as far as it is told."""

    week: int | None
    day: int | None
    date: str | None

    def in_order(self) -> tuple[int, int, str]:
        """What places are sorted by."""
        week = self.week or 0
        day = self.day or 0
        date = self.date or ""
        return week, day, date

    def told(self) -> Mapping[str, int | str | None]:
        """The place as the worker reads it."""
        return {"week": self.week, "day": self.day, "date": self.date}


def camp_of(found: Mapping[str, bytes]) -> Camp:
    """Read the places of the notes from the index of what they are found by.

    - `weeks` has the dates of each week, by its number;
    - `dates` are all dates, without the year where none is told;
    - `days` are the numbers of days;
    - `ends` are the places of the first and the last of each kind: 마지막 회고.
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
        "ends": _ends(found, _places(found, dates)),
    }


def _places(found: Mapping[str, bytes], dates: Iterable[str]) -> Mapping[int, _Place]:
    """Tell where each page belongs, of those of which it is told."""
    weeks = _by_page(found, "week", _numbers(_named(found, "week")))
    days = _by_page(found, "day", _numbers(_named(found, "day")))
    dates_of = _by_page(found, "date", dates)
    places = {}
    for page in {*weeks, *days, *dates_of}:
        places[page] = _Place(
            week=weeks.get(page),
            day=days.get(page),
            date=dates_of.get(page),
        )
    return places


def _by_page(
    found: Mapping[str, bytes], name: str, values: Iterable[_Value]
) -> Mapping[int, _Value]:
    """Tell the value of each page: the week, the day or the date."""
    of_page = {}
    for value in values:
        for page in pages_of(found[f"{name}:{value}"]):
            of_page[page] = value
    return of_page


def _ends(
    found: Mapping[str, bytes], places: Mapping[int, _Place]
) -> Mapping[str, Sequence[Mapping[str, int | str | None]]]:
    """Tell the places of the first and the last page of each kind."""
    ends = {}
    for kind in _named(found, "kind"):
        pages = pages_of(found[f"kind:{kind}"])
        of_kind = [places[page] for page in pages if page in places]
        if of_kind:
            first = min(of_kind, key=_Place.in_order)
            last = max(of_kind, key=_Place.in_order)
            ends[kind] = [first.told(), last.told()]
    return ends


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
