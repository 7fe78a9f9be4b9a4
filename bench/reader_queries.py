"""How often a reader's own queries find the right note: first, in the first three, in the first ten.

    python bench/reader_queries.py tests/labels/readers/blueberry-open.json …

The files name a notebook of ../shared/corpora, and for each query the notes that answer it. They were
written from reading the notebook, before the search knew any of them. The engine runs in Node, on the
units that a build writes; no page is drawn.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from build import HOME

from campnotes.locales import translations
from campnotes.reading import read_notebook
from campnotes.search.index import flat
from campnotes.search.meanings import meanings_among
from campnotes.search.morphemes import morphemes_of
from campnotes.search.said_words import words_in
from campnotes.search.texts import search_texts
from campnotes.search.units import plain
from campnotes.settings import Settings
from campnotes.site.model import Site

sys.path.append(str(HOME / "tests"))

from support.units import find_units

CORPORA = HOME.parent / "shared" / "corpora"
NOT_FOUND = 1_000_000


@dataclass(frozen=True)
class AnsweredQuery:
    """A query, the notes that answer it (`right`), and at which `place` the first of them was found."""

    query: str
    right: Sequence[str]
    kind: str
    place: int
    first: str


def main(*arguments: str) -> None:
    """Print how each file of queries is answered, light and with morphemes."""
    is_terse = "--totals" in arguments
    for name in arguments:
        if name.startswith("--"):
            continue
        told = json.loads(Path(name).read_text(encoding="utf-8"))
        for label, morphemes in {"light": False, "[ko]": True}.items():
            asked = answer(told, morphemes)
            print(f"{told['notebook']}, {label}: {shares(asked)}")
            if not is_terse:
                print_by_kind(asked)


def answer(told: Mapping[str, Any], morphemes: bool) -> list[AnsweredQuery]:
    """Ask all queries of a file."""
    queries = told["queries"]
    units, path_of = units_of(CORPORA / told["notebook"], morphemes)
    given = {
        "units": units,
        "texts": search_texts(translations("ko").gettext),
        "queries": [query["query"] for query in queries],
    }
    done = subprocess.run(
        ["node", "--no-warnings", Path(__file__).parent / "ask.mjs"],
        input=json.dumps(given),
        capture_output=True,
        check=True,
        text=True,
    )
    answers = json.loads(done.stdout)
    asked = []
    for query, pages in zip(queries, answers, strict=True):
        notes = [path_of.get(page, page) for page in pages]
        asked.append(_asked(query, notes))
    return asked


def _asked(query: Mapping[str, Any], notes: Sequence[str]) -> AnsweredQuery:
    places = [notes.index(path) + 1 for path in query["right"] if path in notes]
    return AnsweredQuery(
        query=query["query"],
        right=query["right"],
        kind=query["kind"],
        place=min(places, default=NOT_FOUND),
        first=notes[0] if notes else "",
    )


def units_of(notebook: Path, morphemes: bool) -> tuple[Mapping[str, Any], Mapping[str, str]]:
    """The units of a notebook as a build writes them, and which note is at an address."""
    book = read_notebook(notebook, Settings())
    urls = {note.path: f"{quote(note.path.removesuffix('.md'))}/" for note in book.notes}
    site = Site(book, "ko", urls, lambda source: source.removesuffix("index.md"))
    pages = [list(map(plain, units)) for units in find_units(site)]
    said = words_in(flat(pages))
    forms = morphemes_of(said) if morphemes else {}
    path_of = {url: path for path, url in urls.items()}
    units = {
        "docs": list(flat(pages)),
        "forms": forms,
        "meanings": meanings_among(said),
    }
    return units, path_of


def shares(asked: Sequence[AnsweredQuery]) -> str:
    """Tell how many of some queries are answered in the first, the first three and ten places."""
    figures = []
    for label, most in {"first": 1, "first three": 3, "first ten": 10}.items():
        found = [query for query in asked if query.place <= most]
        figures.append(f"{label} {len(found) / len(asked):.3f}")
    return f"{len(asked)} queries, {', '.join(figures)}"


def print_by_kind(asked: Sequence[AnsweredQuery]) -> None:
    """Print the shares of each kind of query, and each that isn't answered first."""
    by_kind: dict[str, list[AnsweredQuery]] = defaultdict(list)
    for query in asked:
        by_kind[query.kind].append(query)
    for kind, some in by_kind.items():
        print(f"  {kind}: {shares(some)}")
    for query in asked:
        if query.place > 1:
            place = "-" if query.place == NOT_FOUND else query.place
            print(f"    {place}: {query.query} ({query.kind}) → {query.right}, not {query.first}")


if __name__ == "__main__":
    main(*sys.argv[1:])
