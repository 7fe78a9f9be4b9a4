"""What the calendar shows, on the home page: the groups of the notebook with their days."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace

from campnotes.linking.model import Note
from campnotes.linking.place_names import date_label, day_label
from campnotes.pages.shown import OtherNote, other_notes
from campnotes.site.groups import Day, Group
from campnotes.site.model import Site
from campnotes.site.names import name_in_day


@dataclass(frozen=True, slots=True)
class MoreOfDay:
    """Another note of a day, called by what isn't told by the day."""

    note: Note
    title: str


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day: its main note, and `more` of its notes; `date` is told beside the day's number.

    `anchor` is that of the day's section, where the note is its whole week's.
    """

    note: Note
    anchor: str
    label: str
    date: str
    subject: str
    more: tuple[MoreOfDay, ...]
    questions: int
    presenters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarGroup:
    """A group; `url` is relative to the site, `None` where it has no page of its own."""

    title: str
    url: str | None
    days: tuple[CalendarDay, ...]
    others: tuple[OtherNote, ...]


@dataclass(frozen=True, slots=True)
class CalendarMember:
    """A member of a cohort; `url` is relative to the site."""

    name: str
    url: str
    days: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """A notebook by days, or a cohort by its members."""

    groups: tuple[CalendarGroup, ...]
    ungrouped: tuple[Note, ...]
    members: tuple[CalendarMember, ...] = ()


def calendar(site: Site) -> Calendar:
    """Show all groups of a site, and the notes in none; of a cohort its members instead of theirs."""
    calendar = member_calendar("", site)
    members = [_member(member, groups, site) for member, groups in site.members.items()]
    return replace(calendar, members=tuple(members))


def member_calendar(member: str, site: Site) -> Calendar:
    """Show the groups and notes of a cohort's member; of `""` those that are nobody's."""
    groups = [_group(group, site) for group in site.groups_of(member)]
    return Calendar(
        groups=tuple(groups),
        ungrouped=site.ungrouped_of(member),
    )


def _member(member: str, groups: Iterable[Group], site: Site) -> CalendarMember:
    return CalendarMember(
        name=posixpath.basename(member),
        url=site.member_url(member),
        days=sum(len(group.days) for group in groups),
    )


def _group(group: Group, site: Site) -> CalendarGroup:
    days = [_day(day, site.language) for day in group.days]
    return CalendarGroup(
        title=group.title,
        url=site.week_url(group) if group.week is not None else None,
        days=tuple(days),
        others=other_notes(group, site),
    )


def _day(day: Day, language: str) -> CalendarDay:
    # A day without a number has its date for a label.
    is_numbered = day.place.day is not None
    presenters: list[str] = []
    for presentation in day.presentations:
        presenters += presentation.presenters
    more = [MoreOfDay(note, name_in_day(note)) for note in day.notes[1:]]
    return CalendarDay(
        note=day.note,
        anchor=day.anchor,
        label=day_label(day.place, language),
        date=date_label(day.place, language) if is_numbered else "",
        subject=day.subject,
        more=tuple(more),
        questions=day.questions,
        presenters=tuple(dict.fromkeys(presenters)),
    )
