"""What a note is called where its place is told beside it."""

from __future__ import annotations

import pytest

from campnotes.site.names import name_below
from support.notebooks import make_notebook


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# 1주차\n\n## 기본 인자의 함정\n\n글\n", "기본 인자의 함정"),
        ("# 반복문\n\n글\n", "반복문"),
    ],
)
def test_a_week_s_note_goes_by_its_topic_beside_the_week(text: str, name: str) -> None:
    notebook = make_notebook({"week1/README.md": text, "week2/README.md": "# 2주차\n"})
    assert name_below(notebook.by_path["week1/README.md"], "1주차") == name
