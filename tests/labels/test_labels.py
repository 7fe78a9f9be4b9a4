"""The recognisers against labels made by reading: the figures that campnotes promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pooled import DEVELOPED, UNSEEN, score_notebooks
from score import read_labelled, score

HERE = Path(__file__).parent
HOME = HERE.parents[1]
CORPORA = HOME.parent / "shared" / "corpora"
LEAST_F1 = 0.95  # of each thing in the notebooks that are labelled whole
TOPICS = {"topic": 0.90}
# Precision and recall over all other notebooks, labels that were held back included.
LEAST = {
    "kind": (0.97, 0.97),
    "week": (0.97, 0.97),
    "day": (0.96, 0.98),
    "date": (0.98, 0.92),
    "title": (0.96, 0.96),
    "topic": (0.95, 0.84),
    "contents": (0.98, 0.985),
    "presenters": (0.97, 0.95),
    "presentations": (0.96, 0.90),
    "materials": (0.97, 0.93),
    "roles": (0.98, 0.98),
    "questions": (0.97, 0.96),
    "references": (0.98, 0.98),
}


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
        if result.f1 < TOPICS.get(thing, LEAST_F1)
    }
    assert not short


@pytest.mark.corpus
def test_reading_agrees_with_labels_of_many_notebooks() -> None:
    if not CORPORA.is_dir():
        pytest.skip("the development notebooks aren't here")
    scores = score_notebooks((*DEVELOPED, *UNSEEN), CORPORA, held=[False, True])
    reached = {
        thing: (round(scores[thing].precision, 3), round(scores[thing].recall, 3))
        for thing in LEAST
    }
    short = {
        thing: (reached[thing], least)
        for thing, least in LEAST.items()
        if reached[thing][0] < least[0] or reached[thing][1] < least[1]
    }
    assert not short


@pytest.mark.corpus
def test_every_note_of_small_corpora_is_labelled() -> None:
    if not CORPORA.is_dir():
        pytest.skip("the development notebooks aren't here")
    for name in ("seed", "jun"):
        labels = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
        there = {p.relative_to(CORPORA / name).as_posix() for p in (CORPORA / name).rglob("*.md")}
        assert set(labels["notes"]) == there
