"""Lead each name in the notes to the person who is meant, and gather what is known of everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from campnotes.finding import Finding
from campnotes.linking.directory import Directory, named_by_role
from campnotes.linking.model import (
    Cited,
    LinkedPresentation,
    Note,
    Person,
    PersonPlace,
    ReferenceKind,
)
from campnotes.linking.references import github_owner
from campnotes.parsing.names import clean_name
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.presenters import Role
from campnotes.settings import PersonSettings, Settings


def link_people(
    note: ParsedNote,
    presentations: Sequence[LinkedPresentation],
    directory: Directory,
) -> tuple[PersonPlace, ...]:
    """The places where a note names people, by line and name.

    A presenter whom only the front matter names is on line 1.
    """
    places: dict[tuple[int, str], PersonPlace] = {}
    for person in (*named_by_role(note), *note.named):
        name = directory.find(person.name)
        if name is not None:
            place = PersonPlace(line=person.line, name=name, role=person.role, raw=person.raw)
            places.setdefault((person.line, name), place)
    presenting = _presenting(presentations) if places else set()
    for raw in note.front_matter.presenters:
        name = directory.find(clean_name(raw))
        if name is None or name in presenting:
            continue
        place = PersonPlace(line=1, name=name, role=Role.PRESENTER, raw=raw)
        places.setdefault((1, name), place)
    in_order = sorted(places)
    return tuple(places[line_and_name] for line_and_name in in_order)


def _presenting(presentations: Iterable[LinkedPresentation]) -> set[str]:
    names: set[str] = set()
    for presentation in presentations:
        names.update(presentation.presenters)
    return names


def people_findings(note: ParsedNote, directory: Directory) -> list[Finding]:
    """The names in a note that may mean several people, each once a line."""
    findings: dict[tuple[int, str], Finding] = {}
    for person in (*named_by_role(note), *note.named):
        candidates = ", ".join(directory.candidates(person.name))
        place = (person.line, person.name)
        if not candidates or place in findings:
            continue
        findings[place] = Finding(
            "person-ambiguous",
            note.path,
            person.line,
            values={"raw": person.raw, "candidates": candidates},
        )
    return list(findings.values())


@dataclass(slots=True)
class _Appearances:
    """What all notes together say of one person; `aliases` are an ordered set."""

    aliases: dict[str, None] = field(default_factory=dict)
    presentations: list[Cited] = field(default_factory=list)
    named_in: list[Cited] = field(default_factory=list)


def gather_people(notes: Sequence[Note], settings: Settings) -> tuple[Person, ...]:
    """Everybody who presents, moderates or is named, in the order of their first appearance.

    People whom only the settings name come last.
    """
    appearances = _appearances(notes)
    owners = _github_owners(notes)
    names = dict.fromkeys((*appearances, *settings.people))
    people = []
    for name in names:
        seen = appearances.get(name, _Appearances())
        configured = settings.people.get(name, PersonSettings())
        accounts = [_account_address(account) for account in configured.accounts]
        if name in owners:
            accounts.append(owners[name])
        person = Person(
            name=name,
            aliases=_each_once((*configured.aliases, *seen.aliases)),
            accounts=_each_once(accounts),
            presentations=tuple(seen.presentations),
            named_in=tuple(seen.named_in),
        )
        people.append(person)
    return tuple(people)


def _appearances(notes: Iterable[Note]) -> dict[str, _Appearances]:
    appearances: dict[str, _Appearances] = defaultdict(_Appearances)
    for note in notes:
        for place in note.people:
            seen = appearances[place.name]
            seen.named_in.append(Cited(note.path, place.line))
            if place.raw != place.name:
                seen.aliases.setdefault(place.raw)
        for presentation in note.presentations:
            for name in presentation.presenters:
                appearances[name].presentations.append(Cited(note.path, presentation.line))
    return dict(appearances)


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _account_address(account: str) -> str:
    """The address of a GitHub account as settings give it: `minji`, `@minji` or an address."""
    if "/" in account:
        return account
    return f"https://github.com/{account.removeprefix('@')}"


def _github_owners(notes: Iterable[Note]) -> Mapping[str, str]:
    """The GitHub owner that each person certainly is, by the person's name.

    Only what one person presents alone counts. An owner's notes must be presented by nobody else,
    and the person must present the notes of no other owner.
    """
    presenters_of: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        for presentation in note.presentations:
            if len(presentation.presenters) > 1:
                continue
            for owner in _owners_of_materials(presentation):
                presenters_of[owner].update(presentation.presenters)
    owners_of: dict[str, list[str]] = defaultdict(list)
    for owner, presenters in presenters_of.items():
        if len(presenters) == 1:
            (name,) = presenters
            owners_of[name].append(owner)
    return {name: owners[0] for name, owners in owners_of.items() if len(owners) == 1}


def _owners_of_materials(presentation: LinkedPresentation) -> list[str]:
    """The GitHub owners of the notes that were shown."""
    owners = []
    for material in presentation.materials:
        if material.kind is ReferenceKind.NOTE:
            owner = github_owner(material.canonical)
            if owner is not None:
                owners.append(owner)
    return owners
