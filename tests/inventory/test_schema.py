"""The schema names the same kinds of things as the code."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest

from campnotes.inventory import schema
from campnotes.linking.model import Match, ReferenceKind
from campnotes.notebook.place import DateSource, Kind
from campnotes.parsing.presenters import Role
from campnotes.rules import Severity

NOTE = "properties/notes/items/properties"
ENUMS: dict[str, type[StrEnum]] = {
    "$defs/kind": ReferenceKind,
    f"{NOTE}/kind": Kind,
    f"{NOTE}/date_source": DateSource,
    f"{NOTE}/toc/items/properties/match": Match,
    f"{NOTE}/people/items/properties/role": Role,
    "properties/findings/items/properties/severity": Severity,
}


def enums(part: Any, path: str = "") -> Iterator[tuple[str, list[str | None]]]:
    """Every enumeration of the schema, with its place."""
    if isinstance(part, dict):
        if isinstance(part.get("enum"), list):
            yield path.strip("/"), part["enum"]
        for name, inner in part.items():
            yield from enums(inner, f"{path}/{name}")


@pytest.mark.parametrize(("place", "kinds"), ENUMS.items(), ids=lambda value: str(value))
def test_the_schema_has_the_values_of_the_code(place: str, kinds: type[StrEnum]) -> None:
    values = [value for value in dict(enums(schema()))[place] if value is not None]
    assert sorted(values) == sorted(str(kind) for kind in kinds)


def test_no_enumeration_of_the_schema_stands_alone() -> None:
    assert set(dict(enums(schema()))) == set(ENUMS)
