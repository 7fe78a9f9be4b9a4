"""Print what came of the hostile corpus, by family: `python tests/hostile/figures.py [ROOM…]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hostile.cases import ROOMS
from hostile.judging import figures
from hostile.running import run_room


def main() -> None:
    verdicts = []
    for room in sys.argv[1:] or ROOMS:
        with tempfile.TemporaryDirectory() as folder:
            verdicts += run_room(room, Path(folder))
    print(figures(verdicts))
    for verdict in verdicts:
        if verdict.faults:
            case = verdict.case
            mark = f" (open: {verdict.open})" if verdict.open else ""
            print(f"\n{case.family} {case.number}: {case.title}{mark}")
            for fault in dict.fromkeys(verdict.faults):
                print(f"    {fault}")


if __name__ == "__main__":
    main()
