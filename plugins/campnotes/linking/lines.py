"""Find what stands last before a line, without looking at all that the note has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from campnotes.parsing.blocks import Block
from campnotes.parsing.kept_blocks import KeptBlocks

_NOTES_AT_ONCE = 64  # whose blocks stay unpacked: those of a week look at each other


class _Placed(Protocol):
    """What stands on a line of a note."""

    @property
    def line(self) -> int:
        """Its 1-based line."""


_Part = TypeVar("_Part", bound=_Placed)


class ByLine(Struct, Generic[_Part], frozen=True):
    """Parts of a note in the order of their lines, to be found by a line."""

    lines: tuple[int, ...]
    parts: tuple[_Part, ...]

    @classmethod
    def of(cls, parts: Iterable[_Part]) -> ByLine[_Part]:
        """Put parts in order.

        Of those above a line, the one that is given last is found: a footnote is given at the end
        of a note, though it may be written further up.
        """
        in_order: list[_Part] = []
        for part in parts:
            # What was given before and stands further down is the last one nowhere any more.
            while in_order and in_order[-1].line >= part.line:
                in_order.pop()
            in_order.append(part)
        lines = [part.line for part in in_order]
        return cls(tuple(lines), tuple(in_order))

    def at(self, line: int) -> _Part | None:
        """The last part that begins up to a line; `None` if there is none."""
        count = bisect_right(self.lines, line)
        if count == 0:
            return None
        last = count - 1
        return self.parts[last]

    def after(self, line: int) -> _Part | None:
        """The first part that begins behind a line; `None` if there is none."""
        following = bisect_right(self.lines, line)
        if following == len(self.parts):
            return None
        return self.parts[following]


@lru_cache(maxsize=_NOTES_AT_ONCE)
def kept_by_line(blocks: KeptBlocks) -> ByLine[Block]:
    """The blocks of a note that are packed; only those of a few notes stay unpacked."""
    return ByLine.of(blocks)
