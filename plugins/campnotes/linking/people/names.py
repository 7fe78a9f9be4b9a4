"""Names that several notes together show to be one person's: 김단비솔 and 단비솔님, 김나래 (치즈)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from campnotes.parsing.names import begins_with_surname, is_full_korean_name, is_likely_name
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.presenters import NamedPerson, Role

SHORTEST_FULL_NAME = 3  # syllables
SHORTEST_OF_ACCOUNT = 4  # letters
LONG_NAME = 4  # syllables of a name that has three without its surname
IN_A_ROW = 2  # people with a nickname in one note, so that what is in brackets is one


def is_full(name: str) -> bool:
    """Whether a name is a full one: 전준영 or Minji Kim, but not 준영."""
    if " " in name or _first_of_account(name):
        return True
    is_long_enough = len(name) >= SHORTEST_FULL_NAME
    return is_long_enough and (is_full_korean_name(name) or is_likely_name(name))


def short_name(name: str) -> str | None:
    """준영 of 전준영, 민수 of 남궁민수, Minji of Minji Kim, minji of the account minji-kim."""
    if " " in name:
        words = name.split()
        return words[0]
    first = _first_of_account(name)
    if first is not None:
        return first
    if is_full_korean_name(name) and is_full(name):
        return name[-2:]
    return None


def _first_of_account(name: str) -> str | None:
    """The first word of an account, if it is long enough to be what somebody is called by."""
    first, hyphen, _ = name.replace("_", "-").partition("-")
    if not hyphen or not first.isascii() or len(first) < SHORTEST_OF_ACCOUNT:
        return None
    return first


def long_names(certain: Collection[str], called: Collection[str]) -> Mapping[str, str]:
    """The names of four syllables by those of three with which their bearers are called.

    김단비솔 is a surname with a given name where somebody is called 단비솔님.
    """
    by_given: dict[str, list[str]] = defaultdict(list)
    for name in certain:
        given = name[1:]
        is_long = len(name) == LONG_NAME and begins_with_surname(name)
        if is_long and given in called:
            names = by_given[given]
            names.append(name)
    return alone(by_given)


def alone(names_of: Mapping[str, Collection[str]]) -> dict[str, str]:
    """What stands with a single name, with that name."""
    alone = {}
    for other, names in names_of.items():
        if len(names) == 1:
            (alone[other],) = names
    return alone


def nicknames(notes: Iterable[ParsedNote]) -> Mapping[str, str]:
    """The people by the nicknames that stand in brackets behind their names.

    Several people in a row must have one each: `김나래 (치즈)`, `박도윤 (콜라)`. What stands behind
    several names, such as a firm, is no nickname.
    """
    names_of: dict[str, set[str]] = defaultdict(set)
    nicknames_of: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        for person in _nicknamed(note):
            names = names_of[person.nickname]
            names.add(person.name)
            brackets = nicknames_of[person.name]
            brackets.add(person.nickname)
    single = alone(nicknames_of)
    found = alone(names_of)
    return {nickname: name for nickname, name in found.items() if name in single}


def _nicknamed(note: ParsedNote) -> Sequence[NamedPerson]:
    """Those in a note who have a nickname, if there are several with one of their own each."""
    people = [person for person in _named_by_role(note) if person.nickname and person.certain]
    names = {person.name for person in people}
    in_brackets = {person.nickname for person in people}
    if len(names) == len(in_brackets) >= IN_A_ROW:
        return people
    return ()


def misspelt(notes: Sequence[ParsedNote]) -> Mapping[str, str]:
    """The people by the names that a note misspells.

    It is one where a note lists who attends, a name of it isn't among them and nowhere else, and
    one of the list is the same but for a syllable: 윤서전 beside 윤서진.
    """
    places: Counter[str] = Counter()
    for note in notes:
        places.update({person.name for person in _named_by_role(note)})
    found: dict[str, str] = {}
    for note in notes:
        found |= dict(_misspelt_in(note))
    return {name: meant for name, meant in found.items() if places[name] == 1}


def _misspelt_in(note: ParsedNote) -> Iterator[tuple[str, str]]:
    """The names of a note that may be misspelt, with those of its attendees that they are like."""
    people = _named_by_role(note)
    attending = {person.name for person in people if person.role is Role.ATTENDEE}
    named = {person.name for person in people}
    by_rest = _by_rest(attending)
    for name in named - attending:
        alike: set[str] = set()
        for rest in _rests(name):
            alike |= by_rest.get(rest, set())
        if len(alike) == 1:
            yield name, alike.pop()


def _by_rest(names: Iterable[str]) -> Mapping[str, set[str]]:
    by_rest: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for rest in _rests(name):
            by_rest[rest].add(name)
    return by_rest


def _rests(name: str) -> Iterator[str]:
    """A full Korean name without each of the syllables of its given name in turn."""
    if not is_full_korean_name(name):
        return
    for at in range(1, len(name)):
        yield f"{name[:at]}_{name[at + 1 :]}"


def named_people(note: ParsedNote) -> Iterator[NamedPerson]:
    """Everybody whom a note names, presenters first; not those of its front matter."""
    for presentation in note.presentations:
        yield from presentation.presenters
    yield from note.named


def _named_by_role(note: ParsedNote) -> list[NamedPerson]:
    """Everybody to whom a note gives a role, presenters first."""
    people = named_people(note)
    return [person for person in people if person.role is not Role.MENTIONED]
