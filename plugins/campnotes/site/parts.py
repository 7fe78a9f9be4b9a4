"""Divide what a page gathers from all notes, so that no page grows with the notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
    parts: list[list[Listing[Entry]]] = [[]]
    size = 0
    for listing in listings:
        sizes = list(map(elements, listing.entries))
        fits = size + sum(sizes) <= MOST_ELEMENTS
        if not fits and 2 * size > MOST_ELEMENTS:
            parts.append([])
            size = 0
        first = 0
        for at, weighs in enumerate(sizes):
            if size and size + weighs > MOST_ELEMENTS:
                _put(parts[-1], listing, listing.entries[first:at])
                parts.append([])
                first = at
                size = 0
            size += weighs
        _put(parts[-1], listing, listing.entries[first:])
    filled = filter(None, parts)
    return tuple(map(tuple, filled))


def _put(part: list[Listing[Entry]], listing: Listing[Entry], entries: Sequence[Entry]) -> None:
    if entries:
        cut = replace(listing, entries=tuple(entries))
        part.append(cut)
