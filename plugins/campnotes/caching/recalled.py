"""Keep what steps of linking make of single notes, all of a notebook's in one entry of the cache."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from msgspec import MsgspecError, msgpack

from campnotes.caching.memory import Memory
from campnotes.caching.store import key_of
from campnotes.parsing.kept_tokens import UNENCODABLE
from campnotes.parsing.note import ParsedNote
from campnotes.settings import ParseOptions

Made = TypeVar("Made")

_NAME = "made of notes"  # in the memory
_MOST_KEPT = 50_000_000  # bytes; of a larger notebook it is made each time


class Recalled:
    """What was made in the last build, as far as its notes are as they were, and what is made in this.

    `memory` is that of a notebook; `parsing` says how its notes are parsed.
    """

    def __init__(self, memory: Memory, parsing: ParseOptions) -> None:
        self._memory = memory
        self._parsing = repr(parsing)
        self._former = _read(memory)
        self._now: dict[str, bytes] = {}
        # Notes are kept with their digests, so that no other one has the id of one meanwhile.
        self._digests: dict[int, tuple[ParsedNote, str]] = {}

    def step(
        self,
        name: str,
        decoder: msgpack.Decoder[Made],
        make: Callable[[ParsedNote], Made],
        *told: str,
    ) -> Callable[[ParsedNote], Made]:
        """Have a step asked only of notes of which it isn't known what it makes."""
        common = key_of(name, self._parsing, *told)

        def recall(note: ParsedNote) -> Made:
            if note.sealed:
                return make(note)  # nothing of it is kept
            key = key_of(common, self._digest(note))
            try:
                kept = self._former[key]
                made = decoder.decode(kept)
            except (KeyError, MsgspecError):
                made = make(note)
                self._keep(key, made)
            else:
                self._now[key] = kept
            return made

        return recall

    def keep(self) -> None:
        """Keep what is known now for the next build, unless that is what was known before."""
        if self._now.keys() == self._former.keys():
            return
        encoded = msgpack.encode(self._now)
        if len(encoded) <= _MOST_KEPT:
            self._memory.put(_NAME, encoded)

    def _keep(self, key: str, made: object) -> None:
        try:
            self._now[key] = msgpack.encode(made)
        except UNENCODABLE:
            return  # it is made again the next time

    def _digest(self, note: ParsedNote) -> str:
        known = self._digests.get(id(note))
        if known is not None:
            return known[1]
        digest = key_of(note.path, note.text)
        self._digests[id(note)] = note, digest
        return digest


def _read(memory: Memory) -> Mapping[str, bytes]:
    kept = memory.get(_NAME)
    if kept is None:
        return {}
    try:
        return msgpack.decode(kept, type=dict[str, bytes])
    except MsgspecError:
        return {}
