"""Which pages have which pieces of words, and how that changes where a few pages do.

The index of a former build is taken where it is known, and only what changed pages are found by is
changed in it. What comes out is the same as if all pages were read.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec import Struct, msgpack

from campnotes.decoding import decoded
from campnotes.search.memory import Memory, NoMemory
from campnotes.search.packed_docs import PackedDocs, digest_of
from campnotes.search.terms import TermReader
from campnotes.search.units import Doc

MOST_CHANGED = 8  # an eighth of the pages; where more have changed, it is as quick to read all
_MOST_KEPT = 50_000_000  # bytes of an index that is kept


class GramIndex(Struct, frozen=True, dict=True):
    """The index of some pages.

    - `pages`: digests of what is on them;
    - `forms`: the morphemes of all words, and `own` those of the words of each page;
    - `found`: the pages that have a piece, as `_Pages` writes them;
    - `nouns`, `frequent`: on how many pages a word is a noun, or is meant at all.
    """

    pages: list[str]
    forms: dict[str, str]
    own: list[dict[str, str]]
    found: dict[str, bytes]
    nouns: dict[str, int]
    frequent: dict[str, int]


class _Pages:
    """The pages that have a piece: their numbers, each as the step from the one before."""

    __slots__ = ("bytes", "last")

    def __init__(self) -> None:
        self.bytes = bytearray()
        self.last = -1

    def add(self, page: int, weight: int) -> None:
        """Add a page behind the others: a number in groups of seven bits, the lowest first."""
        step = page - self.last - 1
        self.last = page
        # The weight takes the two lowest bits.
        value = step << 2
        value |= weight
        while value > 127:
            lowest = value & 127
            # The highest bit tells that more groups come.
            self.bytes.append(lowest | 128)
            value >>= 7
        self.bytes.append(value)


def index_pages(pages: PackedDocs, forms: Mapping[str, str], memory: Memory) -> GramIndex:
    """Make the index of pages, from that of the last build if few of them have changed."""
    digests = pages.digests
    former = _former(memory)
    index = None
    if former is not None and len(former.pages) == len(pages):
        index = _Change(former, pages, digests, forms, memory).index()
    if index is None:
        index = _read_all(pages, digests, forms)
    _keep(index, former, pages, memory)
    return index


def _read_all(
    pages: Sequence[Sequence[Doc]], digests: list[str], forms: Mapping[str, str]
) -> GramIndex:
    found: defaultdict[str, _Pages] = defaultdict(_Pages)
    frequent: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    own: list[dict[str, str]] = []
    reader = TermReader(forms)
    # The words are read twice, for those of all pages at once would take too much memory.
    for docs in pages:
        nouns.update(reader.nouns(docs))
    for number, docs in enumerate(pages):
        terms = reader.terms(docs)
        frequent.update(terms.meant)
        own.append(dict(terms.forms))
        for gram, weight in terms.weights_with(nouns).items():
            found[gram].add(number, weight)
    return GramIndex(
        pages=digests,
        forms=dict(forms),
        own=own,
        found={gram: bytes(those.bytes) for gram, those in found.items()},
        nouns=dict(nouns),
        frequent=dict(frequent),
    )


class _Change:
    """How an index becomes another one, of as many pages, of which a few are others."""

    def __init__(
        self,
        former: GramIndex,
        pages: Sequence[Sequence[Doc]],
        digests: list[str],
        forms: Mapping[str, str],
        memory: Memory,
    ) -> None:
        self._former = former
        self._pages = pages
        self._digests = digests
        self._forms = dict(forms)
        self._memory = memory
        self._before = TermReader(former.forms)
        self._after = TermReader(forms)

    def index(self) -> GramIndex | None:
        """Give the index as it is now; `None` where all pages are to be read."""
        changed = self._changed()
        if changed is None:
            return None
        nouns = Counter(self._former.nouns)
        for number, docs in changed.items():
            nouns.subtract(self._before.nouns(docs))
            nouns.update(self._after.nouns(self._pages[number]))
        nouns = +nouns
        touched = changed.keys() | self._pages_with(self._other_words(nouns))
        if self._are_too_many(touched):
            return None
        found = dict(self._former.found)
        frequent = Counter(self._former.frequent)
        own = list(self._former.own)
        edits: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for number in sorted(touched):
            page = self._pages[number]
            former_page = changed.get(number, page)
            before = self._before.terms(former_page)
            after = self._after.terms(page)
            frequent.subtract(before.meant)
            frequent.update(after.meant)
            own[number] = dict(after.forms)
            were = before.weights_with(self._former.nouns)
            are = after.weights_with(nouns)
            for gram, weight in _differences(were, are):
                edits[gram][number] = weight
        for gram, of_pages in edits.items():
            _edit(found, gram, of_pages)
        return GramIndex(
            pages=self._digests,
            forms=self._forms,
            own=own,
            found=found,
            nouns=dict(nouns),
            frequent=dict(+frequent),
        )

    def _changed(self) -> dict[int, Sequence[Doc]] | None:
        """What was on the pages that are others now; `None` where that isn't known."""
        pairs = enumerate(zip(self._former.pages, self._digests, strict=True))
        numbers = [number for number, (before, now) in pairs if before != now]
        if self._are_too_many(numbers):
            return None
        changed = {}
        for number in numbers:
            digest = self._former.pages[number]
            text = self._memory.get(digest)
            if text is None or digest_of(text) != digest:
                return None
            changed[number] = json.loads(text)
        return changed

    def _are_too_many(self, numbers: Sequence[int] | Set[int]) -> bool:
        most = len(self._pages) / MOST_CHANGED
        return len(numbers) > most

    def _other_words(self, nouns: Mapping[str, int]) -> Set[str]:
        """The words that initial consonants or morphemes are told of now, and weren't, or differ."""
        former = self._former
        others = nouns.keys() ^ former.nouns.keys()
        forms = self._forms.items() ^ former.forms.items()
        differ = {word for word, _ in forms}
        return others | differ

    def _pages_with(self, words: Set[str]) -> Set[int]:
        """The pages that may mean one of some words, each of which is a piece of them."""
        found = self._former.found
        numbers: set[int] = set()
        for word in words:
            those = found.get(f"={word}", b"")
            numbers.update(_weights_of(those))
        return numbers


