"""Keep what steps of linking make of single notes: of all notes in one entry of the cache."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from msgspec import MsgspecError, msgpack

from campnotes.caching.memory import Memory
from campnotes.caching.store import key_of
from campnotes.decoding import decoded
from campnotes.parsing.kept_tokens import UNENCODABLE
from campnotes.parsing.note import ParsedNote
from campnotes.settings import ParseOptions

Made = TypeVar("Made")

_MOST_KEPT = 50_000_000  # bytes of a step; of a larger notebook it is made each time


class Recalled:
    """What was made in the last build, as far as its notes are as they were, and what is made in this.

    `memory` is that of a notebook; `parsing` says how its notes are parsed.
    """

    def __init__(self, memory: Memory, parsing: ParseOptions) -> None:
        self._memory = memory
        self._parsing = repr(parsing)
        self._steps: list[_Step] = []
        # Notes are kept with their digests, so that no other one has the id of one meanwhile.
        self._digests: dict[int, tuple[ParsedNote, str]] = {}

    def step(
        self,
        name: str,
        decoder: msgpack.Decoder[Made],
        make: Callable[[ParsedNote], Made],
        *told: str | bytes,
    ) -> Callable[[ParsedNote], Made]:
        """Have a step asked only of notes of which it isn't known what it makes."""
        step = _Step(f"made of notes: {name}", self._memory)
        self._steps.append(step)
        common = key_of(name, self._parsing, *told)

        def recall(note: ParsedNote) -> Made:
            if note.sealed:
                return make(note)  # nothing of it is kept
            key = key_of(common, self._digest(note))
            try:
                made = decoder.decode(step.former[key])
            except (KeyError, MsgspecError):
                made = make(note)
                step.put(key, made)
            else:
                step.take_over(key)
            return made

        return recall

    def keep(self) -> None:
        """Keep what is known now for the next build, unless that is what was known before."""
        for step in self._steps:
            step.keep()

    def _digest(self, note: ParsedNote) -> str:
        known = self._digests.get(id(note))
        if known is not None:
            return known[1]
        of_file = (note.findings, note.front_matter.draft)
        digest = key_of(note.path, note.text, repr(of_file))
        self._digests[id(note)] = note, digest
        return digest


class _Step:
    """What one step made of notes in the last build (`former`), and makes in this one."""

    def __init__(self, name: str, memory: Memory) -> None:
        self._name = name
        self._memory = memory
        self.former = _read(name, memory)
        self._now: dict[str, bytes] = {}
        self._size = 0

    def put(self, key: str, made: object) -> None:
        """Keep what was made, if it can be encoded."""
        if self._size > _MOST_KEPT:
            return
        try:
            encoded = msgpack.encode(made)
        except UNENCODABLE:
            return  # it is made again the next time
        self._now[key] = encoded
        self._size += len(encoded)

    def take_over(self, key: str) -> None:
        """Keep what was made in the last build."""
        self._now[key] = self.former[key]

    def keep(self) -> None:
        """Write what is kept, if it isn't what was kept before."""
        is_known = self._now.keys() == self.former.keys()
        if not is_known and self._size <= _MOST_KEPT:
            self._memory.put(self._name, msgpack.encode(self._now))


def _read(name: str, memory: Memory) -> Mapping[str, bytes]:
    kept = memory.get(name)
    return decoded(kept, dict[str, bytes]) or {}
