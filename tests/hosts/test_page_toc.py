"""Tables of contents as themes get them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.structure.toc import AnchorLink

from campnotes.hosts.mkdocs.pages.page_toc import note_toc
from campnotes.parsing.note import parse_note


def titles(links: Iterable[AnchorLink]) -> list[Any]:
    """The titles of entries, each followed by a list of those below it."""
    found: list[Any] = []
    for link in links:
        found.append(link.title)
        if link.children:
            found.append(titles(link.children))
    return found


def test_headings_stand_below_the_one_before_them_of_a_lower_level() -> None:
    note = parse_note("# 하나\n\n### 둘\n\n## 셋\n\n#### 넷\n")
    assert titles(note_toc(note.headings)) == ["하나", ["둘", "셋", ["넷"]]]


def test_several_titles_stand_below_the_first_that_one_too() -> None:
    note = parse_note("# 하나\n\n## 둘\n\n# 셋\n")
    assert titles(note_toc(note.headings)) == ["하나", ["하나", ["둘"], "셋"]]


def test_only_the_wanted_levels_and_no_sentences() -> None:
    note = parse_note("# 하나\n\n## 둘 <\n\n#### 오늘은 정말 많이 배운 하루였다.\n\n### 셋\n")
    assert titles(note_toc(note.headings, 2, 2)) == ["둘 &lt;"]
    assert titles(note_toc(note.headings)) == ["하나", ["둘 &lt;", ["셋"]]]
