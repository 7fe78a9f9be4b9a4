"""Wikilinks lead to the note that Obsidian would open, and text stays text."""

from __future__ import annotations

import pytest

from campnotes.linking.model import LinkedLink, Notebook, Outcome
from support.notebooks import make_notebook

NOTES = {
    "week1/정리.md": "# 1주차\n\n## 어텐션이란?\n\n### 마스크\n",
    "week2/정리.md": "# 2주차\n",
    "week2/깊은/경사.md": "---\naliases: [경사 하강법, GD]\n---\n# 경사\n",
    "README.md": "# 노트\n",
    "week3/README.md": "# 3주차\n",
}


def linked(text: str, path: str = "week2/a.md") -> tuple[Notebook, LinkedLink]:
    book = make_notebook({**NOTES, path: text}, others=("img/그림.png", "자료.pdf"))
    return book, book.by_path[path].links[0]


@pytest.mark.parametrize(
    ("written", "target", "anchor"),
    [
        ("[[경사]]", "week2/깊은/경사.md", ""),
        ("[[경사.md]]", "week2/깊은/경사.md", ""),
        ("[[깊은/경사|글]]", "week2/깊은/경사.md", ""),
        ("[[gd]]", "week2/깊은/경사.md", ""),
        ("[[정리]]", "week2/정리.md", ""),
        ("[[week1/정리]]", "week1/정리.md", ""),
        ("[[../week1/정리]]", "week1/정리.md", ""),
        ("[[week1/정리#어텐션이란?]]", "week1/정리.md", "어텐션이란"),
        ("[[week1/정리#어텐션이란?#마스크]]", "week1/정리.md", "마스크"),
        ("[[week1/정리#^a1b2c3]]", "week1/정리.md", ""),
        ("[[week3]]", "week3/README.md", ""),
        ("[[#아래]]\n\n## 아래\n", "week2/a.md", "아래"),
        ("[[자료.pdf]]", "자료.pdf", ""),
        ("![[그림.png]]", "img/그림.png", ""),
    ],
)
def test_a_name_leads_to_its_file(written: str, target: str, anchor: str) -> None:
    _, link = linked(written)
    assert (link.target, link.anchor, link.ok) == (target, anchor, True)


def test_of_several_the_one_with_the_shortest_path_is_meant() -> None:
    notes = {"a/b/c.md": "", "d/c.md": "", "e.md": "[[c]]"}
    assert make_notebook(notes).by_path["e.md"].links[0].target == "d/c.md"


def test_wikilinks_are_backlinks() -> None:
    book, _ = linked("글\n\n[[경사]]\n")
    (backlink,) = book.backlinks["week2/깊은/경사.md"]
    assert (backlink.path, backlink.line, backlink.mention) == ("week2/a.md", 3, False)


def test_what_is_nowhere_is_told() -> None:
    book, _ = linked("[[경사]] [[없는 노트]] [[경사#없는 제목]] ![[없음.png]]\n")
    told = {f.code: (f.line, f.column) for f in book.findings if f.code != "mark-read"}
    assert told == {
        "wikilink-missing": (1, 8),
        "link-anchor-missing": (1, 18),
        "image-missing": (1, 31),
    }


def test_two_brackets_are_text_where_no_name_is_ever_found() -> None:
    book, link = linked("배열은 [[가, 나]]라고 쓴다\n")
    assert link.outcome is Outcome.TEXT
    assert not book.findings
