"""What cases of a few lines can't show; all else of contents is in `cases/contents.md`."""

from __future__ import annotations

from support.notebooks import make_notebook


def test_repeated_headings_are_taken_once_each() -> None:
    text = "## 목차\n\n- [정리](#정리)\n- [정리](#정리-1)\n- [정리](#정리-x)\n\n## 정리\n## 정리\n## 정리\n"
    contents = make_notebook({"a.md": text}).notes[0].contents
    assert [e.heading.line for e in contents if e.heading] == [7, 8, 9]


def test_a_list_of_nothing_but_anchors_is_a_contents_further_down_too() -> None:
    text = (
        "- [하나](#하나)\n- [둘](#둘)\n- [셋](#셋)\n\n"
        "## 하나\n- 먼저 [둘](#둘)\n- 다음에 [셋](#셋)\n- 또 [하나](#하나)\n\n## 둘\n\n## 셋\n"
    )
    contents = make_notebook({"a.md": "앞\n\n" * 30 + text}).notes[0].contents
    assert [e.entry.line for e in contents] == [61, 62, 63]


def test_an_entry_without_its_mark_is_led_to_the_heading_unless_a_file_is_called_so() -> None:
    text = "## 목차\n- [소개](소개)\n- [회고](#회고)\n\n## 소개\n## 회고\n"
    note = make_notebook({"a.md": text}).notes[0]
    assert [(e.entry.line, e.heading and e.heading.line) for e in note.contents] == [(2, 5), (3, 6)]
    assert [(x.target, x.anchor) for x in note.links] == [("a.md", "소개"), ("a.md", "회고")]
    assert [(f.code, f.line) for f in note.findings] == [("contents-mark-missing", 2)]
    note = make_notebook({"a.md": text, "소개/README.md": "# 소개\n"}).by_path["a.md"]
    assert [e.entry.line for e in note.contents] == [3]
    assert note.links[0].target == "소개/README.md"
