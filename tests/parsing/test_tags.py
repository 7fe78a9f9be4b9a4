"""The tags of notes, as authors of other tools write them."""

from __future__ import annotations

import unicodedata

import pytest

from campnotes.parsing.note import parse_note
from campnotes.parsing.tags import MOST_TAGS, note_tags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("---\ntags: [NLP, 어텐션]\n---\n글", ["NLP", "어텐션"]),
        ("---\ntags: NLP, Object Detection\n---\n글", ["NLP", "Object Detection"]),
        ("---\ntags: NLP\ncategories:\n  - 딥러닝\n---\n글", ["NLP", "딥러닝"]),
        ("---\ntags:\n  - [NLP, CV]\n  - []\n---\n글", ["NLP", "CV"]),
        ("---\ntags: '#최적화 #선형대수'\n---\n글", ["최적화", "선형대수"]),
        ("---\ntags: [2026-02-30, 3]\n---\n글", ["2026-02-30", "3"]),
        ("---\ntags: [NLP, nlp, '#NLP']\n---\n글", ["NLP"]),
        ("---\ntags: [nlp//rnn/, /cv]\n---\n글", ["nlp/rnn", "cv"]),
        ("# 제목\n\n###### tags: `NLP` `어텐션 구조`\n\n글", ["NLP", "어텐션 구조"]),
        ("###### Tags: NLP, 어텐션\n글", ["NLP", "어텐션"]),
        ("###### tags: NLP 어텐션\n글", ["NLP", "어텐션"]),
        ("# 제목\n\n글\n\n#NLP #어텐션\n#til/week1\n", ["NLP", "어텐션", "til/week1"]),
        ("# 제목\n\n글\n#회고", ["회고"]),
        ("# 제목\n\n#NLP, #til\n\n글", ["NLP", "til"]),
        ("#NLP #til\n\n글", ["NLP", "til"]),
    ],
)
def test_tags(text: str, tags: list[str]) -> None:
    assert list(note_tags(parse_note(text))) == tags


@pytest.mark.parametrize(
    "text",
    [
        "# 제목\n\n글 속의 #NLP 는 태그가 아니다\n",
        "# 제목\n\n#절\n\n글",  # a heading whose author forgot the space
        "# 제목\n\n#12 #34\n",  # issues
        "# 제목\n\n```c\n#include\n```\n",
        "# 제목\n\n    #include #define\n",
        "# 제목\n\n```\n###### tags: `NLP`\n```\n\n글",
        "---\ncategories: {a: b}\n---\n글",
        "## tags\n\n- NLP",
    ],
)
def test_no_tags(text: str) -> None:
    assert note_tags(parse_note(text)) == ()


def test_a_note_has_so_many_tags_and_no_more() -> None:
    text = " ".join(f"#글{number}" for number in range(1000))
    assert len(note_tags(parse_note(text))) == MOST_TAGS
    (tag,) = note_tags(parse_note(f"글\n\n#{'가/나' * 1000}"))
    assert len(tag) <= 60


def test_a_tag_is_one_in_both_forms_of_hangul() -> None:
    decomposed = unicodedata.normalize("NFD", "어텐션")
    text = f"---\ntags: [어텐션, {decomposed}, NLP, nlp]\n---\n"
    assert note_tags(parse_note(text, "a.md")) == ("어텐션", "NLP")
