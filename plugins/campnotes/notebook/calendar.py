"""Work out the dates of days from those that are known, by how the camp counts its days.

Each numbered day is a slot. Known dates, the weeks that days lie in and the order of days bound when
a slot can be at the earliest and at the latest; where both are one date, that is its date. Days off
that nobody told leave room between them, so that they leave days undated rather than dated wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

DAYS_IN_WEEK = 7
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
    return _within_bounds(in_order, anchors, weeks, per_week)


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


def _within_bounds(
    slots: Sequence[Slot],
    anchors: Sequence[KnownDate],
    weeks: Mapping[int, int],
    per_week: int,
) -> Calendar:
    earliest = _earliest(slots, anchors, weeks, per_week)
    latest = _latest(slots, anchors, weeks, per_week)
    bounds = list(zip(slots, earliest, latest, strict=True))
    if any(low > high for _, low, high in bounds):
        return Calendar({})
    dates: dict[Slot, date] = {}
    may_assume = _counts_without_days_off(slots, anchors, weeks, per_week)
    by_count = _by_count(slots, anchors, per_week) if may_assume else {}
    for slot, low, high in bounds:
        index = low if low == high else by_count.get(slot)
        if index is None or not low <= index <= high:
            continue
        when = _date_at(index, per_week)
        if when is not None:
            dates[slot] = when
    return Calendar(dates, first_monday=_first_monday(dates, weeks, per_week, slots=len(slots)))


def _mondays(
    slots: Sequence[Slot], anchors: Sequence[KnownDate], in_weeks: Sequence[DateInWeek]
) -> dict[int, int]:
    """The week of the calendar that each week of the camp is, as far as known dates tell.

    Weeks follow each other unless the known dates on both sides of some say that one was free.
    """
    of_days = [DateInWeek(one.slot.week, one.when) for one in anchors if one.slot.week is not None]
    offsets = _offsets(of_days)
    if offsets is None:
        return {}
    offsets = {**(_offsets(in_weeks) or {}), **offsets}
    known = sorted(offsets)
    weeks = {slot.week for slot in slots if slot.week is not None}
    mondays: dict[int, int] = {}
    for week in weeks.union(known):
        position = bisect_left(known, week)
        first = position if known[position : position + 1] == [week] else position - 1
        around = known[max(first, 0) : position + 1]
        offsets_around = {offsets[at] for at in around}
        if len(offsets_around) == 1:
            mondays[week] = offsets_around.pop() + week
    return mondays


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


def _earliest(
    slots: Sequence[Slot],
    anchors: Sequence[KnownDate],
    weeks: Mapping[int, int],
    per_week: int,
) -> list[int]:
    """When each slot can be at the earliest, as an index of working days."""
    known = {one.slot: _index(one.when, per_week) for one in anchors}
    bounds: list[int] = []
    for position, slot in enumerate(slots):
        bound = -FAR
        if slot.week is not None and slot.week in weeks:
            bound = weeks[slot.week] * per_week
        if position:
            steps = _steps(slots[position - 1], slot)
            bound = max(bound, bounds[-1] + steps)
        bounds.append(max(bound, known.get(slot, -FAR)))
    return bounds


def _latest(
    slots: Sequence[Slot],
    anchors: Sequence[KnownDate],
    weeks: Mapping[int, int],
    per_week: int,
) -> list[int]:
    """When each slot can be at the latest, as an index of working days."""
    known = {one.slot: _index(one.when, per_week) for one in anchors}
    bounds: list[int] = []
    for position in reversed(range(len(slots))):
        slot = slots[position]
        bound = FAR
        if slot.week is not None and slot.week in weeks:
            bound = (weeks[slot.week] + 1) * per_week - 1
        if bounds:
            steps = _steps(slot, slots[position + 1])
            bound = min(bound, bounds[-1] - steps)
        bounds.append(min(bound, known.get(slot, FAR)))
    bounds.reverse()
    return bounds


def _counts_without_days_off(
    slots: Sequence[Slot],
    anchors: Sequence[KnownDate],
    weeks: Mapping[int, int],
    per_week: int,
) -> bool:
    """Whether all that is known agrees with a camp that counts every working day.

    Dates of one week agree if they make the first day a Monday, or its weeks' days are five.
    """
    if not anchors:
        return False
    for before, after in pairwise(anchors):
        if before.slot.counted_in != after.slot.counted_in:
            continue
        apart = _index(after.when, per_week) - _index(before.when, per_week)
        if apart != _steps(before.slot, after.slot):
            return False
    sizes = _sizes_of_weeks(slots)
    if any(size != per_week for size in sizes):
        return False
    if weeks:
        return True
    spans_weekend = _monday(anchors[0].when) != _monday(anchors[-1].when)
    if spans_weekend:
        return True
    first = _index(anchors[0].when, per_week) - anchors[0].slot.number + 1
    return per_week == WORKING_DAYS and first % per_week == 0


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


def _by_count(
    slots: Sequence[Slot], anchors: Sequence[KnownDate], per_week: int
) -> dict[Slot, int]:
    """When each slot is if every working day counts, from the known date before it or behind it."""
    nearest: dict[int, list[KnownDate]] = defaultdict(list)
    for one in anchors:
        nearest[one.slot.counted_in].append(one)
    found: dict[Slot, int] = {}
    for slot in slots:
        if nearest[slot.counted_in]:
            one = nearest[slot.counted_in][0]
            steps = slot.number - one.slot.number
            found[slot] = _index(one.when, per_week) + steps
    return found


def _first_monday(
    dates: Mapping[Slot, date], weeks: Mapping[int, int], per_week: int, *, slots: int
) -> date | None:
    """The Monday of the camp's first week, by the weeks that are known, or by its first day."""
    if per_week != WORKING_DAYS:
        return None
    offsets = {monday - week for week, monday in weeks.items()}
    if len(offsets) > 1:
        return None
    if offsets:
        first_week = offsets.pop() + 1
        return _date_at(first_week * per_week, per_week)
    # Weeks that only some days have would tear the others apart.
    if 10 * len(dates) < 9 * slots:
        return None
    for slot, when in dates.items():
        if slot.number == 1 and slot.counted_in == 0:
            return _date_at(_monday(when) * per_week, per_week)
    return None
