"""What the calendar shows, on the home page: the groups of the notebook with their days."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from campnotes.linking.model import Note
from campnotes.linking.place_names import (
    date_label,
    date_span,
    day_label,
    short_date,
    weekday_names,
)
from campnotes.notebook.place import Kind, Place, date_for_programs
from campnotes.pages.shown import OtherNote, other_notes
from campnotes.site.days.day_marks import Mark, day_marks
from campnotes.site.days.groups import Day, Group
from campnotes.site.days.heat import DayKey, heat_of
from campnotes.site.days.weekdays import Columns, Row, columns_of, rows_of
from campnotes.site.model import Site

_MOST_DAYS = 5  # that are about the same; what more have is their template's


class CalendarDay(Struct, frozen=True):
    """A day: its main note, how many `more` notes it has, and what is in them.

    `anchor` is that of the day's section, where the note is its whole week's. `date` is told beside
    the day's number, and `datetime` is the same for programs. `heat` is how much was written, from 1
    to 4.
    """

    note: Note
    anchor: str
    label: str
    date: str
    datetime: str
    subject: str
    more: int
    heat: int
    marks: tuple[Mark, ...]


class _Telling(Struct, frozen=True):
    """What all cells go by: `heat` is how much was written on each day, `recurring` what isn't worth telling."""

    heat: Mapping[DayKey, int]
    recurring: frozenset[str]
    language: str


class CalendarRow(Struct, frozen=True):
    """A row of cells, of which each has the days of its column, mostly one.

    The days of a row that `is_loose` have no dates, so its cells stand below no weekday.
    """

    cells: tuple[tuple[CalendarDay, ...], ...]
    is_loose: bool


class CalendarGroup(Struct, frozen=True):
    """A group by rows.

    `url` is relative to the site, `""` where the group has no page of its own; its other notes are
    listed at `more_url`, if it has some. `span` is from when to when it goes.
    """

    title: str
    span: str
    url: str
    hue: int
    rows: tuple[CalendarRow, ...]
    retrospectives: tuple[Note, ...]
    others: tuple[OtherNote, ...]
    more_url: str


class CalendarMember(Struct, frozen=True):
    """A member of a cohort; `url` is relative to the site."""

    name: str
    url: str
    days: int


class Calendar(Struct, frozen=True):
    """A notebook by days, or a cohort by its members; `weekdays` are those of dated days."""

    groups: tuple[CalendarGroup, ...]
    weekdays: tuple[str, ...]
    width: int
    ungrouped: tuple[Note, ...]
    members: tuple[CalendarMember, ...] = ()

    @property
    def has_more(self) -> bool:
        """Whether there is a column for what weeks have beside their days."""
        return any(group.others for group in self.groups)

    @property
    def marks(self) -> frozenset[str]:
        """The kinds of marks that some day has."""
        kinds: set[str] = set()
        for day in self._days():
            kinds.update(mark.kind for mark in day.marks)
        return frozenset(kinds)

    @property
    def has_days(self) -> bool:
        """Whether there is a day; weeks may have notes alone."""
        return any(True for _ in self._days())

    def _days(self) -> Iterator[CalendarDay]:
        for group in self.groups:
            for row in group.rows:
                for days in row.cells:
                    yield from days

    @property
    def listed(self) -> tuple[CalendarGroup, ...]:
        """The groups whose other notes no page of theirs lists."""
        without_page = [group for group in self.groups if not group.url]
        listed = [group for group in without_page if group.others]
        return tuple(listed)


def calendar(site: Site) -> Calendar:
    """Show all groups of a site, and the notes in none. For a cohort, list its members instead."""
    calendar = member_calendar("", site)
    members = [_member(member, groups, site) for member, groups in site.members.items()]
    return replace(calendar, members=tuple(members))


def member_calendar(member: str, site: Site) -> Calendar:
    """Show the groups and notes of a cohort's member; for `""`, those that belong to no member."""
    groups = site.groups_of(member)
    columns = columns_of(groups)
    days = [day for group in groups for day in group.days]
    telling = _Telling(
        heat=heat_of(days),
        recurring=_recurring(days),
        language=site.language,
    )
    shown = []
    for number, group in enumerate(groups, 1):
        of_group = _group(number, group, columns, telling, site)
        shown.append(of_group)
    names = weekday_names(columns.weekdays, site.language)
    return Calendar(
        groups=tuple(shown),
        weekdays=names,
        width=columns.width,
        ungrouped=site.ungrouped_of(member),
    )


def _recurring(days: Iterable[Day]) -> frozenset[str]:
    """The subjects that so many days share that they tell none of them from the others."""
    counts: Counter[str] = Counter()
    for day in days:
        if day.note.topic is None:
            counts[day.subject] += 1
    often = set()
    for subject, count in counts.items():
        if count > _MOST_DAYS:
            often.add(subject)
    return frozenset(often)


def _member(member: str, groups: Iterable[Group], site: Site) -> CalendarMember:
    return CalendarMember(
        name=posixpath.basename(member),
        url=site.member_url(member),
        days=sum(len(group.days) for group in groups),
    )


def _group(
    number: int, group: Group, columns: Columns, telling: _Telling, site: Site
) -> CalendarGroup:
    rows = rows_of(group, columns)
    others = other_notes(group, site)
    url = site.week_url(group) if group.week is not None else ""
    retrospectives = [note for note in group.others if note.place.kind is Kind.RETROSPECTIVE]
    return CalendarGroup(
        title=group.title,
        span=_span(group.days, site.language),
        url=url,
        hue=group.hue,
        rows=tuple(_rows(rows, columns, telling)),
        retrospectives=tuple(retrospectives),
        others=others,
        more_url=f"{url}#more" if url else f"#more-{number}",
    )


def _span(days: Sequence[Day], language: str) -> str:
    """From when to when days go; nothing where that isn't known."""
    dates = [day.place.own_date for day in days]
    known = [date for date in dates if date is not None]
    if not known:
        return ""
    return date_span(min(known), max(known), language)


def _rows(rows: Iterable[Row], columns: Columns, telling: _Telling) -> Iterator[CalendarRow]:
    for row in rows:
        cells = [_cell(days, telling) for days in row]
        yield CalendarRow(
            cells=tuple(cells),
            is_loose=bool(columns.weekdays) and not _has_dates(row),
        )


def _has_dates(row: Row) -> bool:
    """Whether a row's days have dates; either all have or none."""
    for days in row:
        for day in days:
            return day.place.own_date is not None
    return False


def _label(place: Place, language: str) -> str:
    """A day's number, or its date without the weekday, which its column tells."""
    if place.day is None and place.own_date is not None:
        return short_date(place.own_date, language)
    return day_label(place, language)


def _cell(days: Iterable[Day], telling: _Telling) -> tuple[CalendarDay, ...]:
    shown = [_day(day, telling) for day in days]
    return tuple(shown)


def _day(day: Day, telling: _Telling) -> CalendarDay:
    subject = day.subject
    return CalendarDay(
        note=day.note,
        anchor=day.anchor,
        label=_label(day.place, telling.language),
        date=date_label(day.place, telling.language),
        datetime=date_for_programs(day.place.own_date, day.place.month_day),
        subject="" if subject in telling.recurring else subject,
        more=len(day.notes) - 1,
        heat=telling.heat[day.key],
        marks=day_marks(day),
    )
