"""The title of a note, and where it comes from."""

from __future__ import annotations

from msgspec import Struct

from campnotes.linking.origin import Origin


class Title(Struct, frozen=True):
    """A note's title, the rule by which it was found, and the line that it stands on, if any.

    `apart` is what tells the note from others that are called the same.
    """

    text: str
    rule: str
    line: int | None = None
    apart: str = ""

    @property
    def origin(self) -> Origin:
        """Where it comes from."""
        return Origin(self.rule, self.line)
