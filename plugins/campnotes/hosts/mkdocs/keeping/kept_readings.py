"""Keep what is made of the blocks of a big notebook's notes, so that the next build needn't unpack them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from msgspec import msgpack

from campnotes.caching.memory import Memory
from campnotes.caching.store import key_of
from campnotes.caching.told import UntoldError
from campnotes.decoding import decoded
from campnotes.hosts.mkdocs.keeping.note_faces import face_of
from campnotes.linking.model import Note, Notebook
from campnotes.linking.of_blocks import bring_back, made_of_blocks
from campnotes.parsing.kept_blocks import KeptBlocks
from campnotes.parsing.kept_tokens import UNENCODABLE

_NAME = "made of blocks"  # in the memory
_MOST_KEPT = 50_000_000  # bytes; of a larger notebook it is made each time

_Made = Mapping[str, bytes]  # by the names of what made it


def bring_back_readings(notebook: Notebook, memory: Memory) -> None:
    """Have notes that are as they were know what was made of them in the last build."""
    former = _read(memory)
    for key, note in _by_key(notebook):
        made = former.get(key)
        if made is not None:
            bring_back(note, made)


def keep_readings(notebook: Notebook, memory: Memory) -> None:
    """Keep what was made of notes, unless that is what the last build kept."""
    former = _read(memory)
    now: dict[str, _Made] = {}
    for key, note in _by_key(notebook):
        try:
            now[key] = made_of_blocks(note)
        except UNENCODABLE:
            continue  # it is made again the next time
    if now.keys() == former.keys():
        return
    encoded = msgpack.encode(now)
    if len(encoded) <= _MOST_KEPT:
        memory.put(_NAME, encoded)


def _by_key(notebook: Notebook) -> Iterator[tuple[str, Note]]:
    """Go through the notes of which something is kept, with the keys of that."""
    parsing = repr(notebook.settings.parsing)
    for note in notebook.notes:
        parsed = note.parsed
        if parsed.sealed or not isinstance(parsed.blocks, KeptBlocks):
            continue
        with suppress(UntoldError):
            yield key_of(parsing, face_of(note)), note


def _read(memory: Memory) -> Mapping[str, _Made]:
    kept = memory.get(_NAME)
    return decoded(kept, dict[str, dict[str, bytes]]) or {}
