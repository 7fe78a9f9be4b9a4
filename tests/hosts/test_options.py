"""The options are documented, all of them and no others; wrong ones are told shortly."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest

from campnotes.hosts.mkdocs.options.plugin_options import CampnotesOptions
from support.notebooks import HOME

GUIDE = HOME / "docs" / "guide" / "options.md"


def test_the_guide_has_a_row_for_every_option() -> None:
    text = GUIDE.read_text("utf-8")
    documented = re.findall(r"^\| `(\w+)` \|", text.split("\n## ")[0], re.MULTILINE)
    declared = [name for name, _ in CampnotesOptions._schema]
    assert sorted(documented) == sorted(declared)


def problems(options: dict[str, Any]) -> list[str]:
    given = CampnotesOptions()
    given.load_dict(options)
    failed, warned = given.validate()
    return [f"{key}: {problem}" for key, problem in (*failed, *warned)]


BOMB: list[Any] = ["x"] * 10
for _ in range(9):
    BOMB = [BOMB] * 10
HUGE = 10**5000  # Python doesn't write it


@pytest.mark.parametrize("option", [name for name, _ in CampnotesOptions._schema])
@pytest.mark.parametrize(
    "value",
    [
        HUGE,
        BOMB,
        [HUGE],
        [BOMB],
        {"가": BOMB},
        {"가": {"aliases": [HUGE]}},
        {"가": {"aliases": ["a\nb"]}},
        {HUGE: {}},
        {"\ud800": {}},
        "x" * 100_000,
        ["x" * 100_000],
        "http://[::1",
        "",
        ["\ud800"],
        float("nan"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_wrong_option_is_told_shortly(option: str, value: object) -> None:
    found = problems({option: value})
    # MkDocs takes nothing for an option that is left out.
    assert found or not value
    assert all(len(problem) < 400 for problem in found)


def test_an_option_with_a_time_is_its_date() -> None:
    options = CampnotesOptions()
    options.load_dict({"start": datetime(2026, 3, 2, 9), "holidays": [datetime(2026, 3, 3)]})
    assert options.validate() == ([], [])
    assert (options.start, options.holidays) == (date(2026, 3, 2), [date(2026, 3, 3)])


def people(told: dict[str, Any]) -> Any:
    given = CampnotesOptions()
    given.load_dict({"people": told})
    assert not given.validate()[0]
    return given.people


def test_people_are_merged_renamed_and_hidden() -> None:
    told = people(
        {
            "Narae": {"as": "김나래", "aliases": ["치즈"], "accounts": ["narae"]},
            "김나래": {"aliases": ["나래짱"]},
            "Doyun": {"as": "도윤"},
            "윤서진": {"hidden": True},
            "seojin": {"as": "윤서진"},
        }
    )
    assert list(told) == ["김나래", "윤서진", "도윤"]
    assert told["김나래"].aliases == ("나래짱", "Narae", "치즈")
    assert told["김나래"].accounts == ("narae",)
    assert told["도윤"].aliases == ("Doyun",)
    assert told["윤서진"].hidden and told["윤서진"].aliases == ("seojin",)


def test_people_who_are_each_other_are_refused() -> None:
    (problem,) = problems({"people": {"가나": {"as": "다라"}, "다라": {"as": "가나"}}})
    assert "circle" in problem
