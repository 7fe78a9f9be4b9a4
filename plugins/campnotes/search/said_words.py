"""The words that the units of a site say: those of a page that is as it was are known from before."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Set

from msgspec import Struct, field, msgpack

from campnotes.decoding import decoded
from campnotes.search.memory import Memory
from campnotes.search.packed_docs import PackedDocs
from campnotes.search.units import Doc
from campnotes.search.words import words

_NAME = "words"  # in the memory
_MOST_KEPT = 50_000_000  # bytes; in a larger notebook they are read each time
_NUMBERS = "I"  # how the numbers of words are written: four bytes each


class _Known(Struct, frozen=True):
    """The words of some pages: all `words` by their numbers, and those of each page by its digest."""

    words: list[str] = field(default_factory=list)
    pages: dict[str, bytes] = field(default_factory=dict)


def said_words(pages: PackedDocs, memory: Memory) -> Set[str]:
    """Gather the words of all units; `memory` knows those of the pages of the last build."""
    known = _read(memory)
    numbers = {word: number for number, word in enumerate(known.words)}
    said: set[int] = set()
    now: dict[str, bytes] = {}
    for place, digest in enumerate(pages.digests):
        kept = known.pages.get(digest)
        if kept is None:
            words_of_page = words_in(pages[place])
            of_page = _numbered(words_of_page, numbers)
        else:
            of_page = array(_NUMBERS, kept)
        now[digest] = of_page.tobytes()
        said.update(of_page)
    in_order = list(numbers)
    if now.keys() != known.pages.keys():
        _keep(_Known(in_order, now), memory)
    return {in_order[number] for number in said}


def _numbered(said: Set[str], numbers: dict[str, int]) -> array[int]:
    """Write words as their numbers; a new word gets the next one."""
    written = array(_NUMBERS)
    for word in sorted(said):
        following = len(numbers)
        number = numbers.setdefault(word, following)
        written.append(number)
    return written


def words_in(docs: Iterable[Doc]) -> Set[str]:
    """Gather the words of the titles and texts of some units."""
    found: set[str] = set()
    for doc in docs:
        found.update(words(doc.get("title", "")))
        found.update(words(doc.get("text", "")))
    return found


def _read(memory: Memory) -> _Known:
    kept = memory.get(_NAME)
    return decoded(kept, _Known) or _Known()


def _keep(now: _Known, memory: Memory) -> None:
    encoded = msgpack.encode(now)
    if len(encoded) <= _MOST_KEPT:
        memory.put(_NAME, encoded)
