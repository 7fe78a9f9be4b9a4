"""Find the anchor that the fragment of an address (`#다짐`) means in a note."""

from __future__ import annotations

from dataclasses import dataclass

from campnotes.parsing.note import ParsedNote

# GitHub puts this in front of every anchor that an author set; addresses work with and without.
_USER_CONTENT = "user-content-"


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of one note: of its headings, and those set in HTML."""

    known: frozenset[str]

    @classmethod
    def of(cls, note: ParsedNote) -> Anchors:
        """The anchors that a note has."""
        anchors = {heading.anchor for heading in note.headings}
        anchors.update(note.html_ids)
        return cls(known=frozenset(anchors))

    def find(self, fragment: str) -> str | None:
        """The anchor that a fragment means, as written or nearly so."""
        wanted = plain_fragment(fragment)
        if wanted in self.known:
            return wanted
        loose_wanted = _loose_key(wanted)
        if not loose_wanted:
            return None
        # Of several that are nearly so, the first in alphabetical order.
        for anchor in sorted(self.known):
            if _loose_key(anchor) == loose_wanted:
                return anchor
        return None


def plain_fragment(fragment: str) -> str:
    """A fragment without what GitHub puts in front of it."""
    return fragment.removeprefix(_USER_CONTENT)


def _loose_key(anchor: str) -> str:
    lower = anchor.lower()
    letters = filter(str.isalnum, lower)
    return "".join(letters)
