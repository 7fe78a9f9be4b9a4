"""Divide a cohort's notebook by its members, for an inventory of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from campnotes.linking.model import Cited, Note, Notebook, Person, Reference

NOBODYS = ""


def divide_notebook(notebook: Notebook, member_of: Mapping[str, str]) -> dict[str, Notebook]:
    """The notes of each member with the people and references in them; those of no member come first.

    `member_of` tells whose a note is, by path. A person or reference that is in notes of several
    members is in the part of each, with its places there.
    """
    notes: dict[str, list[Note]] = {NOBODYS: []}
    for note in notebook.notes:
        member = member_of[note.path]
        notes.setdefault(member, []).append(note)
    people = _divide_people(notebook.people, member_of)
    references = _divide_references(notebook.references, member_of)
    parts = {}
    for member, of_member in notes.items():
        parts[member] = replace(
            notebook,
            notes=tuple(of_member),
            people=tuple(people[member]),
            references=tuple(references[member]),
        )
    return parts


def _divide_people(
    people: Iterable[Person], member_of: Mapping[str, str]
) -> Mapping[str, list[Person]]:
    parts: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        presented = _by_member(person.presentations, member_of)
        named = _by_member(person.named_in, member_of)
        # Somebody whom only the settings know is in the first part.
        members = dict.fromkeys([*presented, *named]) or {NOBODYS: None}
        for member in members:
            part = replace(
                person,
                presentations=tuple(presented[member]),
                named_in=tuple(named[member]),
            )
            parts[member].append(part)
    return parts


def _divide_references(
    references: Iterable[Reference], member_of: Mapping[str, str]
) -> Mapping[str, list[Reference]]:
    parts: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        for member, cited_by in _by_member(reference.cited_by, member_of).items():
            part = replace(reference, cited_by=tuple(cited_by))
            parts[member].append(part)
    return parts


def _by_member(
    places: Iterable[Cited], member_of: Mapping[str, str]
) -> defaultdict[str, list[Cited]]:
    found: defaultdict[str, list[Cited]] = defaultdict(list)
    for place in places:
        member = member_of[place.path]
        found[member].append(place)
    return found
