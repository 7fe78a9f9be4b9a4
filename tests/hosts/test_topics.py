"""A note's topic stands beside its title wherever a reader is shown the note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from support.sites import build_with

Write = Callable[[Mapping[str, str | bytes]], Path]
DAY = "# Day {}\n\n## 학습 내용\n\n- 강의 듣기 {}강\n\n[앞](../day{}/day{}.md)\n"
NAME = "Day 2 · 강의 듣기 4~5강"


def test_a_topic_is_shown_with_the_title(write: Write, tmp_path: Path) -> None:
    notes: dict[str, str | bytes] = {
        f"week1/day{day}/day{day}.md": DAY.format(day, lectures, day - 1, day - 1)
        for day, lectures in ((1, "1~3"), (2, "4~5"), (3, "6"))
    }
    site = build_with(write(notes), tmp_path / "site", {})
    day2 = site.inventory["notes"][1]
    assert (day2["title"], day2["topic"]) == ("Day 2", "강의 듣기 4~5강")
    assert f"<title>{NAME}" in site.text(day2["url"])
    assert NAME in site.text("contents/")
    # The navigation of the week names it, and so do links of the page's own.
    for page in ("week1/day1/day1/", "week1/day3/day3/", "weeks/1/"):
        assert site.text(page).count(NAME) > 1
