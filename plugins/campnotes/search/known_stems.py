"""The stems of the words of a notebook, kept from one build to the next: few words are new."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import msgpack

from campnotes.decoding import decoded
from campnotes.search.memory import Memory
from campnotes.search.words import stems

Stems = Callable[[str], tuple[str, ...]]

_NAME = "stems"  # in the memory
_MOST_KEPT = 5_000_000  # bytes; of a larger notebook they are guessed each time


class KnownStems:
    """Gives the stems of words as `words.stems` does; `memory` knows those of the last build's."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._former = _read(memory)
        self._now: dict[str, tuple[str, ...]] = {}

    def __call__(self, word: str) -> tuple[str, ...]:
        """Give the stems of a word."""
        known = self._former.get(word)
        if known is None:
            known = stems(word)
        self._now[word] = known
        return known

    def keep(self) -> None:
        """Keep the stems of the words that were asked for, unless all were known."""
        if self._now.keys() <= self._former.keys():
            return
        encoded = msgpack.encode(self._now)
        if len(encoded) <= _MOST_KEPT:
            self._memory.put(_NAME, encoded)


def _read(memory: Memory) -> dict[str, tuple[str, ...]]:
    kept = memory.get(_NAME)
    return decoded(kept, dict[str, tuple[str, ...]]) or {}
