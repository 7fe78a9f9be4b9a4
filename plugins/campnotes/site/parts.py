"""Divide what a page gathers from all notes, so that no page grows with the notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

MOST_ELEMENTS = 2_000  # of HTML that a part gathers; the theme's own are some hundreds more

Entry = TypeVar("Entry")


class Listing(Struct, Generic[Entry], frozen=True):
    """Entries below a title; a folded listing is opened by who wants to see it."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]
    is_folded: bool = False


Part = tuple[Listing[Entry], ...]


def divide(
    listings: Iterable[Listing[Entry]], elements: Callable[[Entry], int]
) -> tuple[Part[Entry], ...]:
    """Divide listings into parts that each have a bounded number of elements.

    A part ends before a listing where it can; one that is larger than a part is cut. `elements`
    says how many an entry has.
    """
    dividing = _Dividing(elements)
    for listing in listings:
        dividing.put(listing)
    return dividing.parts()


class _Dividing(Generic[Entry]):
    """Puts listings into parts, one behind the other."""

    def __init__(self, elements: Callable[[Entry], int]) -> None:
        self._elements = elements
        self._parts: list[list[Listing[Entry]]] = [[]]
        self._size = 0  # of the last part

    def parts(self) -> tuple[Part[Entry], ...]:
        """Give the parts in which something stands."""
        filled = filter(None, self._parts)
        return tuple(map(tuple, filled))

    def put(self, listing: Listing[Entry]) -> None:
        """Put a listing behind the others, into as many parts as it needs."""
        sizes = list(map(self._elements, listing.entries))
        fits = self._size + sum(sizes) <= MOST_ELEMENTS
        if not fits and 2 * self._size > MOST_ELEMENTS:
            self._begin_part()
        first = 0
        for at, size in enumerate(sizes):
            if self._size and self._size + size > MOST_ELEMENTS:
                self._put_entries(listing, first, at)
                self._begin_part()
                first = at
            self._size += size
        self._put_entries(listing, first, len(sizes))

    def _begin_part(self) -> None:
        self._parts.append([])
        self._size = 0

    def _put_entries(self, listing: Listing[Entry], first: int, end: int) -> None:
        entries = listing.entries[first:end]
        if entries:
            cut = replace(listing, entries=entries)
            self._parts[-1].append(cut)
