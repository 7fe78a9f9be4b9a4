"""Headings that are entered several times; all else of contents is in `cases/contents.md`."""

from __future__ import annotations

from support.notebooks import make_notebook


def test_repeated_headings_are_taken_once_each() -> None:
    text = "## 목차\n\n- [정리](#정리)\n- [정리](#정리-1)\n- [정리](#정리-x)\n\n## 정리\n## 정리\n## 정리\n"
    contents = make_notebook({"a.md": text}).notes[0].contents
    assert [e.heading.line for e in contents if e.heading] == [7, 8, 9]
