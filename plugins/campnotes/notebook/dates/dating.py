"""Date notes: by what they tell, by the years and the calendar of the notebook, by Git."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from campnotes.notebook.clues import Clues, SectionClue
from campnotes.notebook.dates.calendar import (
    Calendar,
    Contradiction,
    DateInWeek,
    KnownDate,
    Slot,
    work_out,
)
from campnotes.notebook.dates.camp import calendar_date, week_of
from campnotes.notebook.dates.commits import last_before
from campnotes.notebook.dates.completing import DateCompleter
from campnotes.notebook.dates.weekdays import DAYS_IN_WEEK
from campnotes.notebook.dates.written import WrittenDate
from campnotes.notebook.dates.years import MonthDay, Years, read_years
from campnotes.notebook.layout import own_name
from campnotes.notebook.listing import Undated
from campnotes.notebook.place import DateSource, Kind, Place
from campnotes.settings import Settings

_IN_WEEKS = frozenset({Kind.DAY, Kind.WEEK, Kind.RETROSPECTIVE})
FEWEST_DAYS = 2  # in a note that is a week's
LAST_WEEK = timedelta(days=7)  # behind the last day known, in which a date may still be the camp's


class Dated(Struct, frozen=True):
    """The places of notes with their dates, and those of their sections that are days, by path."""

    places: Mapping[str, Place]
    sections: Mapping[str, Sequence[Place]]
    years: Years
    contradictions: Sequence[Contradiction]


def date_notes(
    notes: Sequence[Undated],
    settings: Settings,
    committed: Mapping[str, date],
    *,
    listed: Mapping[str, WrittenDate],
    last_year: int,
) -> Dated:
    """Date all notes, the most trusted first; `listed` are the dates that other notes tell.

    1. what front matter, path and text tell, months and days in the year that the notebook settles;
       then what a note that lists them tells;
    2. what the camp's start or the days whose dates are known tell of other days;
    3. Git's first commit.
    """
    years = _years(notes, last_year)
    completer = DateCompleter(settings, years)
    told = [_told_or_listed(note, listed.get(note.path), completer) for note in notes]
    restarts = _restarts(note.place for note in notes)
    calendar = _calendar(told, completer, restarts=restarts)
    in_weeks = _WeekFinder.of(settings, calendar)
    of_sections = _Sections(completer, calendar, restarts, in_weeks)
    places = {}
    sections = {}
    for note in told:
        path = note.path
        dated = _dated(note, settings, calendar, committed.get(path), restarts=restarts)
        place = in_weeks.place(dated)
        days = of_sections.days_of(note)
        if days:
            sections[path] = days
            place = _in_week_of(days, place)
        places[path] = place
    return Dated(places, sections, years, calendar.contradictions)


def _in_week_of(days: Iterable[Place], place: Place) -> Place:
    """The place of a note that tells no week, with the week in which its days lie."""
    weeks = {day.week for day in days}
    if place.week is not None or len(weeks) > 1:
        return place
    return replace(place, week=weeks.pop())


def _years(notes: Iterable[Undated], last_year: int) -> Years:
    full: list[date] = []
    partial: list[MonthDay] = []
    for note in notes:
        evidence = note.seen.evidence
        clue = note.seen.clue
        if clue.front_matter.date is not None:
            full.append(clue.front_matter.date)
        if evidence.date is not None:
            full.append(evidence.date)
        elif evidence.month_day is not None:
            partial.append(MonthDay(*evidence.month_day, evidence.weekday))
        for one in _written_in(clue):
            if one.date is not None and not one.is_doubtful:
                full.append(one.date)
            else:
                partial.append(MonthDay(one.month, one.day, one.weekday))
    return read_years(full, partial, last_year)


def _written_in(clue: Clues) -> Iterator[WrittenDate]:
    """The dates that a note's text tells of itself, of its days and of its week."""
    if clue.written is not None:
        yield clue.written
    for section in clue.sections:
        if section.when is not None:
            yield section.when
    for told in clue.of_weeks:
        yield told.when


def _told_or_listed(
    note: Undated, by_list: WrittenDate | None, completer: DateCompleter
) -> Undated:
    """The note with the date that it tells itself, or else that of the line that lists it."""
    own = _told(note, completer)
    if own.place.date is None and by_list is not None:
        return _listed(own, by_list, completer)
    return own


