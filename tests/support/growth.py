"""How the time of all that is done to a notebook grows with its size."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from campnotes.inventory.writing import build_inventory
from campnotes.linking.model import LinkedLink, Note, Notebook
from campnotes.linking.notebook import link_notebook
from campnotes.linking.surroundings import survey
from campnotes.pages.kinds import generated_pages
from campnotes.pages.note.foot import note_foot
from campnotes.pages.note.head import note_head
from campnotes.parsing.note import parse_note
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from campnotes.search.units import plain
from campnotes.search.words import words
from campnotes.settings import Settings
from campnotes.site.model import Site
from support.units import find_units

MOST_RATIO = 2.6  # twice as many in linear time, and what a machine's caches add
LARGEST = 1_500_000  # characters; what is quick even then has no growth to speak of
SETTINGS = Settings(repository="https://github.com/minji/notes")
OPTIONS = Options(permalink="¶")


@dataclass(frozen=True, slots=True)
class Shape:
    """Something that a notebook may hold any number of: `make(n)` gives its notes by path.

    `least` is how many there are to be at least, where up to a bound everything is compared.
    """

    name: str
    make: Callable[[int], Mapping[str, str]]
    least: int = 16

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Growth:
    """How long n and twice as many of a shape take, in seconds of CPU."""

    n: int
    seconds: float
    doubled: float

    @property
    def ratio(self) -> float:
        """How many times longer twice as many take."""
        return self.doubled / max(self.seconds, 1e-9)


def process(notes: Mapping[str, str]) -> None:
    """Do to a notebook all that a build does, but for MkDocs' part and writing files."""
    notebook = _link(notes)
    for note in notebook.notes:
        render_note(note, _as_written, OPTIONS)
    site = _site(notebook)
    for units in find_units(site):
        for unit in units:
            doc = plain(unit)
            words(doc.get("text", ""))
    generated_pages(site)
    for note in notebook.notes:
        note_head(note, site)
        note_foot(note, site)
    _take_inventory(notebook, site)


def _link(notes: Mapping[str, str]) -> Notebook:
    parsed = [parse_note(text, path) for path, text in notes.items()]
    return link_notebook(parsed, survey(parsed, SETTINGS))


def _as_written(linked: LinkedLink) -> str:
    return linked.link.url


def _site(notebook: Notebook) -> Site:
    urls = {note.path: _url(note) for note in notebook.notes}
    return Site(
        notebook=notebook,
        language="ko",
        note_urls=urls,
        page_url=_page_url,
        taken=frozenset(urls),
    )


def _url(note: Note) -> str:
    stem = note.path.removesuffix(".md")
    return f"{stem}/"


def _page_url(source: str) -> str:
    return source.removesuffix("index.md")


def _take_inventory(notebook: Notebook, site: Site) -> None:
    people = {person.name: site.person_url(person.name) for person in notebook.people}
    build_inventory(
        notebook,
        note_urls=site.note_urls,
        person_urls=people,
        title="",
        language="ko",
    )


def measure(shape: Shape, *, seconds: float, tries: int = 6, sizes: int = 3) -> Growth:
    """Double a shape until it takes some seconds, and then once more.

    Where that seems to take longer than twice as long, it is tried again, as the machine may have
    been busy with something else; and then with twice as many, of which a fixed cost is a smaller
    part. What takes the square of its size does so at each of the `sizes`.
    """
    n = _first_size(shape, seconds)
    for size in range(sizes):
        growth = _measure_at(shape, n << size, tries)
        if growth.ratio < MOST_RATIO:
            break
    return growth


def _first_size(shape: Shape, seconds: float) -> int:
    n = shape.least
    while timed(shape, n) < seconds and _size(shape, n) < LARGEST:
        n *= 2
    return n


def _measure_at(shape: Shape, n: int, tries: int) -> Growth:
    growth = Growth(n, timed(shape, n), timed(shape, 2 * n))
    for _ in range(tries):
        if growth.ratio < MOST_RATIO:
            break
        growth = _measure_again(shape, growth)
    return growth


def _measure_again(shape: Shape, before: Growth) -> Growth:
    """Measure once more what was measured before; of each time the better one is kept."""
    return Growth(
        n=before.n,
        seconds=min(before.seconds, timed(shape, before.n)),
        doubled=min(before.doubled, timed(shape, 2 * before.n)),
    )


def _size(shape: Shape, n: int) -> int:
    notes = shape.make(n)
    return sum(map(len, notes.values()))


def timed(shape: Shape, n: int) -> float:
    """The seconds of CPU that n of a shape take."""
    notes = shape.make(n)
    with _without_collections():
        start = time.process_time()
        process(notes)
        return time.process_time() - start


@contextmanager
def _without_collections() -> Iterator[None]:
    """Keep the collector of garbage from running in between, as it comes when it will."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
