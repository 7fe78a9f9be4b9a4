"""How a notebook's notes are grouped: days that are sections, free days, levels, forms."""

from __future__ import annotations

from datetime import date

from campnotes.linking.model import Notebook
from campnotes.site.days.groups import Group, group_notes, ungrouped
from campnotes.site.names import name_in_day
from support.notebooks import make_notebook

WEEK = """# 1주차

# 8 / 2 (월)

## 정렬

## 피어세션

##### 큐란

발표자: 윤서진

# 8 / 3 (화)

## 그래프

# 이번 주를 마치며

##### 힙이란

발표자: 김나래
"""


def groups(notebook: Notebook) -> dict[str, Group]:
    return {group.title: group for group in group_notes(notebook, "ko")}


def test_sections_of_a_weeks_note_are_its_days() -> None:
    notebook = make_notebook({"week1.md": WEEK, "a.md": "# 2021-08-10 회의\n"})
    days = groups(notebook)["1주차"].days
    assert [(day.place.date, day.anchor, day.subject) for day in days] == [
        (date(2021, 8, 2), "8--2-월", "정렬"),
        (date(2021, 8, 3), "8--3-화", "그래프"),
    ]
    assert [day.presentations[0].topic for day in days if day.presentations] == ["큐란"]


def test_presentations_are_dated_by_the_section_that_they_stand_in() -> None:
    notebook = make_notebook({"week1.md": WEEK, "a.md": "# 2021-08-10 회의\n"})
    note = notebook.by_path["week1.md"]
    dates = {given.topic: note.place_at(given.line).date for given in note.presentations}
    assert dates == {"큐란": date(2021, 8, 2), "힙이란": None}


def test_summaries_are_days_too_and_a_days_own_note_counts_more() -> None:
    folded = "<details>\n<summary><b>Day{}</b></summary>\n\n글\n\n</details>\n\n"
    notebook = make_notebook(
        {"week1/README.md": folded.format("01") + folded.format("02"), "week1/day2.md": "## 글\n"}
    )
    days = groups(notebook)["1주차"].days
    assert [(day.place.day, day.note.path) for day in days] == [
        (1, "week1/README.md"),
        (2, "week1/day2.md"),
    ]


def test_every_note_is_once_in_its_group() -> None:
    notebook = make_notebook({"week1.md": WEEK, "week1/정렬.md": "# 정렬\n"})
    paths = [note.path for note in groups(notebook)["1주차"].notes]
    assert sorted(paths) == ["week1.md", "week1/정렬.md"]


def test_free_days_stand_where_their_dates_put_them_or_last() -> None:
    notebook = make_notebook(
        {
            "week1/day1.md": "# Day 1 (2026-03-02)\n",
            "week1/day2.md": "# Day 2 (2026-03-04)\n",
            "week1/week1-1.md": "# 2026-03-03 삼일절 다음 날\n",
            "week1/week1-2.md": "## 글\n",
        }
    )
    paths = [note.path for note in groups(notebook)["1주차"].notes]
    assert paths == ["week1/day1.md", "week1/week1-1.md", "week1/day2.md", "week1/week1-2.md"]


def test_levels_group_notes_without_a_week_in_the_order_of_the_readme() -> None:
    notebook = make_notebook(
        {
            "README.md": "# 캠프\n\n- [U](u-stage/math/README.md)\n- [P](p-stage/a.md)\n",
            "p-stage/a.md": "# 대회\n",
            "p-stage/day20.md": "## 글\n",
            "u-stage/math/README.md": "# 수학\n",
        }
    )
    found = groups(notebook)
    assert list(found) == ["u-stage", "p-stage"]
    assert [day.place.day for day in found["p-stage"].days] == [20]


def test_same_days_of_two_levels_are_two_days() -> None:
    notebook = make_notebook({f"LEVEL1_U_{n}/Day1/Peer.md": "## 글\n" for n in (1, 2)})
    found = groups(notebook)
    assert {title: len(group.days) for title, group in found.items()} == {
        "LEVEL1 U 1": 1,
        "LEVEL1 U 2": 1,
    }


def test_forms_are_in_no_group_and_no_list() -> None:
    notebook = make_notebook({"week1/template.md": "# Day \n\n## 강의\n", "b.md": "# 글\n"})
    assert not group_notes(notebook, "ko")
    assert [note.path for note in ungrouped(notebook)] == ["b.md"]


def test_days_of_a_week_without_a_number_stand_in_their_month() -> None:
    text = "## 2021.08.02 MON\n\n글\n\n## 2021.08.03 TUE\n\n글\n\n## 2021.08.04 WED\n"
    notebook = make_notebook({"기록/첫 주.md": text})
    days = groups(notebook)["2021년 8월"].days
    assert [day.place.date for day in days] == [date(2021, 8, day) for day in (2, 3, 4)]
    assert str(notebook.notes[0].place.kind) == "week"


def test_notes_of_a_day_are_called_without_it_where_it_stands_beside() -> None:
    notebook = make_notebook(
        {
            "Day1/Note.md": "## 행렬\n\n## 벡터\n",
            "Day1/Peersession.md": "## 팀 구성\n\n글\n\n## 그라운드 룰\n",
            "Day2/Note.md": "글\n",
            "Day2/Peersession.md": "글\n",
        }
    )
    first, second = groups(notebook)["1–10일차"].days
    assert first.subject == "행렬"
    assert second.subject == ""
    assert [name_in_day(note) for note in first.notes[1:]] == ["Peersession · 팀 구성"]


def test_levels_whose_days_go_on_are_in_their_order() -> None:
    days = {"LEVEL1_P/Day15/a.md": "## 글\n", "LEVEL1_U/Day1/a.md": "## 글\n"}
    titles = [group.title for group in group_notes(make_notebook(days), "ko")]
    assert titles == ["LEVEL1 U", "LEVEL1 P"]
    restarting = {"LEVEL1_P/Day1/a.md": "## 글\n", "LEVEL1_U/Day1/a.md": "## 글\n"}
    titles = [group.title for group in group_notes(make_notebook(restarting), "ko")]
    assert titles == ["LEVEL1 P", "LEVEL1 U"]
