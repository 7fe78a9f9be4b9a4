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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from sys import intern
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from campnotes.search.morphemes import forms_of
from campnotes.search.units import Doc
from campnotes.search.words import grams, initials, is_syllable, stems, without_particle, words

MOST_GRAMS = 12_000  # characters of a file of pieces
FREQUENT_WORDS = 12_000  # that a slip may have meant, or that are offered where nothing is found
IN_TITLE, OFTEN, ONCE = 3, 2, 1  # how much a page is about a piece; two bits
OFTEN_COUNT = 3
REMEMBERED_WORDS = 50_000  # whose pieces are kept; nearly all that is written is of fewer words
MOST_NAME = 20  # letters of a name that are asked for
MOST_SHORT_NAME = 4  # letters of a Korean name

AROUND_GRAM = len('"":"",')  # characters of JSON around a piece and its pages
_PiecesOf = Callable[[str], Sequence[str]]
_ASKED_BY_FIELD = ("kind", "week", "day", "date")


@dataclass(frozen=True, slots=True)
class _PageWords:
    """The words in a page's titles and in its texts, and the pieces between Korean ones."""

    in_titles: Counter[str]
    in_texts: Counter[str]
    between: Set[str]


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


def write_parts(pages: Sequence[Sequence[Doc]], forms: Mapping[str, str], folder: Path) -> None:
    """Write the parts of an index into a new folder.

    `pages` are the units of each page, `forms` the morphemes of the words in them.
    """
    of_pages = folder / "pages"
    of_grams = folder / "grams"
    of_pages.mkdir(parents=True)
    of_grams.mkdir()
    found: defaultdict[str, _Pages] = defaultdict(_Pages)
    frequent: Counter[str] = Counter()
    # The words are read twice, for those of all pages at once would take too much memory.
    written = _written_in_all(pages)
    nouns = _nouns(written)
    pieces_of = _remembered_pieces(forms)
    for number, docs in enumerate(pages):
        page_words = _read_words(docs)
        meant = _meant(page_words)
        frequent.update(meant)
        own = _known(meant, forms)
        page = {"docs": docs, "forms": own}
        _write(of_pages / f"{number}.json", page)
        between = sorted(page_words.between)
        weights = dict.fromkeys(between, ONCE)
        for form in meant:
            if form in nouns:
                typed = initials(form)
                weights[f"={typed}"] = ONCE
        weights |= _weights(page_words, pieces_of)
        places = _places(docs)
        weights |= dict.fromkeys(places, ONCE)
        for gram, weight in weights.items():
            found[gram].add(number, weight)
    head = {
        "pages": len(pages),
        "starts": _write_grams(found, of_grams),
        "words": _offered(frequent),
    }
    _write(folder / "head.json", head)


def _known(meant: Iterable[str], forms: Mapping[str, str]) -> dict[str, str]:
    """Take those morphemes that are of the words of one page."""
    known = {}
    for form in meant:
        if form in forms:
            known[form] = forms[form]
    return known


def _written_in_all(pages: Iterable[Sequence[Doc]]) -> Set[str]:
    written: set[str] = set()
    for docs in pages:
        for doc in docs:
            name = file_name(doc["location"])
            written.update(words(doc["title"]))
            written.update(words(doc.get("text", "")))
            written.update(words(name))
    return written


def _meant(page_words: _PageWords) -> list[str]:
    """The words of a page and what they may be forms of, each once."""
    written = set(page_words.in_titles)
    written.update(page_words.in_texts)
    meant: dict[str, None] = {}
    for word in sorted(written):
        meant[word] = None
        for stem in stems(word):
            meant[stem] = None
    return list(meant)


def _offered(frequent: Counter[str]) -> list[str]:
    """Frequent words, but no forms of others: what a slip may have meant, or be tried instead."""
    offered = []
    for word, count in sorted(frequent.items(), key=_most_frequent_first):
        of_stems = [frequent[stem] for stem in stems(word)]
        is_form = max(of_stems, default=0) > count
        is_letter = len(word) == 1
        if not is_letter and not is_form:
            offered.append(word)
        if len(offered) == FREQUENT_WORDS:
            break
    return offered


def _most_frequent_first(counted: tuple[str, int]) -> tuple[int, str]:
    word, count = counted
    return -count, word


def _nouns(written: Set[str]) -> Set[str]:
    """Find the Korean words that stand with particles somewhere.

    They are what initial consonants most likely mean.
    """
    nouns = set()
    for word in written:
        if is_syllable(word[0]):
            bare = without_particle(word)
            if bare != word:
                nouns.add(bare)
    return nouns


def _read_words(docs: Sequence[Doc]) -> _PageWords:
    in_titles: Counter[str] = Counter()
    in_texts: Counter[str] = Counter()
    between: set[str] = set()
    for doc in docs:
        of_title = words(doc["title"])
        of_text = words(doc.get("text", ""))
        name = file_name(doc["location"])
        in_titles.update(of_title)
        in_texts.update(of_text)
        in_texts.update(words(name))
        between |= _between(of_title)
        between |= _between(of_text)
    return _PageWords(
        in_titles=in_titles,
        in_texts=in_texts,
        between=between,
    )