def _differences(before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Go through the pieces that a page has otherwise now, with their weights; 0 for none."""
    for gram, weight in after.items():
        if before.get(gram) != weight:
            yield gram, weight
    for gram in before.keys() - after.keys():
        yield gram, 0


def _edit(found: dict[str, bytes], gram: str, weights: Mapping[int, int]) -> None:
    """Change the weights that some pages have for a piece."""
    those = _weights_of(found.get(gram, b""))
    those |= weights
    pages = _Pages()
    for number in sorted(those):
        weight = those[number]
        if weight:
            pages.add(number, weight)
    if pages.bytes:
        found[gram] = bytes(pages.bytes)
    else:
        found.pop(gram, None)


def pages_of(steps: bytes) -> Set[int]:
    """Read the numbers of the pages that have a piece."""
    return _weights_of(steps).keys()


def _weights_of(steps: bytes) -> dict[int, int]:
    """Read the pages that have a piece, as `_Pages` writes them, with their weights."""
    weights = {}
    page = -1
    value = 0
    shift = 0
    for group in steps:
        value |= (group & 127) << shift
        shift += 7
        if group > 127:
            continue
        page += (value >> 2) + 1
        weights[page] = value & 3
        value = 0
        shift = 0
    return weights


def _former(memory: Memory) -> GramIndex | None:
    kept = memory.get("index")
    return decoded(kept, GramIndex)


def _keep(index: GramIndex, former: GramIndex | None, pages: PackedDocs, memory: Memory) -> None:
    """Keep an index for the next build, and what is on its pages."""
    if isinstance(memory, NoMemory):
        return
    encoded = msgpack.encode(index)
    if len(encoded) > _MOST_KEPT:
        return
    known = set() if former is None else set(former.pages)
    for number, digest in enumerate(index.pages):
        if digest not in known:
            memory.put(digest, pages.written(number))
    memory.put("index", encoded)
