"""Where in a notebook it is certain that somebody's name is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from campnotes.explaining.front_matter import front_matter_line
from campnotes.linking.model import Cited, Note
from campnotes.linking.people.directory import Directory
from campnotes.linking.people.names import named_people
from campnotes.parsing.names import clean_name
from campnotes.parsing.note import ParsedNote


class Certainties(Struct, frozen=True):
    """The first place where each person is certainly named, by the person's name.

    One that has the whole name comes before one that has a part of it.
    """

    places: Mapping[str, Cited]

    @classmethod
    def of(cls, notes: Iterable[Note], directory: Directory) -> Certainties:
        """The certain places in these notes."""
        whole: dict[str, Cited] = {}
        partly: dict[str, Cited] = {}
        for note in notes:
            for written, line in _certain_names(note.parsed):
                name = directory.find(written)
                if name is None:
                    continue
                place = Cited(note.path, line)
                places = whole if written == name else partly
                places.setdefault(name, place)
        return cls({**partly, **whole})

    def elsewhere(self, name: str, path: str, line: int) -> Cited | None:
        """The place where a person is certainly named, if that isn't the one that is asked about."""
        here = Cited(path, line)
        place = self.places.get(name)
        return None if place == here else place


def _certain_names(note: ParsedNote) -> Iterator[tuple[str, int]]:
    for written in note.front_matter.presenters:
        yield clean_name(written), front_matter_line(note, "presenters")
    for person in named_people(note):
        if person.certain:
            yield person.name, person.line
