"""JSON for programs: nobody reads it, and every reader of the site loads it."""

from __future__ import annotations

import json
from typing import Any


def compact_json(value: Any) -> str:
    """Write JSON without spaces, with letters of all scripts as they are.

    For example, `{"일차": [1, 2]}` becomes `{"일차":[1,2]}`.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