def _told(note: Undated, completer: DateCompleter) -> Undated:
    """The note with the date that it tells itself, if it does."""
    seen = note.seen
    in_front_matter = seen.clue.front_matter.date
    if in_front_matter is not None:
        return _with_date(note, in_front_matter, DateSource.FRONT_MATTER)
    if _is_of_week_in_days(note):
        return note
    by_path = completer.date_of_path(seen)
    by_text = completer.date_of_text(seen)
    # A note that is put into an older folder, or copied with it, tells its date itself.
    own = own_name(seen.clue.path)
    is_folders = own.day_of_month is None or (own.year is None and seen.by_path.year is not None)
    if by_path is not None and not (is_folders and by_text is not None):
        return _with_date(note, by_path, DateSource.PATH)
    if by_text is not None:
        return _with_date(note, by_text, DateSource.TEXT, line=seen.clue.written_line)
    return note


def _listed(note: Undated, when: WrittenDate, completer: DateCompleter) -> Undated:
    """The note with the date of the line that lists it, which isn't that of a paper, say."""
    complete = completer.complete(when)
    if complete is None or not completer.years.may_be(complete):
        return note
    if _is_of_week_in_days(note) or note.seen.by_path.contradicts(complete):
        return note
    return _with_date(note, complete, DateSource.TEXT)


def _is_of_week_in_days(note: Undated) -> bool:
    """Whether a note is of a week, and the date in it is of one of its days."""
    dated = [section for section in note.seen.clue.sections if section.when is not None]
    if len(dated) < FEWEST_DAYS:
        return False
    tells_day = note.place.day is not None or note.seen.by_path.locates
    return not tells_day


def _with_date(
    note: Undated, when: date, source: DateSource, *, line: int | None = None
) -> Undated:
    """The note with a date, where it was read, and on which of its lines."""
    place = replace(
        note.place,
        date=when,
        date_source=source,
        date_line=line,
    )
    return replace(note, place=place)


def _restarts(places: Iterable[Place]) -> bool:
    """Tell whether days are counted from 1 in each week, or in each level of the course.

    They are if most of their numbers recur in another one.
    """
    weeks_of_day: dict[int, set[tuple[int | None, str]]] = defaultdict(set)
    for place in places:
        if place.day is None or (place.week is None and not place.level):
            continue
        level = place.level if place.week is None else ""
        counted_in = (place.week, level)
        weeks_of_day[place.day].add(counted_in)
    once = 0
    recurring = 0
    for weeks in weeks_of_day.values():
        if len(weeks) > 1:
            recurring += 1
        else:
            once += 1
    return recurring > once


def _calendar(notes: Iterable[Undated], completer: DateCompleter, *, restarts: bool) -> Calendar:
    """The calendar that the days of known dates tell; none where the camp's start is told."""
    if completer.settings.start is not None:
        return Calendar({})
    slots = []
    known = []
    in_weeks: list[DateInWeek] = []
    for note in notes:
        place = note.place
        slot = _slot(place, restarts=restarts)
        in_weeks += _dates_of_weeks(note, completer)
        if slot is None:
            in_weeks += _dates_in_week(note, completer)
            continue
        slots.append(slot)
        if place.date is not None:
            known.append(KnownDate(slot, place.date, note.path))
    return work_out(slots, known, in_weeks)


def _dates_of_weeks(note: Undated, completer: DateCompleter) -> Iterator[DateInWeek]:
    """The dates that a day's note tells as days of its own week or the next."""
    week = note.place.week
    if week is None or note.place.kind is not Kind.DAY:
        return
    for told in note.seen.clue.of_weeks:
        when = completer.complete(told.when)
        if when is not None:
            yield DateInWeek(week + told.weeks_later, when)


def _dates_in_week(note: Undated, completer: DateCompleter) -> Iterator[DateInWeek]:
    """The dates of a note that surely lie in its week: of a day without a number, and of sections.

    A week's own note may be of the days behind it.
    """
    place = note.place
    if place.week is None:
        return
    if place.date is not None and place.kind is Kind.DAY:
        yield DateInWeek(place.week, place.date)
    if not place.may_hold_days or len(note.seen.clue.sections) > DAYS_IN_WEEK:
        return
    for section in note.seen.clue.sections:
        when = completer.complete(section.when) if section.when else None
        if when is not None:
            yield DateInWeek(place.week, when)


