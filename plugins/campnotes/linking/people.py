"""Who is meant: names, short names and aliases in all notes lead to people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from campnotes.linking.model import (
    Cited,
    LinkedPresentation,
    Note,
    Person,
    PersonPlace,
    ReferenceKind,
)
from campnotes.linking.references import github_owner
from campnotes.parsing.names import clean_name, is_full_korean_name
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.presenters import NamedPerson, Role
from campnotes.settings import Settings


@dataclass(frozen=True, slots=True)
class Directory:
    """The people of a notebook: names, and which name each other name stands for.

    `ambiguous` holds the short names that several people share.
    """

    names: frozenset[str]
    aliases: Mapping[str, str]
    ambiguous: Mapping[str, tuple[str, ...]]

    def find(self, name: str) -> str | None:
        """The person whom a cleaned name means, if there is exactly one."""
        key = _key(name)
        if key in self.ambiguous:
            return None
        return self.aliases.get(key)


def build_directory(notes: Sequence[ParsedNote], settings: Settings) -> Directory:
    """The people whom the settings tell of and whom the notes certainly name."""
    told = {name: person.aliases for name, person in settings.people.items()}
    certain = _certain_names(notes)
    full = [n for n in certain if (is_full_korean_name(n) and len(n) >= 3) or " " in n]
    aliases: dict[str, str] = {}
    for name, others in told.items():
        for other in (name, *others, *(clean_name(o) for o in others)):
            aliases[_key(other)] = name
    for name in full:
        aliases.setdefault(_key(name), name)
    shared: dict[str, set[str]] = defaultdict(set)
    for person in dict.fromkeys(aliases.values()):
        for short in _short_names(person):
            shared[_key(short)].add(person)
    for short, people in shared.items():
        if len(people) == 1:
            aliases.setdefault(short, next(iter(people)))
    ambiguous = {
        short: tuple(sorted(people))
        for short, people in shared.items()
        if len(people) > 1 and short not in aliases
    }
    for name in certain:
        if _key(name) not in ambiguous:
            aliases.setdefault(_key(name), name)
    return Directory(frozenset(aliases.values()), aliases, ambiguous)


def _certain_names(notes: Iterable[ParsedNote]) -> list[str]:
    found: dict[str, None] = {}
    for note in notes:
        for name in note.front_matter.presenters:
            found.setdefault(clean_name(name))
        for person in _named_as_such(note):
            if person.certain:
                found.setdefault(person.name)
    return [name for name in found if name]


def _named_as_such(note: ParsedNote) -> Iterable[NamedPerson]:
    for presentation in note.presentations:
        yield from presentation.presenters
    yield from (person for person in note.named if person.role is Role.MODERATOR)


def _short_names(name: str) -> list[str]:
    """준영 of 전준영, 민수 of 남궁민수, Minji of Minji Kim."""
    if " " in name:
        return [name.split()[0]]
    if is_full_korean_name(name) and len(name) >= 3:
        return [name[-2:]]
    return []


def _key(name: str) -> str:
    return "".join(name.split()).casefold()


def link_people(
    note: ParsedNote,
    presentations: Sequence[LinkedPresentation],
    directory: Directory,
) -> tuple[tuple[PersonPlace, ...], list[tuple[NamedPerson, tuple[str, ...]]]]:
    """The places where a note names people, and the names that may mean several."""
    places: dict[tuple[int, str], PersonPlace] = {}
    unclear: dict[tuple[int, str], tuple[NamedPerson, tuple[str, ...]]] = {}
    for person in (*_named_as_such(note), *note.named):
        name = directory.find(person.name)
        if name is not None:
            place = PersonPlace(person.line, name, person.role, person.raw)
            places.setdefault((person.line, name), place)
        elif _key(person.name) in directory.ambiguous:
            candidates = directory.ambiguous[_key(person.name)]
            unclear.setdefault((person.line, person.name), (person, candidates))
    lines = {line for line, _ in places}
    for raw in note.front_matter.presenters:
        name = directory.find(clean_name(raw))
        presents = {n for p in presentations for n in p.presenters}
        if name is not None and (name not in presents or not lines):
            places.setdefault((1, name), PersonPlace(1, name, Role.PRESENTER, raw))
    return tuple(sorted(places.values(), key=lambda p: (p.line, p.name))), list(unclear.values())


def gather_people(notes: Sequence[Note], settings: Settings) -> tuple[Person, ...]:
    """Everybody who presents, moderates or is told of, in the order of their first appearance."""
    order: dict[str, None] = {}
    aliases: dict[str, dict[str, None]] = defaultdict(dict)
    presented: dict[str, list[Cited]] = defaultdict(list)
    named: dict[str, list[Cited]] = defaultdict(list)
    for note in notes:
        for place in note.people:
            order.setdefault(place.name)
            if place.raw != place.name:
                aliases[place.name].setdefault(place.raw)
            named[place.name].append(Cited(note.path, place.line))
        for presentation in note.presentations:
            for name in presentation.presenters:
                presented[name].append(Cited(note.path, presentation.line))
    owners = _accounts(notes)
    people = []
    for name in (*order, *(n for n in settings.people if n not in order)):
        told = settings.people.get(name)
        others = dict.fromkeys((*(told.aliases if told else ()), *aliases[name]))
        accounts = dict.fromkeys(
            (*map(_account, told.accounts if told else ()), *owners.get(name, ()))
        )
        people.append(
            Person(name, tuple(others), tuple(accounts), tuple(presented[name]), tuple(named[name]))
        )
    return tuple(people)


def _account(told: str) -> str:
    return told if "/" in told else f"https://github.com/{told.removeprefix('@')}"


def _accounts(notes: Iterable[Note]) -> dict[str, tuple[str, ...]]:
    """The GitHub owners whose notes one single person presents, and nobody else does."""
    presents: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        for presentation in note.presentations:
            for material in presentation.materials:
                owner = _owner(material.canonical, material.kind)
                if owner and len(presentation.presenters) == 1:
                    presents[owner].add(presentation.presenters[0])
    found: dict[str, list[str]] = defaultdict(list)
    for owner, people in presents.items():
        if len(people) == 1:
            found[next(iter(people))].append(owner)
    # Of somebody who shows notes of several owners, none is known to be his.
    return {name: tuple(owners) for name, owners in found.items() if len(owners) == 1}


def _owner(canonical: str, kind: ReferenceKind | None) -> str | None:
    return github_owner(canonical) if kind is ReferenceKind.NOTE else None
