"""What is bounded because nobody writes so much of it, and what is told of it."""

from __future__ import annotations

from campnotes.linking.model import Match
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from support.notebooks import make_notebook


def _html(text: str) -> str:
    (note,) = make_notebook({"a.md": text}).notes
    return render_note(note, lambda linked: linked.link.url, Options())


def test_tags_that_nest_too_deep_are_shown_as_text_and_told() -> None:
    text = "<div>\n\n" * 300 + "## 끝\n"
    (note,) = make_notebook({"a.md": text}).notes
    assert [(finding.code, finding.line) for finding in note.findings] == [("html-too-deep", 201)]
    html = _html(text)
    assert html.count("<div>") == 100
    assert html.count("&lt;div&gt;") == 200
    assert "끝" in html


def test_tags_that_are_closed_are_never_too_deep() -> None:
    text = "<details>\n<summary>a</summary>\n\nb\n\n</details>\n\n" * 300
    (note,) = make_notebook({"a.md": text}).notes
    assert note.findings == ()


def test_a_marked_section_in_html_ends_no_build() -> None:
    assert "글" in _html("<div>\n<![if IE]> <![ <![CDATA[ a\n</div>\n\n글\n")


def test_a_very_long_contents_leads_to_headings_of_the_same_text() -> None:
    entries = "".join(f"- [제목 {number}](#틀린-{number})\n" for number in range(200))
    headings = "".join(f"## 제목 {number}\n" for number in range(200))
    (note,) = make_notebook({"a.md": f"# 목차\n\n{entries}\n{headings}"}).notes
    assert {linked.match for linked in note.contents} == {Match.REPAIRED}
    assert [linked.heading and linked.heading.text for linked in note.contents][:2] == [
        "제목 0",
        "제목 1",
    ]


def test_links_of_a_very_long_line_have_their_columns() -> None:
    text = "".join(f"[a](b{number}.md) " for number in range(1000))
    (note,) = make_notebook({"a.md": text}).notes
    columns = [linked.link.column for linked in note.links]
    assert columns[:3] == [1, 12, 23]
    assert columns[-1] == text.index("[a](b999.md)") + 1
