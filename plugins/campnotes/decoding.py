"""Decode what was kept, which may be of another form by now."""

from __future__ import annotations

from typing import TypeVar

from msgspec import MsgspecError, msgpack

_Kept = TypeVar("_Kept")


def decoded(kept: bytes | None, kind: type[_Kept]) -> _Kept | None:
    """Decode what was kept as a value of a kind; `None` of nothing, and of what is none."""
    if kept is None:
        return None
    try:
        return msgpack.decode(kept, type=kind)
    except MsgspecError:
        return None
