"""Lead each name in the notes to the person who is meant, and gather what is known of everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from campnotes.finding import Finding
from campnotes.linking.model import (
    Cited,
    LinkedPresentation,
    Note,
    Person,
    PersonPlace,
    ReferenceKind,
)
from campnotes.linking.people.directory import Directory
from campnotes.linking.people.names import alone, named_people
from campnotes.linking.references import github_owner
from campnotes.parsing.names import clean_name
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.presenters import NamedPerson, Role
from campnotes.settings import PersonSettings, Settings

MOST_CANDIDATES = 10  # that a finding lists

_Key = tuple[int, str, bool]
_Places = dict[_Key, PersonPlace]


def link_people(
    note: ParsedNote,
    presentations: Sequence[LinkedPresentation],
    directory: Directory,
) -> tuple[PersonPlace, ...]:
    """The places where a note names people, by line and name.

    A presenter whom only the front matter names is on the line of its field.
    """
    places: _Places = {}
    given = {presentation.line for presentation in presentations}
    for person in (*_presenters(note, given), *note.named):
        name = directory.find(person.name)
        if name is None:
            continue
        place = PersonPlace(
            line=person.line,
            name=name,
            role=person.role,
            raw=person.raw,
            rule=person.rule,
        )
        places.setdefault(_key(place), place)
    presenting = _presenting(presentations) if places else set()
    for place in (*_presenters_of_front_matter(note, directory), *_author(note, directory)):
        if place.name in presenting:
            continue
        places.setdefault(_key(place), place)
    in_order = sorted(places)
    return tuple(places[key] for key in in_order)


def _key(place: PersonPlace) -> _Key:
    """What is told once: whoever presents a row of a table may be among its attendees, too."""
    attends = place.role is Role.ATTENDEE
    return place.line, place.name, attends


def _presenters(note: ParsedNote, given: Collection[int]) -> Iterator[NamedPerson]:
    """Those who present in a note; presentations that are still to come are `given` on no line."""
    for presentation in note.presentations:
        if presentation.line in given:
            yield from presentation.presenters


def _presenters_of_front_matter(note: ParsedNote, directory: Directory) -> Iterator[PersonPlace]:
    for raw in note.front_matter.presenters:
        written = clean_name(raw)
        name = directory.find(written)
        if name is None:
            continue
        yield PersonPlace(
            line=note.front_matter.presenters_line,
            name=name,
            role=Role.PRESENTER,
            raw=raw,
        )


def _author(note: ParsedNote, directory: Directory) -> Iterator[PersonPlace]:
    """Whose note it is in a study group."""
    author = directory.authors.get(note.path)
    name = directory.find(author.name) if author else None
    if author is None or name is None:
        return
    yield PersonPlace(
        line=author.line,
        name=name,
        role=author.role,
        raw=author.raw,
        rule=author.rule,
    )


def _presenting(presentations: Iterable[LinkedPresentation]) -> set[str]:
    names: set[str] = set()
    for presentation in presentations:
        names.update(presentation.presenters)
    return names


def people_findings(note: ParsedNote, directory: Directory) -> list[Finding]:
    """The names in a note that may mean several people, each once a line."""
    findings: dict[tuple[int, str], Finding] = {}
    for person in named_people(note):
        candidates = directory.candidates(person.name)
        if not candidates:
            continue
        listed = candidates[:MOST_CANDIDATES]
        if len(candidates) > MOST_CANDIDATES:
            listed = (*listed, "…")
        values = {
            "raw": person.raw,
            "candidates": ", ".join(listed),
        }
        finding = Finding(
            code="person-ambiguous",
            path=note.path,
            line=person.line,
            values=values,
        )
        line_and_name = (person.line, person.name)
        findings.setdefault(line_and_name, finding)
    return list(findings.values())


class _Appearances(Struct):
    """What all notes together say of one person; `aliases` are an ordered set."""

    aliases: dict[str, None] = field(default_factory=dict)
    presentations: list[Cited] = field(default_factory=list)
    named_in: list[Cited] = field(default_factory=list)


def gather_people(
    notes: Sequence[Note], settings: Settings, directory: Directory
) -> tuple[Person, ...]:
    """Everybody who presents, moderates or is named, in the order of their first appearance.

    People whom only the settings name come last.
    """
    appearances = _appearances(notes)
    owners = {**_github_owners(notes), **_accounts_of_members(notes, directory)}
    people = []
    for name in dict.fromkeys((*appearances, *settings.people)):
        if name in directory.hidden:
            continue
        person = _gather_person(
            name,
            seen=appearances.get(name, _Appearances()),
            configured=settings.people.get(name, PersonSettings()),
            owner=owners.get(name),
        )
        people.append(person)
    return tuple(people)


def _gather_person(
    name: str, *, seen: _Appearances, configured: PersonSettings, owner: str | None
) -> Person:
    aliases = (*configured.aliases, *seen.aliases)
    accounts = [_account_address(account) for account in configured.accounts]
    if owner is not None:
        accounts.append(owner)
    return Person(
        name=name,
        aliases=_each_once(aliases),
        accounts=_each_once(accounts),
        presentations=tuple(seen.presentations),
        named_in=tuple(seen.named_in),
    )


def _appearances(notes: Iterable[Note]) -> dict[str, _Appearances]:
    appearances: dict[str, _Appearances] = defaultdict(_Appearances)
    for note in notes:
        for place in note.people:
            seen = appearances[place.name]
            named = Cited(note.path, place.line)
            seen.named_in.append(named)
            if place.raw != place.name:
                seen.aliases.setdefault(place.raw)
        for presentation in note.presentations:
            presented = Cited(note.path, presentation.line)
            for name in presentation.presenters:
                seen = appearances[name]
                seen.presentations.append(presented)
    return dict(appearances)


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    unique = dict.fromkeys(values)
    return tuple(unique)


def _account_address(account: str) -> str:
    """The address of a GitHub account as settings give it: `minji`, `@minji` or an address."""
    if "/" in account:
        return account
    name = account.removeprefix("@")
    return f"https://github.com/{name}"


def _accounts_of_members(notes: Iterable[Note], directory: Directory) -> Mapping[str, str]:
    """The account of each person that lists of members tell, where they agree."""
    accounts_of: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        for member in note.parsed.members:
            name = directory.find(member.name)
            if name is not None:
                accounts_of[name].add(member.account)
    return alone(accounts_of)


def _github_owners(notes: Iterable[Note]) -> Mapping[str, str]:
    """The GitHub owner that each person certainly is, by the person's name.

    Only what one person presents alone counts. An owner's notes must be presented by nobody else,
    and the person must present the notes of no other owner.
    """
    owners_of: dict[str, list[str]] = defaultdict(list)
    presenters_of = _presenters_by_owner(notes)
    for owner, presenters in presenters_of.items():
        if len(presenters) > 1:
            continue
        for name in presenters:
            owners = owners_of[name]
            owners.append(owner)
    return alone(owners_of)


def _presenters_by_owner(notes: Iterable[Note]) -> Mapping[str, Collection[str]]:
    """Those who present the notes of each GitHub owner alone."""
    presenters_of: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        for presentation in note.presentations:
            presenters = presentation.presenters
            if len(presenters) > 1:
                continue
            for owner in _owners_of_materials(presentation):
                presenters_of[owner].update(presenters)
    return presenters_of


def _owners_of_materials(presentation: LinkedPresentation) -> list[str]:
    """The GitHub owners of the notes that were shown."""
    owners = []
    for material in presentation.materials:
        if material.kind is not ReferenceKind.NOTE:
            continue
        owner = github_owner(material.canonical)
        if owner is not None:
            owners.append(owner)
    return owners
