"""Take notes as they were linked in a former build, where nothing that decides that has changed.

How a note is linked comes of the note and of its surroundings. A sentence more in another note changes
nothing of those; a heading or a name more does, and then all notes are linked anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from types import GenericAlias
from typing import Any, get_type_hints

from msgspec import msgpack
from msgspec.structs import replace

from campnotes.linking.model import LinkedLink, Note
from campnotes.linking.recall import Recall
from campnotes.linking.surroundings import Surroundings
from campnotes.notebook.place import Kind, Place
from campnotes.parsing.kept_tokens import UNENCODABLE
from campnotes.parsing.links import Link
from campnotes.parsing.note import ParsedNote, without_talk

LinkNote = Callable[[ParsedNote, Surroundings], Note]

_LINKED = tuple(name for name in Note.__struct_fields__ if name != "parsed")


def relinking(
    link: LinkNote, surroundings: Surroundings, recall: Recall
) -> Callable[[ParsedNote], Note]:
    """Give what links a note against its surroundings, by `link` where that isn't known."""

    def link_anew(parsed: ParsedNote) -> tuple[Any, ...]:
        note = link(parsed, surroundings)
        return tuple(getattr(note, name) for name in _LINKED)

    try:
        told = _tell(surroundings)
    except UNENCODABLE:
        return lambda parsed: link(parsed, surroundings)
    linked = recall.step("linked", _decoder(), link_anew, told)

    def relink(parsed: ParsedNote) -> Note:
        place = surroundings.places[parsed.path]
        values = dict(zip(_LINKED, linked(parsed), strict=True))
        links = values.pop("links")
        return Note(
            parsed=with_own_talk(parsed, place),
            links=_with_own(parsed.links, links),
            **values,
        )

    return relink


def _with_own(links: Sequence[Link], linked: Sequence[LinkedLink]) -> tuple[LinkedLink, ...]:
    """Have what is linked hold the note's own links, which would be in memory twice."""
    pairs = zip(links, linked, strict=True)
    return tuple(replace(one, link=own) for own, one in pairs)


def with_own_talk(parsed: ParsedNote, place: Place) -> ParsedNote:
    """Give a note as it is linked: an empty form has no people and questions of its own."""
    if place.kind is Kind.TEMPLATE:
        return without_talk(parsed)
    return parsed


def _tell(surroundings: Surroundings) -> bytes:
    """Tell all that notes are linked against. What follows from something else of it is left out."""
    around = surroundings
    recurring = around.naming.recurring
    told = (
        around.settings,
        sorted(around.files.paths),
        around.anchors,
        around.places,
        around.placed.sections,
        around.placed.years,
        around.directory,
        around.wiki_names.aliases,
        around.wiki_names.used,
        around.note_names.paths,
        around.note_names.common,
        around.repository_guess,
        replace(around.naming, recurring=replace(recurring, days=frozenset())),
        sorted(map(repr, recurring.days)),
        around.listed_topics,
        around.large_images,
        around.date_findings,
        around.questions_of_forms,
    )
    return _encoder().encode(told)


@cache
def _encoder() -> msgpack.Encoder:
    return msgpack.Encoder(order="deterministic")


@cache
def _decoder() -> msgpack.Decoder[tuple[Any, ...]]:
    types = get_type_hints(Note)
    linked = tuple(types[name] for name in _LINKED)
    return msgpack.Decoder(GenericAlias(tuple, linked))
