"""Find the anchor that the fragment of an address (`#다짐`) means in a note."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import normalize

from msgspec import Struct, field

from campnotes.linking.likeness import certain_heading, letters_of
from campnotes.parsing.contents import Entry
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading

# GitHub puts this in front of every anchor that an author set; addresses work with and without.
_USER_CONTENT = "user-content-"
MOST_COMPARED = 200  # headings with which an anchor is compared that none has


class Anchors(Struct, frozen=True):
    """The anchors of one note: of its headings, and those set in HTML.

    `_loose` has them by their letters and digits.
    """

    known: frozenset[str]
    headings: tuple[Heading, ...] = ()
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
        return cls(
            known=frozenset(anchors),
            headings=note.headings,
            _loose=loose,
        )

    def find(self, fragment: str) -> str | None:
        """The anchor that a fragment means, as written or nearly so."""
        wanted = plain_fragment(fragment)
        if wanted in self.known:
            return wanted
        key = _loose_key(wanted)
        return self._loose.get(key) if key else None

    def meant(self, fragment: str, text: str) -> Heading | None:
        """The heading that a link with this text certainly means by a fragment that is no anchor.

        1. The one that another tool calls so: kramdown leaves numbers in front out, and Notion writes
           `and` for `&`. Where several are called so, none is meant.
        2. The one to which an entry of a contents would be led out of order.
        3. The only one that has the link's very text.
        """
        compared = self.headings[:MOST_COMPARED]
        called_so = self._called_by_tools(fragment)
        if called_so:
            return called_so[0] if len(called_so) == 1 else None
        words = plain_fragment(fragment).replace("-", " ")
        wanted = Entry(
            line=1,
            text=words,
            anchor=None,
            depth=1,
        )
        at = certain_heading(wanted, compared)
        if at is not None:
            return compared[at]
        letters = letters_of(text)
        if not letters:
            return None
        called_so = [heading for heading in compared if letters_of(heading.text) == letters]
        return called_so[0] if len(called_so) == 1 else None

    def _called_by_tools(self, fragment: str) -> list[Heading]:
        wanted = plain_fragment(fragment)
        without_and = wanted.replace("-and-", "-")
        key = _unnumbered_key(wanted)
        keys = {key, _unnumbered_key(without_and)} if key else set()
        compared = self.headings[:MOST_COMPARED]
        return [heading for heading in compared if _unnumbered_key(heading.anchor) in keys]


def _unnumbered_key(anchor: str) -> str:
    """The letters and digits of an anchor behind a number with which it begins."""
    key = _loose_key(anchor)
    return key.lstrip("0123456789")


def plain_fragment(fragment: str) -> str:
    """A fragment without what GitHub puts in front of it."""
    return fragment.removeprefix(_USER_CONTENT)


def _loose_key(anchor: str) -> str:
    # Nobody sees in which of its forms Hangul is typed.
    composed = normalize("NFC", anchor)
    lower = composed.lower()
    letters = filter(str.isalnum, lower)
    return "".join(letters)
