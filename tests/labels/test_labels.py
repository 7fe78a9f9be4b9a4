"""The recognisers against labels made by reading: the figures that campnotes promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from score import read_labelled, score

HERE = Path(__file__).parent
HOME = HERE.parents[1]
CORPORA = HOME.parent / "shared" / "corpora"
LEAST = {
    "kind": 0.97,
    "week": 0.97,
    "day": 0.97,
    "date": 0.97,
    "contents": 0.98,
    "references": 0.98,
}
LEAST_OF_OTHERS = 0.95


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("demonstration", HOME / "docs"),
        pytest.param("seed", CORPORA / "seed", marks=pytest.mark.corpus),
        pytest.param("jun", CORPORA / "jun", marks=pytest.mark.corpus),
    ],
)
def test_reading_agrees_with_labels(name: str, folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder} isn't here")
    labels = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    scores = score(labels, read_labelled(labels, folder))
    short = {
        thing: (round(result.f1, 3), result.wrong[:5], result.missed[:5])
        for thing, result in scores.items()
        if result.f1 < LEAST.get(thing, LEAST_OF_OTHERS)
    }
    assert not short


@pytest.mark.corpus
def test_every_note_of_the_corpora_is_labelled() -> None:
    if not CORPORA.is_dir():
        pytest.skip("the development notebooks aren't here")
    for name in ("seed", "jun"):
        labels = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
        there = {p.relative_to(CORPORA / name).as_posix() for p in (CORPORA / name).rglob("*.md")}
        assert set(labels["notes"]) == there
