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
    """The anchors of one note: of its headings, and those set in HTML.

    `_loose` has them by their letters and digits, and `_unnumbered` without a number in front, where
    only one reads so.
    """

    known: frozenset[str]
    _loose: Mapping[str, str] = field(default_factory=dict)
    _unnumbered: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, note: ParsedNote) -> Anchors:
        """The anchors that a note has."""
        anchors = {heading.anchor for heading in note.headings}
        anchors.update(note.html_ids)
        loose: dict[str, str] = {}
        # Of several that are nearly alike, the first in alphabetical order.
        for anchor in sorted(anchors):
            loose.setdefault(_loose_key(anchor), anchor)
        return cls(
            known=frozenset(anchors),
            _loose=loose,
            _unnumbered=_unnumbered(loose),
        )

    def find(self, fragment: str) -> str | None:
        """The anchor that a fragment means: as written, nearly so, or as another tool has it.

        kramdown leaves numbers in front out, and Notion writes `and` for `&`.
        """
        wanted = plain_fragment(fragment)
        if wanted in self.known:
            return wanted
        without_and = wanted.replace("-and-", "-")
        for written in dict.fromkeys((wanted, without_and)):
            key = _loose_key(written)
            found = self._loose.get(key) or self._unnumbered.get(key)
            if key and found:
                return found
        return None


def _unnumbered(loose: Mapping[str, str]) -> Mapping[str, str]:
    """Read anchors without a number in front; what several read as means none of them."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for key, anchor in loose.items():
        bare = key.lstrip("0123456789")
        if bare in found:
            several.add(bare)
        if bare and bare != key:
            found[bare] = anchor
    for bare in several:
        del found[bare]
    return found


def plain_fragment(fragment: str) -> str:
    """A fragment without what GitHub puts in front of it."""
    return fragment.removeprefix(_USER_CONTENT)


def _loose_key(anchor: str) -> str:
    # Nobody sees in which of its forms Hangul is typed.
    composed = normalize("NFC", anchor)
    lower = composed.lower()
    letters = filter(str.isalnum, lower)
    return "".join(letters)
