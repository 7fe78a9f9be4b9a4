"""Our data classes are what `dataclasses` would make of them, as far as somebody looks."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from campnotes.records import dataclass


def _two(make: Callable[..., Any]) -> tuple[Any, Any]:
    @make(frozen=True, slots=True)
    class Person:
        name: str
        age: int = dataclasses.field(default=0, compare=False)
        notes: tuple[str, ...] = dataclasses.field(default=(), repr=False)

    @make(frozen=True, slots=True)
    class Reader:
        name: str

    return Person, Reader


@pytest.mark.parametrize("make", [dataclass, dataclasses.dataclass])
def test_they_are_compared_shown_and_replaced_as_usual(make: Callable[..., Any]) -> None:
    person, reader = _two(make)
    nare = person("김나래", 3, notes=("day1.md",))
    assert nare == person("김나래", 4, notes=("day1.md",))
    assert nare != person("박도윤", 3, notes=("day1.md",))
    assert reader("김나래") != person("김나래")
    assert hash(nare) == hash(person("김나래", 4, notes=("day1.md",)))
    assert len({reader("김나래"), reader("김나래")}) == 1
    assert repr(nare).endswith(".Person(name='김나래', age=3)")
    assert dataclasses.replace(nare, age=5).age == 5
    assert [field.name for field in dataclasses.fields(nare)] == ["name", "age", "notes"]
    assert not hasattr(nare, "__dict__")


def test_what_may_be_changed_is_no_key() -> None:
    @dataclass(slots=True)
    class Counted:
        number: int

    assert Counted(1) == Counted(1)
    with pytest.raises(TypeError):
        hash(Counted(1))
