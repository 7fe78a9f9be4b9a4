"""A notebook as its reader thinks of it: weeks (or months, or stretches of days) of days."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from campnotes.linking.file_names import beside_place
from campnotes.linking.model import LinkedPresentation, Note, Notebook, NoteDay
from campnotes.linking.recurring import is_generic
from campnotes.linking.titles import BY_PLACE
from campnotes.notebook.dates.years import LEAP_YEAR
from campnotes.notebook.layout.recognisers import read_name
from campnotes.notebook.paths import is_home, is_index
from campnotes.notebook.place import Kind, Place
from campnotes.site.days.group_keys import WEEK, Key, group_title, in_key_order, note_key, own_date
from campnotes.site.hues import hue_of_number
from campnotes.site.names import name_in_day, tells_place


class Day(Struct, frozen=True):
    """A day of the camp with its notes, the one named after it first.

    `section` is set where the day is a section of its week's one note.
    """

    notes: tuple[Note, ...]
    section: NoteDay | None = None

    @property
    def note(self) -> Note:
        """The day's main note."""
        return self.notes[0]

    @property
    def key(self) -> tuple[str, str]:
        """What tells a day from all others: its main note's path, and its section's anchor."""
        return self.note.path, self.anchor

    @property
    def subject(self) -> str:
        """Say what the day was about: its topic, or else what its title says beside the day."""
        note = self.note
        if self.section is not None:
            return self._section_subject()
        if note.topic is not None:
            return note.topic
        if note.title_origin.rule == BY_PLACE:
            return ""
        if tells_place(note):
            name = name_in_day(note)
            return "" if is_generic(name) else name
        if read_name(note.title).day is None:
            return note.own_title
        return beside_place(note.own_title)

    def _section_subject(self) -> str:
        """The first heading below the day's own that says something, or its first presentation."""
        for heading in self.note.parsed.headings:
            if heading.sentence or not self._has(heading.line):
                continue
            if not is_generic(heading.text):
                return heading.text
        for presentation in self.presentations:
            return presentation.topic
        return ""

    @property
    def anchor(self) -> str:
        """The anchor of the day's section; empty for a day that has notes of its own."""
        return self.section.anchor if self.section else ""

    @property
    def place(self) -> Place:
        """Where the day belongs."""
        if self.section is not None:
            return self.section.place
        return self.note.place

    @property
    def presentations(self) -> tuple[LinkedPresentation, ...]:
        """The presentations of the day."""
        found: list[LinkedPresentation] = []
        for note in self.notes:
            found += [given for given in note.presentations if self._has(given.line)]
        return tuple(found)

    @property
    def questions(self) -> int:
        """How many questions were asked on the day, about its presentations and besides."""
        count = 0
        for note in self.notes:
            asked = [question for question in note.all_questions if self._has(question.line)]
            count += len(asked)
        return count

    def _has(self, line: int) -> bool:
        """Whether a line of the day's note is about the day, but for the heading that says so."""
        if self.section is None:
            return True
        return self.section.has_below(line)


