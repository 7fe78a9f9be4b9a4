"""What names somebody who is hidden, and so isn't shown anywhere but in its own note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from campnotes.parsing.names import HONORIFIC, is_full_korean_name
from campnotes.patterns import regex
from campnotes.settings import PersonSettings

# A sentence ends with a mark that a space or the end stands behind.
_SENTENCES = regex(r"(?<=[.!?。？！…])\s+")


class HiddenNames(Struct, frozen=True):
    """How those who are hidden are written; `pattern` is empty where nobody is.

    - They are found by their names and aliases, in any case;
    - by a given name with what is said behind it: 도윤님 of 박도윤.
    """

    pattern: str = ""

    @classmethod
    def of(cls, people: Mapping[str, PersonSettings]) -> HiddenNames:
        """Tell the names of those whom the settings hide."""
        written: list[str] = []
        for name, person in people.items():
            if person.hidden:
                written += _written(name, person)
        return cls("|".join(written))

    def are_in(self, text: str) -> bool:
        """Tell whether a text names one of them."""
        if not self.pattern:
            return False
        return re.search(self.pattern, text, re.IGNORECASE) is not None

    def left_out(self, text: str) -> str:
        """A text without the sentences that name one of them.

        For example, without 박도윤 `도윤님이 물었다. 왜일까?` is `왜일까?`.
        """
        if not self.are_in(text):
            return text
        sentences = _SENTENCES.split(text)
        kept = [sentence for sentence in sentences if not self.are_in(sentence)]
        return " ".join(kept)


def _written(name: str, person: PersonSettings) -> Iterator[str]:
    for whole in (name, *person.aliases):
        yield re.escape(whole)
    if is_full_korean_name(name):
        yield rf"{name[-2:]}\s?{HONORIFIC}"
