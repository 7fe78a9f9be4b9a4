"""The hostile corpus: what a notebook may try, and what must come out."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.cases import ROOMS, read_cases
from hostile.judging import figures
from hostile.running import run_room
from support.chromium import executable

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("room", ROOMS)
def test_what_must_come_out_does(room: str, tmp_path: Path) -> None:
    if executable() is None:
        pytest.skip("no Chromium on this machine; `make browser` installs it")
    verdicts = run_room(room, tmp_path)
    print(figures(verdicts))
    wrong = []
    for verdict in verdicts:
        name = f"{verdict.case.family} {verdict.case.number}: {verdict.case.title}"
        if verdict.faults and not verdict.open:
            wrong.append("\n    ".join([name, *dict.fromkeys(verdict.faults)]))
        elif verdict.open and not verdict.faults:
            wrong.append(f"{name}\n    holds by now: take `open: {verdict.open}` away")
    assert not wrong, "\n".join(["", *wrong])


def test_there_are_enough_cases() -> None:
    cases = read_cases()
    assert len(cases) >= 300
    assert len({(case.family, case.title, str(case.blocks)) for case in cases}) == len(cases)
