"""What is wrong in front matter costs itself, and nothing beside it."""

from __future__ import annotations

from datetime import date

import pytest

from campnotes.finding import Finding
from campnotes.notebook.front_matter import SplitText, split_front_matter


def read(block: str) -> SplitText:
    return split_front_matter(f"---\n{block}\n---\n오늘 배운 것\n", "day1.md")


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int]]:
    return [(finding.code.removeprefix("front-matter-"), finding.line) for finding in findings]


BOMB = "".join(f"b{n}: &b{n} [{f'*b{n - 1}, ' * 9}]\n" for n in range(1, 12))
MERGE_BOMB = "".join(f"b{n}: &b{n} {{<<: [{f'*b{n - 1}, ' * 3}]}}\n" for n in range(1, 25))


@pytest.mark.parametrize(
    "wrong",
    [
        "date: 2026-02-30",
        "date: 33658-01-01",
        "date: 12:30:00",
        "date: !!timestamp soon",
        "date: {of: today}",
        f"week: {'9' * 6000}",
        f"week: 0x{'f' * 6000}",
        "week: 10**30",
        "week: -1",
        "week: .nan",
        "week: 1:30",
        "week: 3.5",
        "week: true",
        "week: [3]",
        "week: !!int ''",
        "week: *nothing",
        "week: &w [*w]",
        "title: {a: b}",
        "title: [a, b]",
        "title: !!binary aGk=",
        "title: !!python/object/apply:os.getcwd []",
        "title: !secret a",
        "kind: dayy",
        "tags: {a: b}",
        "tags: [a, {b: c}]",
        "tags: !!set {a, b}",
        f"tags: [{'a, ' * 101}]",
        "draft: maybe",
        "draft: !!bool maybe",
        "author: 2026-02-30",
        "author: {since: 2026-02-30}",
        "author: !!python/name:os.system",
        "author: &a {is: *a}",
        "author: {? [a] : b}",
        "<<: *nothing",
        "<<: 5",
    ],
)
def test_a_wrong_value_costs_that_value(wrong: str) -> None:
    split = read(f"day: 3\n{wrong}\npresenters: [윤서진]")
    assert told(split.findings) == [("value", 3)]
    assert split.front_matter.day == 3
    assert split.front_matter.presenters == ("윤서진",)
    assert (split.body, split.line) == ("오늘 배운 것\n", 6)
    assert "2026-02-30" not in str(split.front_matter)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("2026-02-30", "2026-02-30"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("yes", "yes"),
        ("1_000", "1_000"),
        ('"\\ud800 \\0 a"', "\ufffd \ufffd a"),
        ("종\a소리", "종\ufffd소리"),
        ("a\u2028b\x85c", "a b c"),
        ("|\n  한 줄\n  두 줄", "한 줄 두 줄"),
        ('"\\u202Ecba"', "cba"),
        ("[NLP] BERT", "[NLP] BERT"),
        ("Attention: is all", "Attention: is all"),
        ("*강조*한 제목", "*강조*한 제목"),
        ("`code` 읽기", "`code` 읽기"),
        ('"인용"으로 시작', '"인용"으로 시작'),
        ('"\\UFFFFFFFF" 뒤', '"\\UFFFFFFFF" 뒤'),
    ],
)
def test_a_title_is_what_was_written(written: str, title: str) -> None:
    split = read(f"title: {written}\nday: 3")
    assert split.front_matter.title == title
    assert split.front_matter.day == 3


def test_texts_that_are_shown_are_cut() -> None:
    split = read(f"title: {'가' * 4000}\ntags: [{'나' * 4000}]\nweek: [{'다' * 4000}]")
    assert split.front_matter.title == "가" * 199 + "…"
    assert len(split.front_matter.tags[0]) == 200
    assert len(split.findings[0].message()) < 300


def test_what_is_no_yaml_costs_its_field() -> None:
    split = read(
        "title: Attention: is all\ndate: 2026-03-02\ntags: [a, b\n"
        "extra:\n\t- a\nweek: 2\n'day: 3\ndraft: true"
    )
    assert told(split.findings) == [("unquoted", 2), ("invalid", 4), ("invalid", 6), ("invalid", 8)]
    assert split.findings[0].values["suggestion"] == 'title: "Attention: is all"'
    assert split.front_matter.date == date(2026, 3, 2)
    assert split.front_matter.draft
    assert split.front_matter.tags == ()


@pytest.mark.parametrize(
    "prose",
    ["# 제목\n\n글: [그리고: 글", "- 하나\n- 둘", "글", "", "*기울인* 글: 하나: 둘", "{}"],
)
def test_text_between_two_rules_stays(prose: str) -> None:
    split = read(prose)
    assert split.body == f"---\n{prose}\n---\n오늘 배운 것\n"
    assert not split.findings


def test_an_indented_body_stays_indented() -> None:
    split = split_front_matter("---\nday: 3\n---\n\n    code\n", "a.md")
    assert split.body == "    code\n"
    assert split.line == 5


def test_repeated_fields_are_told_and_the_last_counts() -> None:
    split = read("title: 하나\nday: 3\ntitle: 둘\nday: x\nday: 4")
    assert (split.front_matter.title, split.front_matter.day) == ("둘", 4)
    assert told(split.findings) == [("repeated", 4), ("repeated", 5), ("repeated", 6)]


def test_merged_fields_count_under_own_ones() -> None:
    split = read("camp: &c {week: 3, day: 1}\n<<: *c\nday: 2")
    assert (split.front_matter.week, split.front_matter.day) == (3, 2)
    assert not split.findings


@pytest.mark.parametrize(
    "block",
    [
        f"b0: &b0 [x]\n{BOMB}title: *b11\ntags: *b11\nkind: *b11",
        f"b0: &b0 {{x: 1}}\n{MERGE_BOMB}title: *b24",
        f"title: {'[' * 9_000}",
        f"title: {'[{' * 4_000}",
        f"title: {'- ' * 20_000}",
        f"title: {'x' * 1_000_000}",
        f'title: "{"x" * 1_000_000}',
        "title: [\n" * 9_000,
        "".join(f"key{n}: &a{n} {n}\n" for n in range(900)),
    ],
)
def test_no_front_matter_grows(block: str) -> None:
    """Findings name what is wrong, and all that comes out stays small."""
    split = read(f"{block}\nday: 3")
    assert split.body == "오늘 배운 것\n"
    assert len(split.findings) <= 110
    assert all(len(finding.message()) < 500 for finding in split.findings)


def test_front_matter_in_toml_is_read() -> None:
    text = '+++\ntitle = "1일차"\ndate = 2021-08-02T09:00:00+09:00\n[taxonomies]\ntags = ["NLP", "RNN"]\n+++\n글\n'
    split = split_front_matter(text, "a.md")
    told = split.front_matter
    assert (told.title, str(told.date), told.tags) == ("1일차", "2021-08-02", ("NLP", "RNN"))
    assert (split.body, split.line) == ("글\n", 7)
    assert [f.code for f in split.findings] == ["mark-read"]


@pytest.mark.parametrize(
    "block", ["title = 열린 글", "a = [[[", f"a = {'[' * 900}", "a = 1\na = 2"]
)
def test_toml_that_is_none_is_told_and_left_out(block: str) -> None:
    split = split_front_matter(f"+++\n{block}\n+++\n글\n", "a.md")
    assert split.body == "글\n"
    assert [f.code for f in split.findings] == ["front-matter-toml"]


def test_text_between_two_rows_of_pluses_stays() -> None:
    split = split_front_matter("+++\n글\n+++\n글\n", "a.md")
    assert split.body.startswith("+++")
    assert not split.findings
