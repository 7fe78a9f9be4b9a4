"""Find the anchor that the fragment of an address (`#다짐`) means in a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from campnotes.parsing.note import ParsedNote

# GitHub puts this in front of every anchor that an author set; addresses work with and without.
_USER_CONTENT = "user-content-"


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of one note: of its headings, and those set in HTML."""

    known: frozenset[str]
    _loose: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, note: ParsedNote) -> Anchors:
        """The anchors that a note has."""
        anchors = {heading.anchor for heading in note.headings}
        anchors.update(note.html_ids)
        loose: dict[str, str] = {}
        # Of several that are nearly alike, the first in alphabetical order.
        for anchor in sorted(anchors):
            loose.setdefault(_loose_key(anchor), anchor)
        return cls(known=frozenset(anchors), _loose=loose)

    def find(self, fragment: str) -> str | None:
        """The anchor that a fragment means, as written or nearly so."""
        wanted = plain_fragment(fragment)
        if wanted in self.known:
            return wanted
        loose_wanted = _loose_key(wanted)
        if not loose_wanted:
            return None
        return self._loose.get(loose_wanted)


def plain_fragment(fragment: str) -> str:
    """A fragment without what GitHub puts in front of it."""
    return fragment.removeprefix(_USER_CONTENT)


def _loose_key(anchor: str) -> str:
    # Nobody sees in which of its forms Hangul is typed.
    composed = normalize("NFC", anchor)
    lower = composed.lower()
    letters = filter(str.isalnum, lower)
    return "".join(letters)
