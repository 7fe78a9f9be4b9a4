"""A big notebook's index in parts, so that a reader loads a few of them for a query and no more.

`grams/N.json` tells for pieces of words (`words.grams`), filters and places which pages have them;
`pages/N.json` holds the units of a page. The worker looks up the pieces of what was typed, loads
the units of the pages that are likely, and ranks those as it ranks a whole small notebook.
`head.json` says at which piece each file of pieces begins, which places the notes have, and what terms
mean. `words.json` has the frequent words, where a slip is looked for.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from campnotes.compact_json import compact_json
from campnotes.search.camp import camp_of
from campnotes.search.gram_index import index_pages
from campnotes.search.known_stems import KnownStems, Stems
from campnotes.search.meanings import meanings_of
from campnotes.search.memory import NO_MEMORY, Memory
from campnotes.search.packed_docs import PackedDocs
from campnotes.search.units import Doc

MOST_GRAMS = 12_000  # characters of a file of pieces
FREQUENT_WORDS = 6_000  # that a slip may have meant, or that are offered where nothing is found

AROUND_GRAM = len('"":"",')  # characters of JSON around a piece and its pages


def write_parts(
    pages: Sequence[Sequence[Doc]],
    forms: Mapping[str, str],
    folder: Path,
    memory: Memory = NO_MEMORY,
) -> str:
    """Write the parts of an index into a new folder, and give what its `head.json` says.

    `pages` are the units of each page, `forms` the morphemes of the words in them. `memory` knows the
    index of the last build.
    """
    of_pages = folder / "pages"
    of_grams = folder / "grams"
    of_pages.mkdir(parents=True)
    of_grams.mkdir()
    packed = PackedDocs.of(pages)
    index = index_pages(packed, forms, memory)
    for number, own in enumerate(index.own):
        docs = packed.written(number).decode()
        page = f'{{"docs":{docs},"forms":{compact_json(own)}}}'
        file = of_pages / f"{number}.json"
        file.write_text(page, encoding="utf-8")
    offered = _offered_words(index.frequent, memory)
    _write(folder / "words.json", offered)
    head = {
        "pages": len(pages),
        "starts": _write_grams(index.found, of_grams),
        "camp": camp_of(index.found),
        "meanings": meanings_of(_words_of(index.found)),
    }
    written = compact_json(head)
    (folder / "head.json").write_text(written, encoding="utf-8")
    return written


def _words_of(found: Iterable[str]) -> Set[str]:
    """The words that an index has, among the pieces that it is made of."""
    words = set()
    for gram in found:
        if gram.startswith("="):
            word = gram[1:]
            words.add(word)
    return words


def _offered_words(frequent: Mapping[str, int], memory: Memory) -> list[str]:
    stems_of = KnownStems(memory)
    offered = _offered(frequent, stems_of)
    stems_of.keep()
    return offered


def _offered(frequent: Mapping[str, int], stems_of: Stems) -> list[str]:
    """Frequent words, but no forms of others: what a slip may have meant, or be tried instead."""
    offered = []
    for word, count in sorted(frequent.items(), key=_most_frequent_first):
        of_stems = [frequent.get(stem, 0) for stem in stems_of(word)]
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


def _write_grams(found: Mapping[str, bytes], folder: Path) -> list[str]:
    """Write the pages of each piece into files; returns where each file begins.

    That is no more of its first piece than tells it from the last of the file before.
    """
    starts = []
    before = ""
    for number, file in enumerate(_files(found)):
        grams_in_file = list(file)
        first = grams_in_file[0]
        starts.append(_beginning(first, before))
        before = grams_in_file[-1]
        _write(folder / f"{number}.json", file)
    return starts


def _beginning(piece: str, before: str) -> str:
    """The shortest beginning of a piece that comes behind another piece."""
    for length in range(1, len(piece)):
        if piece[:length] > before:
            return piece[:length]
    return piece


def _files(found: Mapping[str, bytes]) -> Iterator[dict[str, str]]:
    """Put the pieces into files in their order, as many into one as may be."""
    file: dict[str, str] = {}
    size = 0
    for gram in sorted(found):
        pages = b64encode(found[gram]).decode()
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
    file.write_text(compact_json(value), encoding="utf-8")
