"""Which part of a note is a presentation. Who presents, and what is asked, is in `cases/`."""

from __future__ import annotations

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
