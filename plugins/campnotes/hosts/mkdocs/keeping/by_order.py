"""Tell the lines of a note by their order: a sentence more moves all below it, and changes no other page.

What is looked at is JSON of records, in which lines are fields (`line`, `date_line`, `end`, `answers`) or
the keys of mappings by line. No text can be taken for one, as its quotes are written `\\"`.
"""

from __future__ import annotations

import re

_PLACE = re.compile(rb'"(?:(?:line|date_line|end)":\d+|answers":\[[\d,]+\]|\d+":)')
_NUMBER = re.compile(rb"\d+")


def by_order(encoded: bytes) -> bytes:
    """Put the rank of each line in its place: of lines 3, 9 and 3 those are 0, 1 and 0."""
    places = _PLACE.findall(encoded)
    lines = set(_NUMBER.findall(b" ".join(places)))
    ranks = {}
    for rank, line in enumerate(sorted(lines, key=int)):
        ranks[line] = b"%d" % rank

    def with_ranks(place: re.Match[bytes]) -> bytes:
        return _NUMBER.sub(lambda line: ranks[line[0]], place[0])

    return _PLACE.sub(with_ranks, encoded)


def without_lines(encoded: bytes) -> bytes:
    """Leave out the lines of what is gathered from notes, which tell them themselves."""
    return _PLACE.sub(b"", encoded)
