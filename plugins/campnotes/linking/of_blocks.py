"""What is made of a note's blocks, remembered with the note.

The blocks of a big notebook are packed. So what such functions make of a note is made at once, when
one of them is called: its blocks are unpacked for all of them together.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from campnotes.linking.model import Note
from campnotes.parsing.kept_blocks import KeptBlocks

_Made = TypeVar("_Made")
_Reader = Callable[[Note], Any]

_READERS: list[_Reader] = []
_REMEMBERED = "_made_of_blocks"  # the attribute of a note


def of_blocks(read: Callable[[Note], _Made]) -> Callable[[Note], _Made]:
    """Have what a function makes of a note remembered with the note.

    - It must come of the note alone, and be small: it stays in memory.
    - It isn't a field of the note, so that no key is made of it.

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


def _known(note: Note) -> dict[_Reader, Any]:
    known: dict[_Reader, Any] = vars(note).setdefault(_REMEMBERED, {})
    return known


def _read_into(known: dict[_Reader, Any], note: Note, wanted: _Reader) -> None:
    readers = [wanted]
    if isinstance(note.parsed.blocks, KeptBlocks):
        readers = _READERS
    for read in readers:
        made = read(note)
        known[read] = made
