"""The generated pages, on small notebooks."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from campnotes.linking.model import Notebook
from campnotes.pages.environment import (
    make_environment,
    render_note_foot,
    render_note_head,
    render_page,
)
from campnotes.pages.kinds import generated_pages
from campnotes.settings import Settings
from campnotes.site.urls import relative_url
from support.notebooks import make_notebook
from support.small_sites import pages, site_of

PEER = "\n## 피어세션\n\n##### 큐란\n\n발표자: 윤서진\n\n[자료](https://docs.example.org/q)\n\n왜 두 번 오나?\n"


@pytest.fixture
def camp() -> Notebook:
    return make_notebook(
        {
            "week1/day1.md": "# Day1\n\n## 목차\n- [정리](#정리)\n\n## 정리\n" + PEER,
            "week1/day2.md": "# Day2\n\nday1.md에 이어서\n" + PEER.replace("큐란", "캐시란"),
            "week1/회고.md": "# 회고\n",
            "week10/day50.md": "# Day50\n",
        },
        Settings(start=date(2026, 3, 2)),
    )


def test_every_page_is_there(camp: Notebook) -> None:
    assert list(pages(camp)) == [
        "index.md", "weeks/1/index.md", "weeks/10/index.md", "contents/index.md",
        "people/index.md", "presentations/index.md", "questions/index.md", "references/index.md",
        "retrospectives/index.md", "map/index.md", "health/index.md", "people/윤서진/index.md",
        "print/index.md",
    ]  # fmt: skip


def test_no_page_without_something_to_show() -> None:
    assert list(pages(make_notebook({"a.md": "# a\n"}))) == [
        "index.md", "contents/index.md", "health/index.md",
    ]  # fmt: skip
    assert "contents/index.md" in pages(make_notebook({}))


def test_home_shows_weeks_in_order_with_days_and_presenters(camp: Notebook) -> None:
    home = pages(camp)["index.md"]
    assert home.index("1주차") < home.index("10주차")
    assert "3월 3일 (화)" in home
    assert "윤서진" in home


def test_a_person_s_page_leads_to_presentations_and_material(camp: Notebook) -> None:
    page = pages(camp)["people/윤서진/index.md"]
    assert 'href="../../week1/day1/#%ED%81%90%EB%9E%80"' in page
    assert 'href="../../week1/day2/#%EC%BA%90%EC%8B%9C%EB%9E%80"' in page
    reference = re.search(r'href="\.\./\.\./references/#(ref-\w+)"', page)
    assert reference
    assert f'id="{reference[1]}"' in pages(camp)["references/index.md"]


def test_a_person_s_page_tells_where_they_moderated() -> None:
    book = make_notebook(
        {"week1/day1.md": "# Day1\n\n## 피어세션\n\n진행: 윤서진\n\n##### 큐란\n\n발표자: 윤서진\n"}
    )
    page = pages(book)["people/윤서진/index.md"]
    assert page.index('id="presentations"') < page.index('id="moderated"')


def test_head_and_foot_of_a_note(camp: Notebook) -> None:
    site, environment = site_of(camp), make_environment([], "ko")
    note = camp.by_path["week1/day1.md"]
    head = render_note_head(environment, note, site)
    assert 'href="../../weeks/1/"' in head
    assert "윤서진" in head
    foot = render_note_foot(environment, note, site)
    assert "day1.md에 이어서" in foot  # the backlink's line
    assert 'rel="next" href="../day2/"' in foot


def test_the_foot_of_a_note_lists_its_questions_with_who_asks() -> None:
    text = "# Day1\n\n## 질문\n\n- 트리는 왜 빠른가요? (나래님)\n- <b>큐</b>는?\n"
    known = "# Day2\n\n## 피어세션\n\n- 큐 (발표자: 김나래)\n"
    book = make_notebook({"week1/day1.md": text, "week1/day2.md": known})
    site, environment = site_of(book), make_environment([], "ko")
    foot = render_note_foot(environment, book.notes[0], site)
    assert '<a href="#질문">트리는 왜 빠른가요?</a>' in foot
    assert ">김나래</a>" in foot
    assert '<a href="#질문">큐는?</a>' in foot
    assert "질문 2개" in pages(book)["index.md"]


def test_journals_without_weeks_are_grouped_by_month_or_days() -> None:
    months = make_notebook({f"2021-0{m}-01.md": "# x\n" for m in (8, 9)})
    assert [g.title for g in site_of(months).groups] == ["2021년 8월", "2021년 9월"]
    days = make_notebook({f"day{d:03}.md": "# x\n" for d in (9, 10, 11)})
    assert [g.title for g in site_of(days).groups] == ["1–10일차", "11–20일차"]
    assert "2021년 9월" in pages(months)["index.md"]


def test_texts_follow_the_language(camp: Notebook) -> None:
    assert "<h1>People</h1>" in pages(camp, "en")["people/index.md"]
    assert "<h1>사람</h1>" in pages(camp, "ko")["people/index.md"]
    assert "Mar 3 (Tue)" in pages(camp, "en")["index.md"]


def test_a_page_of_tags_and_one_a_tag() -> None:
    book = make_notebook(
        {
            "week1/day1.md": "---\ntags: [NLP/RNN, '#최적화']\n---\n# Day1\n",
            "week1/day2.md": "# Day2\n\n배운 것\n\n#nlp #C++\n",
            "week1/day3.md": "---\ncategories: 최적화\n---\n# Day3\n",
        }
    )
    made = pages(book)
    assert [source for source in made if "tags" in source] == [
        "tags/index.md", "tags/C/index.md", "tags/NLP/index.md", "tags/NLP-RNN/index.md",
        "tags/최적화/index.md",
    ]  # fmt: skip
    every = made["tags/index.md"]
    assert re.findall(r">([^<]+)</a> <span[^>]*>노트 (\d)개", every) == [
        ("C++", "1"), ("NLP", "2"), ("NLP/RNN", "1"), ("최적화", "2"),
    ]  # fmt: skip
    nlp = made["tags/NLP/index.md"]
    assert nlp.index("Day1") < nlp.index("Day2")
    assert 'href="../NLP-RNN/"' in nlp
    assert 'href="../NLP/"' in made["tags/NLP-RNN/index.md"]
    head = render_note_head(
        make_environment([], "ko"), book.by_path["week1/day2.md"], site_of(book)
    )
    assert 'href="../../tags/NLP/"' in head


def test_a_theme_that_shows_tags_leaves_us_none() -> None:
    book = make_notebook({"day1.md": "---\ntags: [NLP]\n---\n# Day1\n"})
    site = replace(site_of(book), shows_tags=True)
    assert not [page for page in generated_pages(site) if page.section == "tags"]
    assert "NLP" not in render_note_head(make_environment([], "ko"), book.notes[0], site)


def test_what_strangers_write_is_inert() -> None:
    book = make_notebook(
        {
            "week1/day1.md": "# <b>`<script>alert(1)</script>`\n\n## 피어세션\n\n##### `<img src=x>`\n\n"
            '발표자: 윤서진\n\n[`<script>`](https://a.example/"><script>)\n',
        }
    )
    for page in pages(book).values():
        assert "<script" not in page
        assert "<img" not in page


def test_what_strangers_write_turns_no_text_around_it() -> None:
    asked = f"{PEER}\n- 질문: \u202e왜 두 번 \x1b[31m오나요?\n"
    notes = {
        "week1/day1.md": f"# \u202e하루 &#x2066;끝 \x07\n{asked}",
        "week1/day2.md": "# 이틀\n\n[하루\u202e](day1.md)를 이어서 \u202e한다.\n",
        "a.md": "# 가\n\n[폴더](\u202e폴더/)\n",
        "\u202e폴더/b.md": "# 나\n",
        "\u202e폴더/c.md": "# 다\n",
    }
    camp = make_notebook(notes)
    site = site_of(camp)
    environment = make_environment([], "ko")
    shown = list(pages(camp).values())
    for note in camp.notes:
        shown += [
            note.title,
            render_note_head(environment, note, site),
            render_note_foot(environment, note, site),
        ]
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", "".join(shown))
    assert "폴더" in "".join(shown) and "이어서" in "".join(shown)


def test_what_a_book_lists_is_one_short_line() -> None:
    long = "가" * 3_000
    camp = make_notebook(
        {
            "SUMMARY.md": f"# 책\n\n## {long}\n\n* [\u202e{long}](a.md)\n* [나\x1b[31m](b.md)\n",
            "a.md": "# 가\n",
            "b.md": "# 나\n",
        }
    )
    listed = site_of(camp).summary
    assert len(listed["a.md"].title) == len(listed["a.md"].part) == 200
    assert listed["a.md"].title.startswith("가")
    assert "\x1b" not in listed["b.md"].title


def test_templates_can_be_overridden(tmp_path: object, camp: Notebook) -> None:
    folder = tmp_path / "campnotes"  # type: ignore[operator]
    folder.mkdir()
    (folder / "people.html").write_text("내 쪽", encoding="utf-8")
    site = site_of(camp)
    page = next(p for p in generated_pages(site) if p.source == "people/index.md")
    assert render_page(make_environment([str(tmp_path)], "ko"), page, site) == "내 쪽"


@pytest.mark.parametrize(
    ("target", "here", "expected"),
    [("a/b/", "a/c/", "../b/"), ("", "a/", "../"), ("a/", "", "a/"), ("a.html", "b/c.html", "../a.html"),
     ("a/#x", "a/", "./#x"), ("", "", "./"), ("index.html", "a.html", "index.html")],
)  # fmt: skip
def test_addresses_are_relative(target: str, here: str, expected: str) -> None:
    assert relative_url(target, here) == expected


def test_days_are_in_order_whether_dated_or_not() -> None:
    book = make_notebook(
        {
            "week1/day2.md": "---\ndate: 2026-03-03\n---\n# x\n",
            "week1/day10.md": "# x\n",
            "week1/day3.md": "# x\n",
        }
    )
    (group,) = site_of(book).groups
    assert [day.place.day for day in group.days] == [2, 3, 10]


def test_days_of_a_weeks_one_note_lead_to_their_sections() -> None:
    text = "### 2022.01.17 MON\n\n#### 정렬\n\n### 2022.01.18 TUE\n\n#### 그래프\n"
    notebook = make_notebook({"log/week1.md": text})
    calendar = pages(notebook)["index.md"]
    assert 'href="log/week1/#20220118-tue"' in calendar
    assert "1월 18일 (화)" in calendar
    week = pages(notebook)["weeks/1/index.md"]
    assert "2022.01.17 MON</a></h2>" in week
    assert "그래프</a></li>" in week


def test_who_presents_nothing_is_shown_with_the_notes_that_name_them() -> None:
    text = "# Day1\n\n## 피어세션\n\n- 모더레이터: 오지안\n- 큐 (발표자: 김나래)\n"
    people = pages(make_notebook({"day1.md": text}))["people/index.md"]
    assert "발표 1번" in people
    assert "노트 1개" in people
    assert "0번" not in people


def test_lists_of_a_tag_and_of_a_folder_tell_topics() -> None:
    tagged = "---\ntags: [자료구조]\n---\n# Day1\n\n## 큐란\n\n## 스택\n"
    notes = {
        "day1.md": tagged,
        "log/day2.md": "# Day2\n\n## 힙이란\n\n## 트리\n",
        "log/day3.md": "# Day3\n",
        "a.md": "[글](log)\n",
    }
    made = pages(make_notebook(notes))
    assert "Day1 · 큐란" in made["tags/자료구조/index.md"]
    assert "Day2 · 힙이란" in made["folders/log/index.md"]


def test_retrospectives_are_in_the_order_of_the_home_page() -> None:
    notes = {
        "LEVEL2_P/회고.md": "# 두 번째 대회 회고\n",
        "LEVEL2_P/Day9/a.md": "## 글\n",
        "학습/1주차 회고.md": "# 1주차 회고\n",
    }
    listed = pages(make_notebook(notes))["retrospectives/index.md"]
    assert 0 < listed.index("1주차 회고") < listed.index("두 번째 대회 회고")


def test_contents_leave_out_what_most_notes_have_and_show_what_stands_below() -> None:
    template = (
        "# Day{day}\n\n## 목차\n\n- [학습 내용](#학습-내용)\n- [피어세션](#피어세션)\n\n"
        "## 학습 내용\n\n#### {topic}\n\n글\n\n##### {topic} 예\n\n## 피어세션\n\n글\n"
    )
    topics = ("큐", "힙", "트라이", "해시")
    notes = {
        f"week1/day{day}.md": template.format(day=day, topic=topic)
        for day, topic in enumerate(topics, 1)
    }
    contents = pages(make_notebook(notes))["contents/index.md"]
    assert "학습 내용</a>" not in contents
    assert "피어세션</a>" not in contents
    for topic in topics:
        assert f">{topic}</a></li>" in contents
        assert '<li class="campnotes-depth-2"><a href="../week1/day1/#' in contents
    assert contents.count("예</a></li>") == len(topics)


def test_questions_have_a_page_with_who_asked_and_what_is_answered() -> None:
    text = (
        "# Day1\n\n## 피어세션\n\n##### 큐란\n\n발표자: 김나래\n\n"
        "- 질문: 왜 <b>빠른</b>가요? (윤서진님)\n    - 답: 앞에서만 꺼내니까\n- 질문: 끝은 어디인가요?\n"
    )
    made = pages(make_notebook({"week1/day1.md": text}))
    page = made["questions/index.md"]
    first, second = re.findall(r"<li><a[^>]*>[^<]*\?</a>.*?</li>", page)
    assert "왜 빠른가요?" in first
    assert ">윤서진</a>" in first
    assert "답변 있음" in first
    assert "답변 없음" in second
    assert "› 큐란 · 김나래" in page
    asked = made["people/윤서진/index.md"].partition('id="asked"')[2]
    assert "왜 빠른가요?" in asked


def test_retrospectives_are_notes_and_sections_with_their_first_lines() -> None:
    notes = {
        "week1/day1.md": "# Day1\n\n## 큐\n\n글\n\n## 학습 회고\n\n- 좋았던 점\n\n큐를 처음으로 끝까지 이해했다.\n",
        "week1/day2.md": "# Day2\n\n## 회고 쓰는 법\n\n다섯 줄이면 넉넉하다고 배웠다.\n\n## 회고\n",
        "week1/회고.md": "# 1주차 회고\n\n쉽지 않은 한 주였지만 재미있었다.\n",
    }
    page = pages(make_notebook(notes))["retrospectives/index.md"]
    assert re.findall(r'__opening">([^<]+)<', page) == [
        "큐를 처음으로 끝까지 이해했다.", "쉽지 않은 한 주였지만 재미있었다.",
    ]  # fmt: skip
    assert 'href="../week1/day1/#%ED%95%99%EC%8A%B5-%ED%9A%8C%EA%B3%A0"' in page


def test_images_that_notes_only_show_are_no_references() -> None:
    images = "".join(f"![그림](https://a.example/{number}.png)\n\n" for number in range(900))
    linked = "".join(f"[자료](https://b.example/{number})\n\n" for number in range(5))
    slides = "[슬라이드](https://c.example/slides.pdf)\n"
    found = pages(make_notebook({"week1/day1.md": f"# Day1\n\n{images}{linked}{slides}"}))
    assert re.search(r'href="references/" class="campnotes-tile".*?__count">6<', found["index.md"])
    references = found["references/index.md"]
    assert 'data-all="6"' in references
    assert "a.example" not in references
    folded = re.search(r'<details class="campnotes-section" data-site="이미지와 파일">', references)
    assert folded
    assert references.index("slides.pdf") > folded.start()


def test_no_references_page_for_images_alone() -> None:
    found = pages(make_notebook({"week1/day1.md": "# Day1\n\n![그림](https://a.example/1.png)\n"}))
    assert "references/index.md" not in found
    assert 'href="references/"' not in found["index.md"]


def test_references_are_by_site_and_no_title_is_an_address() -> None:
    links = "".join(f"[글](https://velog.io/@seojin/{number})\n\n" for number in range(3))
    text = f"# Day1\n\n## 트라이 읽기\n\n{links}https://a.example/x/1\n"
    page = pages(make_notebook({"week1/day1.md": text}))["references/index.md"]
    assert page.index('id="site-velog.io"') < page.index('id="sites"')
    assert re.findall(r">(「트라이 읽기」에서 인용한 링크)<", page)
    assert ">a.example/x/1</a>" not in page
