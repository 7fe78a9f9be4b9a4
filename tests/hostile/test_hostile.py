"""The hostile corpus: what a notebook may try, and what must come out."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.browsing import look_at
from hostile.building import Visit
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


HARMFUL = {
    "script": "<img src=x onerror=ran(1)>",
    "elsewhere": '<link rel="stylesheet" href="https://elsewhere.example/a.css">',
    "navigation": '<meta http-equiv="refresh" content="0;url=/other.html">',
    "covers": '<p style="position:fixed;inset:0;background:red;z-index:999999">over</p>',
    "clobbered": '<p id="mermaid"></p>',
    "faults": '<a href="java&#10;script:ran(1)" onclick="x()">press</a>',
    "error": "<script>nothing.at.all()</script>",
}


def test_what_is_harmful_would_be_seen(tmp_path: Path) -> None:
    """The looking itself works: each of these is let into a page, and seen there."""
    if executable() is None:
        pytest.skip("no Chromium on this machine; `make browser` installs it")
    page = (
        "<title>t</title><header class='md-header'><p class='md-header__title'>t</p>"
        "<input class='md-search__input'></header><div data-campnotes-body>{}</div>"
    )
    for name, harm in HARMFUL.items():
        (tmp_path / f"{name}.html").write_text(page.format(harm), "utf-8")
    looks = look_at(tmp_path, [Visit(f"{name}.html") for name in HARMFUL])
    seen = {look.visit.url.removesuffix(".html"): look for look in looks}
    assert seen["script"].ran
    assert seen["elsewhere"].elsewhere
    assert seen["navigation"].elsewhere
    assert seen["covers"].seen["covers"]
    assert seen["clobbered"].seen["clobbered"]
    assert len(seen["faults"].seen["faults"]) == 2
    assert seen["error"].errors
    assert not seen["script"].elsewhere and not seen["elsewhere"].ran
