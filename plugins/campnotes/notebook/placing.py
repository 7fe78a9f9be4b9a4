"""Decide each note's place in the camp from all the evidence there is, its front matter first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from campnotes.notebook.clues import Clues, Seen
from campnotes.notebook.cohort import with_members
from campnotes.notebook.dates.calendar import Contradiction
from campnotes.notebook.dates.camp import this_day
from campnotes.notebook.dates.dating import date_notes
from campnotes.notebook.dates.weekdays import DAYS_IN_WEEK
from campnotes.notebook.dates.years import Years
from campnotes.notebook.kinds import kind_of, read_recurring, says_no_topic
from campnotes.notebook.kinds.blank_forms import count_headings, is_blank_form
from campnotes.notebook.kinds.course import course_level
from campnotes.notebook.layout import read_path
from campnotes.notebook.layout.evidence import Evidence
from campnotes.notebook.layout.habits import Habits, read_habits
from campnotes.notebook.layout.recognisers import (
    MONTH_DAY_NUMBERS,
    MONTH_WEEK,
    WEEK_PART,
    read_whole_name,
)
from campnotes.notebook.listing import Listings, Undated, read_listings
from campnotes.notebook.paths import is_home
from campnotes.notebook.place import Kind, Place
from campnotes.patterns import regex
from campnotes.settings import Settings

LONGEST_PLACE_TITLE = 30
FEWEST_DAYS = 2  # that have their own numbers, for a notebook to count by them
_END_OF_PLACE = regex(r"\s[-–—:|·]\s|[:|\])】）]")


class Placed(Struct, frozen=True):
    """Where the notes of a notebook belong.

    - `places`: the place of each note, by path;
    - `sections`: the places of the days that a week's one note has as sections, by path;
    - `years`: what settles the years of months and days;
    - `contradictions`: dates of days that can't both be right.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    sections: Mapping[str, Sequence[Place]] = field(default_factory=dict)
    years: Years | None = None
    contradictions: Sequence[Contradiction] = ()


def place_notes(
    clues: Sequence[Clues],
    settings: Settings,
    committed: Mapping[str, date],
    *,
    last_year: int | None = None,
) -> Placed:
    """Place all notes; `committed` holds the dates of first commits.

    `last_year` is the last in which a note can have been written: that of the last commit, or else
    the year in which the site is built, if it isn't given.
    """
    newest = max(committed.values(), default=this_day())
    habits = read_habits(clue.path for clue in clues)
    all_seen = _without_parts([_see(clue, settings, habits) for clue in clues])
    recurring = read_recurring(all_seen)
    headings = count_headings(all_seen)
    undated = []
    for seen in all_seen:
        kind, rule = kind_of(seen, recurring)
        if is_blank_form(seen, headings):
            kind, rule = Kind.TEMPLATE, "blank-form"
        undated.append(_undated(seen, kind, rule))
    listings = read_listings(undated)
    in_weeks = _in_listed_weeks(undated, listings)
    dated = date_notes(
        in_weeks,
        settings,
        committed,
        listed=listings.dates,
        last_year=last_year or newest.year,
    )
    return Placed(
        places=with_members(dated.places),
        sections=dated.sections,
        years=dated.years,
        contradictions=dated.contradictions,
    )


def _see(clue: Clues, settings: Settings, habits: Habits) -> Seen:
    by_path = read_path(clue.path, settings.layout, habits)
    if is_home(clue.path):
        # The home page is about all days, whichever its text names.
        undated = replace(
            clue,
            written=None,
            written_rule="",
        )
        return Seen(undated, by_path, by_path)
    by_told = _completed_by_title(by_path, clue.front_matter.title)
    by_heading = _completed_by_title(by_told, clue.title)
    return Seen(clue, by_path, by_heading)


