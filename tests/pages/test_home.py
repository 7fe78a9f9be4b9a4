"""The home page: a notebook at a glance, its calendar and its README."""

from __future__ import annotations

import re
from datetime import date

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from campnotes.linking.model import Notebook
from campnotes.pages.environment import make_environment, render_home, render_page
from campnotes.pages.kinds import presentations
from campnotes.settings import Settings
from support.notebooks import make_notebook
from support.small_sites import pages, site_of

SESSION = "\n## 피어세션\n\n### 큐란 (발표자: 윤서진)\n\n- Q. 왜 두 번 오나요?\n"


@pytest.fixture(scope="module")
def camp() -> Notebook:
    notes = {f"week1/day{n}.md": f"# Day{n}\n\n## 과제\n\n{'글 ' * n * 50}\n" for n in range(1, 6)}
    notes["week1/day2.md"] += SESSION
    notes["week1/day2_2.md"] = "# 둘째 노트\n"
    notes["week1/회고.md"] = "# 1주차 회고\n"
    notes["week2/day6.md"] = "# Day6\n\n## 과제\n"
    return make_notebook(notes, Settings(start=date(2026, 3, 4)))


def cells(home: str) -> list[str]:
    body = home[home.index("<tbody") :]
    return re.findall(r"<td>(.*?)</td>", body)


def test_the_notebook_is_counted_and_each_count_leads_somewhere(camp: Notebook) -> None:
    home = pages(camp)["index.md"]
    tiles = re.findall(r'href="([^"]*)" class="campnotes-tile".*?__count">([^<]*)<', home)
    assert tiles == [
        ("./#calendar", "6"), ("presentations/", "1"), ("people/", "1"), ("questions/", "1"),
        ("retrospectives/", "1"), ("contents/", "8"),
    ]  # fmt: skip
    assert "연속 6일" in home
    assert 'href="people/윤서진/"' in home or 'href="people/%EC' in home


def test_days_stand_below_their_weekdays(camp: Notebook) -> None:
    home = pages(camp)["index.md"]
    assert re.findall(r'<th scope="col">(.)</th>', home) == list("월화수목금")
    # It begins on a Wednesday.
    days = [re.findall(r"<b>(.*?)</b>", cell) for cell in cells(home)]
    assert days[:7] == [[], [], ["1일차"], ["2일차"], ["3일차"], ["4일차"], ["5일차"]]
    assert '<time datetime="2026-03-04">3월 4일 (수)</time>' in cells(home)[2]


def test_a_day_tells_how_much_was_written_and_what_there_is(camp: Notebook) -> None:
    home = pages(camp)["index.md"]
    heat = re.findall(r'data-heat="(\d)"><a', home)
    assert heat == [*sorted(heat[:-1]), "1"]
    second = cells(home)[3]
    assert 'title="발표 1번"' in second
    assert 'title="질문 1개"' in second
    assert "+1" in second
    # An empty part of a template is no assignment.
    assert 'title="과제"' in cells(home)[2]
    assert 'title="과제"' not in home[home.index("6일차") :]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Day {n}: 큐와 덱 {n}", "큐와 덱 1"),
        ("[물결] Day{n} 학습 기록", ""),
        ("Day{n}", ""),
    ],
)
def test_a_day_is_told_once_and_a_template_not_at_all(title: str, told: str) -> None:
    notes = {f"week1/day{n}.md": f"# {title.format(n=n)}\n\n글\n" for n in range(1, 8)}
    home = pages(make_notebook(notes))["index.md"]
    first = home[home.index("<b>1일차</b>") :]
    first = first[: first.index("</a>")]
    assert first.endswith(f" <span>{told}</span>" if told else "<b>1일차</b>")


def test_weeks_without_days_have_no_heat() -> None:
    book = make_notebook({"week1/힙.md": "# 힙\n", "week2/트리.md": "# 트리\n"})
    home = pages(book)["index.md"]
    assert "campnotes-calendar" in home
    assert "campnotes-legend" not in home


def test_without_dates_days_stand_in_their_order() -> None:
    book = make_notebook({f"week{w}/day{w * 2 + d}.md": "# x\n" for w in (1, 2) for d in (1, 2)})
    home = pages(book)["index.md"]
    assert "<thead>" not in home
    assert "연속" not in home
    assert [re.findall(r"<b>(.*?)</b>", cell) for cell in cells(home)] == [
        ["3일차"], ["4일차"], ["5일차"], ["6일차"],
    ]  # fmt: skip


def test_a_week_without_days_shows_its_notes() -> None:
    book = make_notebook({"week1/1강 큐.md": "# 1강 큐\n", "week1/2강 덱.md": "# 2강 덱\n"})
    home = pages(book)["index.md"]
    assert home.index("<table") < home.index("1강 큐</a>") < home.index("</table>")


def test_what_a_readme_tells_is_gathered_too() -> None:
    listed = "| Date | Topic | Presenter |\n| --- | --- | --- |\n"
    rows = "".join(f"| 3/{n} | Queue {n} | Minji Kim |\n" for n in range(1, 4))
    book = make_notebook({"README.md": f"# Reading group\n\n{listed}{rows}", "day1.md": "# Day1\n"})
    site = replace(site_of(book), note_urls={"README.md": "", "day1.md": "day1/"})
    (page,) = presentations.pages(site)
    gathered = render_page(make_environment([], "ko"), page, site)
    assert gathered.count(">Queue ") == 3


def test_a_readme_follows_and_its_title_comes_first() -> None:
    book = make_notebook({"README.md": "# 나래의 노트\n\n소개\n", "week1/day1.md": "# Day1\n"})
    site = replace(site_of(book), note_urls={"README.md": "", "week1/day1.md": "week1/day1/"})
    environment = make_environment([], "ko")
    note = book.by_path["README.md"]
    home = render_home(
        environment, note, site, Markup("<h1>나래의 노트</h1>"), Markup("<p>소개</p>")
    )
    assert home.count("나래의 노트") == 1
    assert home.index("<h1>") < home.index("campnotes-tiles") < home.index("<p>소개")
    assert "campnotes-readme" not in home
    long = make_notebook({"README.md": "# 노트\n\n" + "긴 소개 글이다. " * 400})
    folded = render_home(environment, long.notes[0], site_of(long), Markup(), Markup("<p>긴</p>"))
    assert folded.index("<details") < folded.index("<p>긴")
    assert "<h1>노트</h1>" in folded
