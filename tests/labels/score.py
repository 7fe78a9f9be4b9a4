"""Score what campnotes reads against labels made by reading.

    python tests/labels/score.py LABELS.json NOTEBOOK

prints precision, recall and F1 of each thing that is labelled.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from campnotes import Notebook, Settings, read_notebook
from campnotes.linking.model import Note
from campnotes.notebook.place import DateSource
from campnotes.parsing.presenters import Role

Found = dict[str, set[Hashable]]


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


def score(labels: Mapping[str, Any], notebook: Notebook) -> dict[str, Score]:
    """The score of each thing, over the labelled notes."""
    expected: Found = {}
    found: Found = {}
    for path, label in labels["notes"].items():
        _add(expected, _labelled(path, label))
        note = notebook.by_path.get(path)
        if note is not None:
            _add(found, _read(note, label))
    return {thing: _compare(expected[thing], found.get(thing, set())) for thing in expected}


def _add(total: Found, some: Found) -> None:
    for thing, items in some.items():
        total.setdefault(thing, set()).update(items)


def _labelled(path: str, label: Mapping[str, Any]) -> Found:
    return {
        "days": {(path, label["kind"], label["week"], label["day"], label["date"])},
        "contents": {(path, e["line"], e["target_line"]) for e in label["contents"]},
        "presenters": {(path, p["line"], p["name"]) for p in label["presenters"]},
        "presentations": {(path, p["line"]) for p in label["presentations"]},
        "references": {
            (path, r["line"], r["url"]) for r in label["references"] if not r.get("own")
        },
        "mentions": {(path, m["line"], m["raw"], m["target"]) for m in label["mentions"]},
    }


def _read(note: Note, label: Mapping[str, Any]) -> Found:
    place, path = note.place, note.path
    # Labels hold the dates that can be read; a calendar's or Git's are known to nobody who reads.
    readable = place.date_source not in {DateSource.CALENDAR, DateSource.GIT, None}
    when = place.date.isoformat() if place.date and readable else None
    if label["date"] is None and "month_day" in label:
        when = None
    return {
        "days": {(path, str(place.kind), place.week, place.day, when)},
        "contents": {
            (path, e.entry.line, e.heading.line if e.heading else None) for e in note.contents
        },
        "presenters": {(path, p.line, p.name) for p in note.people if p.role is Role.PRESENTER},
        "presentations": {(path, p.line) for p in note.presentations},
        "references": {(path, c.link.line, c.link.url) for c in note.citations},
        "mentions": {(path, m.mention.line, m.mention.raw, m.target) for m in note.mentions},
    }


def _compare(expected: set[Hashable], found: set[Hashable]) -> Score:
    right = expected & found
    return Score(
        len(right),
        len(found),
        len(expected),
        tuple(sorted(found - expected, key=repr)),
        tuple(sorted(expected - found, key=repr)),
    )


def main(arguments: list[str]) -> None:
    """Print the scores, and what is wrong or missing."""
    labels = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    scores = score(labels, read_labelled(labels, Path(arguments[1])))
    for thing, result in scores.items():
        print(
            f"{thing:14} P {result.precision:.3f}  R {result.recall:.3f}  F1 {result.f1:.3f}"
            f"  ({result.right} of {result.labelled} labelled, {result.found} found)"
        )
        for mark, items in (("+", result.wrong), ("-", result.missed)):
            for item in items:
                print(f"    {mark} {item}")


if __name__ == "__main__":
    main(sys.argv[1:])
