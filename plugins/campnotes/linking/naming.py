"""Names that several notes together show to be one person's: 박마루찬 and 마루찬님, 김나래 (치즈)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from campnotes.parsing.names import begins_with_surname, is_full_korean_name, is_likely_name
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.presenters import NamedPerson, Role

SHORTEST_FULL_NAME = 3  # syllables
LONG_NAME = 4  # syllables of a name that has three without its surname
IN_A_ROW = 2  # people with a nickname in one note, so that what is in brackets is one


def is_full(name: str) -> bool:
    """Whether a name is a full one: 전준영 or Minji Kim, but not 준영."""
    if " " in name:
        return True
    is_long_enough = len(name) >= SHORTEST_FULL_NAME
    return is_long_enough and (is_full_korean_name(name) or is_likely_name(name))


def short_name(name: str) -> str | None:
    """준영 of 전준영, 민수 of 남궁민수, Minji of Minji Kim."""
    if " " in name:
        words = name.split()
        return words[0]
    if is_full_korean_name(name) and is_full(name):
        return name[-2:]
    return None


def long_names(certain: Collection[str], called: Collection[str]) -> Mapping[str, str]:
    """The names of four syllables by those of three with which their bearers are called.

    박마루찬 is a surname with a given name where somebody is called 마루찬님.
    """
    by_given: dict[str, list[str]] = defaultdict(list)
    for name in certain:
        given = name[1:]
        if len(name) == LONG_NAME and begins_with_surname(name) and given in called:
            by_given[given].append(name)
    return {given: names[0] for given, names in by_given.items() if len(names) == 1}


def nicknames(notes: Iterable[ParsedNote]) -> Mapping[str, str]:
    """The people by the nicknames that stand in brackets behind their names.

    Several people in a row must have one each: `김나래 (치즈)`, `박도윤 (콜라)`. What stands behind
    several names, such as a firm, is no nickname.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    for note in notes:
        of_note = {(person.name, person.nickname) for person in _nicknamed(note)}
        names = {name for name, _ in of_note}
        in_brackets = {nickname for _, nickname in of_note}
        if len(names) == len(in_brackets) >= IN_A_ROW:
            pairs.update(of_note)
    names_of: dict[str, set[str]] = defaultdict(set)
    nicknames_of: dict[str, set[str]] = defaultdict(set)
    for name, nickname in pairs:
        names_of[nickname].add(name)
        nicknames_of[name].add(nickname)
    alone = [(a, b) for a, b in pairs if len(names_of[b]) == 1 and len(nicknames_of[a]) == 1]
    return {nickname: name for name, nickname in alone}


def _nicknamed(note: ParsedNote) -> Iterator[NamedPerson]:
    for person in named_by_role(note):
        if person.nickname and person.certain:
            yield person


def misspelt(notes: Sequence[ParsedNote]) -> Mapping[str, str]:
    """The people by the names that a note misspells.

    It is one where a note lists who attends, a name of it isn't among them and nowhere else, and
    one of the list is the same but for a syllable: 홍요환 beside 홍요한.
    """
    places: Counter[str] = Counter()
    for note in notes:
        places.update({person.name for person in named_by_role(note)})
    found: dict[str, str] = {}
    for note in notes:
        people = named_by_role(note)
        attending = {person.name for person in people if person.role is Role.ATTENDEE}
        for name in {person.name for person in people} - attending:
            alike = [other for other in attending if _differ_in_one(name, other)]
            if places[name] == 1 and len(alike) == 1:
                found[name] = alike[0]
    return found


def _differ_in_one(name: str, other: str) -> bool:
    if len(name) != len(other) or not is_full_korean_name(name):
        return False
    differences = [a for a, b in zip(name, other, strict=True) if a != b]
    return len(differences) == 1 and name[0] == other[0]


def named_by_role(note: ParsedNote) -> list[NamedPerson]:
    """Everybody to whom a note gives a role, presenters first."""
    named: list[NamedPerson] = []
    for presentation in note.presentations:
        named += presentation.presenters
    others = [person for person in note.named if person.role is not Role.MENTIONED]
    return named + others
