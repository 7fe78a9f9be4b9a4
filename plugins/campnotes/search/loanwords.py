"""English words as Korean spells them, of which a notebook says one: attention, 어텐션.

The list is `loanwords.json`. The worker is told those lines that may lead to a word of the notebook.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from pathlib import Path

_LIST = Path(__file__).parent / "loanwords.json"
_SPELT = "~"  # between the spellings of a word, as the worker is told them
_LONGEST_PART = 8  # letters of a part of a compound


@cache
def spellings() -> Mapping[str, Sequence[str]]:
    """Read the list: English words, each with its Korean spellings."""
    text = _LIST.read_text(encoding="utf-8")
    written: dict[str, str] = json.loads(text)
    listed = {}
    for english, korean in written.items():
        listed[english] = korean.split()
    return listed


@cache
def spelt_pairs() -> Set[frozenset[str]]:
    """The pairs of words that are two spellings of one."""
    pairs = set()
    for english, korean in spellings().items():
        for word in korean:
            pair = frozenset((english, word))
            pairs.add(pair)
    return pairs


def spellings_in(said: Set[str], typed: Set[str]) -> Iterator[str]:
    """Tell the lines of the list of which a notebook says a word, or a part of a compound.

    `typed` are words of other terms that lead to what is said, whose spellings do too.

    Example:
        "attention~어텐션"
    """
    known = said | typed
    known |= _parts_of(said)
    for english, korean in spellings().items():
        line = (english, *korean)
        if not known.isdisjoint(line):
            yield _SPELT.join(line)


@cache
def _spelt_words() -> Set[str]:
    words = set(spellings())
    for korean in spellings().values():
        words.update(korean)
    return words


def _parts_of(said: Iterable[str]) -> Set[str]:
    """The words of the list that others begin or end with: 모델 of 언어모델."""
    spelt = _spelt_words()
    parts = set()
    for word in said:
        longest = min(len(word) - 1, _LONGEST_PART)
        for length in range(2, longest + 1):
            beginning = word[:length]
            end = word[-length:]
            parts.add(beginning)
            parts.add(end)
    return parts & spelt
