"""Units come out of their packing as they went in."""

from __future__ import annotations

from campnotes.search.packed_docs import PackedDocs
from campnotes.search.units import Doc

PAGES: list[list[Doc]] = [
    [{"location": "day1/", "title": "1일차", "boost": 0.6}, {"location": "#큐", "title": "큐"}],
    [{"location": "day2/", "title": "2일차", "tags": ["nlp"], "week": 1}],
]


def test_units_are_as_they_were() -> None:
    packed = PackedDocs(iter(PAGES))
    assert list(packed) == PAGES
    assert list(packed) == PAGES, "they are looked through several times"
    assert len(packed) == 2
    assert packed[-1] == PAGES[-1]
    assert packed[:1] == PAGES[:1]
