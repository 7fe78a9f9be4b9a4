"""Whatever is in a note, it can be explained, on lines that are there."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from campnotes.explaining.telling import tell_explanations
from campnotes.settings import PersonSettings, Settings
from explaining.asking import explain
from support import made

CAMP = Settings(people={"윤서진": PersonSettings(aliases=("서진", "@minji"))})


@given(made.paths.map(lambda paths: paths[0]), made.note(), made.note())
def test_every_note_and_line_can_be_explained(path: str, text: str, other: str) -> None:
    notes = {path: text, "beside.md": other}
    explained = explain(notes, path, settings=CAMP)
    lines = text.split("\n")
    for explanation in explained:
        assert explanation.line is None or 1 <= explanation.line <= len(lines)
        assert explanation.reasons
    told = tell_explanations(explained, path)
    told.encode("utf-8")
    json.loads(tell_explanations(explained, path, form="json"))


@given(made.note(), st.integers(1, 12))
def test_what_is_told_of_a_line_is_about_it(text: str, line: int) -> None:
    explained = explain({"day1.md": text}, "day1.md", line)
    assert {explanation.line for explanation in explained} <= {line}
    tell_explanations(explained, "day1.md", line)