class Group(Struct, frozen=True):
    """A week of the camp, or another stretch of it; `others` are its notes that are no days.

    In a cohort each member, of whom it tells the folder, has weeks of their own. Groups beside each
    other have other hues.
    """

    title: str
    week: int | None
    days: tuple[Day, ...]
    others: tuple[Note, ...]
    member: str = ""
    hue: int = 1

    @property
    def full_title(self) -> str:
        """The title, behind the member's name where it is a member's."""
        if not self.member:
            return self.title
        name = posixpath.basename(self.member)
        return f"{name} · {self.title}"

    def beside_in_day(self, note: Note) -> tuple[Note, ...]:
        """The other notes of a note's day."""
        for day in self.days:
            paths = [other.path for other in day.notes]
            if note.path in paths:
                return tuple(other for other in day.notes if other.path != note.path)
        return ()

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes in reading order: free days stand where their dates put them, others last."""
        waiting = [note for note in self.others if _is_free_day(note)]
        waiting.sort(key=own_date, reverse=True)
        in_order: list[Note] = []
        for day in self.days:
            when = day.place.own_date
            if when is not None:
                in_order += _before(waiting, when)
            if day.section is None:
                in_order += day.notes
        unique = dict.fromkeys(note.path for note in in_order)
        last = [note for note in self.others if note.path not in unique]
        return (*in_order, *last)


class Section(Struct, frozen=True):
    """A part of a page that gathers from all notes: a group, with those of its notes that are shown."""

    anchor: str
    title: str
    notes: tuple[Note, ...]


def _is_free_day(note: Note) -> bool:
    """Whether a note is of a day of a week that isn't the camp's, and tells which."""
    place = note.place
    return place.kind is Kind.WEEK and place.own_date is not None and not note.days


def _before(waiting: list[Note], when: date) -> Iterator[Note]:
    """Take those from the end of a list, the latest first, that are before a date."""
    while waiting and own_date(waiting[-1]) < when:
        yield waiting.pop()


def group_notes(notebook: Notebook, language: str) -> tuple[Group, ...]:
    """Group a notebook's notes, in order, with titles in a language.

    Notes that belong to no group are left out; `ungrouped` gives those.
    """
    keyed: dict[Key, list[Note]] = defaultdict(list)
    for note in notebook.notes:
        key = note_key(note)
        if key is not None:
            same_key = keyed[key]
            same_key.append(note)
    groups = []
    homes = [note for note in notebook.notes if is_home(note.path)]
    readme = homes[0] if homes else None
    for number, key in enumerate(in_key_order(keyed, readme), 1):
        notes = keyed[key]
        group = _group(key, number, notes, language)
        groups.append(group)
    return tuple(groups)


def ungrouped(notebook: Notebook) -> tuple[Note, ...]:
    """The notes that belong to no week or other group; empty forms are listed nowhere."""
    notes = []
    for note in notebook.notes:
        if note.place.kind is Kind.TEMPLATE:
            continue
        key = note_key(note)
        if key is None:
            notes.append(note)
    return tuple(notes)


def day_order(groups: Sequence[Group]) -> tuple[str, ...]:
    """The paths of all grouped notes in reading order, for previous and next."""
    paths: list[str] = []
    for group in groups:
        paths += [note.path for note in group.notes]
    return tuple(paths)


def _group(key: Key, number: int, notes: Iterable[Note], language: str) -> Group:
    of_days: list[Note] = []
    others: list[Note] = []
    for note in notes:
        if note.place.kind is Kind.DAY:
            of_days.append(note)
        else:
            others.append(note)
    week = key.numbers[0] if key.rank == WEEK else None
    return Group(
        title=group_title(key, language),
        week=week,
        hue=hue_of_number(number if week is None else week),
        days=_days(of_days, others),
        others=tuple(others),
        member=key.member,
    )


def _days(notes: Iterable[Note], others: Iterable[Note]) -> tuple[Day, ...]:
    """Put the notes of each day together: those of a number, or else of a date.

    A week's one note has its days as sections, which count where a day has no note of its own.
    """
    together: dict[tuple[object, ...], list[Note]] = defaultdict(list)
    for note in notes:
        key = _day_key(note.place)
        same_day = together[key]
        same_day.append(note)
    days = []
    for same_day in together.values():
        same_day.sort(key=_rank_in_day)
        day = Day(notes=tuple(same_day))
        days.append(day)
    for note in others:
        for section in note.days:
            key = _day_key(section.place)
            if key not in together:
                together[key] = []
                day = Day(notes=(note,), section=section)
                days.append(day)
    return _in_time(days)


def _day_key(place: Place) -> tuple[object, ...]:
    if place.day is not None:
        return (place.day,)
    return place.own_date, place.month_day


def _rank_in_day(note: Note) -> tuple[int, int]:
    """Rank the note that is named after the day first, or a README; then one named after the date.

    Of those alike, the one with the shortest name is first.
    """
    path = note.path
    _, _, file = path.rpartition("/")
    parts = file.rsplit(".", 1)
    stem = parts[0]
    named = read_name(stem)
    if named.day is not None or is_index(path):
        rank = 0
    elif named.month_day is not None:
        rank = 1
    else:
        rank = 2
    return rank, len(stem)


def _in_time(days: Sequence[Day]) -> tuple[Day, ...]:
    """Put days in order: by date where all have one, or else by number and then by date."""
    dates = [_when(day.place) for day in days]
    if None in dates:
        by_number = sorted(days, key=_number_and_date)
        return tuple(by_number)
    by_date = sorted(days, key=_date_or_first)
    return tuple(by_date)


def _number_and_date(day: Day) -> tuple[bool, int, date]:
    number = day.place.day
    # Days without a number come behind all others.
    is_last = number is None
    return is_last, number or 0, _date_or_first(day)


def _date_or_first(day: Day) -> date:
    when = _when(day.place)
    if when is None:
        return date.min
    return when


def _when(place: Place) -> date | None:
    """The date to put a day in order by, in the leap year where its own isn't known."""
    if place.own_date is not None:
        return place.own_date
    if place.month_day is not None:
        month, day = place.month_day
        return date(LEAP_YEAR, month, day)
    return None
