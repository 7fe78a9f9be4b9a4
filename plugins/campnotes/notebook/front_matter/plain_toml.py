"""Read TOML of strangers as plain data: Hugo's and Zola's front matter, between two rows of `+++`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from campnotes.notebook.front_matter.plain_yaml import MOST_NUMBER, Field, Refused
from campnotes.patterns import regex

MOST_NESTED = 50  # brackets and braces that are open at once
# Tables whose fields are those of the note: Zola's and Hugo's.
_OF_NOTE = ("taxonomies", "extra", "params")
_KEY = regex(r"""[ \t]*["']?([\w\-]+)["']?[ \t]*=""")


class TomlError(ValueError):
    """What isn't TOML, or nests too deep."""


def read_toml_fields(text: str) -> tuple[Field, ...]:
    """Read the fields of a TOML document, in order. Raises TomlError if its syntax is wrong."""
    if _nests_too_deep(text):
        raise TomlError("it is nested too deep")
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise TomlError(str(error)) from error
    lines = _lines_of_keys(text)
    return tuple(_fields(document, lines))


def _nests_too_deep(text: str) -> bool:
    """Tell whether more brackets open than close; those in texts count too."""
    depth = 0
    for mark in re.findall(r"[\[\]{}]", text):
        depth += 1 if mark in "[{" else -1
        if depth > MOST_NESTED:
            return True
    return False


def _lines_of_keys(text: str) -> dict[str, int]:
    lines: dict[str, int] = {}
    for number, row in enumerate(text.split("\n")):
        key = _KEY.match(row)
        if key:
            lines.setdefault(key[1], number)
    return lines


def _fields(document: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Field]:
    for name, value in document.items():
        if name in _OF_NOTE and isinstance(value, dict):
            continue
        yield _field(name, value, lines.get(name, 0))
    for table in _OF_NOTE:
        told = document.get(table)
        if not isinstance(told, dict):
            continue
        for name, value in told.items():
            if name not in document:
                yield _field(name, value, lines.get(name, 0))


def _field(name: str, value: Any, line: int) -> Field:
    items: list[Any] = value if isinstance(value, list) else []
    written_items = map(_written, items)
    return Field(
        name=name,
        value=_plain(value),
        written=_written(value),
        items=tuple(written_items),
        source=str(value),
        line=line,
    )


def _written(value: Any) -> str | None:
    """A single value as text; `None` for a list or a table."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > MOST_NUMBER:
        return None
    if isinstance(value, str | int | float | date | time):
        return str(value)
    return None


def _plain(value: Any) -> Any:
    """A value as YAML would give it: times of day, and numbers beyond all use, are refused."""
    if isinstance(value, list):
        return list(map(_plain, value))
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    is_too_large = isinstance(value, int) and abs(value) > MOST_NUMBER
    if is_too_large or isinstance(value, time):
        return Refused()
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return value
