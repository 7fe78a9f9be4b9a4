"""What is made of a note's blocks, remembered with the note.

The blocks of a big notebook are packed. So what such functions make of a note is made at once, when
one of them is called: its blocks are unpacked for all of them together. What they made in a former
build may be brought back instead, for a note that is as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache, wraps
from typing import Any, TypeVar, cast, get_type_hints

from msgspec import MsgspecError, msgpack

from campnotes.linking.model import Note
from campnotes.parsing.kept_blocks import KeptBlocks

_Made = TypeVar("_Made")
_Reader = Callable[[Note], Any]

_READERS: list[_Reader] = []
_NOT_SHOWN: set[_Reader] = set()
# The attributes of a note: what was made, and what was brought back, encoded.
_REMEMBERED = "_made_of_blocks"
_BROUGHT_BACK = "_brought_back"


def of_blocks(read: Callable[[Note], _Made]) -> Callable[[Note], _Made]:
    """Have what a function makes of a note remembered with the note.

    - It must come of the note alone, and be small: it stays in memory.
    - It isn't a field of the note, so that no key is made of it.
    - Lines are fields of that name in it, or keys: other pages don't show them (`by_order.py`).

    For example, how many minutes it takes to read a note.
    """
    _READERS.append(read)

    @wraps(read)
    def recall(note: Note) -> _Made:
        known = _known(note)
        if read not in known:
            _read_into(known, note, read)
        made = known[read]
        return cast("_Made", made)

    return recall


def not_shown(read: Callable[[Note], _Made]) -> Callable[[Note], _Made]:
    """Tell of a function `@of_blocks` that no other note's page shows what it makes.

    It is shown on the note's own page alone, or only compared.
    """
    _NOT_SHOWN.add(read)
    return read


def _known(note: Note) -> dict[_Reader, Any]:
    known: dict[_Reader, Any] = vars(note).setdefault(_REMEMBERED, {})
    return known


def made_of_blocks(note: Note) -> Mapping[str, bytes]:
    """Give what is known of a note by now, encoded, by the names of the functions."""
    made = dict(_brought_back(note))
    for read, value in _known(note).items():
        name = _name_of(read)
        if name not in made:
            made[name] = msgpack.encode(value)
    return made


def shown_of_blocks(note: Note) -> Iterator[bytes]:
    """Go through what is made of a note's blocks and may be shown of it elsewhere, encoded."""
    for read in _READERS:
        name = _name_of(read)
        if read not in _known(note) and name not in _brought_back(note):
            _read_into(_known(note), note, read)
    made = made_of_blocks(note)
    for read in _READERS:
        if read not in _NOT_SHOWN:
            yield made[_name_of(read)]


def bring_back(note: Note, made: Mapping[str, bytes]) -> None:
    """Have a note as it was know what `made_of_blocks` gave then."""
    vars(note)[_BROUGHT_BACK] = made


def _brought_back(note: Note) -> Mapping[str, bytes]:
    brought: Mapping[str, bytes] = vars(note).get(_BROUGHT_BACK, {})
    return brought


def _read_into(known: dict[_Reader, Any], note: Note, wanted: _Reader) -> None:
    brought = _brought_back(note).get(_name_of(wanted))
    if brought is not None:
        with suppress(MsgspecError):
            known[wanted] = _decoder(wanted).decode(brought)
            return
    readers = [wanted]
    if isinstance(note.parsed.blocks, KeptBlocks):
        readers = _READERS
    for read in readers:
        made = read(note)
        known[read] = made


def _name_of(read: _Reader) -> str:
    return f"{read.__module__}.{read.__qualname__}"


@cache
def _decoder(read: _Reader) -> msgpack.Decoder[Any]:
    types = get_type_hints(read)
    return msgpack.Decoder(types["return"])
