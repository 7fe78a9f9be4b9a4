"""The home page's summary of a notebook: how many notes, people and so on it has, with links to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.linking.place_names import date_span
from campnotes.pages.calendar import Calendar, calendar
from campnotes.rules import N_
from campnotes.site.cited import linked_references
from campnotes.site.days.groups import Day
from campnotes.site.days.streak import longest_streak
from campnotes.site.model import Site
from campnotes.site.retrospectives import find_retrospectives

MOST_PEOPLE = 12  # that home shows; all are on the page of people
SHORTEST_STREAK = 3  # days that are worth being told


class Tile(Struct, frozen=True):
    """Something that is counted; `url` is where it is, relative to the site."""

    count: int
    label: str
    url: str
    icon: str
    hue: int


class _TileRow(Struct, frozen=True):
    """A kind of tile, by the section of the site that has what it counts."""

    section: str
    label: str
    icon: str
    hue: int


_TILES = (
    _TileRow("days", N_("Days written"), "days", 1),
    _TileRow("presentations", N_("Presentations"), "presentation", 2),
    _TileRow("people", N_("People"), "people", 3),
    _TileRow("questions", N_("Questions"), "question", 5),
    _TileRow("references", N_("References"), "reference", 6),
    _TileRow("retrospectives", N_("Retrospectives"), "retrospective", 4),
    _TileRow("contents", N_("Notes"), "contents", 7),
)


class EndDay(Struct, frozen=True):
    """The first or latest day: its note, the anchor of its section, and what it is called."""

    note: Note
    anchor: str
    title: str


class ShownStreak(Struct, frozen=True):
    """The longest run of days with notes, and from when to when it went."""

    days: int
    span: str


class Home(Struct, frozen=True):
    """What the home page shows before the README."""

    tiles: tuple[Tile, ...]
    first: EndDay | None
    latest: EndDay | None
    streak: ShownStreak | None
    people: tuple[str, ...]
    has_more_people: bool
    calendar: Calendar


def home_view(site: Site) -> Home:
    """Show a notebook at a glance. For a cohort, days are counted, but no first or latest one is shown."""
    days = [day for group in site.groups_of("") for day in group.days]
    people = _presenting_first(site)
    return Home(
        tiles=tuple(_tiles(site)),
        first=_end_day(days[0]) if days else None,
        latest=_end_day(days[-1]) if len(days) > 1 else None,
        streak=_streak(days, site),
        people=tuple(people[:MOST_PEOPLE]),
        has_more_people=len(people) > MOST_PEOPLE,
        calendar=calendar(site),
    )


def _tiles(site: Site) -> Iterator[Tile]:
    """Make a tile for each kind of thing that the notebook has any of."""
    notes = site.notebook.notes
    days = sum(len(group.days) for group in site.groups)
    references = linked_references(site.notebook)
    retrospectives = list(find_retrospectives(site))
    counts = {
        "days": days,
        "presentations": _presentations(notes),
        "people": len(site.notebook.people),
        "questions": _questions(notes),
        "references": len(references),
        "retrospectives": len(retrospectives),
        "contents": len(notes),
    }
    for row in _TILES:
        count = counts[row.section]
        if count:
            yield Tile(
                count=count,
                label=site.translate(row.label),
                url=_where(row.section, site),
                icon=row.icon,
                hue=row.hue,
            )


def _where(section: str, site: Site) -> str:
    """The address of what a tile counts; days, or whose they are, are on the home page itself."""
    if section != "days":
        return site.url(section)
    place = "calendar" if site.groups_of("") else "members"
    return f"{site.home_url}#{place}"


def _presentations(notes: Sequence[Note]) -> int:
    return sum(len(note.presentations) for note in notes)


def _questions(notes: Sequence[Note]) -> int:
    return sum(len(note.all_questions) for note in notes)


def _end_day(day: Day) -> EndDay:
    title = day.note.full_title
    if day.section is not None:
        title = day.section.text
    return EndDay(
        note=day.note,
        anchor=day.anchor,
        title=title,
    )


def _streak(days: Sequence[Day], site: Site) -> ShownStreak | None:
    """Tell the longest run, where all days have dates: else a gap might be none."""
    dates = [day.place.own_date for day in days]
    known = [date for date in dates if date is not None]
    if len(known) < len(dates):
        return None
    streak = longest_streak(known, site.notebook.settings.holidays)
    if streak is None or streak.days < SHORTEST_STREAK:
        return None
    return ShownStreak(
        days=streak.days,
        span=date_span(streak.first, streak.last, site.language),
    )


def _presenting_first(site: Site) -> list[str]:
    """The people, those with most presentations first, and else in their order."""
    names = [person.name for person in site.notebook.people]
    given = site.presentations_of

    def rank(name: str) -> int:
        return -len(given.get(name, ()))

    return sorted(names, key=rank)
