"""What is made of notes is made again only of those that changed."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from msgspec import msgpack
from msgspec.structs import replace

from campnotes.caching.memory import Memory
from campnotes.caching.recalled import Recalled
from campnotes.caching.store import Store
from campnotes.linking import relinking
from campnotes.linking.surroundings import Surroundings
from campnotes.parsing.note import ParsedNote, parse_note
from campnotes.settings import ParseOptions

DAY1 = parse_note("# Day 1\n\n정렬을 배웠다.\n", "day1.md")
DAY2 = parse_note("# Day 2\n\n그래프를 배웠다.\n", "day2.md")
NAME = "made of notes: length"  # in the memory
CHANGED = parse_note("# Day 2\n\n트리를 배웠다.\n", "day2.md")


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(Store(tmp_path / "cache"), "notes")


def build(memory: Memory, *notes: ParsedNote, files: str = "") -> list[str]:
    """Ask a step of some notes, keep what it made, and give the notes that it looked at."""
    looked_at = []

    def length(note: ParsedNote) -> int:
        looked_at.append(note.path)
        return len(note.text)

    recalled = Recalled(memory, ParseOptions())
    step = recalled.step("length", msgpack.Decoder(int), length, files)
    for note in notes:
        assert step(note) == len(note.text)
    recalled.keep()
    return looked_at


def test_only_changed_notes_are_looked_at(memory: Memory) -> None:
    assert build(memory, DAY1, DAY2) == ["day1.md", "day2.md"]
    assert build(memory, DAY1, DAY2) == []
    assert build(memory, DAY1, CHANGED) == ["day2.md"]


def test_all_are_where_something_else_is_told(memory: Memory) -> None:
    build(memory, DAY1, DAY2)
    assert build(memory, DAY1, DAY2, files="day3.md") == ["day1.md", "day2.md"]


def test_nothing_is_kept_of_sealed_notes(memory: Memory) -> None:
    sealed = replace(DAY1, sealed=True)
    assert build(memory, sealed) == build(memory, sealed) == ["day1.md"]


def test_what_is_damaged_is_made_anew(memory: Memory) -> None:
    build(memory, DAY1)
    kept = msgpack.decode(memory.get(NAME) or b"", type=dict[str, bytes])
    memory.put(NAME, msgpack.encode(dict.fromkeys(kept, b"\xc1")))
    assert build(memory, DAY1) == ["day1.md"]
    memory.put(NAME, b"\xc1")
    assert build(memory, DAY1) == ["day1.md"]


def test_all_that_notes_are_linked_against_is_told() -> None:
    """A field that is added to `Surroundings` must be told, or a former build's links stay."""
    follows = {"days", "folders"}  # of the notes' places, and of the files
    told = inspect.getsource(relinking._tell)
    untold = {name for name in Surroundings.__struct_fields__ if f"around.{name}" not in told}
    assert untold == follows