def _slot(place: Place, *, restarts: bool) -> Slot | None:
    if place.kind is not Kind.DAY or place.day is None or place.day < 1:
        return None
    if not restarts:
        return Slot(0, place.day, place.week)
    if place.week is None:
        return None
    return Slot(place.week, place.day, place.week)


def _dated(
    note: Undated,
    settings: Settings,
    calendar: Calendar,
    committed: date | None,
    *,
    restarts: bool,
) -> Place:
    """A note's place with the date that it tells, or else that the calendar or Git tells."""
    place = note.place
    if place.date is not None:
        return place
    when = _calendar_date(place, settings, calendar, restarts=restarts)
    if when is not None:
        return replace(place, date=when, date_source=DateSource.CALENDAR)
    if committed is None:
        return place
    if place.month_day is not None:
        when = last_before(committed, *place.month_day)
        return replace(place, date=when, date_source=DateSource.PATH)
    return replace(place, date=committed, date_source=DateSource.GIT)


def _calendar_date(
    place: Place, settings: Settings, calendar: Calendar, *, restarts: bool
) -> date | None:
    if place.day is None or place.month_day is not None:
        return None
    by_start = calendar_date(settings, place.week, place.day, restarts=restarts)
    if by_start is not None:
        return by_start
    slot = _slot(place, restarts=restarts)
    return calendar.dates.get(slot) if slot else None


class _WeekFinder(Struct, frozen=True):
    """Finds the weeks and days of notes by their dates.

    The `settings` tell the camp's start. `last` is the last date that is surely the camp's, where
    only known days tell it; `numbers` are those of its days.
    """

    settings: Settings
    last: date | None
    numbers: Mapping[date, int]

    @classmethod
    def of(cls, settings: Settings, calendar: Calendar) -> _WeekFinder:
        """The finder for a camp whose start is told, or whose calendar tells it."""
        if settings.start is not None or calendar.first_monday is None:
            return cls(settings, None, {})
        numbers = {}
        for slot, when in calendar.dates.items():
            if slot.counted_in == 0:
                numbers[when] = slot.number
        last = max(calendar.dates.values(), default=calendar.first_monday)
        counted = replace(settings, start=calendar.first_monday)
        return cls(counted, last, numbers)

    def place(self, place: Place) -> Place:
        """A note's place with the day and the week that its date lies in, where it tells neither."""
        when = place.own_date
        if when is None or place.kind not in _IN_WEEKS:
            return place
        if self.last is not None and when - self.last > LAST_WEEK:
            return place
        if place.kind is not Kind.DAY:
            return place
        if place.day is None:
            day = self.numbers.get(when)
            place = replace(place, day=day)
        if place.week is None:
            week = week_of(self.settings, when)
            place = replace(place, week=week)
        return place


class _Sections(Struct, frozen=True):
    """Places the sections of a week's note that are its days."""

    completer: DateCompleter
    calendar: Calendar
    restarts: bool
    in_weeks: _WeekFinder

    def days_of(self, note: Undated) -> list[Place]:
        """The places of a note's days, if it may hold those of a week."""
        place = note.place
        clues = note.seen.clue.sections
        if len(clues) > DAYS_IN_WEEK or not place.may_hold_days:
            return []
        dated = [self._dated(clue, place.week) for clue in clues]
        return list(map(self.in_weeks.place, dated))

    def _dated(self, clue: SectionClue, week: int | None) -> Place:
        """The place of one day, with its date."""
        day = Place(
            kind=Kind.DAY,
            week=week,
            day=clue.day,
            month_day=clue.when.month_day if clue.when else None,
            rule="section",
        )
        if clue.when is not None:
            when = self.completer.complete(clue.when)
            source = DateSource.TEXT
        else:
            settings = self.completer.settings
            when = _calendar_date(day, settings, self.calendar, restarts=self.restarts)
            source = DateSource.CALENDAR
        if when is None:
            return day
        return replace(day, date=when, date_source=source)
