"""Put our search in the place of the theme's: of MkDocs' plugin, or of Material's.

- The theme's index becomes a stub that names ours, which our worker loads when the reader first
  searches.
- Pages name our worker where they named the theme's.
- Material's offline plugin reads everything from one script.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import unescape
from itertools import groupby
from pathlib import Path
from typing import Any
from unicodedata import normalize

from campnotes.caching.memory import Memory
from campnotes.compact_json import compact_json
from campnotes.hosts.mkdocs.assets import ASSETS
from campnotes.hosts.mkdocs.keeping.kept_units import KeptUnits
from campnotes.patterns import regex
from campnotes.search.examples import search_examples
from campnotes.search.index import (
    digest,
    flat,
    parts_worker_script,
    start_script,
    worker_script,
    write_units,
)
from campnotes.search.meanings import meanings_among
from campnotes.search.morphemes import morphemes_of
from campnotes.search.packed_docs import PackedDocs, PackedPage
from campnotes.search.previews import FOLDER as PREVIEWS
from campnotes.search.previews import write_previews
from campnotes.search.said_words import said_words
from campnotes.search.texts import search_texts
from campnotes.search.units import Doc, found_notes, other_units, plain
from campnotes.site.model import Site

INDEX = "search/search_index.json"
OFFLINE_INDEX = "search/search_index.js"  # Material's offline plugin reads this one
WORKERS = "assets/javascripts/workers/search.*.js"
_WORKERS_FOLDER = "assets/javascripts/workers/"
_WORKER = regex(r"assets/javascripts/workers/search\.\w+\.min\.js")
# Material's dialog has no name, as its parts have: what reads aloud says only "dialog".
_DIALOG = '<div class="md-search" data-md-component="search" role="dialog"'
_NAME_IN_DIALOG = regex(r'<nav class="md-search__options" (aria-label="[^"<>]*")')
_TAG = regex(r"<[^<>]*>")


@cache
def worker_name() -> str:
    """Our worker's file in our folder of the site: another for every version of it."""
    version = digest(worker_script())
    return f"search-worker.{version}.js"


@cache
def parts_worker_name() -> str:
    """The name of the other worker's file: the one for an index that is divided into parts."""
    version = digest(parts_worker_script())
    return f"search-parts-worker.{version}.js"


@cache
def worker_address() -> str:
    """Where in the site the file lies that the theme starts as its worker, and that loads ours."""
    version = digest(start_script())
    return f"{ASSETS}/search.{version}.js"


def use_worker(page: str) -> str:
    """Put our worker's address into an HTML page of the theme, in the place of the theme's."""
    # It stands near the end: what is before is looked through by `find`, which is quicker.
    first = page.find(_WORKERS_FOLDER)
    if first == -1:
        return page
    with_ours = _WORKER.sub(worker_address(), page[first:])
    return page[:first] + with_ours


def name_dialog(page: str) -> str:
    """Give the theme's search dialog the name that the theme has for search, in its language."""
    named = _NAME_IN_DIALOG.search(page)
    if named is None:
        return page
    name = named[1]
    return page.replace(_DIALOG, f"{_DIALOG} {name}", 1)


