"""Hand-written contents, found and led to their headings."""

from __future__ import annotations

import pytest

from campnotes.linking.model import LinkedEntry
from notebooks import make_notebook


def contents(text: str) -> tuple[LinkedEntry, ...]:
    return make_notebook({"a.md": text}).notes[0].contents


def led(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (e.entry.text, str(e.match), e.heading.text if e.heading else None) for e in contents(text)
    ]


BODY = "\n\n## 1. 강의내용 정리\n\n## 2. 과제 정리\n\n## 3. 학습 회고\n"


@pytest.mark.parametrize(
    "title",
    ["## 목차", "# Contents", "### TOC", "**Table of Contents**", "## Index", "목차", "## 📖 차례",
     "<h2>목차</h2>", "## 목차 (Table of Contents)"],
)  # fmt: skip
def test_titles_of_contents(title: str) -> None:
    text = f"# Day\n\n{title}\n\n- [과제 정리](#2-과제-정리)\n- [회고](#3-학습-회고){BODY}"
    assert [match for _, match, _ in led(text)] == ["exact", "exact"]


def test_wrong_anchors_are_repaired_in_order() -> None:
    text = (
        "## 목차\n\n1. [강의 내용 정리](#1-강의-내용-정리)\n2. [과제](#과제)\n"
        f"3. [학습회고](#학습-회고록)\n4. [없는 것](#없는-것){BODY}"
    )
    assert led(text) == [
        ("강의 내용 정리", "repaired", "1. 강의내용 정리"),
        ("과제", "repaired", "2. 과제 정리"),
        ("학습회고", "repaired", "3. 학습 회고"),
        ("없는 것", "missing", None),
    ]


def test_repeated_headings_are_taken_once_each() -> None:
    text = "## 목차\n\n- [정리](#정리)\n- [정리](#정리-1)\n- [정리](#정리-x)\n\n## 정리\n## 정리\n## 정리\n"
    assert [e.heading.line for e in contents(text) if e.heading] == [7, 8, 9]


def test_bare_entries_name_headings() -> None:
    text = "## 목차\n- 강의내용 정리\n- 과제 정리\n- 학습 회고" + BODY
    assert [match for _, match, _ in led(text)] == ["exact"] * 3


def test_nested_and_html_entries() -> None:
    text = (
        "## 목차\n\n- [하나](#하나)\n    - [둘](#둘)\n  - <a href='#셋'>셋</a>\n\n"
        "## 하나\n### 둘\n### 셋\n"
    )
    assert [match for _, match, _ in led(text)] == ["exact"] * 3


def test_percent_encoded_and_html_anchors() -> None:
    text = '## 목차\n- [하나](#%ED%95%98%EB%82%98)\n- [둘](#two)\n\n## 하나\n<a id="two"></a>\n'
    assert [match for _, match, _ in led(text)] == ["exact", "exact"]


def test_a_list_of_anchors_at_the_top_needs_no_title() -> None:
    assert len(contents("# Day\n\n- [하나](#하나)\n- [둘](#둘)\n\n## 하나\n## 둘\n")) == 2


@pytest.mark.parametrize(
    "text",
    ["# 노트\n\n## 목차\n\n- [첫날](day1.md)\n- [이튿날](day2.md)\n", "[TOC]\n\n# a\n",
     "## 목차\n\n아직 없음\n\n## 정리\n", "# a\n\n- 물\n- 불\n"],
)  # fmt: skip
def test_what_is_no_contents(text: str) -> None:
    assert contents(text) == ()


def test_a_contents_may_be_a_table() -> None:
    text = (
        "## 목차\n\n| 번호 | 제목 |\n|-|-|\n| 1 | [과제](#2-과제-정리) |\n| 2 | [회고](#회고) |\n"
        + BODY
    )
    assert led(text) == [("과제", "exact", "2. 과제 정리"), ("회고", "repaired", "3. 학습 회고")]
