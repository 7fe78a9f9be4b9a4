"""Which part of a note is a presentation. Who presents, and what is asked, is in `cases/`."""

from __future__ import annotations

import pytest

from campnotes.linking.model import Note
from support.notebooks import make_notebook


def session(text: str) -> Note:
    return make_notebook({"week1/day1.md": f"# Day1\n\n## 피어세션\n\n{text}\n"}).notes[0]


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


def test_material_beside_the_labels_of_topic_and_presenter_is_of_the_presentation() -> None:
    (one,) = session(
        "- 발표 주제: 큐\n- 발표자: 윤서진\n- 자료: [x](https://a.example)"
    ).presentations
    assert [m.canonical for m in one.materials] == ["https://a.example"]


def test_material_in_a_list_with_another_sign_is_of_the_presentation() -> None:
    one, other = session(
        "- 큐 (윤서진)\n* [x](https://a.example)\n- 덱 (문가온)\n\nhttps://b.example\n"
    ).presentations
    assert [m.canonical for m in one.materials] == ["https://a.example"]
    assert [m.canonical for m in other.materials] == ["https://b.example"]


@pytest.mark.parametrize(
    "topics", [("큐 (윤서진)", "덱 (문가온)"), ("큐\n\n발표자: 서진", "덱\n\n발표자: 가온")]
)
def test_a_topic_above_its_session_s_level_ends_with_the_session(topics: tuple[str, str]) -> None:
    one, other = topics
    note = session(
        f"# {one}\n\n[a](https://a.example)\n\n# {other}\n\n[b](https://b.example)\n\n"
        "## 회고\n\n[c](https://c.example)"
    )
    materials = [[m.canonical for m in p.materials] for p in note.presentations]
    assert materials == [["https://a.example"], ["https://b.example"]]


@pytest.mark.parametrize(
    "path", ["Peersession.md", "peer meeting/0823.md", "회의록/8월 23일.md", "議事録/1.md"]
)
def test_a_whole_note_may_be_a_session(path: str) -> None:
    note = make_notebook({path: "# 8월 23일\n\n- 큐 (윤서진)\n"}).notes[0]
    assert note.presenters == ("윤서진",)


def test_a_word_within_another_begins_no_session() -> None:
    note = make_notebook({"a.md": "# Representation Learning\n\n### 큐 (윤서진)\n"}).notes[0]
    assert note.presentations == ()


def test_labels_under_one_title_begin_presentations_of_their_own() -> None:
    one, other = session(
        "발표자: 윤서진\n\n[a](https://a.example)\n\n발표자: 문가온\n\n[b](https://b.example)"
    ).presentations
    assert (one.presenters, [m.canonical for m in one.materials]) == (
        ("윤서진",),
        ["https://a.example"],
    )
    assert (other.presenters, [m.canonical for m in other.materials]) == (
        ("문가온",),
        ["https://b.example"],
    )


def test_labels_in_a_row_tell_of_one_presentation() -> None:
    (one,) = session("### 큐\n\n- 발표자: 윤서진\n- 발표자: 문가온\n").presentations
    assert one.presenters == ("윤서진", "문가온")


def test_a_list_item_may_be_a_session_s_title() -> None:
    text = "# 3월 4일\n\n- 강의\n    - 큐 (윤서진)\n- 피어세션\n    - 덱 (문가온)\n- 회고\n    - 트리 (오지안)\n"
    note = make_notebook({"a.md": text}).notes[0]
    assert note.presenters == ("문가온",)


@pytest.mark.parametrize(
    "text",
    [
        "Speakers: Bluetooth",
        "Presenter: React",
        "### Presenter\n\n- View",
        "| Presenter | View |\n|-|-|\n| 로직 | 화면 |",
        "Summarized by AI",
        "Led by Data",
    ],
)
def test_labels_of_things_name_nobody_outside_of_sessions(text: str) -> None:
    assert make_notebook({"a.md": f"# 설계\n\n{text}\n"}).people == ()


@pytest.mark.parametrize("label", ["발표자", "발제자", "연사", "강연자"])
def test_a_label_names_its_presenter_outside_of_sessions_too(label: str) -> None:
    (note,) = make_notebook({"a.md": f"# 3월\n\n## 인덱스\n\n{label}: 윤서진\n"}).notes
    assert note.presenters == ("윤서진",)


def test_a_presenter_s_account_is_no_material_but_the_person_s() -> None:
    book = make_notebook(
        {
            "輪読会/1.md": "# 輪読会\n\n|章|発表者|\n|-|-|\n"
            "|[索引](https://a.example)|[花子](https://github.com/hanako)|\n"
        }
    )
    (one,) = book.notes[0].presentations
    assert [m.canonical for m in one.materials] == ["https://a.example"]
    assert [person.accounts for person in book.people] == [("https://github.com/hanako",)]


def test_a_line_below_the_title_says_whose_chapter_a_reading_circle_s_note_is() -> None:
    book = make_notebook(
        {
            "reading_circle/1.md": "# 1章 索引\n\n@hanako\n",
            "reading_circle/2.md": "# 2章 キャッシュ\n\n担当: hanako\n",
            "memo.md": "# メモ\n\n@hanako\n",
        }
    )
    told = {note.path: [p.presenters for p in note.presentations] for note in book.notes}
    assert told == {
        "reading_circle/1.md": [("hanako",)],
        "reading_circle/2.md": [("hanako",)],
        "memo.md": [],
    }


NAMES_AND_TOPICS = "| 姓名 | 题目 |\n|-|-|\n| 王小明 | 索引 |\n| 李晓华 | 查询 |\n"


@pytest.mark.parametrize(
    "above",
    [
        "# 2021\n\n实验室每两周举行一次分享会。",
        "+++\ndate = \"2021-03-04\"\ntitle = '技术沙龙'\n+++",
    ],
)
def test_a_note_is_of_a_session_that_its_start_tells_of(above: str) -> None:
    note = make_notebook({"a.md": f"{above}\n\n{NAMES_AND_TOPICS}"}).notes[0]
    names = [name for presentation in note.presentations for name in presentation.presenters]
    assert names == ["王小明", "李晓华"]


def test_but_not_of_an_exam() -> None:
    note = make_notebook({"a.md": f"实验室每两周举行一次考试。\n\n{NAMES_AND_TOPICS}"}).notes[0]
    assert note.presentations == ()