def write_search(site: Site, folder: Path, memory: Memory) -> bool:
    """Put our index and worker in the place of the theme's in the site in `folder`.

    `memory` knows the last build's. Nothing is done, and False returned, where the site has no such search.
    """
    file = folder / INDEX
    workers = folder.glob(WORKERS)
    if not file.is_file() or not any(workers):
        return False
    written_by_theme = file.read_text(encoding="utf-8")
    theirs: Doc = json.loads(written_by_theme)
    tags_of = _tags_by_location(theirs["docs"])
    kept = KeptUnits(site, tags_of, memory)
    pages = PackedDocs(_pages(site, kept, theirs["docs"]))
    kept.keep()
    said = said_words(pages, memory)
    forms = morphemes_of(said, memory)
    examples = search_examples(site)
    texts = search_texts(site.translate, examples)
    offline = folder / OFFLINE_INDEX
    if offline.is_file():
        # A page that is opened as a file can fetch nothing: everything is in this one script.
        everything = {
            "worker": worker_name(),
            "texts": texts,
            "forms": forms,
            "meanings": meanings_among(said),
        }
        docs = list(flat(pages))
        whole = _index(theirs, everything, docs)
        offline.write_text(f"var __index = {whole}", encoding="utf-8")
    # The theme needs the configuration, and no more than a page to begin with.
    written = write_units(pages, forms, said, folder, memory)
    is_whole = "units" in written
    addresses = {
        "worker": worker_name() if is_whole else parts_worker_name(),
        "texts": texts,
        **written,
    }
    first_page = _first_page(flat(pages))
    stub = _index(theirs, addresses, [first_page])
    file.write_text(stub, encoding="utf-8")
    _write_worker(folder)
    write_previews(pages, folder / ASSETS / PREVIEWS, site.notebook.hidden_names)
    return True


def _index(theirs: Doc, ours: Mapping[str, Any], docs: Sequence[Doc]) -> str:
    """Write an index as the theme reads it, with what our worker is told besides."""
    index = dict(theirs)
    index["config"] = {**theirs["config"], "campnotes": ours}
    index["docs"] = docs
    return compact_json(index)


def _first_page(docs: Iterable[Doc]) -> Doc:
    """The first page that isn't the home page, without its text."""
    for doc in docs:
        page = _page(doc)
        if page:
            return {"location": page, "title": doc["title"], "text": ""}
    return {"location": "", "title": "", "text": ""}


def _write_worker(folder: Path) -> None:
    start = folder / worker_address()
    into = start.parent
    into.mkdir(parents=True, exist_ok=True)
    start.write_text(start_script(), encoding="utf-8")
    # Where the site is read offline, units are in one piece, however many.
    worker = into / worker_name()
    worker.write_text(worker_script(), encoding="utf-8")
    parts_worker = into / parts_worker_name()
    parts_worker.write_text(parts_worker_script(), encoding="utf-8")


def _pages(site: Site, kept: KeptUnits, theirs: Sequence[Doc]) -> Iterator[list[Doc] | PackedPage]:
    """Find the units of each page: ours of the notebook, and the theme's of all other pages."""
    yield from map(kept.of, found_notes(site))
    # A note that is left out of the search has no units, and none of the theme's either.
    known = set(site.note_urls.values())
    for units in other_units(site):
        docs = list(map(plain, units))
        known.add(_page(docs[0]))
        kept.add_tags(docs[0])
        yield docs
    others = [doc for doc in theirs if _page(doc) not in known]
    for _, of_page in groupby(others, key=_page):
        yield list(map(_as_text, of_page))


def _tags_by_location(theirs: Iterable[Doc]) -> Mapping[str, list[str]]:
    """The tags that the theme's index has of pages, by another plugin."""
    tags_of = {}
    for doc in theirs:
        if doc.get("tags"):
            location = doc["location"]
            tags_of[location] = _plain_tags(doc)
    return tags_of


def _plain_tags(doc: Doc) -> list[str]:
    """The tags of a unit of the theme's, which are HTML there."""
    return [unescape(str(tag)) for tag in doc["tags"]]


def _page(doc: Doc) -> str:
    """The address of the page that a unit is on."""
    location = str(doc["location"])
    page, _, _ = location.partition("#")
    return page


def _as_text(doc: Doc) -> Doc:
    """Turn a unit of the theme's own index, whose texts are HTML, into plain text."""
    shown = dict(doc)
    for key in ("title", "text"):
        shown[key] = _text(doc[key])
    if doc.get("tags"):
        shown["tags"] = _plain_tags(doc)
    return shown


def _text(html: str) -> str:
    without_tags = _TAG.sub(" ", html)
    text = unescape(without_tags)
    words = text.split()
    return normalize("NFC", " ".join(words))
