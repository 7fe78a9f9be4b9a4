"""Which names there are in a notebook, and which of them mean the same person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from campnotes.parsing.names import clean_name, is_full_korean_name
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.presenters import NamedPerson, Role
from campnotes.settings import PersonSettings, Settings

SHORTEST_FULL_NAME = 3  # syllables


@dataclass(frozen=True, slots=True)
class Directory:
    """The people of a notebook: names, and which name each other name stands for.

    `ambiguous` holds the short names that several people share. Both are by name without spaces,
    in lower case.
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

    def candidates(self, name: str) -> tuple[str, ...]:
        """The people whom a short name may mean, where it is one that several share."""
        key = _key(name)
        return self.ambiguous.get(key, ())


def build_directory(notes: Sequence[ParsedNote], settings: Settings) -> Directory:
    """The people whom the settings name and whom the notes certainly name.

    A name is looked up in what was known first:

    1. the names and aliases in the settings;
    2. the full names in the notes: 전준영, Minji Kim;
    3. the short names of both, where only one person has them: 준영, Minji;
    4. every other name that certainly is one, unless several people share it.
    """
    certain = _certain_names(notes)
    aliases = _configured_aliases(settings.people)
    for name in certain:
        if not _is_full(name):
            continue
        key = _key(name)
        aliases.setdefault(key, name)
    ambiguous = {}
    owners = _owners_of_short_names(aliases.values())
    for short, people in owners.items():
        if short in aliases:
            continue
        if len(people) == 1:
            aliases[short] = people[0]
        else:
            ambiguous[short] = tuple(sorted(people))
    for name in certain:
        key = _key(name)
        if key in ambiguous:
            continue
        aliases.setdefault(key, name)
    names = aliases.values()
    return Directory(
        names=frozenset(names),
        aliases=aliases,
        ambiguous=ambiguous,
    )


def _configured_aliases(people: Mapping[str, PersonSettings]) -> dict[str, str]:
    aliases: dict[str, str] = {}
    for name, person in people.items():
        for written in (name, *person.aliases):
            key = _key(written)
            aliases[key] = name
        # In a note, an alias is looked up without its 님 or @.
        for alias in person.aliases:
            cleaned = clean_name(alias)
            key = _key(cleaned)
            aliases[key] = name
    return aliases


def _is_full(name: str) -> bool:
    """Tell whether a name is a full one: 전준영 or Minji Kim, but not 준영."""
    if " " in name:
        return True
    is_long_enough = len(name) >= SHORTEST_FULL_NAME
    return is_long_enough and is_full_korean_name(name)


def _owners_of_short_names(names: Iterable[str]) -> dict[str, list[str]]:
    """The people who may be called by each short name."""
    owners: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        short = _short_name(name)
        if short is None:
            continue
        key = _key(short)
        owners[key].append(name)
    return owners


def _short_name(name: str) -> str | None:
    """준영 of 전준영, 민수 of 남궁민수, Minji of Minji Kim."""
    if " " in name:
        words = name.split()
        return words[0]
    if not _is_full(name):
        return None
    return name[-2:]


def _key(name: str) -> str:
    words = name.split()
    joined = "".join(words)
    return joined.casefold()


def _certain_names(notes: Iterable[ParsedNote]) -> list[str]:
    found: dict[str, None] = {}
    for note in notes:
        for written in note.front_matter.presenters:
            name = clean_name(written)
            found.setdefault(name)
        for person in named_by_role(note):
            if person.certain:
                found.setdefault(person.name)
    return [name for name in found if name]


def named_by_role(note: ParsedNote) -> list[NamedPerson]:
    """Everybody to whom a note gives a role, presenters first."""
    named: list[NamedPerson] = []
    for presentation in note.presentations:
        named += presentation.presenters
    others = [person for person in note.named if person.role is not Role.MENTIONED]
    return named + others
