"""Tell the lines of a note by their order: a sentence more moves all below it, and changes no other page.

What is looked at is JSON of records, in which lines are fields (`line`, `date_line`, `end`, `answers`) or
the keys of mappings by line. No text can be taken for one, as its quotes are written `\\"`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(rb'"(?:(?:line|date_line|end)":\d+|answers":\[[\d,]+\]|\d+":)')
_NUMBER = re.compile(rb"\d+")


def by_order(encoded: bytes) -> bytes:
    """Put the rank of each line in its place: of lines 3, 9 and 3 those are 0, 1 and 0."""
    ranks = _ranks(encoded)

    def rank(line: re.Match[bytes]) -> bytes:
        return ranks[line[0]]

    def with_ranks(place: re.Match[bytes]) -> bytes:
        return _NUMBER.sub(rank, place[0])

    return _PLACE.sub(with_ranks, encoded)


def _ranks(encoded: bytes) -> Mapping[bytes, bytes]:
    places = _PLACE.findall(encoded)
    joined = b" ".join(places)
    lines = set(_NUMBER.findall(joined))
    ranks = {}
    in_order = sorted(lines, key=int)
    for rank, line in enumerate(in_order):
        written = str(rank)
        ranks[line] = written.encode()
    return ranks


def without_lines(encoded: bytes) -> bytes:
    """Leave out the lines of what is gathered from notes, which tell them themselves."""
    return _PLACE.sub(b"", encoded)
