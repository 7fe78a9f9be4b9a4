"""Names in a note that lead to the people's pages."""

from __future__ import annotations

import pytest

from campnotes.rendering.note import render_note, what_html_shows
from campnotes.rendering.options import Options
from support.notebooks import make_notebook

NOTE = """# Day1

## 피어세션

### 큐란

앞 줄
발표자: {name}
"""


def render(name: str) -> str:
    note = make_notebook({"week1/day1.md": NOTE.format(name=name)}).notes[0]
    return render_note(note, lambda _: None, Options(), lambda person: f"../people/{person}/")


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        (
            "김나래",
            '발표자: <a class="campnotes-name" href="../people/%EA%B9%80%EB%82%98%EB%9E%98/"',
        ),
        ("`김나래`", "<code>김나래</code></a>"),
        ("**김나래**", "김나래</a></strong>"),
    ],
)
def test_a_presenter_s_name_is_a_link(written: str, linked: str) -> None:
    html = render(written)
    assert linked in html
    assert html.count("<a ") == 1


def test_a_name_within_a_link_stays_one() -> None:
    assert render("[김나래](https://example.org)").count("campnotes-name") == 0


def test_html_is_kept_apart_by_where_names_lead() -> None:
    note = make_notebook({"week1/day1.md": NOTE.format(name="김나래")}).notes[0]
    nearer, farther, nowhere = (
        what_html_shows(note, lambda _: None, Options(), {"김나래": where}.get)
        for where in ("a/", "b/", None)
    )
    assert nearer != farther
    assert farther != nowhere
