"""What the search knows from former builds."""

from __future__ import annotations

from typing import Protocol


class Memory(Protocol):
    """What is known from former builds, by names."""

    def get(self, name: str) -> bytes | None:
        """Give what is kept under a name."""

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name."""


class NoMemory:
    """Nothing is known, and nothing kept."""

    def get(self, name: str) -> bytes | None:
        """Give nothing."""

    def put(self, name: str, content: bytes) -> None:
        """Keep nothing."""


NO_MEMORY = NoMemory()
