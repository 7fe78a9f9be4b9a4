"""What is shown of a page at the links to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from campnotes.linking.hidden_names import HiddenNames
from campnotes.search.previews import number_of, write_previews
from campnotes.search.units import Doc
from support.worker import NODE, call_web

ADDRESSES = ["week1/day1/", "people/김나래/", "week1/day1/#1강-이름과-객체", "a/😀/"]


def test_every_address_is_in_the_part_that_its_number_tells(tmp_path: Path) -> None:
    pages: list[list[Doc]] = [
        [
            {"location": f"day{day}/", "title": f"Day{day}", "label": "1주차", "text": "x" * 500},
            {"location": "#순환", "title": "순환", "kind": "presentation", "people": ["김나래"]},
        ]
        for day in range(40)
    ]
    write_previews(pages, tmp_path, HiddenNames())
    parts = json.loads((tmp_path / "index.json").read_text(encoding="utf-8"))
    assert parts > 1
    for day in range(40):
        for address, shown in (
            (f"day{day}/", [f"Day{day}", "1주차"]),
            (f"day{day}/#순환", ["순환", "김나래"]),
        ):
            file = tmp_path / f"{number_of(address) % parts}.json"
            part = json.loads(file.read_text(encoding="utf-8"))
            assert part[address][:2] == shown
            assert file.stat().st_size < 5000


def test_a_note_without_a_text_shows_what_was_presented(tmp_path: Path) -> None:
    page: list[Doc] = [
        {"location": "day1/", "title": "Day1"},
        {"location": "#a", "title": "아침"},
        {"location": "#b", "title": "순환", "kind": "presentation"},
    ]
    write_previews([page], tmp_path, HiddenNames())
    part = json.loads((tmp_path / "0.json").read_text(encoding="utf-8"))
    assert part["day1/"] == ["Day1", "", "순환"]


@pytest.mark.skipif(NODE is None, reason="the script is run in Node")
def test_the_script_tells_an_address_by_the_same_number() -> None:
    numbers = call_web(["page/previews.js"], "web.numberOf", ADDRESSES)
    assert numbers == list(map(number_of, ADDRESSES))
