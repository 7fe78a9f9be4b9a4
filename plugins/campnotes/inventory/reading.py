"""Read an inventory, ours or another site's: data from elsewhere, checked before use."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

SCHEMA_FILE = Path(__file__).parent / "schema.json"
_MOST_SHOWN = 300  # characters of what is wrong, which may quote the whole inventory


class InventoryError(ValueError):
    """A text that is no inventory; its message says where and why."""


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """Read the JSON Schema (2020-12) of an inventory."""
    text = SCHEMA_FILE.read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def read_inventory(text: str) -> dict[str, Any]:
    """Read an inventory from text. Raises InventoryError if it holds none."""
    try:
        inventory: dict[str, Any] = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InventoryError(f"It is no JSON: {error}") from error
    _check(inventory)
    _check_texts(inventory)
    return inventory


def _check_texts(inventory: dict[str, Any]) -> None:
    """Raise an InventoryError if something of it couldn't be written again.

    JSON's escapes can tell half a surrogate pair (`"\\ud800"`), and Python reads NaN.
    """
    try:
        json.dumps(inventory, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        message = str(error)[:_MOST_SHOWN]
        raise InventoryError(f"It can't be written as JSON: {message}") from error


def _check(inventory: dict[str, Any]) -> None:
    """Raise an InventoryError about the first thing that isn't as the schema says."""
    # It takes a while to load, and a build reads no inventory.
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(schema())
    problems = validator.iter_errors(inventory)
    first = next(problems, None)
    if first is None:
        return
    place = first.json_path
    message = first.message[:_MOST_SHOWN]
    raise InventoryError(f"{place}: {message}")
