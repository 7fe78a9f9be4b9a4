"""Score what campnotes reads against labels made by reading.

    python tests/labels/score.py LABELS.json NOTEBOOK [--held] [--wrong]

prints precision, recall and F1 of each thing that is labelled. Labels that are marked as held back
are left out, since nothing was tuned on them; `--held` scores those alone. `--wrong` lists what is
wrong (`+`) and what is missing (`-`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from measures import MEASURES, Labelled, items_of, measured

from campnotes import Notebook, Settings, read_notebook


@dataclass(frozen=True)
class Score:
    """How far a set of findings is right (precision) and complete (recall)."""

    right: int
    found: int
    labelled: int
    wrong: tuple[Hashable, ...]
    missed: tuple[Hashable, ...]

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_labelled(labels: Mapping[str, Any], folder: Path) -> Notebook:
    """The notebook, read with what its labels tell of its repository and start."""
    start = labels.get("start")
    settings = Settings(
        repository=labels.get("repository"),
        folder=labels.get("folder", ""),
        start=date.fromisoformat(start) if start else None,
    )
    return read_notebook(folder, settings)


def score(labels: Mapping[str, Any], notebook: Notebook, *, held: bool = False) -> dict[str, Score]:
    """The score of each thing, over the labelled notes that are held back, or the others."""
    notes = [it for it in _labelled(labels, notebook) if bool(it.label.get("held")) is held]
    scores = {}
    for measure in MEASURES:
        about = [it for it in notes if measured(measure, it.label)]
        if not about:
            continue
        expected = items_of(about, measure.expected)
        found = items_of(about, measure.read)
        scores[measure.name] = _compare(expected, found)
    return scores


def _labelled(labels: Mapping[str, Any], notebook: Notebook) -> Iterator[Labelled]:
    for path, label in labels["notes"].items():
        note = notebook.by_path.get(path)
        # A folder such as `.github/` holds no notes.
        if note is None:
            continue
        yield Labelled(
            path=path,
            label=label,
            note=note,
            notebook=notebook,
        )


def _compare(expected: set[Hashable], found: set[Hashable]) -> Score:
    wrong = sorted(found - expected, key=repr)
    missed = sorted(expected - found, key=repr)
    return Score(
        right=len(expected & found),
        found=len(found),
        labelled=len(expected),
        wrong=tuple(wrong),
        missed=tuple(missed),
    )


def _print_score(thing: str, result: Score) -> None:
    print(
        f"{thing:14} P {result.precision:.3f}  R {result.recall:.3f}  F1 {result.f1:.3f}"
        f"  ({result.right} of {result.labelled} labelled, {result.found} found)"
    )


def _print_wrong(result: Score) -> None:
    for item in result.wrong:
        print(f"    + {item}")
    for item in result.missed:
        print(f"    - {item}")


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser()
    parser.add_argument("labels", type=Path)
    parser.add_argument("notebook", type=Path)
    parser.add_argument("--held", action="store_true", help="score what was held back")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong or missing")
    arguments = parser.parse_args()
    labels = json.loads(arguments.labels.read_text(encoding="utf-8"))
    notebook = read_labelled(labels, arguments.notebook)
    scores = score(labels, notebook, held=arguments.held)
    for thing, result in scores.items():
        _print_score(thing, result)
        if arguments.wrong:
            _print_wrong(result)


if __name__ == "__main__":
    main()
