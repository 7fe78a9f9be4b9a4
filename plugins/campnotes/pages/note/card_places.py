"""Find where in a note's HTML the cards of its presentations go: behind headings, and at marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape
from re import Match

from msgspec import Struct
from msgspec.structs import replace

from campnotes.linking.model import Note
from campnotes.linking.presentation_places import MARK, presentations_by_anchor
from campnotes.patterns import regex

# The spans of code, which are the most of all tags, are passed over with what is in them.
_TAG = regex(r'<span class="[\w -]*">[^<]*</span>|<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>')
_ID = regex(r'\sid="([^"]*)"')
_TITLE = regex(r'\stitle="(\d{1,4})"')
_MARK_CLASS = f'class="{MARK}"'
_END_OF_MARK = "</span>"
_EMPTY_ELEMENTS = frozenset("area br col hr img input source track wbr".split())
_CELLS = frozenset({"td", "th"})
# A card has links, and a fold: within these it would break the page.
_CLOSED_TO_CARDS = frozenset("a label p summary h1 h2 h3 h4 h5 h6".split())


class CardPlace(Struct, frozen=True):
    """Where the cards of some presentations go; the HTML from `begins` to `ends` is replaced.

    `is_marked` tells that they have no heading of their own there.
    """

    numbers: tuple[int, ...]
    begins: int
    ends: int
    is_marked: bool = False
    in_cell: bool = False


def card_places(html: str, note: Note) -> list[CardPlace]:
    """Find the places of a note's presentations in its sanitised HTML, in order.

    - Each presentation has one at most; that of a heading is behind it.
    - Where a card can't stand, within a link or a summary, there is none.
    """
    if not note.presentations:
        return []
    search = _Search(html, presentations_by_anchor(note), len(note.presentations))
    places: list[CardPlace] = []
    for place in search.places():
        if places and place.is_marked and places[-1].ends == place.begins:
            before = places.pop()
            place = _together(before, place)
        places.append(place)
    return places


def _together(first: CardPlace, second: CardPlace) -> CardPlace:
    """The place of several presentations, such as those of one paragraph."""
    return replace(
        first,
        numbers=first.numbers + second.numbers,
        ends=second.ends,
    )


class _Search:
    """Goes through the tags of a note's HTML once, and knows the elements around each."""

    def __init__(self, html: str, by_anchor: Mapping[str, tuple[int, ...]], count: int) -> None:
        self._html = html
        self._by_anchor = by_anchor
        self._missing = set(range(1, count + 1))
        self._around: list[str] = []
        # The heading that is gone through, and the numbers of its presentations.
        self._heading = ""
        self._numbers: tuple[int, ...] = ()

    def places(self) -> Iterator[CardPlace]:
        """Find the places, in order."""
        for tag in _TAG.finditer(self._html):
            if not self._missing:
                return
            name = tag[2]
            if name is None or name in _EMPTY_ELEMENTS:
                continue
            if not tag[1]:
                place = self._at_mark(tag)
                self._begin_heading(tag)
                self._around.append(name)
            else:
                self._leave(name)
                place = self._behind_heading(tag)
            if place is not None:
                yield place

    def _leave(self, name: str) -> None:
        """Leave an element, and those in it that weren't ended."""
        if name not in self._around:
            return
        while self._around.pop() != name:
            pass

    def _is_open(self) -> bool:
        """Whether a card may stand here."""
        return _CLOSED_TO_CARDS.isdisjoint(self._around)

    def _begin_heading(self, tag: Match[str]) -> None:
        found = _ID.search(tag[3])
        if found is None:
            return
        anchor = unescape(found[1])
        numbers = self._by_anchor.get(anchor, ())
        wanted = tuple(number for number in numbers if number in self._missing)
        if wanted and self._is_open():
            self._heading = tag[2]
            self._numbers = wanted

    def _behind_heading(self, tag: Match[str]) -> CardPlace | None:
        if not self._numbers or tag[2] != self._heading:
            return None
        numbers = self._numbers
        self._numbers = ()
        self._missing.difference_update(numbers)
        end = tag.end()
        return CardPlace(numbers, begins=end, ends=end)

    def _at_mark(self, tag: Match[str]) -> CardPlace | None:
        """The place at a mark, unless it is no mark of ours: an author may write what looks like one."""
        is_mark = _MARK_CLASS in tag[3] and self._html.startswith(_END_OF_MARK, tag.end())
        if not is_mark:
            return None
        title = _TITLE.search(tag[3])
        number = int(title[1]) if title else 0
        if number not in self._missing or not self._is_open():
            return None
        self._missing.discard(number)
        return CardPlace(
            numbers=(number,),
            begins=tag.start(),
            ends=tag.end() + len(_END_OF_MARK),
            is_marked=True,
            in_cell=not _CELLS.isdisjoint(self._around),
        )
