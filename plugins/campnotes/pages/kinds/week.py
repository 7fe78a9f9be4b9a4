"""A page for each week: its days with what is in them, and its other notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from campnotes.linking.model import LinkedPresentation, Note, NoteDay
from campnotes.linking.place_names import date_label, day_label
from campnotes.linking.recurring import is_generic
from campnotes.notebook.place import Place
from campnotes.pages.generated import GeneratedPage, TocEntry, toc_entry
from campnotes.pages.outline import OutlineEntry, contents_entries, day_entries, heading_entries
from campnotes.pages.shown import OtherNote, other_notes
from campnotes.pages.week_summary import WeekSummary, first_places, week_summary
from campnotes.site.days.day_marks import Mark, day_marks
from campnotes.site.days.groups import Day, Group
from campnotes.site.model import Site

FIRST_HEADINGS = 12  # of a note without contents; the shown ones among them are listed


class WeekNote(Struct, frozen=True):
    """A note of a day of the week; `when` tells the day, and the date beside its number.

    `anchor` is its own on the page. `at` is where in the note the day begins, if the note is the
    whole week's.
    """

    anchor: str
    note: Note
    title: str
    at: str
    when: str
    entries: tuple[OutlineEntry, ...]
    presentations: tuple[LinkedPresentation, ...]
    marks: tuple[Mark, ...]


class Week(Struct, frozen=True):
    """A week, and its neighbours."""

    group: Group
    summary: WeekSummary
    notes: tuple[WeekNote, ...]
    others: tuple[OtherNote, ...]
    before: Group | None
    after: Group | None


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the pages of the weeks."""
    weeks = [group for group in site.groups if group.week is not None]
    first = first_places(site)
    for at, group in enumerate(weeks):
        view = Week(
            group=group,
            summary=week_summary(group, first, site),
            notes=tuple(_notes(group, site.language)),
            others=other_notes(group, site),
            before=_beside(group, weeks[at - 1 : at]),
            after=_beside(group, weeks[at + 1 : at + 2]),
        )
        yield GeneratedPage(
            source=site.week_source(group),
            title=group.full_title,
            template="campnotes/week.html",
            section="weeks",
            view=view,
            toc=_toc(view, site),
        )


def _beside(group: Group, found: Sequence[Group]) -> Group | None:
    """The week before or behind one; in a cohort only if it is of the same member."""
    for week in found:
        if week.member == group.member:
            return week
    return None


def _toc(week: Week, site: Site) -> tuple[TocEntry, ...]:
    entries = [toc_entry(shown.title, shown.anchor) for shown in week.notes]
    if week.summary.questions:
        entries.append(toc_entry(site.translate("Questions"), "questions"))
    if week.summary.references:
        entries.append(toc_entry(site.translate("References"), "references"))
    if week.others:
        more = site.translate("More notes of this week")
        entry = toc_entry(more, "more")
        entries.append(entry)
    return tuple(entries)


def _notes(group: Group, language: str) -> Iterator[WeekNote]:
    number = 0
    for day in group.days:
        for note in day.notes:
            number += 1
            anchor = _anchor(note, day, number)
            if day.section is None:
                yield _whole_note(note, day, anchor, language)
            else:
                yield _section(day.section, day, anchor, language)


def _whole_note(note: Note, day: Day, anchor: str, language: str) -> WeekNote:
    return WeekNote(
        anchor=anchor,
        note=note,
        title=note.full_title,
        at="",
        when=_when(note, day, language),
        entries=_entries(note),
        presentations=note.presentations,
        marks=day_marks(day) if note is day.note else (),
    )


def _section(section: NoteDay, day: Day, anchor: str, language: str) -> WeekNote:
    """Show a day that is a section of its week's note."""
    headings = day_entries(day.note, section)
    return WeekNote(
        anchor=anchor,
        note=day.note,
        title=section.text,
        at=section.anchor,
        when=_when_is(day.place, language),
        entries=headings,
        presentations=day.presentations,
        marks=day_marks(day),
    )


def _anchor(note: Note, day: Day, number: int) -> str:
    """Call the main note of a numbered day by the day, and others by their number on the page."""
    is_main = note is day.note
    day_number = day.place.day
    if is_main and day_number is not None:
        return f"day-{day_number}"
    return f"note-{number}"


def _when(note: Note, day: Day, language: str) -> str:
    if note is day.note:
        return _when_is(note.place, language)
    return _date_beside(note.place, language)


def _when_is(place: Place, language: str) -> str:
    """The day, and the date beside its number."""
    parts = (day_label(place, language), _date_beside(place, language))
    known = filter(None, parts)
    return " · ".join(known)


def _date_beside(place: Place, language: str) -> str:
    # A day without a number has its date for a label.
    if place.day is None:
        return ""
    return date_label(place, language)


def _entries(note: Note) -> tuple[OutlineEntry, ...]:
    """What a note is about: its contents or headings, but for the parts that any note has."""
    listed = _telling(contents_entries(note))
    if listed:
        return listed
    headings = heading_entries(note, among=FIRST_HEADINGS)
    return _telling(headings)


def _telling(entries: Iterable[OutlineEntry]) -> tuple[OutlineEntry, ...]:
    telling = [entry for entry in entries if not is_generic(entry.text)]
    return tuple(telling)
