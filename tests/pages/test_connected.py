"""The map tells which people and references belong to which days, as a list."""

from __future__ import annotations

import re

from campnotes.site.connections import MOST_CONNECTIONS, MOST_NOTES
from support.notebooks import make_notebook
from support.small_sites import pages

_SESSION = (
    "\n## 피어세션\n\n##### 큐란\n\n발표자: 윤서진\n\n[큐 설명](https://docs.example.org/q)\n"
)
_LINK = re.compile(r'<a data-map="(\w+)" href="([^"]*)">(.*?)</a>')


def test_days_stand_with_their_people_and_references() -> None:
    notes = {
        "week1/day1.md": "# Day1\n" + _SESSION,
        "week1/day2.md": "# Day2\n\n글\n",
        "week2/day3.md": "# Day3\n" + _SESSION.replace("윤서진", "오지안"),
    }
    page = pages(make_notebook(notes))["map/index.md"]
    listed = [(kind, text) for kind, _, text in _LINK.findall(page)]
    assert listed == [
        ("day", "Day1 · 큐란"), ("person", "윤서진"), ("reference", "큐 설명"),
        ("day", "Day3 · 큐란"), ("person", "오지안"), ("reference", "큐 설명"),
    ]  # fmt: skip
    assert page.index("1주차") < page.index("Day1") < page.index("2주차") < page.index("Day3")
    assert "Day2" not in page


def test_many_connections_are_those_of_several_notes() -> None:
    own = [f"- [글 {n}](https://example.org/{n})" for n in range(MOST_CONNECTIONS)]
    notes = {
        "week1/day1.md": "# Day1\n" + _SESSION + "\n## 읽은 것\n\n" + "\n".join(own),
        "week1/day2.md": "# Day2\n" + _SESSION,
    }
    page = pages(make_notebook(notes))["map/index.md"]
    references = [text for kind, _, text in _LINK.findall(page) if kind == "reference"]
    assert references == ["큐 설명", "큐 설명"]


def test_of_very_many_notes_the_weeks_are_told_with_their_people() -> None:
    notes = {f"week{n // 5 + 1}/day{n + 1}.md": "# 글\n" for n in range(MOST_NOTES)}
    notes["week3/발표.md"] = "# 발표\n" + _SESSION
    page = pages(make_notebook(notes))["map/index.md"]
    listed = [(kind, text) for kind, _, text in _LINK.findall(page)]
    assert listed == [("day", "3주차"), ("person", "윤서진")]
