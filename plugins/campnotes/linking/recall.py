"""What is known of single notes from a former build."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from msgspec import msgpack

from campnotes.parsing.note import ParsedNote

Made = TypeVar("Made")
Make = Callable[[ParsedNote], Made]


class Recall(Protocol):
    """What steps made of notes in a former build, for notes that are as they were."""

    def step(
        self, name: str, decoder: msgpack.Decoder[Made], make: Make[Made], *told: str | bytes
    ) -> Make[Made]:
        """Have a step asked only of notes of which it isn't known what it makes.

        What it makes must come of the parsed note alone, and of what is `told` besides. Steps have
        names of their own; what they make is kept in one place for each.
        """


class NoRecall:
    """Nothing is known, and nothing kept."""

    def step(
        self, name: str, decoder: msgpack.Decoder[Made], make: Make[Made], *told: str | bytes
    ) -> Make[Made]:
        """Give the step as it is."""
        del name, decoder, told
        return make
