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
        ("읽을거리.md", "", "page", "kind-page"),
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
    assert (of_git.value, codes(of_git)) == ("2026-03-10", ["in-path", "year-of-git"])
    unknown = the(Subject.DATE, "week2/0310.md")
    assert (unknown.value, codes(unknown)) == ("", ["date-without-year"])


def test_titles() -> None:
    heading = the(Subject.TITLE, "day1.md", "\n# 이름과 객체\n")
    assert (heading.value, codes(heading), heading.line) == ("이름과 객체", ["title-heading"], 2)
    told = the(Subject.TITLE, "day1.md", "---\nday: 1\ntitle: 첫날\n---\n# 이름\n")
    assert (told.value, codes(told), told.line) == ("첫날", ["front-matter"], 3)
    by_name = the(Subject.TITLE, "메시지_큐.md", "글\n")
    assert (by_name.value, codes(by_name), by_name.line) == ("메시지 큐", ["title-name"], None)
