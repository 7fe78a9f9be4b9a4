"""Week, day, date and kind of a note, in the layouts that people use."""

from __future__ import annotations

import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campnotes.notebook.layout import read_path
from campnotes.notebook.layout.recognisers import RECOGNISERS
from campnotes.notebook.paths import natural_order
from campnotes.notebook.place import DateSource, Kind, Place
from campnotes.settings import Settings
from support.notebooks import make_notebook


def place(path: str, text: str = "# 제목\n", settings: Settings | None = None) -> Place:
    return make_notebook({path: text}, settings).by_path[path].place


@pytest.mark.parametrize(
    ("path", "kind", "week", "day"),
    [
        ("week7/day32/day32.md", "day", 7, 32),
        ("week7/week7-1/week7-1.md", "day", 7, 1),
        ("Week 3/Day 2.md", "day", 3, 2),
        ("W3D2.md", "day", 3, 2),
        ("notes/W03/D02/README.md", "day", 3, 2),
        ("3주차/2일차.md", "day", 3, 2),
        ("3주차_2일차.md", "day", 3, 2),
        ("Day 12.md", "day", None, 12),
        ("day_012/README.md", "day", None, 12),
        ("til/DAY-7-sorting.md", "day", None, 7),
        ("week2/3.md", "day", 2, 3),
        ("1week/1day.md", "day", 1, 1),
        ("week7/day32/질문.md", "day", 7, 32),
        ("90days/12.md", "day", None, 12),
        ("100일 챌린지/003.md", "day", None, 3),
        ("logs/r1d12.md", "day", None, 12),
        ("1주차/월요일.md", "day", 1, 1),
        ("Week1/03_Wed.md", "day", 1, 3),
        ("Week Three/Day Two.md", "day", 3, 2),
        ("weekend2.md", "week", 2, None),
        ("week3/ch4_autograd.md", "lecture", 3, None),
        ("week1/python_1-5.md", "lecture", 1, None),
        ("week3/그래프/3_1_text.md", "lecture", 3, None),
        ("week2/weekend.md", "week", 2, None),
        ("week2/주말.md", "week", 2, None),
        ("week3/README.md", "week", 3, None),
        ("week3/week3.md", "week", 3, None),
        ("week4/회고.md", "retrospective", 4, None),
        ("week2/retrospective.md", "retrospective", 2, None),
        ("README.md", "page", None, None),
        ("about.md", "page", None, None),
        ("top10.md", "page", None, None),
        ("notes/junit5.md", "page", None, None),
        ("marketing/decorator 3.md", "page", None, None),
        ("python3.11.md", "page", None, None),
        ("v2.1/notes.md", "page", None, None),
    ],
)
def test_path_tells_kind_week_and_day(
    path: str, kind: str, week: int | None, day: int | None
) -> None:
    found = place(path)
    assert (found.kind, found.week, found.day) == (kind, week, day)


@pytest.mark.parametrize(
    "path",
    ["2021-09-15.md", "210915.md", "2021/09/15-topic.md", "2021.09.15.md", "20210915_til.md",
     "2021년 9월 15일.md", "2021-09/15.md", "til/2021/sep/15.md", "week3/2021-09-15.md",
     "2021/September 15th.md", "2021/15 Sep.md"],
)  # fmt: skip
def test_path_tells_date(path: str) -> None:
    found = place(path)
    assert found.date == date(2021, 9, 15)
    assert found.date_source is DateSource.PATH
    assert found.kind is Kind.DAY


def test_month_and_day_without_year_have_no_date() -> None:
    found = place("week2/0809.md")
    assert (found.kind, found.week, found.date, found.month_day) == ("day", 2, None, (8, 9))


def test_month_and_day_get_their_year_from_the_start_of_the_camp() -> None:
    found = place("week2/0109.md", settings=Settings(start=date(2021, 11, 1)))
    assert found.date == date(2022, 1, 9)


def test_decomposed_hangul_is_read_like_composed() -> None:
    path = unicodedata.normalize("NFD", "3주차/2일차.md")
    assert (place(path).week, place(path).day) == (3, 2)


@pytest.mark.parametrize(
    ("title", "week", "day"),
    [("# [Day 12] 정렬", None, 12), ("# 3주차 2일차", 3, 2), ("# Chapter 3", None, None),
     ("# Day 3에 배운 것을 처음부터 끝까지 다시 읽고 정리한다", None, None)],
)  # fmt: skip
def test_title_tells_what_the_path_does_not(title: str, week: int | None, day: int | None) -> None:
    found = place("notes/sorting.md", title)
    assert (found.week, found.day) == (week, day)


def test_front_matter_wins() -> None:
    text = "---\nkind: lecture\nweek: 9\nday: 41\ndate: 2022-01-02\n---\n# 제목\n"
    found = place("week7/day32.md", text)
    assert (found.kind, found.week, found.day) == ("lecture", 9, 41)
    assert (found.date, found.date_source) == (date(2022, 1, 2), DateSource.FRONT_MATTER)


