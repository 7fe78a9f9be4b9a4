"""The guide shows what is told today; `python tests/explaining/guide.py` writes it anew."""

from __future__ import annotations

import pytest

from campnotes.reading import NotebookReading
from explaining.guide import EXAMPLE, PAGES, demonstration, page_of, told_of


@pytest.fixture(scope="module")
def found() -> NotebookReading:
    return demonstration()


@pytest.mark.parametrize("language", PAGES)
def test_the_guide_s_examples_are_what_is_told(language: str, found: NotebookReading) -> None:
    text = page_of(language).read_text("utf-8")
    examples = list(EXAMPLE.finditer(text))
    assert len(examples) >= 6
    for example in examples:
        assert example["told"] == told_of(example["asked"], found, language)


def test_both_languages_have_the_same_examples() -> None:
    asked = [EXAMPLE.findall(page_of(language).read_text("utf-8")) for language in PAGES]
    korean, english = asked
    assert [path for path, _ in korean] == [path for path, _ in english]
