"""What a page is found by in an index in parts: the words on it, their pieces, its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import PurePosixPath
from sys import intern
from urllib.parse import unquote

from msgspec import Struct

from campnotes.search.letters import even
from campnotes.search.morphemes import forms_of
from campnotes.search.units import Doc
from campnotes.search.words import grams, initials, is_syllable, stems, without_particle, words

IN_TITLE, OFTEN, ONCE = 3, 2, 1  # how much a page is about a piece; two bits
OFTEN_COUNT = 3
REMEMBERED_WORDS = 50_000  # whose pieces are kept; nearly all that is written is of fewer words
MOST_NAME = 20  # letters of a name that are asked for
MOST_SHORT_NAME = 4  # letters of a Korean name

_PiecesOf = Callable[[str], Sequence[str]]
_ASKED_BY_FIELD = ("kind", "week", "day", "date")


class _PageWords(Struct, frozen=True):
    """The words in a page's titles and in its texts, and the pieces between Korean ones."""

    in_titles: Counter[str]
    in_texts: Counter[str]
    between: Set[str]


class PageTerms(Struct, frozen=True):
    """What a page is found by: the words that it may mean, with their morphemes, and its pieces.

    The pieces have weights. Those of initial consonants aren't among them: they are those of the
    words that some page has as nouns.
    """

    meant: Sequence[str]
    forms: Mapping[str, str]
    weights: Mapping[str, int]

    def weights_with(self, nouns: Set[str] | Mapping[str, int]) -> Mapping[str, int]:
        """All its pieces with their weights, in a notebook that has these nouns."""
        weights = dict(self.weights)
        for form in self.meant:
            if form in nouns:
                typed = initials(form)
                weights.setdefault(f"={typed}", ONCE)
        return weights


class TermReader:
    """Reads the terms of pages, whose words have the morphemes `forms`."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms
        self._pieces_of = _remembered_pieces(forms)
        self._noun_of: dict[str, str] = {}

    def terms(self, docs: Sequence[Doc]) -> PageTerms:
        """Read what a page is found by."""
        page_words = _read_words(docs)
        meant = _meant(page_words)
        between = sorted(page_words.between)
        weights = dict.fromkeys(between, ONCE)
        weights |= _weights(page_words, self._pieces_of)
        places = _places(docs)
        weights |= dict.fromkeys(places, ONCE)
        return PageTerms(
            meant=meant,
            forms=_known(meant, self._forms),
            weights=weights,
        )

    def nouns(self, docs: Sequence[Doc]) -> Set[str]:
        """Find the Korean words of a page that stand with particles on it.

        They are what initial consonants most likely mean.
        """
        nouns = {self._noun(word) for word in _written(docs)}
        nouns.discard("")
        return nouns

    def _noun(self, word: str) -> str:
        """The noun that a word with a particle is of; `""` of any other word."""
        known = self._noun_of.get(word)
        if known is None:
            bare = without_particle(word) if is_syllable(word[0]) else word
            known = "" if bare == word else bare
            self._noun_of[word] = known
        return known


def _written(docs: Sequence[Doc]) -> Set[str]:
    written: set[str] = set()
    for doc in docs:
        name = file_name(doc["location"])
        written.update(words(doc["title"]))
        written.update(words(doc.get("text", "")))
        written.update(words(name))
    return written


def _known(meant: Iterable[str], forms: Mapping[str, str]) -> dict[str, str]:
    """Take those morphemes that are of the words of one page."""
    known = {}
    for form in meant:
        if form in forms:
            known[form] = forms[form]
    return known


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
    said = page_words.in_texts.elements()
    counts = Counter(chain.from_iterable(map(pieces_of, said)))
    weights = dict.fromkeys(counts, ONCE)
    often = [gram for gram, count in counts.items() if count >= OFTEN_COUNT]
    weights |= dict.fromkeys(often, OFTEN)
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
    letters = filter(str.isalnum, even(person))
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
    letters = ""
    for level in even(tag).split("/"):
        letters += "".join(filter(str.isalnum, level))
        yield letters
