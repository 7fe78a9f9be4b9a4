"""What a day's note tells of later days is a plan, unless the note says or shows otherwise."""

from __future__ import annotations

from support.notebooks import make_notebook

ROWS = "| 日期 | 主题 | 分享人 |\n|-|-|-|\n"
EARLIER = "| 2031-02-24 | 树 | 王小明 |\n| 2031-03-01 | 栈 | 李小雷 |\n"
LATER = "| 2031-03-10 | 索引 | 王小明 |\n| 2031-03-17 | 队列 | 李小雷 |\n"


def topics(text: str, path: str = "2031-03-03.md") -> list[str]:
    book = make_notebook({path: text})
    return [presentation.topic for presentation in book.notes[0].presentations]


def test_later_days_are_a_plan() -> None:
    assert topics(f"# 分享\n\n{ROWS}{LATER}") == []


def test_a_list_that_began_before_goes_on_being_kept() -> None:
    assert topics(f"# 分享\n\n{ROWS}{EARLIER}{LATER}") == ["树", "栈", "索引", "队列"]


def test_one_earlier_day_makes_no_such_list() -> None:
    earlier = EARLIER.splitlines(keepends=True)[0]
    assert topics(f"# 分享\n\n{ROWS}{earlier}{LATER}") == ["树"]


def test_a_title_that_speaks_of_the_past_is_believed() -> None:
    assert topics(f"# 分享\n\n## 已进行\n\n{ROWS}{LATER}") == ["索引", "队列"]
    assert topics(f"# 分享\n\n## 安排\n\n{ROWS}{LATER}") == []


def test_so_is_the_title_of_the_note() -> None:
    assert topics(f"---\ntitle: 往期分享\n---\n\n{ROWS}{LATER}") == ["索引", "队列"]


def test_a_list_of_meetings_isnt_dated_by_its_first_row() -> None:
    assert topics(f"# 分享\n\n{ROWS}{EARLIER}", path="week1/day1.md") == ["树", "栈"]


def test_lists_for_several_days_are_plans_in_the_note_of_one() -> None:
    lists = "- 3/4일 발표\n  - 큐 (윤서진)\n- 3/5일 발표\n  - 덱 (문가온)\n"
    book = make_notebook({"week5/day3.md": f"# Day 3\n\n## 피어세션\n\n- 트리 (오지안)\n{lists}"})
    (note,) = book.notes
    assert [presentation.topic for presentation in note.presentations] == ["트리"]


def test_what_leads_a_list_dates_its_presentations() -> None:
    lists = "- 2030.3.4 발표\n  - 큐 (윤서진)\n- 2030.3.11 발표\n  - 덱 (문가온)\n"
    book = make_notebook({"README.md": f"# 스터디\n\n{lists}"})
    (note,) = book.notes
    assert [str(talk.date) for talk in note.presentations] == ["2030-03-04", "2030-03-11"]
