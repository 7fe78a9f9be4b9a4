"""The filter of a page that gathers: a field, chips for what its entries have, orders to sort by.

Without scripts there is no filter, and the page is the list that it is. The script takes what
an entry has from the page itself; here only the chips are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

FIRST_CHIPS = 8  # of a facet; the others are folded
MOST_CHIPS = 60  # of a facet; nobody reads more, and the field finds the others
FEWEST_ENTRIES = 6  # what is shorter is seen at a glance


class Chip(Struct, frozen=True):
    """A value of a facet that the reader can press, and how many entries have it."""

    value: str
    count: int


class Facet(Struct, frozen=True):
    """What entries can be narrowed by: `week`, `person`, `kind` or `site`, with its name."""

    key: str
    title: str
    first: tuple[Chip, ...]
    more: tuple[Chip, ...]


class Order(Struct, frozen=True):
    """A way to sort: `given`, `turned`, `title` or `most`, with its name."""

    key: str
    title: str


class PageFilter(Struct, frozen=True):
    """The filter of a page: how many entries there are, and what a reader can do with them.

    `parts` are the addresses of a divided page's parts, relative to the site.
    """

    count: int
    facets: tuple[Facet, ...] = ()
    orders: tuple[Order, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether there is so much that a reader would filter it."""
        return self.count >= FEWEST_ENTRIES


def in_given_order(key: str, title: str, values: Iterable[str]) -> Facet:
    """A facet whose chips stand in the order in which their values come first."""
    counts = Counter(filter(None, values))
    return _facet(key, title, list(counts.items()))


def most_first(key: str, title: str, values: Iterable[str]) -> Facet:
    """A facet whose most frequent values come first."""
    counts = Counter(filter(None, values))
    return _facet(key, title, counts.most_common())


def _facet(key: str, title: str, counts: Sequence[tuple[str, int]]) -> Facet:
    chips = [Chip(value, count) for value, count in counts[:MOST_CHIPS]]
    return Facet(
        key=key,
        title=title,
        first=tuple(chips[:FIRST_CHIPS]),
        more=tuple(chips[FIRST_CHIPS:]),
    )


def page_filter(count: int, facets: Iterable[Facet], orders: Iterable[Order] = ()) -> PageFilter:
    """The filter of so many entries; a facet that has one value tells nothing."""
    telling = [facet for facet in facets if len(facet.first) > 1]
    return PageFilter(
        count=count,
        facets=tuple(telling),
        orders=tuple(orders),
    )


def in_time(translate: Callable[[str], str]) -> tuple[Order, ...]:
    """The orders of what stands in the order of the camp."""
    return (
        Order("given", translate("Oldest first")),
        Order("turned", translate("Newest first")),
    )


def by_weight(translate: Callable[[str], str], most: str) -> tuple[Order, ...]:
    """The orders of what has a number of its own; `most` is the name of that order."""
    return (
        Order("given", translate("As listed")),
        Order("most", most),
        Order("title", translate("By name")),
    )
