"""Notes that are named without a link: rarely, but then surely."""

from __future__ import annotations

import pytest

from campnotes.linking.model import Notebook
from support.notebooks import make_notebook

NOTES = {
    "경사_하강법.md": "---\naliases: [SGD 최적화]\n---\n# 기울기를 따라\n",
    "resnet.md": "# ResNet\n",
    "함수.md": "# Function\n",
    "day3.md": "# Day 3\n",
    "a/정리.md": "# 강의 정리 노트\n",
    "b/정리.md": "# 강의 정리 노트\n",
}


def named(text: str, notes: dict[str, str] | None = None) -> Notebook:
    return make_notebook({**(notes or NOTES), "글.md": text})


def targets(book: Notebook) -> list[str | None]:
    return [mentioned.target for mentioned in book.by_path["글.md"].mentions]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("경사 하강법을 썼다", "경사_하강법.md"),
        ("기울기를 따라, 걷는다", "경사_하강법.md"),
        ("SGD 최적화에서는", "경사_하강법.md"),
        ("| ResNet은 |\n| --- |", "resnet.md"),
    ],
)
def test_a_title_an_alias_or_a_name_is_found(text: str, target: str) -> None:
    book = named(f"글\n\n{text}\n")
    assert targets(book) == [target]
    (backlink,) = book.backlinks[target]
    assert (backlink.path, backlink.line, backlink.mention) == ("글.md", 3, True)


@pytest.mark.parametrize(
    "text",
    [
        "경사 하강법칙을 썼다",
        "새경사 하강법",
        "ResNet50을 썼다",
        "Function은 흔한 말이다",
        "강의 정리 노트",
        "```\n경사 하강법\n```",
        "[경사 하강법](https://a.example)",
    ],
)
def test_what_may_be_something_else_is_not(text: str) -> None:
    assert targets(named(text)) == []


def test_a_link_says_more_than_a_name() -> None:
    book = named("[[경사_하강법]]은 경사 하강법이다\n")
    (backlink,) = book.backlinks["경사_하강법.md"]
    assert not backlink.mention


def test_a_word_of_the_whole_camp_names_no_note() -> None:
    others = {f"{number}.md": "자료구조를 배웠다\n" for number in range(9)}
    book = make_notebook({"자료구조.md": "# 자료구조\n", **others})
    assert book.backlinks == {}
