"""What a search remembers between builds, without a cache."""

from __future__ import annotations


class Kept:
    """A memory of a build."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.entries.get(name)

    def put(self, name: str, content: bytes) -> None:
        self.entries[name] = content
