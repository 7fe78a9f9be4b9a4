"""Work out the dates of days from those that are known, by how the camp counts its days.

Each numbered day is a slot. Known dates, the weeks that days lie in and the order of days bound when
a slot can be at the earliest and at the latest; where both are one date, that is its date. Days off
that nobody told leave room between them, so that they leave days undated rather than dated wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from campnotes.notebook.dates.weekdays import DAYS_IN_WEEK

WORKING_DAYS = 5
FAR = 10**6  # working days before and behind all dates


class Slot(Struct, frozen=True):
    """A numbered day of the camp; days that are counted from 1 in each week have their week first.

    `week` is the week that the day is known to lie in.
    """

    counted_in: int
    number: int
    week: int | None = None


class KnownDate(Struct, frozen=True):
    """A date that a note tells of its slot."""

    slot: Slot
    when: date
    path: str


class DateInWeek(Struct, frozen=True):
    """A date that is known to lie in a week of the camp."""

    week: int
    when: date


class Contradiction(Struct, frozen=True):
    """Two known dates that can't both be right, the later day's and the earlier one's."""

    later: KnownDate
    earlier: KnownDate


class Calendar(Struct, frozen=True):
    """The dates of slots, what contradicts them, and the Monday of the first week, where known."""

    dates: Mapping[Slot, date]
    contradictions: Sequence[Contradiction] = ()
    first_monday: date | None = None


def _slot_order(slot: Slot) -> tuple[int, int, int]:
    week = slot.week or 0
    return slot.counted_in, slot.number, week


def _index(when: date, per_week: int) -> int:
    """How many working days lie before a date, from the first Monday of the calendar on."""
    days = when.toordinal() - 1
    weeks, weekday = divmod(days, DAYS_IN_WEEK)
    last = per_week - 1
    return weeks * per_week + min(weekday, last)


def _date_at(index: int, per_week: int) -> date | None:
    weeks, weekday = divmod(index, per_week)
    ordinal = weeks * DAYS_IN_WEEK + weekday + 1
    if not 1 <= ordinal <= date.max.toordinal():
        return None
    return date.fromordinal(ordinal)


def _monday(when: date) -> int:
    """The week of the calendar that a date lies in."""
    return (when.toordinal() - 1) // DAYS_IN_WEEK


def work_out(
    slots: Iterable[Slot], known: Sequence[KnownDate], in_weeks: Sequence[DateInWeek] = ()
) -> Calendar:
    """Work out the dates of all slots that the known ones settle, and dates known to lie in weeks."""
    in_order = sorted(set(slots), key=_slot_order)
    by_slot = _agreed(known)
    anchors = [by_slot[slot] for slot in in_order if slot in by_slot]
    if not anchors and not in_weeks:
        return Calendar({})
    per_week = _days_per_week(anchors)
    contradictions = _contradictions(anchors, per_week)
    if contradictions:
        return Calendar({}, contradictions)
    weeks = _mondays(in_order, anchors, in_weeks)
    count = _Count(in_order, anchors, weeks, per_week)
    return count.calendar()


def _agreed(known: Sequence[KnownDate]) -> dict[Slot, KnownDate]:
    """The known date of each slot; none where two notes of a day tell different ones.

    Where several days are told twice, days are counted more than once, in a way that isn't known.
    """
    by_slot: dict[Slot, KnownDate] = {}
    disputed: set[Slot] = set()
    for one in sorted(known, key=_path):
        first = by_slot.setdefault(one.slot, one)
        if first.when != one.when:
            disputed.add(one.slot)
    if len(disputed) > 1:
        return {}
    for slot in disputed:
        del by_slot[slot]
    return by_slot


def _path(known: KnownDate) -> str:
    return known.path


def _steps(before: Slot, after: Slot) -> int:
    """How many camp days lie between two slots at least."""
    if before.counted_in == after.counted_in:
        return after.number - before.number
    return 1


