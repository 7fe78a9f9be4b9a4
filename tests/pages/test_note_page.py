"""A note's page: where its title and its contents stand, and what is told around it."""

from __future__ import annotations

from datetime import date

import pytest

from campnotes.linking.model import Notebook
from campnotes.pages.environment import make_environment, render_note_foot
from campnotes.pages.note.contents_fold import fold_contents, headings_of_toc
from campnotes.pages.note.head import NoteSource
from campnotes.pages.note.page import surround, take_title
from support.notebooks import make_notebook
from support.small_sites import pages, site_of

PAPER = "[논문](https://arxiv.org/abs/1706.03762)"


def page_of(book: Notebook, path: str, html: str, source: NoteSource | None = None) -> str:
    return surround(
        make_environment([], "ko"),
        book.by_path[path],
        html,
        site_of(book),
        is_home=False,
        folds_contents=True,
        source=source or NoteSource(),
    )


def test_what_is_known_of_a_note_stands_below_its_title() -> None:
    book = make_notebook({"week1/day1.md": "# Day1\n\n## 피어세션\n\n### 큐란 (발표자: 김나래)\n"})
    source = NoteSource(
        host="GitHub",
        read="https://github.com/x/y/blob/main/day1.md",
        edit="https://github.com/x/y/edit/main/day1.md",
        changed=date(2026, 3, 5),
    )
    page = page_of(book, "week1/day1.md", '<h1 id="day1">Day1</h1><p>글</p>', source)
    assert page.count("<h1") == 1
    order = ["<h1", "GitHub에서 보기", "김나래", 'data-campnotes-body="md"><p>글']
    assert [page.index(part) for part in order] == sorted(map(page.index, order))
    assert "2026년 3월 5일 고침" in page
    assert 'rel="edit noopener"' in page


def test_a_note_without_a_title_of_its_own_gets_one() -> None:
    book = make_notebook({"week1/day1.md": "## 큐\n\n글\n\n## 덱\n\n글\n"})
    page = page_of(book, "week1/day1.md", '<h2 id="큐">큐</h2><p>글</p>')
    assert page.index("<h1>") < page.index("data-campnotes-body") < page.index("<h2")


def test_a_title_of_lower_rank_stands_once() -> None:
    book = make_notebook({"week1/README.md": "## 1주차\n\n### 큐\n\n글\n"})
    note = book.notes[0]
    page = page_of(book, note.path, '<h2 id="1주차">1주차</h2><h3 id="큐">큐</h3>')
    assert page.count("1주차</h") == 1
    assert '<h1 id="1주차">1주차</h1>' in page
    levels = [heading.level for heading in headings_of_toc(note)]
    assert levels == [1, 3]


@pytest.mark.parametrize(
    "before", ["", '<p><img alt="<h1 x>"></p>', '<p title="<h1>&quot;">a</p>', "<hr>"]
)
def test_a_title_is_found_behind_what_looks_like_one(before: str) -> None:
    note = make_notebook({"a.md": "# 큐\n"}).notes[0]
    opening = take_title(f'{before}<h1 id="큐">큐</h1><p>글</p>', note)
    assert opening.title == '<h1 id="큐">큐</h1>'
    assert opening.rest == f"{before}<p>글</p>"


CONTENTS = "# 큐\n\n## 목차\n\n- [덱](#덱)\n  - [큐](#큐-1)\n\n## 덱\n\n## 큐\n"
LISTED = '<ul><li><a href="#덱">덱</a><ul><li>큐</li></ul></li></ul>'


def test_a_contents_is_folded_and_links_to_it_lead_there() -> None:
    note = make_notebook({"a.md": CONTENTS}).notes[0]
    html = f'<h2 id="목차">목차</h2>\n{LISTED}<h2 id="덱">덱</h2>'
    fold = '<details class="campnotes-contents" id="목차"><summary>목차</summary>'
    assert fold_contents(html, note) == f'{fold}{LISTED}</details><h2 id="덱">덱</h2>'


@pytest.mark.parametrize("html", ['<h2 id="목차">목차</h2><p>a</p><ul></ul>', "<p>a</p>"])
def test_what_is_no_list_below_its_title_stays(html: str) -> None:
    note = make_notebook({"a.md": CONTENTS}).notes[0]
    assert fold_contents(html, note) == html


def test_several_sentences_of_a_note_that_leads_here_with_their_headings() -> None:
    book = make_notebook(
        {
            "week1/day1.md": "# Day1\n",
            "week1/day2.md": "# Day2\n\n## 덱\n\n[첫날](day1.md)의 덱\n\n## 큐\n\nday1.md의 <큐>\n",
        }
    )
    foot = render_note_foot(make_environment([], "ko"), book.notes[0], site_of(book))
    backlinks = foot[foot.index("campnotes-backlinks") :]
    assert backlinks.count(">Day2") == 1
    for part in ("첫날의 덱", ">덱</a>", "&lt;큐&gt;", ">큐</a>"):
        assert part in backlinks


def test_notes_that_share_something_are_related() -> None:
    notes = {f"week1/day{n}.md": f"# Day{n}\n" for n in range(1, 7)}
    notes["week1/day1.md"] += f"\n{PAPER}\n"
    notes["week1/day4.md"] += f"\n{PAPER}\n"
    book = make_notebook(notes)
    environment, site = make_environment([], "ko"), site_of(book)
    foot = render_note_foot(environment, book.by_path["week1/day1.md"], site)
    related = foot[foot.index("campnotes-related") :]
    assert ">Day4</a>" in related
    assert "논문" in related
    third = render_note_foot(environment, book.by_path["week1/day3.md"], site)
    assert "campnotes-related" not in third


def test_a_week_gathers_what_its_notes_have() -> None:
    session = "\n## 피어세션\n\n### 큐란 (발표자: 윤서진)\n\n- Q. 왜 두 번 오나요?\n"
    book = make_notebook(
        {
            "week1/day1.md": f"# Day1\n{session}\n{PAPER}\n",
            "week2/day6.md": f"# Day6\n{session}\n{PAPER}\n[책](https://docs.example.org/b)\n",
            "week2/day7.md": "# Day7\n\n## 피어세션\n\n### 덱이란 (발표자: 김나래)\n",
        }
    )
    first, second = pages(book)["weeks/1/index.md"], pages(book)["weeks/2/index.md"]
    assert "첫 발표" not in first
    assert second.count("첫 발표") == 1
    assert second.index("김나래</a>") < second.index("첫 발표")
    assert "왜 두 번 오나요?" in second[second.index('id="questions"') :]
    assert second.count("전에도 나옴") == 1
    assert second.index('rel="prev"') < second.index("<h1>")
