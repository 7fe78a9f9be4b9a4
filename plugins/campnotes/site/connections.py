"""What a notebook's notes are connected by: the people they name, and the references they cite.

- A note that names nobody and cites nothing isn't told.
- Of a notebook with many connections only references are told that several notes cite, since one
  that a single note cites connects nothing.
- Of one with very many notes the weeks are told with their people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from campnotes.linking.model import Note, Reference, ReferenceKind
from campnotes.site.days.groups import Group
from campnotes.site.labels import reference_title
from campnotes.site.model import Site

MOST_NOTES = 400  # that are told one by one
MOST_CONNECTIONS = 900  # above which references of a single note are left out, or else all
MOST_PEOPLE = 12  # of a week
MOST_WEEKS = 200  # a cohort has more, and no list of them shows anything


class CitedThing(Struct, frozen=True):
    """A reference as it is told: its title, and its canonical address."""

    title: str
    canonical: str


class Connected(Struct, frozen=True):
    """A note, or a whole week, with what it is connected to; `url` is relative to the site."""

    title: str
    url: str
    people: tuple[str, ...]
    references: tuple[CitedThing, ...] = ()

    @property
    def count(self) -> int:
        """How many connections it has."""
        return len(self.people) + len(self.references)


class ConnectedSection(Struct, frozen=True):
    """A group of the notebook with what of it is connected; the weeks themselves have no title."""

    anchor: str
    title: str
    entries: tuple[Connected, ...]


def connections(site: Site) -> tuple[ConnectedSection, ...]:
    """Tell the connections of a notebook, as many as somebody can look at."""
    if len(site.notebook.notes) > MOST_NOTES:
        return _of_weeks(site)
    cited = _cited_by_note(site)
    for fewest in (1, 2):
        often = _cited_often(cited, fewest, site)
        sections = tuple(_of_notes(often, site))
        if _count(sections) <= MOST_CONNECTIONS:
            return sections
    return tuple(_of_notes({}, site))


def _cited_by_note(site: Site) -> Mapping[str, Sequence[Reference]]:
    """The references of each note by its path, without images and files."""
    found: dict[str, dict[str, Reference]] = defaultdict(dict)
    for reference in site.notebook.references:
        if reference.kind is ReferenceKind.ASSET:
            continue
        for place in reference.cited_by:
            of_note = found[place.path]
            of_note[reference.canonical] = reference
    return {path: tuple(of_note.values()) for path, of_note in found.items()}


def _cited_often(
    cited: Mapping[str, Sequence[Reference]], fewest: int, site: Site
) -> Mapping[str, tuple[CitedThing, ...]]:
    """Those of the references that at least so many notes cite."""
    citing = site.citing_notes
    often = {}
    for path, references in cited.items():
        kept = [one for one in references if citing[one.canonical] >= fewest]
        often[path] = tuple(map(_told, kept))
    return often


def _told(reference: Reference) -> CitedThing:
    return CitedThing(
        title=reference_title(reference),
        canonical=reference.canonical,
    )


def _of_notes(
    cited: Mapping[str, tuple[CitedThing, ...]], site: Site
) -> Iterator[ConnectedSection]:
    known = _people_with_pages(site)
    for section in site.sections():
        entries = []
        for note in section.notes:
            entry = Connected(
                title=note.full_title,
                url=site.note_url(note.path),
                people=_named([note], known),
                references=cited.get(note.path, ()),
            )
            if entry.count:
                entries.append(entry)
        if entries:
            yield ConnectedSection(
                anchor=section.anchor,
                title=section.title,
                entries=tuple(entries),
            )


def _of_weeks(site: Site) -> tuple[ConnectedSection, ...]:
    """The weeks that have pages, with those who are named in most of their notes."""
    known = _people_with_pages(site)
    weeks = [group for group in site.groups if group.week is not None]
    if len(weeks) > MOST_WEEKS:
        return ()
    entries = [_week(group, known, site) for group in weeks]
    connected = [entry for entry in entries if entry.count]
    if not connected:
        return ()
    section = ConnectedSection(
        anchor="weeks",
        title=site.translate("Weeks"),
        entries=tuple(connected),
    )
    return (section,)


def _week(group: Group, known: frozenset[str], site: Site) -> Connected:
    people = _named(group.notes, known)
    return Connected(
        title=group.full_title,
        url=site.week_url(group),
        people=people[:MOST_PEOPLE],
    )


def _people_with_pages(site: Site) -> frozenset[str]:
    return frozenset(person.name for person in site.notebook.people)


def _named(notes: Iterable[Note], known: frozenset[str]) -> tuple[str, ...]:
    """The people whom notes name, those of most notes first; presenters come before others."""
    counts: dict[str, int] = {}
    for note in notes:
        others = [place.name for place in note.people]
        names = dict.fromkeys([*note.presenters, *others])
        for name in names:
            if name in known:
                counts[name] = counts.get(name, 0) + 1

    def rank(name: str) -> int:
        return -counts[name]

    ranked = sorted(counts, key=rank)
    return tuple(ranked)


def _count(sections: Iterable[ConnectedSection]) -> int:
    count = 0
    for section in sections:
        count += sum(entry.count for entry in section.entries)
    return count