def _days_per_week(anchors: Sequence[KnownDate]) -> int:
    """Seven, where the count goes on over weekends; else the working days."""
    has_weekend = False
    for before, after in pairwise(anchors):
        if _steps(before.slot, after.slot) != (after.when - before.when).days:
            return WORKING_DAYS
        has_weekend = has_weekend or _monday(before.when) != _monday(after.when)
    if any(one.when.weekday() >= WORKING_DAYS for one in anchors):
        return DAYS_IN_WEEK
    return DAYS_IN_WEEK if has_weekend else WORKING_DAYS


def _contradictions(anchors: Sequence[KnownDate], per_week: int) -> list[Contradiction]:
    """The neighbours among known dates between which too few days lie."""
    found = []
    for before, after in pairwise(anchors):
        apart = _index(after.when, per_week) - _index(before.when, per_week)
        if apart < _steps(before.slot, after.slot):
            found.append(
                Contradiction(
                    later=after,
                    earlier=before,
                )
            )
    return found


def _mondays(
    slots: Sequence[Slot], anchors: Sequence[KnownDate], in_weeks: Sequence[DateInWeek]
) -> dict[int, int]:
    """The week of the calendar that each week of the camp is, as far as known dates tell.

    Weeks follow each other unless the known dates on both sides of some say that one was free.
    """
    offsets = _offsets(_dates_in_weeks(anchors))
    if offsets is None:
        return {}
    offsets = {**(_offsets(in_weeks) or {}), **offsets}
    weeks = {slot.week for slot in slots if slot.week is not None}
    mondays: dict[int, int] = {}
    for week in weeks.union(offsets):
        around = _offsets_around(week, offsets)
        if len(around) == 1:
            mondays[week] = around.pop() + week
    return mondays


def _dates_in_weeks(anchors: Iterable[KnownDate]) -> Iterator[DateInWeek]:
    for known in anchors:
        week = known.slot.week
        if week is not None:
            yield DateInWeek(week, known.when)


def _offsets_around(week: int, offsets: Mapping[int, int]) -> set[int]:
    """The offset of a week that has one, or else those of the nearest before and behind it."""
    if week in offsets:
        return {offsets[week]}
    known = sorted(offsets)
    position = bisect_left(known, week)
    first = max(position - 1, 0)
    around = known[first : position + 1]
    return {offsets[nearest] for nearest in around}


def _offsets(dates: Iterable[DateInWeek]) -> dict[int, int] | None:
    """How far each week of the camp is from that of the calendar.

    Nothing, if dates of one week lie in two of the calendar: its weeks don't begin on Monday.
    """
    offsets: dict[int, int] = {}
    for one in dates:
        offset = _monday(one.when) - one.week
        if offsets.setdefault(one.week, offset) != offset:
            return None
    return offsets


