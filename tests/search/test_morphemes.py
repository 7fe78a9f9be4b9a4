"""What the analyser adds to the rules."""

from __future__ import annotations

import subprocess
import sys

import pytest

from campnotes.search import analyser
from campnotes.search import morphemes as module
from campnotes.search.morphemes import forms_of, morphemes_of
from campnotes.search.words import words


def test_forms_and_parts_of_words() -> None:
    pytest.importorskip("kiwipiepy")
    known = morphemes_of(words("가장 가까운 것을 고른다 경사하강법으로 가중평균을 구한다"))
    assert "가깝" in forms_of("가까운", known)
    assert "고르" in forms_of("고른다", known)
    assert "평균" in forms_of("가중평균을", known)


def test_without_an_analyser_the_rules_must_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "is_installed", lambda: False)
    assert morphemes_of(words("가까운 것을 고른다")) == {}
    assert forms_of("가까운", {}) == ()


def test_an_analyser_that_fails_costs_nothing_but_its_morphemes(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    failed = subprocess.Popen(
        [sys.executable, "-c", "input()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii",
    )  # fmt: skip
    monkeypatch.setattr(analyser, "start_analyser", lambda: failed)
    with failed:
        assert morphemes_of(words("가까운 것을 고른다")) == {}
    assert "kiwipiepy" in caplog.text
