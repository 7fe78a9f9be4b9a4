"""Presenters, topics, materials and questions of peer sessions."""

from __future__ import annotations

import pytest

from campnotes.linking.model import Note
from notebooks import make_notebook


def session(text: str) -> Note:
    return make_notebook({"week1/day1.md": f"# Day1\n\n## 피어세션\n\n{text}\n"}).notes[0]


def presented(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.topic, p.presenters) for p in session(text).presentations]


@pytest.mark.parametrize(
    "text",
    [
        "##### 인덱스\n\n발표자: `윤서진`", "##### 인덱스\n\n발표자 - 윤서진",
        "##### 인덱스\n\n**발표자** : 윤서진", "##### 인덱스\n\n- 발표자: 윤서진님",
        "##### 인덱스\n\n> 발표자 | 윤서진", "##### 인덱스\n\n발표: 윤서진",
        "##### 인덱스\n\n<b>발표자</b>: 윤서진", "##### 인덱스\n\n📢 발표자 : 윤서진 (5강)",
        "##### 인덱스\n\n발표자: 윤서진(T1234)", "##### 인덱스\n\n발표자: T1234_윤서진",
        "##### 인덱스\n\n발표자는 윤서진", "### 인덱스 (윤서진)", "### 인덱스 (발표: 윤서진)",
        "### 1. 인덱스 - 윤서진", "### [윤서진] 인덱스", "### 윤서진님: 인덱스",
        "- 인덱스 (윤서진)", "| 발표자 | 주제 |\n|-|-|\n| 윤서진 | 인덱스 |",
        "| 주제 | 이름 |\n|-|-|\n| 인덱스 | 윤서진 |", "- 윤서진님이 인덱스를 발표했다",
        "##### 인덱스\n\n발표자\n- 윤서진", "- 발표 주제 : 인덱스\n- 발표자 : 윤서진",
        "### 오늘의 발표자 : 윤서진\n\n#### 주제 : 인덱스",
    ],
)  # fmt: skip
def test_who_presents_what(text: str) -> None:
    assert presented(text) == [("인덱스", ("윤서진",))]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Presenter: Minji Kim", "Minji Kim"), ("Presented by Minji Kim", "Minji Kim"),
     ("Speaker - Minji", "Minji"), ("Presenter: @minji", "minji"),
     ("- Minji Kim presented caching", "Minji Kim")],
)  # fmt: skip
def test_presenters_in_english(text: str, name: str) -> None:
    assert [names for _, names in presented(text)] == [(name,)]


@pytest.mark.parametrize(
    "text",
    ["발표자: 없음", "발표자: -", "발표자: 전원", "발표: 다음 주 월요일", "### 임베딩 (정규화)",
     "### Transformer: Attention", "- 장점: 속도", "### Keras (TensorFlow)", "질문: 김치는 맛있나",
     "발표자료: 링크", "- 참고: 강의자료", "### Query: Key", "### DP (동적계획법)",
     "- 정확도: 0.9\n- 정밀도: 0.8\n- 이상치: 3", "- Learning Rate: 0.1\n- Batch Size: 3",
     "### CNN (Convolutional Neural Network)", "### 5강 - Computer Vision",
     "- 참석자: 윤서진, 문가온", "- 서기: 윤서진\n- 담당: 문가온", "- 발표순서: 윤서진", "발표자: 김교수",
     "| 쓰는 법 | 뜻 |\n|-|-|\n| `발표자: 윤서진` | 이름표 |"],
)  # fmt: skip
def test_nobody_is_made_up(text: str) -> None:
    note = session(text)
    assert note.presentations == ()
    assert note.people == ()


def test_neighbours_make_listed_names_certain() -> None:
    assert presented("- 윤서진: 인덱스\n- 문가온: 캐시") == [
        ("인덱스", ("윤서진",)),
        ("캐시", ("문가온",)),
    ]
    assert presented("- 윤서진: 인덱스") == []


def test_several_presenters_of_one_topic() -> None:
    assert presented("##### 큐\n\n발표자: 윤서진, 가온님 / Minji Kim") == [
        ("큐", ("윤서진", "가온", "Minji Kim"))
    ]


@pytest.mark.parametrize(("written", "name"), [("가온님", "가온"), ("@minji", "minji")])
def test_a_table_names_people_as_they_are_called(written: str, name: str) -> None:
    """A session's column 이름 is believed where 님 or `@` tells that it names a person."""
    table = f"| 이름 | 주제 |\n|-|-|\n| {written} | 인덱스 |\n| 미정 | 캐시 |"
    assert presented(table) == [("인덱스", (name,))]


def test_a_name_is_no_presenter_outside_of_a_peer_session() -> None:
    note = make_notebook({"a.md": "# 강의\n\n### 인덱스 (윤서진)\n"}).notes[0]
    assert note.presentations == ()


def test_a_presentation_ends_with_its_section() -> None:
    note = session(
        "##### 인덱스\n\n발표자: 윤서진\n\n[a](https://a.example/1)\n\n"
        "##### 캐시\n\n발표자: 문가온\n\n[b](https://b.example/2)\n\n"
        "## 회고\n\n[c](https://c.example/3)"
    )
    materials = [[m.canonical for m in p.materials] for p in note.presentations]
    assert materials == [["https://a.example/1"], ["https://b.example/2"]]


def test_questions_under_a_title_and_by_their_mark() -> None:
    note = session(
        "##### 인덱스\n\n발표자: 윤서진\n\n- Discussions\n    - 왜 빠를까?\n    - 나무라서 빠르다\n\n"
        "**Further Question**\n\n- 쓰기는 느려지나\n    - 그렇다\n- Q1. 해시는?\n"
    )
    questions = [(q.line, q.text) for q in note.presentations[0].questions]
    assert questions == [(10, "왜 빠를까?"), (15, "쓰기는 느려지나"), (17, "해시는?")]


def test_moderators_and_people_called_by_name() -> None:
    note = session(
        "모더레이터: `오지안`\n\n##### 큐\n\n발표자: 윤서진\n\n서진님이 물었다. 철수님은 없다."
    )
    assert [(p.name, p.role, p.raw) for p in note.people] == [
        ("오지안", "moderator", "오지안"),
        ("윤서진", "presenter", "윤서진"),
        ("윤서진", "mentioned", "서진님"),
    ]


def test_english_names_confirm_each_other_and_other_words_do_not() -> None:
    assert presented("- Alice: recursion\n- Bob: sorting") == [
        ("recursion", ("Alice",)),
        ("sorting", ("Bob",)),
    ]
    assert presented("### Alice Kim\n\nRecursion\n\n### Bob Lee\n\nSorting") == [
        ("Alice Kim", ("Alice Kim",)),
        ("Bob Lee", ("Bob Lee",)),
    ]
    assert presented("### Binary Search\n\nx\n\n### Linked List\n\ny") == []


def test_each_label_has_the_topic_beside_it() -> None:
    text = "**Presenter:** Alice\n**Topic:** Hashes\n\n[a](https://a.example)\n\n**Presenter:** Bob\n**Topic:** Heaps"
    assert presented(text) == [("Hashes", ("Alice",)), ("Heaps", ("Bob",))]
    (one,) = session(
        "- 발표 주제: 큐\n- 발표자: 윤서진\n- 자료: [x](https://a.example)"
    ).presentations
    assert [m.canonical for m in one.materials] == ["https://a.example"]
