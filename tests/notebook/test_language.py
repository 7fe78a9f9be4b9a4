"""The language that a notebook is mostly written in, by which its site speaks."""

from __future__ import annotations

import pytest

from campnotes.linking.place_names import day_label, week_label
from campnotes.notebook.language import guess_language
from campnotes.notebook.place import Kind, Place


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("배열은 index로 원소를 찾는다. 漢字", "ko"),
        ("配列の要素は index で探す。", "ja"),
        ("数组的元素按 index 查找。", "zh"),
        ("數組的元素按 index 查找，日文的「の」在這裡只是例子。", "zh"),
        ("An array finds its elements by index, as in 配列.", "en"),
        ("", "ko"),
    ],
)
def test_the_letters_tell_the_language(text: str, language: str) -> None:
    assert guess_language([text]) == language


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("ko", ("3일차", "2주차")),
        ("ja", ("3日目", "第2週")),
        ("zh", ("第3天", "第2周")),
    ],
)
def test_places_are_told_in_the_language(language: str, labels: tuple[str, str]) -> None:
    day = day_label(Place(Kind.DAY, week=2, day=3), language)
    assert (day, week_label(2, language)) == labels