def _between(row: Sequence[str]) -> set[str]:
    """Find the pieces that Korean words would have if they were written as one.

    변환 필요 has 환필, by which it is found as 변환필요.
    """
    pieces = set()
    for word, following in pairwise(row):
        last = word[-1]
        first = following[0]
        if is_syllable(last) and is_syllable(first):
            pieces.add(last + first)
    return pieces


def file_name(location: str) -> str:
    """Say what the file of a page is called, as the worker does; nothing for a part of a page."""
    if "#" in location:
        return ""
    name = PurePosixPath(location).name
    return unquote(name).removesuffix(".html")


def _weights(page_words: _PageWords, pieces_of: _PiecesOf) -> Mapping[str, int]:
    """Weigh how much a page is about each piece."""
    counts: dict[str, int] = {}
    for word, count in page_words.in_texts.items():
        for gram in pieces_of(word):
            counts[gram] = counts.get(gram, 0) + count
    weights = dict.fromkeys(counts, ONCE)
    for gram, count in counts.items():
        if count >= OFTEN_COUNT:
            weights[gram] = OFTEN
    for word in page_words.in_titles:
        pieces = pieces_of(word)
        weights |= dict.fromkeys(pieces, IN_TITLE)
    return weights


def _remembered_pieces(forms: Mapping[str, str]) -> _PiecesOf:
    """Give what cuts a word and its forms into pieces, and does so once for a frequent word.

    What several of them share comes several times.
    """

    @lru_cache(maxsize=REMEMBERED_WORDS)
    def pieces_of(word: str) -> Sequence[str]:
        pieces = list(grams(word))
        for form in forms_of(word, forms):
            pieces += grams(form)
        return tuple(map(intern, pieces))

    return pieces_of


def _places(docs: Sequence[Doc]) -> list[str]:
    """Name what filters and places ask for, as the worker asks.

    `week:3`, `kind:question`, `date:2026-03-02`, `date:03-02`, `by:윤서진`, `tag:nlp`
    """
    names = set()
    for doc in docs:
        for key in _ASKED_BY_FIELD:
            if key in doc:
                value = doc[key]
                names.add(f"{key}:{value}")
        date = doc.get("date", "")
        year, _, month_day = date.partition("-")
        if len(year) == len("2026"):
            names.add(f"date:{month_day}")
        for person in doc.get("people", ()):
            for piece in _name_pieces(person):
                names.add(f"by:{piece}")
        for tag in doc.get("tags", ()):
            for piece in _tag_pieces(tag):
                names.add(f"tag:{piece}")
    return sorted(names)


def _name_pieces(person: str) -> Iterator[str]:
    """Cut a name into what it may be asked for by.

    - Each run of letters of a short one, as Korean names are: 윤서진, 서진, 윤서, 진.
    - Each end of a longer one: minjikim, injikim, njikim, kim.
    - The words that it is written in.
    """
    composed = normalize("NFC", person)
    letters = filter(str.isalnum, composed.lower())
    name = "".join(letters)
    length = len(name)
    is_short = length <= MOST_SHORT_NAME
    for start in range(length):
        first_end = length
        if is_short:
            first_end = start + 1
        for end in range(first_end, length + 1):
            piece = name[start:end]
            yield piece[:MOST_NAME]
    yield from words(person)


def _tag_pieces(tag: str) -> Iterator[str]:
    """Tell what a tag may be asked for by: itself, and the tags that it is in."""
    composed = normalize("NFC", tag)
    letters = ""
    for level in composed.lower().split("/"):
        letters += "".join(filter(str.isalnum, level))
        yield letters


def _write_grams(found: Mapping[str, _Pages], folder: Path) -> list[str]:
    """Write the pages of each piece into files; returns the piece that each file begins with."""
    starts = []
    for number, file in enumerate(_files(found)):
        grams_in_file = iter(file)
        first = next(grams_in_file)
        starts.append(first)
        _write(folder / f"{number}.json", file)
    return starts


def _files(found: Mapping[str, _Pages]) -> Iterator[dict[str, str]]:
    """Put the pieces into files in their order, as many into one as may be."""
    file: dict[str, str] = {}
    size = 0
    for gram in sorted(found):
        steps = found[gram].bytes
        pages = b64encode(steps).decode()
        is_full = size + len(pages) > MOST_GRAMS
        if file and is_full:
            yield file
            file = {}
            size = 0
        file[gram] = pages
        size += len(pages) + len(gram) + AROUND_GRAM
    if file:
        yield file


def _write(file: Path, value: Any) -> None:
    text = json.dumps(
        value,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    file.write_text(text, encoding="utf-8")
