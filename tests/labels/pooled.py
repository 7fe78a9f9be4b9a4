"""Score all labelled notebooks together: what was looked at, what was held back, and the unseen.

    python tests/labels/pooled.py CORPORA

prints for each thing that is labelled how many of it were read rightly, over the notebooks that were
looked at while the recognisers were written, their labels that were held back, the notebooks that
were labelled and scored once before anybody looked, the notes that were drawn later from all of
them for their questions and presentations, and those that were drawn last, for questions alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from measures import MEASURES
from score import Score, read_labelled, score

HERE = Path(__file__).parent
DEVELOPED = ("goorm", "hongsusoo", "leehyeonjin", "jinmang", "blueberry")
UNSEEN = ("iamtrueline", "dsgiitr")
SECOND = ("blueberry", "hongsusoo", "iamtrueline", "jinmang", "leehyeonjin")
SECOND_FOLDER = HERE / "second"
THIRD_FOLDER = HERE / "third"


def pooled(scores: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """Several scores of each thing as one."""
    together: dict[str, Score] = {}
    for one in scores:
        for thing, result in one.items():
            before = together.get(thing)
            together[thing] = result if before is None else _sum(before, result)
    return together


def _sum(one: Score, other: Score) -> Score:
    return Score(
        right=one.right + other.right,
        found=one.found + other.found,
        labelled=one.labelled + other.labelled,
        wrong=(*one.wrong, *other.wrong),
        missed=(*one.missed, *other.missed),
    )


def score_notebooks(
    names: Iterable[str],
    corpora: Path,
    *,
    held: Iterable[bool],
    folder: Path = HERE,
) -> dict[str, Score]:
    """The pooled score of the notebooks of these names, over the labels held back or the others."""
    parts = tuple(held)
    scores = []
    for name in names:
        labels = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        notebook = read_labelled(labels, corpora / name)
        scores += [score(labels, notebook, held=part) for part in parts]
    return pooled(scores)


def main() -> None:
    """Print the table."""
    corpora = Path(sys.argv[1])
    columns = {
        "looked at": score_notebooks(DEVELOPED, corpora, held=[False]),
        "held back": score_notebooks(DEVELOPED, corpora, held=[True]),
        "unseen notebooks": score_notebooks(UNSEEN, corpora, held=[False, True]),
        "drawn later": score_notebooks(SECOND, corpora, held=[False], folder=SECOND_FOLDER),
        "drawn last": score_notebooks(SECOND, corpora, held=[False], folder=THIRD_FOLDER),
    }
    print(f"{'':14}", *(f"{column:26}" for column in columns))
    for measure in MEASURES:
        cells = [_cell(scores.get(measure.name)) for scores in columns.values()]
        print(f"{measure.name:14}", *(f"{cell:26}" for cell in cells))


def _cell(result: Score | None) -> str:
    if result is None or not result.labelled + result.found:
        return "–"
    return f"P {result.precision:.3f} R {result.recall:.3f} of {result.labelled}"


if __name__ == "__main__":
    main()
