"""A big notebook's index in parts, so that a reader loads a few of them for a query and no more.

`grams/N.json` tells for pieces of words (`words.grams`), filters and places which pages have them;
`pages/N.json` holds the units of a page. The worker looks up the pieces of what was typed, loads
the units of the pages that are likely, and ranks those as it ranks a whole small notebook.
`head.json` says at which piece each file of pieces begins, and which words are frequent.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, islice, pairwise
from pathlib import Path, PurePosixPath
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from campnotes.search.morphemes import forms_of
from campnotes.search.words import grams, initials, is_syllable, stems, without_particle, words

MOST_GRAMS = 12_000  # characters of a file of pieces
FREQUENT_WORDS = 12_000  # that a slip may have meant, or that are offered where nothing is found
IN_TITLE, OFTEN, ONCE = 3, 2, 1  # how much a page is about a piece; two bits
OFTEN_COUNT = 3
MOST_NAME = 20  # letters of a name that are asked for
MOST_SHORT_NAME = 4  # letters of a Korean name

Doc = dict[str, Any]


class _Pages:
    """The pages that have a piece: their numbers, each as the step from the one before."""

    __slots__ = ("bytes", "last")

    def __init__(self) -> None:
        self.bytes = bytearray()
        self.last = -1

    def add(self, page: int, weight: int) -> None:
        """Add a page behind the others: a number in groups of seven bits, the lowest first."""
        value = (page - self.last - 1) << 2 | weight
        self.last = page
        while value > 127:
            self.bytes.append(value & 127 | 128)
            value >>= 7
        self.bytes.append(value)


def write_parts(pages: Sequence[Sequence[Doc]], forms: Mapping[str, str], folder: Path) -> None:
    """Write the parts of an index into a new folder.

    `pages` are the units of each page, `forms` the morphemes of the words in them.
    """
    (folder / "pages").mkdir(parents=True)
    (folder / "grams").mkdir()
    found: defaultdict[str, _Pages] = defaultdict(_Pages)
    frequent: Counter[str] = Counter()
    # The words are read twice, for those of all pages at once would take too much memory.
    nouns = _nouns(word for docs in pages for word in chain(*_words(docs)[:2]))
    for number, docs in enumerate(pages):
        in_titles, in_texts, between = _words(docs)
        written = sorted(in_titles.keys() | in_texts.keys())
        meant = dict.fromkeys(form for word in written for form in (word, *stems(word)))
        own = {form: forms[form] for form in meant if form in forms}
        _write(folder / "pages" / f"{number}.json", {"docs": docs, "forms": own})
        frequent.update(meant.keys())
        meant_by_initials = (f"={initials(form)}" for form in meant if form in nouns)
        weights = dict.fromkeys(chain(sorted(between), meant_by_initials), ONCE)
        for gram, weight in {**weights, **_weights(in_titles, in_texts, own)}.items():
            found[gram].add(number, weight)
        for name in _places(docs):
            found[name].add(number, ONCE)
    starts = []
    for number, grams_of_file in enumerate(_files(found)):
        starts.append(next(iter(grams_of_file)))
        _write(folder / "grams" / f"{number}.json", grams_of_file)
    told = {"pages": len(pages), "starts": starts, "words": _offered(frequent)}
    _write(folder / "head.json", told)


def _offered(frequent: Counter[str]) -> list[str]:
    """Frequent words, but no forms of others: what a slip may have meant, or be tried instead."""
    bases = (
        word
        for word, count in sorted(frequent.items(), key=lambda item: (-item[1], item[0]))
        if len(word) > 1 and not any(frequent[stem] > count for stem in stems(word))
    )
    return list(islice(bases, FREQUENT_WORDS))


def _nouns(written: Iterable[str]) -> Set[str]:
    """Korean words that stand with particles somewhere: what initial consonants most likely mean."""
    bare = ((word, without_particle(word)) for word in set(written) if is_syllable(word[0]))
    return {noun for word, noun in bare if noun != word}


def _words(docs: Sequence[Doc]) -> tuple[Counter[str], Counter[str], Set[str]]:
    """The words in titles and in texts, and the pieces between Korean ones: 환필 of 변환 필요, as of 변환필요."""
    titles, texts, between = Counter[str](), Counter[str](), set[str]()
    for doc in docs:
        in_title, in_text = words(doc["title"]), words(doc.get("text", ""))
        titles.update(in_title)
        texts.update(in_text)
        texts.update(words(file_name(doc["location"])))
        for some, other in chain(pairwise(in_title), pairwise(in_text)):
            if is_syllable(some[-1]) and is_syllable(other[0]):
                between.add(some[-1] + other[0])
    return titles, texts, between


def file_name(location: str) -> str:
    """What the file of a page is called, as the worker finds it; nothing for a part of a page."""
    return "" if "#" in location else unquote(PurePosixPath(location).name).removesuffix(".html")


def _weights(
    in_titles: Counter[str], in_texts: Counter[str], forms: Mapping[str, str]
) -> Mapping[str, int]:
    """How much a page is about each piece."""
    counts: Counter[str] = Counter()
    for word, count in in_texts.items():
        for form in (word, *forms_of(word, forms)):
            for gram in grams(form):
                counts[gram] += count
    weights = {gram: OFTEN if count >= OFTEN_COUNT else ONCE for gram, count in counts.items()}
    for word in in_titles:
        for form in (word, *forms_of(word, forms)):
            weights |= dict.fromkeys(grams(form), IN_TITLE)
    return weights


def _places(docs: Sequence[Doc]) -> Iterator[str]:
    """What filters and places ask for, as the worker asks: `week:3`, `kind:question`, `by:윤서진`."""
    names = set()
    for doc in docs:
        names |= {f"{key}:{doc[key]}" for key in ("kind", "week", "day", "date") if key in doc}
        if doc.get("date", "").count("-") > 1:
            names.add(f"date:{doc['date'][5:]}")
        for person in doc.get("people", ()):
            names |= {f"by:{piece}" for piece in _pieces(person)}
    yield from sorted(names)


def _pieces(person: str) -> Iterator[str]:
    """What a name may be asked for by, letters only: each part of a short Korean one, each end of another."""
    name = "".join(filter(str.isalnum, normalize("NFC", person).lower()))
    for start in range(len(name)):
        ends = range(start + 1, len(name) + 1) if len(name) <= MOST_SHORT_NAME else (len(name),)
        yield from (name[start:end][:MOST_NAME] for end in ends)
    yield from words(person)


def _files(found: Mapping[str, _Pages]) -> Iterator[dict[str, str]]:
    """The pieces in order, as many in a file as may be."""
    file: dict[str, str] = {}
    size = 0
    for gram in sorted(found):
        told = b64encode(found[gram].bytes).decode()
        if file and size + len(told) > MOST_GRAMS:
            yield file
            file, size = {}, 0
        file[gram] = told
        size += len(told) + len(gram) + 6
    if file:
        yield file


def _write(file: Path, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")
