"""Find elements in a note's HTML, to put something beside them.

Tags are gone through from the beginning, each with all of its attributes: so nothing that stands in
an attribute is taken for a tag.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape
from re import Match

from msgspec import Struct

from campnotes.patterns import regex

_TAG = regex(r'<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>')
_ID = regex(r'\sid="([^"]*)"')


class Span(Struct, frozen=True):
    """Where an element begins and ends in HTML, its tags included."""

    begins: int
    ends: int


def find_element(html: str, names: Collection[str], anchor: str | None = None) -> Span | None:
    """Find the first element that is called by one of `names`, and has the id `anchor` if one is asked."""
    wanted = None if anchor is None else escape(anchor)
    for tag in _tags(html, 0):
        if tag[1] or tag[2] not in names:
            continue
        if wanted is None or _id_of(tag) == wanted:
            return _element(html, tag)
    return None


def element_at(html: str, names: Collection[str], place: int) -> Span | None:
    """Find the element called by one of `names` that begins at a place, but for white space."""
    for tag in _tags(html, place):
        between = html[place : tag.start()]
        is_there = not tag[1] and tag[2] in names and not between.strip()
        return _element(html, tag) if is_there else None
    return None


def _tags(html: str, place: int) -> Iterator[Match[str]]:
    return _TAG.finditer(html, place)


def _id_of(tag: Match[str]) -> str | None:
    found = _ID.search(tag[3])
    return found[1] if found else None


def _element(html: str, first: Match[str]) -> Span | None:
    """The element that a tag begins; its own kind may stand in it."""
    depth = 0
    for tag in _tags(html, first.start()):
        if tag[2] != first[2]:
            continue
        depth += -1 if tag[1] else 1
        if depth == 0:
            return Span(first.start(), tag.end())
    return None
