"""The anchors that GitHub gives headings, as github-slugger makes them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from msgspec import Struct, field

# github-slugger 2.0 (script/generate-regex.js) keeps \p{Alphabetic}, \p{Mark}, \p{Decimal_Number},
# \p{Connector_Punctuation}, "-" and " ". Alphabetic is L*, Nl and Other_Alphabetic; of the last,
# what isn't a mark is the circled and squared Latin letters.
_KEPT_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
_OTHER_ALPHABETIC = (
    (0x24B6, 0x24E9),
    (0x1F130, 0x1F149),
    (0x1F150, 0x1F169),
    (0x1F170, 0x1F189),
)


@lru_cache(maxsize=4096)
def _keeps(character: str) -> bool:
    category = unicodedata.category(character)
    if category in _KEPT_CATEGORIES:
        return True
    if character in "- ":
        return True
    code = ord(character)
    return any(first <= code <= last for first, last in _OTHER_ALPHABETIC)


def slug(text: str) -> str:
    """Make the anchor of a heading's text, before duplicates are told apart."""
    lowered = text.lower()
    kept = filter(_keeps, lowered)
    joined = "".join(kept)
    return joined.replace(" ", "-")


# What stands for the empty anchor that GitHub gives a heading of nothing but pictures or emoji, which
# no link can mean. GitHub numbers the next ones: `-1`, `-2`.
_NAMELESS = "-0"


class Slugger(Struct):
    """Gives each heading of one note its anchor; a second `a` becomes `a-1`."""

    taken: dict[str, int] = field(default_factory=dict)

    def anchor(self, text: str) -> str:
        """Give the next heading with this text its anchor."""
        original = slug(text)
        candidate = original
        while candidate in self.taken:
            self.taken[original] += 1
            number = self.taken[original]
            candidate = f"{original}-{number}"
        self.taken[candidate] = 0
        return candidate

    def id(self, text: str) -> str:
        """The anchor as the id of the next heading in a page, where it can't be empty."""
        return self.anchor(text) or self.anchor(_NAMELESS)