def test_wrong_front_matter_is_a_finding_and_the_rest_is_read() -> None:
    text = "---\nweek: seven\nday: 3\ndate: yesterday\n---\n# 제목\n"
    note = make_notebook({"a.md": text}).notes[0]
    assert [(f.code, f.line) for f in note.findings] == [
        ("front-matter-value", 2),
        ("front-matter-value", 4),
    ]
    assert note.place.day == 3


def test_broken_front_matter_is_a_finding_and_the_body_is_read() -> None:
    note = make_notebook({"a.md": "---\ntitle: [\n---\n# 제목\n"}).notes[0]
    assert [f.code for f in note.findings] == ["front-matter-invalid"]
    assert note.title == "제목"
    assert note.parsed.headings[0].line == 4


def test_rule_at_the_top_is_no_front_matter() -> None:
    note = make_notebook({"a.md": "---\n\n# 제목\n\n---\n글\n"}).notes[0]
    assert note.title == "제목"
    assert not note.findings


def test_date_in_text_and_on_the_calendar() -> None:
    assert place("a.md", "# TIL 2021. 9. 15.\n").date == date(2021, 9, 15)
    assert place("a.md", "# TIL\n\n날짜: 2021년 9월 15일\n").date_source is DateSource.TEXT
    camp = Settings(start=date(2026, 3, 3), holidays=frozenset({date(2026, 3, 5)}))
    found = place("week1/day3.md", settings=camp)
    assert (found.date, found.date_source) == (date(2026, 3, 6), DateSource.CALENDAR)


def test_days_that_restart_each_week_are_dated_within_their_week() -> None:
    paths = [f"week{w}/day{d}.md" for w in (1, 2) for d in (1, 2)]
    book = make_notebook(dict.fromkeys(paths, "# x\n"), Settings(start=date(2026, 3, 2)))
    assert book.by_path["week2/day2.md"].place.date == date(2026, 3, 10)


def test_layout_told_in_the_settings() -> None:
    found = place("sprint3/d2-cache.md", settings=Settings(layout=("sprint{week}/d{day}-*.md",)))
    assert (found.week, found.day) == (3, 2)


def test_natural_order_with_readme_first() -> None:
    paths = ["week10/a.md", "week2/b10.md", "week2/b9.md", "week2/README.md"]
    assert sorted(paths, key=natural_order) == [
        "week2/README.md", "week2/b9.md", "week2/b10.md", "week10/a.md",
    ]  # fmt: skip


@pytest.mark.parametrize("recogniser", RECOGNISERS, ids=lambda r: r.example)
def test_each_recogniser_reads_its_example(recogniser: object) -> None:
    found = read_path(recogniser.example)  # type: ignore[attr-defined]
    told = (found.week, found.day, found.year, found.month, found.day_of_month)
    assert any(value is not None for value in told)


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=4))
def test_no_path_is_too_strange(names: list[str]) -> None:
    read_path("/".join(names) + ".md")


@pytest.mark.parametrize(
    "settings",
    [
        Settings(start=date(9999, 12, 20)),
        Settings(start=date.min),
        Settings(start=date(2026, 3, 2), days_per_week=0),
        Settings(
            start=date(2026, 3, 2),
            holidays=frozenset(date.fromordinal(day) for day in range(700_000, 800_000)),
        ),
    ],
    ids=["last", "first", "no-days", "holidays"],
)
def test_no_calendar_ends(settings: Settings) -> None:
    notes = {f"week{week}/day{day}.md": "# 글\n" for week in (1, 2, 99) for day in (1, 4, 999)}
    notes["a.md"] = "---\ndate: 9999-12-31\nkind: day\n---\n"
    notes["12월 31일.md"] = "# 글\n"
    notebook = make_notebook(notes, settings)
    assert len(notebook.notes) == len(notes)


@pytest.mark.parametrize(
    ("pattern", "path", "found"),
    [
        ("*{week}.md", "note12.md", (12, None)),
        ("*/w{week}*{day}.md", "camp/w3-글-31.md", (3, 31)),
        ("w{week}/w{week}-{day}.md", "w3/w3-2.md", (3, 2)),
        ("(a+)+{day}.md", "(a+)+5.md", (None, 5)),
        ("*a" * 60 + "{day}.md", "a" * 250 + ".md", (None, None)),
        ("*{day}" * 25 + "!", "1" * 250 + ".md", (None, None)),
    ],
)
def test_any_pattern_of_the_user_is_quickly_tried(
    pattern: str, path: str, found: tuple[int | None, int | None]
) -> None:
    began = time.process_time()
    evidence = read_path(path, (pattern,))
    assert (evidence.week, evidence.day) == found
    assert time.process_time() - began < 1
