"""Where a note's title or topic comes from."""

from __future__ import annotations

from msgspec import Struct


class Origin(Struct, frozen=True):
    """Where a note's title or topic comes from: the rule, and the line that it stands on, if any.

    `path` is that of another note, which says it.
    """

    rule: str = ""
    line: int | None = None
    path: str | None = None
