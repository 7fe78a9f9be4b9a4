"""In a cohort, a day that is mentioned is the member's own."""

from __future__ import annotations

from campnotes.linking.model import Notebook
from support.notebooks import make_notebook

MEMBERS = ("김나래", "박도윤", "오지안", "윤서진")


def targets(notebook: Notebook, path: str) -> list[str | None]:
    return [mention.target for mention in notebook.by_path[path].mentions]


def cohort(path: str, *, days: int = 4, per_week: int = 2) -> dict[str, str]:
    """Notes of all members; each mentions Day 1 and the day after."""
    notes = {}
    for member in MEMBERS:
        for day in range(1, days + 1):
            week = (day - 1) // per_week + 1
            place = path.format(member=member, week=week, day=day)
            notes[place] = f"# Day {day}\n\nDay 1에서 보았고 Day {day + 1}에 본다.\n"
    return notes


def test_a_day_is_looked_for_in_ones_own_tree_first() -> None:
    notebook = make_notebook(cohort("{member}/week{week}/day{day}.md"))
    for member in MEMBERS:
        assert targets(notebook, f"{member}/week2/day3.md") == [
            f"{member}/week1/day1.md",
            f"{member}/week2/day4.md",
        ]


def test_members_may_be_below_a_folder() -> None:
    notebook = make_notebook(cohort("camp/notes/{member}/day{day}/README.md"))
    assert targets(notebook, "camp/notes/오지안/day3/README.md") == [
        "camp/notes/오지안/day1/README.md",
        "camp/notes/오지안/day4/README.md",
    ]


def test_a_day_that_is_not_ones_own_is_anothers_only_if_there_is_one() -> None:
    notes = cohort("{member}/week{week}/day{day}.md")
    notes["김나래/week3/day5.md"] = "# Day 5\n"
    notebook = make_notebook(notes)
    assert targets(notebook, "박도윤/week2/day4.md")[1] == "김나래/week3/day5.md"


def test_days_counted_in_each_week_are_those_of_ones_own_week() -> None:
    notes = {}
    for member in MEMBERS:
        for week in (1, 2):
            for day in (1, 2, 3):
                notes[f"{member}/week{week}/day{day}.md"] = "# 정리\n\nDay 1과 1주차 2일차에서\n"
    notebook = make_notebook(notes)
    assert set(targets(notebook, "윤서진/week2/day3.md")) == {
        "윤서진/week2/day1.md",
        "윤서진/week1/day2.md",
    }
