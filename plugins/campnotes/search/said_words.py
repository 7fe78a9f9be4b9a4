"""The words that the units of a site say: those of a page that is as it was are known from before."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Set

from msgspec import MsgspecError, Struct, field, msgpack

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
        of_page = array(_NUMBERS, known.pages.get(digest, b""))
        if digest not in known.pages:
            for word in sorted(words_in(pages[place])):
                number = numbers.setdefault(word, len(numbers))
                of_page.append(number)
        now[digest] = of_page.tobytes()
        said.update(of_page)
    in_order = list(numbers)
    if now.keys() != known.pages.keys():
        _keep(_Known(in_order, now), memory)
    return {in_order[number] for number in said}


def words_in(docs: Iterable[Doc]) -> Set[str]:
    """Gather the words of the titles and texts of some units."""
    found: set[str] = set()
    for doc in docs:
        found.update(words(doc.get("title", "")))
        found.update(words(doc.get("text", "")))
    return found


def _read(memory: Memory) -> _Known:
    kept = memory.get(_NAME)
    if kept is None:
        return _Known()
    try:
        return msgpack.decode(kept, type=_Known)
    except MsgspecError:
        return _Known()


def _keep(now: _Known, memory: Memory) -> None:
    encoded = msgpack.encode(now)
    if len(encoded) <= _MOST_KEPT:
        memory.put(_NAME, encoded)
