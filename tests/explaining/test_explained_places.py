"""Why a note is of its kind, week, day and date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from campnotes.explaining import Explanation, Subject
from campnotes.settings import Settings
from explaining.asking import about, codes, explain

STARTED = Settings(start=date(2026, 3, 3))


def the(
    subject: Subject,
    path: str,
    text: str = "",
    settings: Settings | None = None,
    committed: Mapping[str, date] | None = None,
) -> Explanation:
    explained = explain({path: text}, path, settings=settings, committed=committed)
    (found,) = about(explained, subject)
    return found


@pytest.mark.parametrize(
    ("path", "text", "kind", "code"),
    [
        ("week1/day1.md", "", "day", "kind-day"),
        ("week1/회고.md", "", "retrospective", "kind-retrospective-name"),
        ("기록.md", "# 3월의 회고\n", "retrospective", "kind-retrospective-title"),
        ("week1/README.md", "", "week", "kind-week-note"),
        ("week1/트랜잭션.md", "", "lecture", "kind-in-week"),
        ("3강.md", "", "lecture", "kind-lecture-name"),
        ("읽을거리.md", "글이 있다.\n", "lecture", "kind-topic"),
        ("규칙.md", "글이 있다.\n", "page", "kind-page"),
        ("회고록/1.md", "글이 있다.\n", "retrospective", "kind-retrospective-folder"),
        ("week2/주말/1.md", "글이 있다.\n", "week", "kind-beside-days"),
        ("특강/큐.md", "글이 있다.\n", "lecture", "kind-lecture-folder"),
        ("큐.md", "# 3강 큐\n\n글이 있다.\n", "lecture", "kind-lecture-title"),
        (
            "큐.md",
            "# 2026-03-04 메시지 큐에 대하여 오늘 배운 것과 앞으로 배울 것\n\n글이 있다.\n",
            "day",
            "kind-dated-title",
        ),
        ("template.md", "# Day \n", "template", "kind-blank-form"),
        ("week1/day1.md", "---\nkind: lecture\n---\n", "lecture", "front-matter"),
    ],
)
def test_kinds(path: str, text: str, kind: str, code: str) -> None:
    explanation = the(Subject.KIND, path, text)
    assert (explanation.value, codes(explanation)) == (kind, [code])


@pytest.mark.parametrize(
    ("subject", "path", "value", "part"),
    [
        (Subject.WEEK, "week7/day32/day32.md", "7", "week7"),
        (Subject.DAY, "week7/day32/day32.md", "32", "day32.md"),
        (Subject.DAY, "3주차/2일차.md", "2", "2일차.md"),
        (Subject.WEEK, "W3D2.md", "3", "W3D2.md"),
        (Subject.DAY, "week3/2.md", "2", "week3/2.md"),
        (Subject.DATE, "2026/03/04.md", "2026-03-04", "2026/03/04.md"),
        (Subject.DATE, "글/2026-03-04-큐.md", "2026-03-04", "2026-03-04-큐.md"),
    ],
)
def test_the_part_of_the_path_that_tells_it(
    subject: Subject, path: str, value: str, part: str
) -> None:
    explanation = the(subject, path)
    (reason,) = explanation.reasons
    assert (explanation.value, reason.code) == (value, "in-path")
    assert reason.values["part"] == part


def test_a_heading_that_tells_the_day_is_named_with_its_line() -> None:
    explanation = the(Subject.DAY, "가.md", "\n# 3주차 2일차\n")
    (reason,) = explanation.reasons
    assert (reason.code, explanation.line) == ("in-heading", 2)
    assert reason.values["text"] == "3주차 2일차"


def test_what_is_told_is_named_with_its_line() -> None:
    text = "---\ntitle: 가\nweek: 3\nday: 9\ndate: 2026-03-19\n---\n"
    for subject, line in [(Subject.WEEK, 3), (Subject.DAY, 4), (Subject.DATE, 5)]:
        explanation = the(subject, "week1/day1.md", text)
        assert (codes(explanation), explanation.line) == (["front-matter"], line)


def test_a_layout_of_one_s_own() -> None:
    settings = Settings(layout=("sprint{week}/d{day}.md",))
    explanation = the(Subject.WEEK, "sprint2/d7.md", settings=settings)
    assert codes(explanation) == ["layout"]


def test_the_week_of_a_date() -> None:
    explanation = the(Subject.WEEK, "2026-03-11.md", settings=STARTED)
    assert (explanation.value, codes(explanation)) == ("2", ["week-of-date"])


def test_a_day_whose_week_nothing_tells() -> None:
    explanation = the(Subject.WEEK, "day4.md")
    assert (explanation.value, codes(explanation)) == ("", ["unknown"])


def test_dates() -> None:
    counted = the(Subject.DATE, "day2.md", settings=STARTED)
    assert (counted.value, codes(counted)) == ("2026-03-04", ["date-counted"])
    written = the(Subject.DATE, "day2.md", "# 2일차\n\n날짜: 2026. 3. 4.\n")
    assert (codes(written), written.line) == (["date-written"], 3)
    of_git = the(Subject.DATE, "읽을거리.md", committed={"읽을거리.md": date(2026, 4, 1)})
    assert (of_git.value, codes(of_git)) == ("2026-04-01", ["date-git"])
    unknown = the(Subject.DATE, "읽을거리.md")
    assert (unknown.value, codes(unknown)) == ("", ["date-unknown"])


def test_the_year_of_a_month_and_day() -> None:
    started = the(Subject.DATE, "week2/0310.md", settings=STARTED)
    assert (started.value, codes(started)) == ("2026-03-10", ["in-path", "year-of-start"])
    committed = {"week2/0310.md": date(2026, 4, 1)}
    of_git = the(Subject.DATE, "week2/0310.md", committed=committed)
    assert (of_git.value, codes(of_git)) == ("2026-03-10", ["in-path", "year-settled"])
    unknown = the(Subject.DATE, "week2/0310.md")
    assert (unknown.value, codes(unknown)) == ("", ["date-without-year"])


def test_a_week_that_another_note_tells() -> None:
    notes = {
        "level1/week01.md": "# 1주차\n\n- [1일](../notes/day1.md)\n- [2일](../notes/day2.md)\n",
        "notes/day1.md": "# Day 1\n\n글이 있다.\n",
        "notes/day2.md": "# Day 2\n\n글이 있다.\n",
    }
    (week,) = about(explain(notes, "notes/day1.md"), Subject.WEEK)
    assert (week.value, codes(week)) == ("1", ["listed"])


def test_a_number_in_the_path_that_counts_no_day() -> None:
    days = {f"week7/day{number}/day{number}.md": "글이 있다.\n" for number in range(30, 34)}
    notes = {**days, "week7/week7-1/week7-1.md": "# 주말\n\n글이 있다.\n"}
    explained = explain(notes, "week7/week7-1/week7-1.md")
    (day,) = about(explained, Subject.DAY)
    assert (day.value, codes(day)) == ("", ["path-doubted"])


def test_dates_counted_from_others() -> None:
    notes = {f"day{number}.md": "글이 있다.\n" for number in range(1, 6)}
    notes["day1.md"] = "# 1일차\n\n날짜: 2026. 3. 2.\n"
    notes["day4.md"] = "# 4일차\n\n날짜: 2026. 3. 5.\n"
    (found,) = about(explain(notes, "day3.md"), Subject.DATE)
    assert (found.value, codes(found)) == ("2026-03-04", ["date-counted-from-others"])


def test_titles() -> None:
    heading = the(Subject.TITLE, "day1.md", "\n# 이름과 객체\n")
    assert (heading.value, codes(heading), heading.line) == ("이름과 객체", ["title-heading"], 2)
    told = the(Subject.TITLE, "day1.md", "---\nday: 1\ntitle: 첫날\n---\n# 이름\n")
    assert (told.value, codes(told), told.line) == ("첫날", ["front-matter"], 3)
    by_name = the(Subject.TITLE, "메시지_큐.md", "글\n")
    assert (by_name.value, codes(by_name), by_name.line) == ("메시지 큐", ["title-name"], None)


def test_titles_of_the_place_and_topics() -> None:
    form = "## 학습 정리\n\n### 인덱스\n\n글\n\n## 회고\n\n글\n"
    notes = {f"day{number}.md": form for number in range(1, 5)}
    notes["day2.md"] = form.replace("인덱스", "잠금과 격리 수준")
    explained = explain(notes, "day2.md")
    (title,) = about(explained, Subject.TITLE)
    assert (title.value, codes(title)) == ("2일차", ["title-place"])
    (topic,) = about(explained, Subject.TOPIC)
    assert (topic.value, codes(topic), topic.line) == ("잠금과 격리 수준", ["topic-heading"], 3)


def test_sections_that_are_days() -> None:
    text = "# 2주차\n\n## 2026.03.09 MON\n\n글이 있다.\n\n## 2026.03.10 TUE\n\n글이 있다.\n"
    explained = about(explain({"week2.md": text}, "week2.md"), Subject.DAY)
    assert [(day.value, day.line) for day in explained] == [("2026-03-09", 3), ("2026-03-10", 7)]
    assert codes(explained[0]) == ["section-is-day"]
