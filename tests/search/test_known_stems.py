"""Stems are guessed only of words that the last build didn't have."""

from __future__ import annotations

import pytest

from campnotes.search import known_stems
from campnotes.search.known_stems import KnownStems
from campnotes.search.words import stems
from support.memories import Kept


def test_only_new_words_are_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Kept()
    first = KnownStems(memory)
    assert first("모델에서는") == stems("모델에서는")
    first.keep()
    guessed: list[str] = []

    def guess(word: str) -> tuple[str, ...]:
        guessed.append(word)
        return stems(word)

    monkeypatch.setattr(known_stems, "stems", guess)
    second = KnownStems(memory)
    assert second("모델에서는") == stems("모델에서는")
    assert second("layers") == stems("layers")
    assert guessed == ["layers"]


def test_a_damaged_memory_is_as_good_as_none() -> None:
    memory = Kept()
    memory.put("stems", b"\xc1")
    assert KnownStems(memory)("layers") == ("layer",)
