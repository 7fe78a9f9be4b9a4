"""Read an inventory, ours or another site's: data from elsewhere, checked before use."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator


class InventoryError(ValueError):
    """A text that is no inventory; its message says where and why."""


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an inventory."""
    text = (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def read_inventory(text: str) -> dict[str, Any]:
    """The inventory that a text holds. Raises InventoryError if it holds none."""
    try:
        inventory = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InventoryError(f"It is no JSON: {error}") from error
    problem = next(iter(Draft202012Validator(schema()).iter_errors(inventory)), None)
    if problem is not None:
        raise InventoryError(f"{problem.json_path}: {problem.message[:300]}")
    checked: dict[str, Any] = inventory
    return checked
