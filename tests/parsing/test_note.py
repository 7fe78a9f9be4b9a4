"""Outline, links, mentions: what one note says, and that nothing is too strange to be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campnotes.markdown.anchors import Slugger, slug
from campnotes.parsing.note import parse_note
from support.notebooks import make_notebook


@pytest.mark.parametrize(
    ("text", "anchor"),
    [("1. 강의내용 정리", "1-강의내용-정리"), ("C++ & Go", "c--go"), ("🎉 끝", "-끝"), ("a_b-c", "a_b-c"),
     ("`code` 와", "code-와"), ("Ünïcode", "ünïcode"), ("두  칸", "두--칸"), ("9강 — 끝!", "9강--끝")],
)  # fmt: skip
def test_anchors_are_github_s(text: str, anchor: str) -> None:
    assert parse_note(f"# {text}\n").headings[0].anchor == anchor or slug(text) == anchor


def test_repeated_anchors_are_told_apart_as_on_github() -> None:
    slugger = Slugger()
    assert [slugger.anchor(t) for t in ("a", "a", "a-1", "a")] == ["a", "a-1", "a-1-1", "a-2"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("오늘은 정신없이 시간이 지나간 것 같다.", True), ("내일부터는 정리할 수 있을 것 같다~~~ ㅎㅎㅎ", True),
     ("I finally understood why tests matter today.", True), ("9강 Self-supervised Models", False),
     ("왜 인덱스를 쓰면 빠를까?", False), ("3. 피어세션 정리", False), ("API 설계의 필요", False)],
)  # fmt: skip
def test_sentences_in_headings(text: str, sentence: bool) -> None:
    headings = parse_note(f"# Day\n\n#### {text}\n").headings
    assert headings[1].sentence is sentence


def test_links_of_all_kinds_with_their_lines() -> None:
    text = (
        "# a\n\n[x](b.md '제목')\n<https://a.example>\nhttps://b.example/한글 뒤\n"
        '<img src="img/c.png"> ![d](e.png)\n\n| [t](f.md) |\n|---|\n\n[r][1]\n\n'
        "`[no](no.md)`\n\n```\nhttps://no.example\n```\n\n<!-- [no](no.md) -->\n\n[1]: g.md\n"
    )
    links = parse_note(text).links
    assert [(link.line, link.url, link.image) for link in links] == [
        (3, "b.md", False), (4, "https://a.example", False), (5, "https://b.example/한글", False),
        (6, "img/c.png", True), (6, "e.png", True), (8, "f.md", False), (11, "g.md", False),
    ]  # fmt: skip


def test_lines_count_the_front_matter() -> None:
    parsed = parse_note("---\ntitle: t\n---\n\n# 제목\n\n[a](b.md)\n")
    assert (parsed.headings[0].line, parsed.links[0].line, parsed.links[0].column) == (5, 7, 1)


def test_mentions_of_other_notes() -> None:
    book = make_notebook(
        {
            "week1/day1/day1.md": "# Day1\n\n1일차는 첫날이다. Day 2와 day3.md, day9.md, 8일차.\n",
            "week1/day2/day2.md": "# Day2\n\n`day1.md` 그리고 [day1.md](../day1/day1.md)\n",
            "week1/day3/day3.md": "# Day3\n\n```\nday1.md\n```\nW1D2의 README.md\n",
        }
    )
    found = {n.path: [(m.mention.raw, m.target) for m in n.mentions] for n in book.notes}
    assert found["week1/day1/day1.md"] == [
        ("day3.md", "week1/day3/day3.md"),
        ("day9.md", None),
        ("Day 2", "week1/day2/day2.md"),
    ]
    assert found["week1/day2/day2.md"] == [("day1.md", "week1/day1/day1.md")]
    assert found["week1/day3/day3.md"] == [("W1D2", "week1/day2/day2.md")]


def test_days_that_restart_are_those_of_the_same_week() -> None:
    notes = {f"week{w}/day{d}.md": "# x\n" for w in (1, 2) for d in (1, 2)}
    book = make_notebook(notes | {"week2/day3.md": "# x\n\nday 1에서\n"})
    assert book.by_path["week2/day3.md"].mentions[0].target == "week2/day1.md"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    _check(text)


_PIECES = st.sampled_from(
    ["# 목차\n", "- [a](#a)\n", "발표자: 윤서진\n", "| a | b |\n|-|-|\n", "> ", "    ", "```\n", "$$\n",
     "<details>", "<!--", "![x](", ")", "[^1]", "[^1]: x\n", "**", "~", "day3.md ", "3일차 ", "\n\n",
     "---\n", "<a href='", "'>", "1. ", "- ", "\t", "&nbsp;", "\\", "피어세션\n", "https://a.example/",
     "- [ ] ", "> [!NOTE]\n", "<img src=x>", "윤서진님 ", "<h2>x</h2>\n"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_no_mixture_of_markdown_is_too_strange(text: str) -> None:
    _check(text)


def _check(text: str) -> None:
    book = make_notebook({"week1/day1.md": text, "week1/day3.md": "# Day3\n"})
    note = book.by_path.get("week1/day1.md")
    if note is None:  # a draft
        return
    last = text.count("\n") + 1
    lines = [
        *(h.line for h in note.parsed.headings), *(link.link.line for link in note.links),
        *(e.entry.line for e in note.contents), *(m.mention.line for m in note.mentions),
        *(p.line for p in note.people), *(f.line for f in note.findings),
    ]  # fmt: skip
    assert all(1 <= line <= last for line in lines)
    anchors = [h.anchor for h in note.parsed.headings]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "> " * 3_000 + "x", ":a" * 20_000, "# 피어세션\n- " + "a : " * 20_000, "|" * 50_000,
     "<!--" * 10_000, "`a``" * 10_000, "a" * 50_000 + ".md", "# 피어세션\n- 윤서진" + " " * 50_000 + "x",
     "https://a.example " * 3_000, "# 목차\n" + "- [x](#y)\n" * 200 + "# z\n" * 200],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_no_text_takes_forever(text: str) -> None:
    # Not timed: with a quadratic rule this test would not end.
    make_notebook({"a.md": text})


def test_anchors_equal_github_slugger_s() -> None:
    # Headings of Hangul, Latin, emoji and punctuation with what github-slugger 2.0.0 makes of them.
    expected = json.loads((Path(__file__).parent / "slugs.json").read_text("utf-8"))
    assert len(expected) == 500
    slugger = Slugger()
    assert [[text, slug(text), slugger.anchor(text)] for text, _, _ in expected] == expected


@pytest.mark.parametrize(
    ("text", "url", "column"),
    [("링크:https://a.example/b", "https://a.example/b", 4), ("참고https://a.example", "https://a.example", 3),
     ("'https://a.example'", "https://a.example", 2), ("https://a.example/b를", "https://a.example/b", 1),
     ("(https://a.example/b)는", "https://a.example/b", 2), ("글 [x](b.md)", "b.md", 3)],
)  # fmt: skip
def test_bare_addresses_are_linked_where_github_links_them(
    text: str, url: str, column: int
) -> None:
    (link,) = parse_note(text).links
    assert (link.url, link.column) == (url, column)
