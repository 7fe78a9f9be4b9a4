"""What a note says of itself: who presents in it, and which of its headings are shown."""

from __future__ import annotations

from support.notebooks import make_notebook

TEXT = """---
presenters: [김하늘, 박서준]
---
# Day 1

## 피어세션

### 인덱스

발표자: 윤서진

#### 정리

##
"""


def test_presenters_of_presentations_come_first() -> None:
    (note,) = make_notebook({"day1.md": TEXT}).notes
    assert note.presentation_presenters == ("윤서진",)
    assert note.presenters == ("윤서진", "김하늘", "박서준")


def test_shown_headings_are_no_title_and_not_too_deep() -> None:
    (note,) = make_notebook({"day1.md": TEXT}).notes
    assert [h.text for h in note.shown_headings()] == ["피어세션", "인덱스", "정리"]
    assert [h.text for h in note.shown_headings(deepest=3)] == ["피어세션", "인덱스"]
    assert [h.text for h in note.shown_headings(among=2)] == ["피어세션"]