def _completed_by_title(seen: Evidence, title: str | None) -> Evidence:
    """The path's evidence, completed by a title that is itself a day or a week.

    `# 3주차 2일차`, `# Day 12`, `# Day 12 - …`. A title about one (`# Day 3 정리를 다시 읽고`) is no
    such title. Of a path that tells a day, only the number or the week is completed.
    """
    if title is None:
        return seen
    in_title = _place_in_title(title)
    if seen.locates:
        agrees = seen.day is None or seen.day == in_title.day
        if in_title.day is None or not agrees:
            return seen
        counted = Evidence(
            week=in_title.week,
            day=in_title.day,
            rule="title",
        )
        return seen.under(counted)
    tells_day = in_title.day is not None or in_title.month_day is not None
    tells_week = seen.week is None and in_title.week is not None and MONTH_WEEK not in seen.rules
    if not tells_day and not tells_week:
        return seen
    by_title = replace(in_title, rule="title")
    return seen.under(by_title)


def _place_in_title(title: str) -> Evidence:
    """What a title tells, if it is short, or what stands before its colon or dash, if that is all."""
    if len(title) <= LONGEST_PLACE_TITLE:
        whole = read_whole_name(title)
        found = whole.evidence
        if WEEK_PART in found.rules:
            found = replace(found, day=None)
        # `1-1 Welcome` is a lecture's number.
        may_be_other = MONTH_DAY_NUMBERS in found.rules
        if says_no_topic(whole.rest) or (found.locates and not may_be_other):
            return found
    first = _END_OF_PLACE.split(title, maxsplit=1)[0]
    is_whole = len(first) == len(title)
    if is_whole or len(first) > LONGEST_PLACE_TITLE:
        return Evidence()
    beginning = read_whole_name(first)
    if not says_no_topic(beginning.rest):
        return Evidence()
    return beginning.evidence


def _without_parts(all_seen: Sequence[Seen]) -> list[Seen]:
    """The notes, `week7-1.md` being no day where the notebook counts its days by `dayN`."""
    if not _counts_by_day(all_seen):
        return list(all_seen)
    return [_without_part(seen) for seen in all_seen]


def _counts_by_day(all_seen: Iterable[Seen]) -> bool:
    """Whether days have numbers of their own beside the parts of weeks: over the camp, or in them."""
    days: set[int] = set()
    weeks_of_days: set[int | None] = set()
    weeks_of_parts: set[int | None] = set()
    for seen in all_seen:
        found = seen.by_path
        if WEEK_PART in found.rules:
            weeks_of_parts.add(found.week)
        elif found.day is not None:
            days.add(found.day)
            weeks_of_days.add(found.week)
    if len(days) < FEWEST_DAYS:
        return False
    is_over_camp = max(days) > DAYS_IN_WEEK
    shares_week = not weeks_of_days.isdisjoint(weeks_of_parts)
    return is_over_camp or shares_week


def _without_part(seen: Seen) -> Seen:
    if WEEK_PART not in seen.by_path.rules:
        return seen
    by_path = replace(seen.by_path, day=None)
    evidence = replace(seen.evidence, day=None)
    return replace(
        seen,
        by_path=by_path,
        evidence=evidence,
    )


def _undated(seen: Seen, kind: Kind, rule: str) -> Undated:
    """A note's place but for its date."""
    rules = [seen.evidence.rule, rule]
    told = seen.clue.front_matter.kind
    if told is not None:
        kind, rules = told, ["front-matter"]
    day = seen.day
    if kind is Kind.WEEK:
        day = seen.clue.front_matter.day
    place = Place(
        kind=kind,
        week=seen.week,
        day=day,
        month_day=seen.evidence.month_day,
        level=course_level(seen.clue.path),
        rule="+".join(filter(None, rules)),
    )
    return Undated(seen, place)


def _in_listed_weeks(undated: Sequence[Undated], listings: Listings) -> list[Undated]:
    """The notes, those without a week in the one whose note or section lists them."""
    found = []
    for note in undated:
        week = listings.weeks.get(note.path)
        is_open = note.place.week is None and note.place.kind is not Kind.TEMPLATE
        if week is None or not is_open or is_home(note.path):
            found.append(note)
            continue
        rule = f"{note.place.rule}+listed".lstrip("+")
        place = replace(
            note.place,
            week=week,
            rule=rule,
        )
        found.append(replace(note, place=place))
    return found
