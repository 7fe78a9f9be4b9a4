"""Places that only the whole notebook tells: how it counts its days, years, weeks and dates."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campnotes.notebook.place import DateSource, Kind, Place
from support.notebooks import make_notebook


def places(notes: Mapping[str, str] | list[str]) -> dict[str, Place]:
    texts = notes if isinstance(notes, Mapping) else dict.fromkeys(notes, "## 글\n\n내용\n")
    notebook = make_notebook(texts)
    return {note.path: note.place for note in notebook.notes}


def test_parts_of_weeks_are_no_days_beside_days_with_numbers() -> None:
    found = places(["week7/week7-1/week7-1.md", "week7/day30/day30.md", "week7/day31/day31.md"])
    part = found["week7/week7-1/week7-1.md"]
    assert (part.kind, part.week, part.day) == (Kind.WEEK, 7, None)


def test_parts_of_weeks_are_days_where_nothing_else_is() -> None:
    found = places(["week2_3.md", "week2_4.md", "week3_1.md"])
    assert (found["week2_3.md"].week, found["week2_3.md"].day) == (2, 3)


def test_numbers_that_go_on_are_no_days_of_a_month() -> None:
    found = places([f"2021/07/summary/{number}.md" for number in range(1, 71)])
    assert {place.kind for place in found.values()} == {Kind.LECTURE}
    assert not any(place.date for place in found.values())


def test_numbers_in_a_month_are_its_days() -> None:
    found = places([f"2021/07/{number}.md" for number in range(1, 32)])
    assert found["2021/07/31.md"].date == date(2021, 7, 31)


def test_folders_of_months_have_their_year() -> None:
    found = places(["Aug20/3.md", "Jun20/9.md", "Aug21/3.md"])
    assert found["Aug20/3.md"].date == date(2020, 8, 3)
    assert found["Aug21/3.md"].date == date(2021, 8, 3)


def test_folders_of_days_in_one_month_have_none() -> None:
    found = places(["Aug20/글.md", "Aug21/글.md", "Aug24/글.md"])
    assert found["Aug20/글.md"].month_day == (8, 20)


def test_free_days_of_a_week_are_the_weeks() -> None:
    found = places(["week7/weekend1.md", "week7/추석/1.md", "week7/day30.md", "week7/day31.md"])
    for path in ("week7/weekend1.md", "week7/추석/1.md"):
        assert (found[path].kind, found[path].week, found[path].day) == (Kind.WEEK, 7, None)


def test_weeks_that_are_counted_in_each_month_are_none_of_the_camp() -> None:
    found = places(["8월/1주차/글.md", "8월/2주차/글.md", "9월/1주차/글.md"])
    assert {place.week for place in found.values()} == {None}
    found = places(["8월/1주차/글.md", "8월/2주차/글.md", "9월/3주차/글.md"])
    assert found["9월/3주차/글.md"].week == 3


def test_title_of_the_home_page_makes_no_day_of_it() -> None:
    place = places({"README.md": "# 100일 챌린지 (2021-08-23)\n"})["README.md"]
    assert (place.kind, place.day, place.date) == (Kind.PAGE, None, None)


def test_second_week_of_a_month_is_no_second_week() -> None:
    found = places({"recollection/210912.md": "# 9월 2주차 회고록\n"})
    place = found["recollection/210912.md"]
    assert (place.kind, place.week, place.date) == (Kind.RETROSPECTIVE, None, date(2021, 9, 12))


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("retrospective/week1/week1_kim.md", "## 이번 주\n", "retrospective"),
        ("1주차 회고/나래.md", "## 이번 주\n", "retrospective"),
        ("reports/랩업 리포트.md", "## 결과\n", "retrospective"),
        ("notes/a.md", "# 개인 회고 (김나래)\n", "retrospective"),
        ("week1/회의록.md", "## 안건\n", "week"),
        ("week1/README.md", "## 이번 주\n", "week"),
        ("week1/그래프/README.md", "## 정의\n", "lecture"),
        ("학습정리/행렬.md", "# 행렬\n", "lecture"),
        ("u-stage/math/ch01_vector/README.md", "# 벡터\n", "lecture"),
        ("u-stage/math/ch01_vector/questions.md", "# 질문\n", "lecture"),
        ("u-stage/math/README.md", "# 수학\n", "page"),
        ("LEVEL2_대회/실험.md", "# 실험\n", "lecture"),
        ("notes/b.md", "# 3강 정렬\n", "lecture"),
        ("Discussion3/README.md", "# Sorting\n", "lecture"),
        ("프로그래머스/Lv.2/큰 수.md", "# 문제\n", "page"),
        ("2021-09-15-BOJ_1234.md", "# 문제\n", "page"),
        ("C++/template.md", "# 템플릿\n\n" + "함수 템플릿은 자료형을 나중에 정한다.\n" * 30, "lecture"),
        ("templete.md", "# Day \n\n## 강의\n\n## 회고\n", "template"),
        ("양식/하루.md", "## 강의\n\n## 회고\n", "template"),
        ("note.md", "# 년 월 주차 회고록\n\n-\n", "template"),
        ("note/day48.md", "# Day \n\n## 강의\n", "day"),
        ("template.md", "# 【第N週】読書会 (YYYY-MM-DD)\n\n" + "手順を書く。\n" * 80, "template"),
    ],
)  # fmt: skip
def test_kind_by_folder_and_title(path: str, text: str, kind: str) -> None:
    assert places({path: text})[path].kind == kind


def test_notes_on_topics_named_after_their_week_are_lectures() -> None:
    found = places(["week1/README.md", "week1/[week 1] 서블릿.md", "week1/[week 1] 필터.md"])
    assert found["week1/[week 1] 서블릿.md"].kind is Kind.LECTURE
    assert found["week1/README.md"].kind is Kind.WEEK


def test_one_note_a_week_is_the_weeks_whatever_else_it_is_called() -> None:
    found = places(["Week 1 - Variables.md", "Week 2 - Loops.md", "Week 3 - Functions.md"])
    assert {place.kind for place in found.values()} == {Kind.WEEK}


def test_minutes_of_a_week_are_the_weeks_though_they_are_dated() -> None:
    found = places({"note/week7.md": "# 【第7週】輪読会 (2022-06-25)\n"})
    place = found["note/week7.md"]
    assert (place.kind, place.date, place.date_source) == (
        Kind.WEEK, date(2022, 6, 25), DateSource.TEXT,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "## 강의\n\n글\n\n## 20210823 피어세션\n\n글\n",
        "## 강의\n\n- 피어세션 (2021/08/23)\n",
        "# 부스트캠프에서 보낸 하루를 정리한다, 배운 것과 느낀 것 (2021년 8월 23일)\n",
        "## 회의록\n\n| 날짜 | 사회 |\n| --- | --- |\n| 2021.08.23 | 김나래 |\n",
        "## 회의록\n\n| 일시 | 2021. 8. 23. |\n| --- | --- |\n| 사회 | 김나래 |\n",
        "2021-08-23 (월)\n\n## 강의\n",
        "# 오늘\n\n- 2021.08.23\n- 맑음\n\n## 강의\n",
        "# 오늘\n\nCreated: August 23, 2021 10:00 AM\n",
        "## 회의\n\n- **일시** : 21.08.23 (월)\n",
        "# Study Group Notes\n## Group 2: Monday 23 August 2021 14:00-15:00\n\n## Notes\n",
        "# 2장\n\n## 범위\n\n글\n\n## 진행 날짜\n\n- 2021년 8월 23일 (월)\n",
    ],
)
def test_date_where_a_text_tells_it(text: str) -> None:
    place = places({"day12.md": text})["day12.md"]
    assert (place.date, place.date_source) == (date(2021, 8, 23), DateSource.TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "## 강의\n\n- 다음 피어세션 2021-08-23\n",
        "## 3.1 피어세션\n\n글\n",
        "## 할 일\n\n- 9/3 멘토링\n",
        "# 강의\n\n### 1강\n- 2021.08.23\n\n### 2강\n- 2021.08.24\n",
        "# 기간: 2021-08-02 ~ 2021-08-23\n",
        "## 20210823 피어세션\n\n글\n\n## 20210824 피어세션\n",
        "## 참고\n\n2021-08-23에 나온 논문이다.\n",
        "# 발표\n\n| Date | Topic |\n|--|--|\n| 2021-08-23 | 큐 |\n| 2021-08-30 | 덱 |\n",
    ],
)
def test_no_date_where_it_is_of_something_else(text: str) -> None:
    assert places({"day12.md": text})["day12.md"].date is None


def test_weekday_in_a_name_settles_the_year_of_all() -> None:
    found = places(["week6/0907.md", "week6/멘토링0910_fri.md"])
    assert found["week6/멘토링0910_fri.md"].date == date(2021, 9, 10)
    assert found["week6/0907.md"].date == date(2021, 9, 7)


def test_a_day_of_this_week_tells_when_the_days_of_each_week_are() -> None:
    notes = {f"week{(day + 4) // 5}/day{day}.md": f"# Day {day}\n" for day in range(1, 21)}
    notes["week1/day2.md"] += "\n- 오지안님은 이번주 금요일(8/6) 발표 예정\n"
    found = places(notes)
    assert found["week1/day1.md"].date == date(2021, 8, 2)
    assert found["week4/day17.md"].date == date(2021, 8, 24)
    assert found["week4/day17.md"].date_source is DateSource.CALENDAR


def test_a_session_that_is_only_spoken_of_dates_no_note() -> None:
    notes = {"day3.md": "# Day 3\n\n## 9월 16일 피어세션 관련\n", "2021-09-14.md": "# 글\n"}
    assert places(notes)["day3.md"].date is None


def test_a_list_dates_no_note_in_the_folder_of_another_month() -> None:
    table = "| Date | Notes |\n|--|--|\n| 26th June, 2021 | [Summary](Jul21/a/a.md) |\n"
    found = places({"README.md": table, "Jul21/a/a.md": "# 나무\n", "Aug20/b.md": "# 숲\n"})
    assert found["Jul21/a/a.md"].date is None


STUDY = {
    "README.md": "# 스터디\n\n## 규칙\n\n한 주에 한 장씩 읽는다.\n",
    "OS/README.md": "# 운영체제\n\n- [프로세스](process.md)\n- [스레드](스레드.md)\n",
    "OS/process.md": "# 프로세스\n\n실행 중인 프로그램이다.\n",
    "OS/스레드.md": "## 스레드\n\n프로세스 안의 실행 흐름이다.\n",
    "OS/SW_04/SW_04_나래.md": "글이 있다.\n",
    "도서/객체/03_타입.md": "타입은 공통점이다.\n",
    "도윤/질문.md": "[정리한 글](https://example.com/process)\n",
    "C/security.md": "## 경계\n\n경계를 넘으면 안 된다.\n",
    "java/01_변수/README.md": "# 변수\n\n" + "변수는 값에 붙인 이름이다.\n" * 20,
    "java/02_반복/README.md": "# 반복\n\n" + "반복은 같은 일을 여러 번 한다.\n" * 20,
    "java/03_함수/README.md": "# 함수\n\n" + "함수는 일에 붙인 이름이다.\n" * 20,
    "java/04_실습/README.md": "# 실습\n\n## Installation\n\n" + "먼저 내려받는다.\n" * 20,
    "목차.md": "- [프로세스](OS/process.md)\n- [스레드](OS/스레드.md)\n",
    "모음.md": "- [프로세스](OS/process.md)\n- [스레드](OS/스레드.md)\n",
    "OS/새 글.md": "# 새 글\n",
    "SECURITY.md": "# 보안\n\n알려 주세요.\n",
    "Paper-List (2026).md": "| 논문 |\n|--|\n| 정렬 |\n",
    "guide/규칙 정하기.md": "# 규칙\n\n함께 정한다.\n",
    "introduce_us/나래.md": "# 나래\n\n안녕하세요.\n",
    "_pages/nw.md": "---\ntitle: 네트워크\n---\n\n{% for post in posts %} {{ post.title }} {% endfor %}\n",
    "백준/1234.md": "# 1234\n\n먼저 정렬한다.\n",
}  # fmt: skip


def test_notes_of_a_study_are_lectures_and_what_is_about_it_are_pages() -> None:
    found = places(STUDY)
    pages = {path for path, place in found.items() if place.kind is Kind.PAGE}
    assert pages == {
        "README.md", "OS/README.md", "java/04_실습/README.md", "목차.md", "모음.md", "OS/새 글.md",
        "SECURITY.md", "Paper-List (2026).md", "guide/규칙 정하기.md", "introduce_us/나래.md",
        "_pages/nw.md", "백준/1234.md",
    }  # fmt: skip
    others = {place.kind for path, place in found.items() if path not in pages}
    assert others == {Kind.LECTURE}


def test_a_title_in_front_matter_tells_the_week() -> None:
    text = "---\ntitle: '3주차: 2장 타입'\n---\n\n## 정리\n\n글\n"
    assert places({"typescript/03/page.md": text})["typescript/03/page.md"].week == 3


def test_numbers_of_sections_are_no_dates() -> None:
    in_chapter = places(["2. 네트워크(2)/나래/2.5 HTTP.md", "2. 네트워크(2)/2.4 주소.md"])
    counted = places(["a/1.1 값.md", "a/1.2 이름.md", "b/2.1 반복.md", "b/2.2 재귀.md"])
    for place in (*in_chapter.values(), *counted.values()):
        assert (place.kind, place.month_day) == (Kind.LECTURE, None)
    days = places(["9월/9.15 회고.md", "9월/9.16 큐.md", "10월/10.1 트리.md"])
    assert days["9월/9.16 큐.md"].month_day == (9, 16)


def test_weeks_of_months_are_no_dates() -> None:
    weeks = [(4, 4), (5, 2), (5, 4), (6, 1), (7, 3)]
    texts = {f"2025/{month}-{week}.md": f"# 📚 {month} - {week} 주차\n" for month, week in weeks}
    for place in places(texts).values():
        assert (place.date, place.week) == (None, None)
    days = places({**texts, "2025/8-15.md": "# 📚 회의\n"})
    assert days["2025/5-2.md"].date == date(2025, 5, 2)


def test_one_topic_named_after_its_week_is_a_lecture() -> None:
    found = places(["1주차-변수/변수.md", "2주차-반복.md", "3주차/함수.md"])
    assert found["2주차-반복.md"].kind is Kind.LECTURE


def test_full_dates_settle_the_years_of_others_that_are_near() -> None:
    found = places({"a/0105.md": "## 글\n", "b.md": "# 2021-12-20 회의\n", "c/0615.md": "## 글\n"})
    assert found["a/0105.md"].date == date(2022, 1, 5)
    assert found["c/0615.md"].date is None


def test_years_are_never_guessed() -> None:
    assert places(["week2/0809.md"])["week2/0809.md"].date is None


def test_own_date_beats_that_of_an_old_folder() -> None:
    found = places({"2020/08/15.md": "# 2021년 8월 15일\n", "2021/08/15.md": "## 글\n"})
    assert found["2020/08/15.md"].date == date(2021, 8, 15)


def test_wrong_year_is_corrected_by_its_weekday_and_the_others() -> None:
    notes = {
        "week1.md": "# 第1週 (2022-12-24)\n\n## 2022-12-24（土）\n",
        "week2.md": "# 第2週 (2022-01-07)\n\n## 2022-01-07（土）\n",
    }
    assert places(notes)["week2.md"].date == date(2023, 1, 7)


def test_one_date_and_five_days_a_week_date_all_days() -> None:
    notes = {f"week{(day - 1) // 5 + 1}/day{day}.md": "## 글\n" for day in range(1, 13)}
    notes["week2/day8.md"] = "# Day 8 (2026-03-11)\n"
    found = places(notes)
    assert found["week1/day1.md"].date == date(2026, 3, 2)
    assert found["week2/day10.md"].date == date(2026, 3, 13)
    assert found["week3/day12.md"].date == date(2026, 3, 17)
    assert found["week3/day12.md"].date_source is DateSource.CALENDAR


def test_a_day_off_that_nobody_told_leaves_a_gap() -> None:
    weeks = {1: range(1, 6), 2: range(6, 10), 3: range(10, 15)}
    notes = {f"week{week}/day{day}.md": "## 글\n" for week, days in weeks.items() for day in days}
    notes["week3/day10.md"] = "# Day 10 (2026-03-16)\n"
    found = places(notes)
    assert found["week1/day2.md"].date == date(2026, 3, 3)
    assert found["week3/day14.md"].date == date(2026, 3, 20)
    assert found["week2/day7.md"].date is None


def test_known_days_on_both_sides_date_those_between() -> None:
    notes = {f"day{day}.md": "## 글\n" for day in range(1, 9)}
    notes["day3.md"] = "# Day 3 (2026-03-04)\n"
    notes["day8.md"] = "# Day 8 (2026-03-11)\n"
    found = places(notes)
    assert found["day5.md"].date == date(2026, 3, 6)
    assert found["day6.md"].date == date(2026, 3, 9)
    assert found["day1.md"].date == date(2026, 3, 2)


def test_a_journal_that_counts_every_day_is_dated_so() -> None:
    notes = {f"day{day}.md": "## 글\n" for day in range(1, 12)}
    notes["day3.md"] = "# Day 3 (2026-03-04)\n"
    notes["day9.md"] = "# Day 9 (2026-03-10)\n"
    assert places(notes)["day6.md"].date == date(2026, 3, 7)


def test_one_date_alone_tells_nothing_where_days_may_be_counted_in_any_way() -> None:
    notes = {f"day{day}.md": "## 글\n" for day in range(1, 9)}
    notes["day3.md"] = "# Day 3 (2026-03-05)\n"
    assert places(notes)["day8.md"].date is None


def test_dates_that_contradict_each_other_are_told_and_date_nothing() -> None:
    notes = {f"day{day}.md": "## 글\n" for day in range(1, 9)}
    notes["day3.md"] = "# Day 3 (2026-03-04)\n"
    notes["day7.md"] = "# Day 7 (2026-03-05)\n"
    notebook = make_notebook(notes)
    assert notebook.by_path["day5.md"].place.date is None
    assert [(f.code, f.path, f.line) for f in notebook.findings] == [
        ("date-contradicts", "day7.md", 1)
    ]


def test_days_with_dates_give_their_weeks_to_all_of_their_dates() -> None:
    notes = {
        "2026-03-02-day1.md": "## 글\n",
        "2026-03-10-day7.md": "## 글\n",
        "2026-03-10-정렬.md": "## 글\n",
        "2027-01-04-나중.md": "## 글\n",
    }
    found = places(notes)
    assert (found["2026-03-10-정렬.md"].week, found["2026-03-10-정렬.md"].day) == (2, 7)
    assert found["2027-01-04-나중.md"].week is None


def test_weeks_list_their_days() -> None:
    notes = {
        "LEVEL1/week01.md": "## 이번 주\n\n- [첫날](../LEVEL1_U/Day1/Peer.md)\n",
        "LEVEL1/week02.md": "## Day 6\n\n글\n",
        "LEVEL1/Day6/Peer.md": "## 글\n",
        "LEVEL1_U/Day1/Peer.md": "## 글\n",
        "README.md": "# 캠프\n\n### Week 3\n\n- [정렬](sorting)\n\n### 그 밖에\n\n- [글](etc/a.md)\n",
        "sorting/a.md": "# 정렬\n",
        "etc/a.md": "# 글\n",
    }
    found = places(notes)
    assert found["LEVEL1_U/Day1/Peer.md"].week == 1
    assert found["LEVEL1/Day6/Peer.md"].week == 2
    assert found["sorting/a.md"].week == 3
    assert found["etc/a.md"].week is None


def test_pages_that_a_weeks_note_links_are_not_the_weeks() -> None:
    links = "[처음](../README.md) [용어](../용어.md)\n"
    found = places({"week1/README.md": links, "README.md": "# 캠프\n", "용어.md": "# 용어\n"})
    assert (found["README.md"].week, found["용어.md"].week) == (None, None)


def test_a_date_beside_a_link_that_is_of_another_time_is_not_the_notes() -> None:
    notes = {
        "README.md": "# 글\n\n- [논문](paper.md) 2017-06-12\n",
        "paper.md": "# 논문\n",
        "2021-09-15.md": "## 글\n",
    }
    assert places(notes)["paper.md"].date is None


def test_a_date_below_a_link_dates_the_note_that_it_links() -> None:
    text = "# 모임\n\n### [1회](one)\n- `21.08.29`\n\n### [2회](two)\n- `21.09.05`\n"
    found = places({"모임/README.md": text, "모임/one/a.md": "# 글\n", "모임/two/a.md": "# 글\n"})
    assert [found[f"모임/{name}/a.md"].date for name in ("one", "two")] == [
        date(2021, 8, 29),
        date(2021, 9, 5),
    ]


def test_a_row_with_a_date_dates_the_note_that_it_links() -> None:
    table = "| 날짜 | 발표 |\n| --- | --- |\n| 2021-08-23 | [정렬](sorting.md) |\n"
    found = places({"README.md": f"# 발표\n\n{table}", "sorting.md": "# 정렬\n"})
    assert found["sorting.md"].date == date(2021, 8, 23)


_NAMES = st.sampled_from(
    ["week1", "week2", "day1", "day7", "week1-2", "0910_fri", "2021-09-15", "Aug20", "Jun21", "07",
     "1", "70", "템플릿", "회고", "README", "u-stage", "3주차", "글", "weekend1"]
)  # fmt: skip
_LINES = st.sampled_from(
    ["# Day ", "# Day 3 (2021-09-15)", "# 2021-09-15", "## 8 / 2 (월)", "## 8 / 3 (화)", "### Week 2",
     "[글](../week1/day1.md)", "20210823 피어세션", "| 날짜 | 글 |\n| - | - |\n| 9/15 | [글](day1.md) |",
     "<summary>Day01</summary>", "2월 30일", "글"]
)  # fmt: skip


_FRONT = st.sampled_from(
    ["", "", "---\ndate: 9999-12-31\nday: 3\n---\n", "---\ndate: 0001-01-01\nweek: 900\nday: 1\n---\n",
     "---\ndate: 2021-09-15\nweek: 1\nday: 40\n---\n", "---\nweek: 2\nkind: week\n---\n"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.lists(_NAMES, min_size=1, max_size=3).map(lambda names: "/".join(names) + ".md"),
        st.builds(
            lambda front, lines: front + "\n\n".join(lines), _FRONT, st.lists(_LINES, max_size=4)
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_placing_never_fails_and_goes_by_no_order(
    notes: dict[str, str], chance: random.Random
) -> None:
    found = places(notes)
    shuffled = list(notes.items())
    chance.shuffle(shuffled)
    assert places(dict(shuffled)) == found


def test_days_of_a_week_are_dated_by_other_dates_of_it() -> None:
    notes = {f"week2/day{day}.md": "## 글\n" for day in range(6, 11)}
    notes["week2/2026-03-10 회의.md"] = "## 글\n"
    assert places(notes)["week2/day9.md"].date == date(2026, 3, 12)


def test_days_that_restart_in_each_week_are_dated_too() -> None:
    notes = {f"week{week}/day{day}.md": "## 글\n" for week in (1, 2, 3) for day in range(1, 6)}
    notes["week2/day3.md"] = "# Day 3 (2026-03-11)\n"
    found = places(notes)
    assert found["week1/day1.md"].date == date(2026, 3, 2)
    assert found["week3/day5.md"].date == date(2026, 3, 20)


def test_title_tells_the_number_of_a_day_whose_path_tells_the_date() -> None:
    place = places({"2021-09-15.md": "# 7주차 Day 32\n"})["2021-09-15.md"]
    assert (place.week, place.day, place.date) == (7, 32, date(2021, 9, 15))


def test_a_dated_weekend_is_the_weeks() -> None:
    place = places(["week7/2021-09-18 주말.md"])["week7/2021-09-18 주말.md"]
    assert (place.kind, place.date) == (Kind.WEEK, date(2021, 9, 18))


def test_a_notebook_s_own_readme_is_a_page_though_it_is_one_of_retrospectives() -> None:
    notebook = make_notebook({"README.md": "# weekly-retrospective\n\n글\n"})
    assert [note.place.kind for note in notebook.notes] == [Kind.PAGE]
