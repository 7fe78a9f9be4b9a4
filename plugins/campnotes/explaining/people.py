"""Explain who was taken for whom in a note, by which evidence, and which names were left alone."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.explaining.certainties import Certainties
from campnotes.explaining.forms import form_of
from campnotes.explaining.front_matter import front_matter_line, told_in_front_matter
from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import Note, PersonPlace
from campnotes.linking.people.directory import Directory
from campnotes.linking.people.names import named_people
from campnotes.parsing.names import (
    clean_name,
    has_honorific,
    is_account,
    is_instructor,
    is_likely_name,
    is_plausible_name,
    name_key,
)
from campnotes.parsing.presenters import NamedPerson, Role
from campnotes.settings import Settings

MOST_CANDIDATES = 10  # that a reason lists

_Named = dict[tuple[int, str], NamedPerson]


def explain_people(
    note: Note, settings: Settings, certainties: Certainties
) -> Iterator[Explanation]:
    """Explain everybody who was taken for a person in a note, by line."""
    named: _Named = {}
    for person in named_people(note.parsed):
        named.setdefault((person.line, person.raw), person)
    for place in note.people:
        line = place.line
        found = named.get((line, place.raw))
        if found is not None:
            reasons = [
                *_why_it_is_a_name(found, place, note, settings, certainties),
                *_why_it_is_theirs(found, place, note, settings, certainties),
            ]
        elif place.raw in note.parsed.front_matter.presenters:
            reasons = [told_in_front_matter(note.parsed, "presenters")]
            line = front_matter_line(note.parsed, "presenters")
        else:
            reasons = [_known(place, note, certainties)]
        yield Explanation(
            subject=Subject.PERSON,
            value=place.name,
            reasons=tuple(reasons),
            line=line,
            written=place.raw,
            role=place.role,
        )


def _known(place: PersonPlace, note: Note, certainties: Certainties) -> Reason:
    """The reason for somebody of whom no more is kept than that the notebook knows them."""
    return Reason(
        code="elsewhere",
        values={"name": place.name},
        at=certainties.elsewhere(place.name, note.path, place.line),
    )


def _why_it_is_a_name(
    person: NamedPerson,
    place: PersonPlace,
    note: Note,
    settings: Settings,
    certainties: Certainties,
) -> Iterator[Reason]:
    """The form, and the strongest evidence that what stands in it is a name."""
    if person.rule:
        yield Reason("form", {"form": person.rule})
    if person.role is Role.ASKER:
        yield Reason("asks")
    form = form_of(person)
    elsewhere = certainties.elsewhere(place.name, note.path, person.line)
    if _is_told(person.name, settings):
        yield Reason("told", {"name": place.name})
    elif is_account(person.raw):
        yield Reason("account", {"raw": person.raw})
    elif has_honorific(person.raw):
        yield Reason("honorific", {"raw": person.raw})
    elif form is not None and form.sure:
        yield Reason("announced", {"raw": person.raw})
    elif person.certain and is_likely_name(person.name):
        is_by_neighbours = form is not None and form.needs_neighbours
        yield Reason("neighbours" if is_by_neighbours else "full-name", {"name": person.name})
    elif elsewhere is not None:
        yield Reason("elsewhere", {"name": place.name}, elsewhere)
    else:
        yield Reason("announced", {"raw": person.raw})


def _why_it_is_theirs(
    person: NamedPerson,
    place: PersonPlace,
    note: Note,
    settings: Settings,
    certainties: Certainties,
) -> Iterator[Reason]:
    """Why a name that isn't a person's whole one means that person."""
    is_whole = name_key(person.name) == name_key(place.name)
    if is_whole or _is_told(person.name, settings):
        return
    code = "other-name"
    if place.name.endswith(person.name) or place.name.startswith(person.name):
        code = "short-name"
    values = {
        "raw": person.raw,
        "name": place.name,
    }
    yield Reason(
        code=code,
        values=values,
        at=certainties.elsewhere(place.name, note.path, person.line),
    )


def _is_told(name: str, settings: Settings) -> bool:
    """Whether the settings name somebody so."""
    key = name_key(name)
    for told, person in settings.people.items():
        for written in (told, *person.aliases):
            if key in {name_key(written), name_key(clean_name(written))}:
                return True
    return False


def explain_unknown(note: Note, directory: Directory, *, only_sure: bool) -> list[Explanation]:
    """Explain the names that a form found and that weren't taken for anybody's.

    `only_sure` leaves out what is hardly a name in a form that can mean anything.
    """
    taken = {(place.line, place.name) for place in note.people}
    written = {(place.line, place.raw) for place in note.people}
    explained: dict[tuple[int, str], Explanation] = {}
    for person in named_people(note.parsed):
        name = directory.find(person.name)
        if (person.line, name) in taken:
            continue
        if (person.line, person.raw) in written:
            continue
        if only_sure and not _may_be_meant(person):
            continue
        explanation = Explanation(
            subject=Subject.NOT_TAKEN,
            value=person.name,
            reasons=tuple(_why_not(person, directory)),
            line=person.line,
            written=person.raw,
            role=person.role,
        )
        line_and_name = (person.line, person.name)
        explained.setdefault(line_and_name, explanation)
    return list(explained.values())


def _may_be_meant(person: NamedPerson) -> bool:
    """Whether a reader may have taken something for a name."""
    form = form_of(person)
    if form is None or form.sure:
        return True
    return has_honorific(person.raw) or is_likely_name(person.name)


def _why_not(person: NamedPerson, directory: Directory) -> Iterator[Reason]:
    if person.rule:
        yield Reason("form", {"form": person.rule})
    values = {"raw": person.raw, "name": person.name}
    candidates = directory.candidates(person.name)
    form = form_of(person)
    if candidates:
        listed = ", ".join(candidates[:MOST_CANDIDATES])
        yield Reason("ambiguous", {**values, "candidates": listed})
    elif is_instructor(person.raw):
        yield Reason("teaches", values)
    elif not is_plausible_name(person.raw):
        yield Reason("no-name", values)
    elif person.role is Role.MENTIONED:
        yield Reason("nobody-known", values)
    elif form is not None and form.needs_neighbours:
        yield Reason("no-neighbours", values)
    elif person.certain:
        yield Reason("left-out", values)
    else:
        yield Reason("unconfirmed", values)
