"""Words and morphemes that are known from the build before."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError

import pytest

from campnotes.search import analyser
from campnotes.search import morphemes as module
from campnotes.search import said_words as words_module
from campnotes.search.analyser import Token
from campnotes.search.morphemes import morphemes_of, remembers_morphemes
from campnotes.search.packed_docs import PackedDocs
from campnotes.search.said_words import said_words, words_in
from campnotes.search.units import Doc
from support.memories import Kept

DAYS: list[list[Doc]] = [
    [{"location": "day1/", "title": "정렬", "text": "합병 정렬과 heap"}],
    [{"location": "day2/", "title": "그래프", "text": "너비 우선 탐색"}],
]
CHANGED: list[Doc] = [{"location": "day2/", "title": "그래프", "text": "깊이 우선"}]


def test_only_the_words_of_changed_pages_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Kept()
    said_words(PackedDocs(DAYS), memory)
    read: list[Sequence[Doc]] = []

    def reading(docs: Sequence[Doc]) -> object:
        read.append(docs)
        return words_in(docs)

    monkeypatch.setattr(words_module, "words_in", reading)
    assert said_words(PackedDocs([DAYS[0], CHANGED]), memory) == {
        "정렬", "합병", "정렬과", "heap", "그래프", "깊이", "우선",
    }  # fmt: skip
    assert read == [CHANGED]


def test_a_damaged_memory_is_as_good_as_none() -> None:
    memory = Kept()
    memory.put("words", b"\xc1")
    assert said_words(PackedDocs(DAYS[1:]), memory) == {"그래프", "너비", "우선", "탐색"}


def test_the_analyser_is_asked_for_new_words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[str]] = []

    def tokens(words: Sequence[str]) -> list[list[Token]]:
        asked.append(words)
        return [[(word[:2], "NNG"), (word[2:], "NNG")] for word in words]

    monkeypatch.setattr(module, "is_installed", lambda: True)
    monkeypatch.setattr(module, "analyser_version", lambda: "1")
    monkeypatch.setattr(module, "tokens", tokens)
    memory = Kept()
    assert not remembers_morphemes(memory)
    first = morphemes_of({"가중평균"}, memory)
    assert remembers_morphemes(memory)
    assert morphemes_of({"가중평균", "선형회귀"}, memory).items() > first.items()
    assert asked == [["가중평균"], ["선형회귀"]]
    # Another version of it may tell something else.
    monkeypatch.setattr(module, "analyser_version", lambda: "2")
    morphemes_of({"가중평균"}, memory)
    assert len(asked) == 3


def test_without_an_analyser_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_version(_name: str) -> str:
        raise PackageNotFoundError

    monkeypatch.setattr(analyser, "version", no_version)
    monkeypatch.setattr(module, "is_installed", lambda: False)
    memory = Kept()
    assert not remembers_morphemes(memory)
    assert morphemes_of({"가중평균"}, memory) == {}
    assert not memory.entries
