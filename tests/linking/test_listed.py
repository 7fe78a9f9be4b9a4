"""What lists say of the notes that they link."""

from __future__ import annotations

import pytest

from campnotes.linking.surroundings import survey
from campnotes.parsing.note import parse_note
from campnotes.settings import Settings

NOTES = {"week1/day1.md": "# Day 1\n", "week1/day2.md": "# Day 2\n"}
OWN = Settings(repository="https://github.com/camp/notes")


def listed(path: str, text: str, more: dict[str, str] | None = None) -> dict[str, str]:
    notes = NOTES | {path: text} | (more or {})
    parsed = [parse_note(written, name) for name, written in notes.items()]
    topics = survey(parsed, OWN).listed_topics
    return {name: topic.text for name, topic in topics.items()}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("week1/README.md", "## 목차\n- [파이썬 개요](./day1.md)\n- [행렬](day2.md)\n"),
        ("week1/README.md", "- [파이썬 개요](day1.md)\n- 김나래 : [행렬](day2)\n"),
        ("README.md", "### [파이썬 개요](week1/day1.md)\n### [행렬](week1/day2.md)\n"),
        ("README.md", "|No|주제|\n|-|-|\n|1|[파이썬 개요](week1/day1.md)|\n|2|[행렬](week1/day2.md)|\n"),
        ("week1/첫주.md", "**목차**\n\n- [파이썬 개요](day1.md)\n- [행렬](day2.md)\n"),
        ("README.md", "- [파이썬 개요](https://github.com/camp/notes/blob/main/week1/day1.md)\n"
                      "- [행렬](https://github.com/camp/notes/blob/main/week1/day2.md)\n"),
    ],
)  # fmt: skip
def test_a_list_of_notes_says_what_they_are_about(path: str, text: str) -> None:
    assert listed(path, text) == {"week1/day1.md": "파이썬 개요", "week1/day2.md": "행렬"}


def test_a_short_row_says_more_than_its_link() -> None:
    text = "- [Day 1](day1.md) - 파이썬 개요\n- [Day 2](day2.md)\n"
    assert listed("week1/README.md", text) == {
        "week1/day1.md": "Day 1 - 파이썬 개요",
        "week1/day2.md": "Day 2",
    }


def test_the_list_nearest_to_a_note_counts() -> None:
    far = "- [가](week1/day1.md)\n- [나](week1/day2.md)\n"
    near = "- [파이썬 개요](day1.md)\n- [행렬](day2.md)\n"
    topics = listed("README.md", far, {"week1/README.md": near})
    assert topics == {"week1/day1.md": "파이썬 개요", "week1/day2.md": "행렬"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("week1/day3.md", "- [어제](day2.md)\n- [그제](day1.md)\n"),
        ("week1/README.md", "- [파이썬 개요](day1.md)\n"),
        ("week1/README.md", "- [링크](day1.md)\n- [day2.md](day2.md)\n"),
        ("week1/README.md", "- [가](day1.md#가)\n- [나](day2.md#나)\n"),
        ("week1/README.md", "- [](day1.md)\n- ![](a.png)[](day2.md)\n"),
        ("README.md", "- 처음이라면 [첫날](week1/day1.md)\n- 그래프는 [둘째 날](week1/day2.md)\n"),
    ],
)
def test_links_that_say_nothing_of_a_note(path: str, text: str) -> None:
    assert listed(path, text) == {}


def test_what_a_list_says_of_several_notes_tells_nothing() -> None:
    text = "- [1주차 발표](week1/day1.md)\n- [2주차 발표](week1/day2.md)\n- [벡터](week1/day3.md)\n"
    topics = listed("README.md", text, {"week1/day3.md": "# Day 3\n"})
    assert topics == {"week1/day3.md": "벡터"}
