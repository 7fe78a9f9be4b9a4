"""Which names there are in a notebook, and which of them mean the same person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from campnotes.linking.people.authors import authors_of
from campnotes.linking.people.names import (
    is_full,
    long_names,
    misspelt,
    named_people,
    nicknames,
    short_name,
)
from campnotes.parsing.names import clean_name, name_key
from campnotes.parsing.names.words import is_nobody
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.presenters import NamedPerson
from campnotes.settings import PersonSettings, Settings


class Directory(Struct, frozen=True):
    """The people of a notebook: names, and which name each other name stands for.

    `ambiguous` holds the short names that several people share. Both are by name without spaces,
    in lower case. `authors` are those of the notes of a study group, by the notes' paths. `hidden` are
    names of people who are found under none of theirs.
    """

    names: frozenset[str]
    aliases: Mapping[str, str]
    ambiguous: Mapping[str, tuple[str, ...]]
    authors: Mapping[str, NamedPerson] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    def find(self, name: str) -> str | None:
        """The person whom a cleaned name means, if there is exactly one who isn't hidden."""
        person = self._meant(name)
        return None if person in self.hidden else person

    def _meant(self, name: str) -> str | None:
        key = name_key(name)
        if key in self.ambiguous:
            return None
        return self.aliases.get(key)

    def is_hidden(self, name: str) -> bool:
        """Tell whether a name means somebody who is hidden."""
        return self._meant(name) in self.hidden

    def is_name(self, text: str) -> bool:
        """Tell whether a text is a person's name, shown or hidden."""
        return self._meant(text) is not None

    def candidates(self, name: str) -> tuple[str, ...]:
        """The people whom a short name may mean, where it is one that several share."""
        key = name_key(name)
        people = self.ambiguous.get(key, ())
        return tuple(person for person in people if person not in self.hidden)


def build_directory(notes: Sequence[ParsedNote], settings: Settings) -> Directory:
    """The people whom the settings name and whom the notes certainly name.

    A name is looked up in what was known first:

    1. the names and aliases in the settings;
    2. the names that the notes show to be another's: a nickname, a given name of three syllables;
    3. the full names in the notes: 전준영, Minji Kim;
    4. the short names of both, where only one person has them: 준영, Minji;
    5. every other name that certainly is one, unless several people share it.
    """
    certain = _certain_names(notes)
    authors = authors_of(notes, certain)
    certain += [author.name for author in authors.values()]
    aliases = _configured_aliases(settings.people)
    for other, name in _shown_aliases(notes, certain).items():
        person = aliases.get(name_key(name), name)
        aliases.setdefault(name_key(other), person)
        aliases.setdefault(name_key(name), person)
    for name in certain:
        if not is_full(name):
            continue
        key = name_key(name)
        aliases.setdefault(key, name)
    ambiguous = {}
    owners = _owners_of_short_names(_called(aliases, settings.people))
    for short, people in owners.items():
        if short in aliases:
            continue
        if len(people) == 1:
            aliases[short] = people[0]
        else:
            ambiguous[short] = tuple(sorted(people))
    for name in certain:
        key = name_key(name)
        if key in ambiguous:
            continue
        aliases.setdefault(key, name)
    names = aliases.values()
    return Directory(
        names=frozenset(names),
        aliases=aliases,
        ambiguous=ambiguous,
        authors=authors,
        hidden=_hidden(settings.people),
    )


def _hidden(people: Mapping[str, PersonSettings]) -> frozenset[str]:
    hidden = set()
    for name, person in people.items():
        if person.hidden:
            hidden.add(name)
    return frozenset(hidden)


def _configured_aliases(people: Mapping[str, PersonSettings]) -> dict[str, str]:
    aliases: dict[str, str] = {}
    for name, person in people.items():
        for written in (name, *person.aliases):
            key = name_key(written)
            aliases[key] = name
        # In a note, an alias is looked up without its 님 or @.
        for alias in person.aliases:
            cleaned = clean_name(alias)
            key = name_key(cleaned)
            aliases[key] = name
    return aliases


def _shown_aliases(notes: Sequence[ParsedNote], certain: Sequence[str]) -> Mapping[str, str]:
    """The names that are shown to be another's, with that one."""
    called = set(certain)
    for note in notes:
        called.update(person.name for person in note.named)
    return {
        **misspelt(notes),
        **nicknames(notes),
        **long_names(certain, called),
    }


def _called(
    aliases: Mapping[str, str], people: Mapping[str, PersonSettings]
) -> Iterator[tuple[str, str]]:
    """The names that people have, with who has them: what each goes by, and what the settings say."""
    for name in dict.fromkeys(aliases.values()):
        yield name, name
    for name, person in people.items():
        for alias in person.aliases:
            yield clean_name(alias), name


def _owners_of_short_names(called: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The people who may be called by each short name."""
    owners: dict[str, dict[str, None]] = defaultdict(dict)
    for written, name in called:
        short = short_name(written)
        if short is None:
            continue
        key = name_key(short)
        owners[key].setdefault(name)
    return {short: list(people) for short, people in owners.items()}


def _certain_names(notes: Iterable[ParsedNote]) -> list[str]:
    found: dict[str, None] = {}
    for note in notes:
        for member in note.members:
            found.setdefault(member.name)
        for written in note.front_matter.presenters:
            name = clean_name(written)
            if not is_nobody(name):
                found.setdefault(name)
        for person in named_people(note):
            if person.certain:
                found.setdefault(person.name)
    return [name for name in found if name]
