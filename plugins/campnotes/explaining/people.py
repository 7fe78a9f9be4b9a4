"""Explain who was taken for whom in a note, by which evidence, and which names were left alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from campnotes.explaining.certainties import Certainties
from campnotes.explaining.forms import form_of
from campnotes.explaining.front_matter import front_matter_line, told_in_front_matter
from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import Cited, Note
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


class _Taken(Struct, frozen=True):
    """Somebody as named in a note, and the person who was taken for them.

    `elsewhere` is where that person is certainly named, and `is_told` that the settings name them so.
    """

    named: NamedPerson
    person: str
    elsewhere: Cited | None
    is_told: bool


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
        elsewhere = certainties.elsewhere(place.name, note.path, line)
        if found is not None:
            taken = _Taken(found, place.name, elsewhere, _is_told(found.name, settings))
            reasons = [*_why_it_is_a_name(taken), *_why_it_is_theirs(taken)]
        elif place.raw in note.parsed.front_matter.presenters:
            reasons = [told_in_front_matter(note.parsed, "presenters")]
            line = front_matter_line(note.parsed, "presenters")
        else:
            # No more is kept of them than that the notebook knows them.
            reasons = [Reason("elsewhere", {"name": place.name}, elsewhere)]
        yield Explanation(
            subject=Subject.PERSON,
            value=place.name,
            reasons=tuple(reasons),
            line=line,
            written=place.raw,
            role=place.role,
        )


def _why_it_is_a_name(taken: _Taken) -> Iterator[Reason]:
    """The form, and the strongest evidence that what stands in it is a name."""
    named = taken.named
    if named.rule:
        yield Reason("form", {"form": named.rule})
    if named.role is Role.ASKER:
        yield Reason("asks")
    form = form_of(named)
    if taken.is_told:
        yield Reason("told", {"name": taken.person})
    elif is_account(named.raw):
        yield Reason("account", {"raw": named.raw})
    elif has_honorific(named.raw):
        yield Reason("honorific", {"raw": named.raw})
    elif form is not None and form.sure:
        yield Reason("announced", {"raw": named.raw})
    elif named.certain and is_likely_name(named.name):
        is_by_neighbours = form is not None and form.needs_neighbours
        code = "neighbours" if is_by_neighbours else "full-name"
        yield Reason(code, {"name": named.name})
    elif taken.elsewhere is not None:
        yield Reason("elsewhere", {"name": taken.person}, taken.elsewhere)
    else:
        yield Reason("announced", {"raw": named.raw})


def _why_it_is_theirs(taken: _Taken) -> Iterator[Reason]:
    """Why a name that isn't a person's whole one means that person."""
    name = taken.named.name
    is_whole = name_key(name) == name_key(taken.person)
    if is_whole or taken.is_told:
        return
    is_short = taken.person.endswith(name) or taken.person.startswith(name)
    values = {
        "raw": taken.named.raw,
        "name": taken.person,
    }
    yield Reason(
        code="short-name" if is_short else "other-name",
        values=values,
        at=taken.elsewhere,
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
