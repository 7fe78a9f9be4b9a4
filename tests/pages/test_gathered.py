"""Pages that gather from all notes are divided before they grow with the notebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from campnotes.site.parts import MOST_ELEMENTS, Listing, divide
from support.sites import BuiltSite, build_with

Write = Callable[[Mapping[str, str | bytes]], Path]
_DAYS = 80


def _elements(html: str) -> int:
    return len(re.findall("<[a-z]", html))


def _topic(day: int, number: int) -> str:
    """A topic that no other note has."""
    syllables = chr(0xAC00 + day) + chr(0xAE00 + number)
    return f"{syllables} 탐색"


def _note(day: int) -> str:
    """A note of twelve headings, three presentations and forty references."""
    parts = [f"# Day {day}"]
    parts += [f"## {_topic(day, number)}\n\n글" for number in range(12)]
    parts += [f"- [글](https://example.org/{day}/{number})" for number in range(40)]
    parts.append("## 피어세션")
    for number in range(3):
        parts.append(
            f"##### 발표 {day}-{number}\n\n발표자: `윤서진`\n\n[책](https://b.example/{day})"
        )
    return "\n\n".join(parts)


def _large(write: Write, tmp_path: Path) -> BuiltSite:
    notes: dict[str, str | bytes] = {}
    for day in range(1, _DAYS + 1):
        notes[f"week{(day - 1) // 5 + 1}/day{day}.md"] = _note(day)
    return build_with(write(notes), tmp_path / "site")


def test_no_page_of_a_large_notebook_is_too_large(write: Write, tmp_path: Path) -> None:
    site = _large(write, tmp_path)
    assert site.dead_links() == []
    for section in ("contents", "references"):
        index = site.text(f"{section}/")
        parts = [url for url in site.urls() if re.fullmatch(rf"{section}/\d+/", url)]
        assert len(parts) > 1
        assert all(f'href="{part.removeprefix(section + "/")}"' in index for part in parts)
        for part in parts:
            page = site.text(part)
            assert len(page.encode()) <= 300_000
            assert _elements(page) <= 3_000
    pages = "".join(site.text(url) for url in site.urls() if url.startswith("contents/"))
    assert all(_topic(day, 11) in pages for day in range(1, _DAYS + 1))


def test_a_reference_is_linked_on_the_page_that_it_is_on(write: Write, tmp_path: Path) -> None:
    site = _large(write, tmp_path)
    foot = site.text("week16/day80/")
    links = set(re.findall(r'href="\.\./\.\./(references/\d+/)#(ref-\w+)"', foot))
    assert len(links) >= 40
    assert all(anchor in site.page(url).ids for url, anchor in links)


def test_parts_end_before_a_listing_where_they_can() -> None:
    listings = [Listing(f"group-{n}", f"{n}주차", tuple(range(30))) for n in range(9)]
    parts = divide(listings, lambda _: MOST_ELEMENTS // 70)
    assert [[listing.title for listing in part] for part in parts] == [
        ["0주차", "1주차"], ["2주차", "3주차"], ["4주차", "5주차"], ["6주차", "7주차"], ["8주차"],
    ]  # fmt: skip


def test_a_listing_that_is_too_large_is_cut_and_nothing_is_lost() -> None:
    entries = tuple(range(MOST_ELEMENTS * 3))
    parts = divide([Listing("a", "가", (-1,)), Listing("b", "나", entries)], lambda _: 1)
    found = [entry for part in parts for listing in part for entry in listing.entries]
    assert found == [-1, *entries]
    assert all(sum(len(one.entries) for one in part) <= MOST_ELEMENTS for part in parts)


def test_what_fits_is_one_part_and_nothing_is_none() -> None:
    listing = Listing("a", "가", (1, 2))
    assert divide([listing], lambda _: 1) == ((listing,),)
    assert divide([Listing("a", "가", ())], lambda _: 1) == ()
