"""Addresses with bare spaces: which are read as one, and where they stand."""

from __future__ import annotations

import pytest

from campnotes.parsing.links import Markup
from campnotes.parsing.note import parse_note


@pytest.mark.parametrize(
    ("text", "url", "title"),
    [
        ("![a](my img.png)", "my img.png", ""),
        ("![a]( my  img (1).png )", "my  img (1).png", ""),
        ('![a](my img.png "제목")', "my img.png", "제목"),
        ("[a](내 노트 1.md#제목)", "내 노트 1.md#제목", ""),
        ("[a](Week 1/)", "Week 1/", ""),
        ("[a](C:\\내 문서\\a b.pdf)", "C:\\내 문서\\a b.pdf", ""),
    ],
)
def test_an_address_with_spaces(text: str, url: str, title: str) -> None:
    note = parse_note(f"글\n글 {text}\n")
    (link,) = note.links
    assert (link.url, link.markup) == (url, Markup.SPACED)
    assert (link.line, link.column) == (2, 3)
    (inline,) = [token for token in note.document.tokens if token.type == "inline"]
    titles = [token.attrs.get("title", "") for token in inline.children or [] if token.attrs]
    assert titles == [title]


@pytest.mark.parametrize(
    "text",
    [
        "[a](see below)", "배열[0](두 번째)", "[a](b c.md d)", "[a](<b c.md> d)", "[a](b\nc.md)",
        "[a](https://a.example/b c.png)", '[a](b "c.md)', "\\[a](b c.md)", "`[a](b c.md)`",
        "[a](b c.1)", "[a](b (c.md)",
    ],
)  # fmt: skip
def test_what_isn_t_one(text: str) -> None:
    assert all(link.markup is not Markup.SPACED for link in parse_note(text).links)


@pytest.mark.parametrize("text", ["[a](b.md 'c.md')", '[a](b.md "c d.md")', "[a](b.md (c d.md))"])
def test_titles_stay_titles(text: str) -> None:
    (link,) = parse_note(text).links
    assert (link.url, link.markup) == ("b.md", Markup.MARKDOWN)