class _Count(Struct, frozen=True):
    """The slots of a camp in order, and what is known of when they are.

    - `anchors` are the slots whose dates are known.
    - `weeks` are the weeks of the calendar, by those of the camp.
    - `per_week` is how many days a week counts.

    When a slot is, is told as an index of such days.
    """

    slots: Sequence[Slot]
    anchors: Sequence[KnownDate]
    weeks: Mapping[int, int]
    per_week: int

    def calendar(self) -> Calendar:
        """The dates of the slots that can be on one date alone, or that the count tells."""
        earliest = self._earliest()
        latest = self._latest()
        bounds = list(zip(self.slots, earliest, latest, strict=True))
        if any(low > high for _, low, high in bounds):
            return Calendar({})
        by_count = self._by_count() if self._has_no_days_off() else {}
        dates: dict[Slot, date] = {}
        for slot, low, high in bounds:
            index = low if low == high else by_count.get(slot)
            if index is None or not low <= index <= high:
                continue
            when = _date_at(index, self.per_week)
            if when is not None:
                dates[slot] = when
        return Calendar(
            dates=dates,
            first_monday=self._first_monday(dates),
        )

    def _index(self, known: KnownDate) -> int:
        return _index(known.when, self.per_week)

    def _week_of(self, slot: Slot) -> int | None:
        """When the week of a slot is, counted in weeks, where that is known."""
        if slot.week is None:
            return None
        return self.weeks.get(slot.week)

    def _earliest(self) -> list[int]:
        """When each slot can be at the earliest."""
        known = {one.slot: self._index(one) for one in self.anchors}
        bounds: list[int] = []
        for position, slot in enumerate(self.slots):
            first = known.get(slot, -FAR)
            week = self._week_of(slot)
            if week is not None:
                monday = week * self.per_week
                first = max(first, monday)
            if position:
                before = self.slots[position - 1]
                behind = bounds[-1] + _steps(before, slot)
                first = max(first, behind)
            bounds.append(first)
        return bounds

    def _latest(self) -> list[int]:
        """When each slot can be at the latest."""
        known = {one.slot: self._index(one) for one in self.anchors}
        bounds: list[int] = []
        after: Slot | None = None
        for slot in reversed(self.slots):
            last = known.get(slot, FAR)
            week = self._week_of(slot)
            if week is not None:
                next_monday = (week + 1) * self.per_week
                last = min(last, next_monday - 1)
            if after is not None:
                before = bounds[-1] - _steps(slot, after)
                last = min(last, before)
            bounds.append(last)
            after = slot
        bounds.reverse()
        return bounds

    def _has_no_days_off(self) -> bool:
        """Whether all that is known agrees with a camp that counts every working day.

        Dates of one week agree if they make the first day a Monday, or its weeks' days are five.
        """
        if not self.anchors:
            return False
        for before, after in pairwise(self.anchors):
            if before.slot.counted_in != after.slot.counted_in:
                continue
            apart = self._index(after) - self._index(before)
            if apart != _steps(before.slot, after.slot):
                return False
        sizes = _sizes_of_weeks(self.slots)
        if any(size != self.per_week for size in sizes):
            return False
        first = self.anchors[0]
        last = self.anchors[-1]
        spans_weekend = _monday(first.when) != _monday(last.when)
        if self.weeks or spans_weekend:
            return True
        first_day = self._index(first) - first.slot.number + 1
        return self.per_week == WORKING_DAYS and first_day % self.per_week == 0

    def _by_count(self) -> dict[Slot, int]:
        """When each slot is if every working day counts, from the first known date of its count."""
        first: dict[int, KnownDate] = {}
        for one in self.anchors:
            first.setdefault(one.slot.counted_in, one)
        found: dict[Slot, int] = {}
        for slot in self.slots:
            known = first.get(slot.counted_in)
            if known is not None:
                steps = slot.number - known.slot.number
                found[slot] = self._index(known) + steps
        return found

    def _first_monday(self, dates: Mapping[Slot, date]) -> date | None:
        """The Monday of the camp's first week, by the weeks that are known, or by its first day."""
        if self.per_week != WORKING_DAYS:
            return None
        offsets = {monday - week for week, monday in self.weeks.items()}
        if len(offsets) > 1:
            return None
        if offsets:
            first_week = offsets.pop() + 1
            return _date_at(first_week * self.per_week, self.per_week)
        # Weeks that only some days have would tear the others apart.
        if 10 * len(dates) < 9 * len(self.slots):
            return None
        for slot, when in dates.items():
            if slot.number == 1 and slot.counted_in == 0:
                return _date_at(_monday(when) * self.per_week, self.per_week)
        return None


def _sizes_of_weeks(slots: Sequence[Slot]) -> list[int]:
    """How many days each week has that another one follows, where the count goes over the camp."""
    first_days: dict[int, int] = {}
    for slot in slots:
        if slot.week is not None and slot.counted_in == 0:
            first_days.setdefault(slot.week, slot.number)
    sizes = []
    for before, after in pairwise(sorted(first_days)):
        if after == before + 1:
            sizes.append(first_days[after] - first_days[before])
    return sizes
