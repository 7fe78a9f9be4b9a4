"""Digest what pages see of a site besides the texts of their own notes: its surface.

Most that is written into a note shows on its own page alone: a sentence, a line of code. All that any
other page is made from is in the surface, so that with the same surface those pages are the same:

- of each note all that was read in it, with its tags, and how that was linked, but for its text and
  blocks;
- of its blocks what functions `@of_blocks` make of them, and on which step of the calendar its days are;
- lines only by their order, but for those of findings, which the health page shows;
- people, references, backlinks, and all else that a notebook has besides its notes;
- where everything lies, which files go in, and how the site is shared;
- what the host's pages come from besides (`page_keys.py`).

So whatever is shown elsewhere of a note's text is made by a function `@of_blocks`, and is small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from msgspec import Struct, json, msgpack

from campnotes.caching.store import key_of
from campnotes.caching.told import UntoldError
from campnotes.hosts.mkdocs.keeping.by_order import by_order, without_lines
from campnotes.hosts.mkdocs.keeping.note_faces import face_of
from campnotes.linking.model import Note, Notebook
from campnotes.linking.of_blocks import shown_of_blocks
from campnotes.parsing.kept_tokens import UNENCODABLE
from campnotes.parsing.note import ParsedNote
from campnotes.site.days.groups import Day
from campnotes.site.days.heat import DayKey, heat_of
from campnotes.site.model import Site
from campnotes.site.published import Publication
from campnotes.site.sharing.shared_site import SharedSite

# What is told otherwise: a text, what is made of it, and other parts of the whole.
_OTHERWISE = frozenset(
    {
        "blocks",
        "document",
        "findings",
        "front_matter",
        "notebook",
        "notes",
        "page_url",
        "parsed",
        "site",
        "text",
    }
)


class Surface(Struct, frozen=True):
    """The surface of a site, and those of its notes by their faces (`note_faces.py`)."""

    digest: str
    of_notes: Mapping[str, str]


def surface_of(
    shared: SharedSite, publication: Publication, known: Mapping[str, str], *told: str
) -> Surface:
    """Digest the surface of a site, or raise UntoldError.

    `known` are surfaces of notes by their faces; what else pages come from is `told`.
    """
    site = shared.site
    of_notes = {}
    for note in site.notebook.notes:
        face = face_of(note)
        of_notes[face] = known.get(face) or _digest_note(note)
    heats = list(_heats(site))
    of_notebook = _encode(_fields(site.notebook))
    digest = key_of(
        *of_notes.values(),
        _encode(_fields(shared)),
        _encode(_fields(site)),
        without_lines(of_notebook),
        _encode(heats),
        _encode(publication.decided),
        *told,
    )
    return Surface(digest, of_notes)


def _digest_note(note: Note) -> str:
    parsed = note.parsed
    made = list(map(msgpack.decode, shown_of_blocks(note)))
    seen = [
        _encode(_fields(note)),
        _encode(_fields(parsed)),
        # Mappings by line can't be put in order; they are made in the order of lines.
        _encode(made, order=None),
    ]
    in_one = b" ".join(seen)
    return key_of(
        by_order(in_one),
        _encode(note.findings),
        _encode(parsed.findings),
        repr(parsed.front_matter),
        *note.tags,
    )


def _fields(record: Note | ParsedNote | Notebook | Site | SharedSite) -> dict[str, Any]:
    """The fields of a record that are told as they are."""
    fields = {}
    for name in _names(type(record)):
        fields[name] = getattr(record, name)
    return fields


@cache
def _names(kind: type[Struct]) -> tuple[str, ...]:
    names = [name for name in kind.__struct_fields__ if name not in _OTHERWISE]
    return tuple(names)


def _heats(site: Site) -> Iterator[list[tuple[DayKey, int]]]:
    """How much was written on the days of each calendar, compared with its other days."""
    calendars = [site.groups_of(""), *site.members.values()]
    for groups in calendars:
        days: list[Day] = []
        for group in groups:
            days += group.days
        heat = heat_of(days)
        yield list(heat.items())


def _encode(value: object, order: Literal["deterministic"] | None = "deterministic") -> bytes:
    try:
        return json.encode(value, order=order)
    except UNENCODABLE as error:
        raise UntoldError(str(error)) from error
