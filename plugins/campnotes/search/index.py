"""Write what can be found, and the worker that finds it, into a built site.

The theme's own index becomes a stub that names ours; the worker loads that when the reader first
searches. A big notebook's comes in parts (`parts.py`), of which a query needs a few.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import unescape
from itertools import groupby
from pathlib import Path
from typing import Any
from unicodedata import normalize

from campnotes.pages.site import Site
from campnotes.search.morphemes import morphemes
from campnotes.search.parts import write_parts
from campnotes.search.texts import search_texts
from campnotes.search.units import find_units, plain

ASSETS = Path(__file__).parent / "assets"
DIALOG = ASSETS / "search-dialog.css", ASSETS / "search-dialog.js"  # what we add to the theme's
INDEX = "search/search_index.json"
OFFLINE_INDEX = "search/search_index.js"  # Material's offline plugin reads this one
_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
MOST_WHOLE = 1_000_000  # characters of units that are loaded in one piece: about 400 KB, packed
_TAG = re.compile(r"<[^<>]*>")

Doc = dict[str, Any]


def worker_script() -> str:
    """The worker, as `web/` is bundled into one script."""
    return (ASSETS / "search-worker.js").read_text(encoding="utf-8")


@cache
def worker_address() -> str:
    """Where the worker is in the site; another place for every version, so that no cache is stale."""
    return f"assets/campnotes/search.{_digest(worker_script())}.js"


def use_worker(page: str) -> str:
    """An HTML page of the theme with our worker's address in the place of the theme's."""
    return _WORKER.sub(worker_address(), page)


def write_search(site: Site, folder: Path) -> bool:
    """Put our index and worker in the place of the theme's in the site in `folder`.

    Nothing is done, and False returned, where the site has no such search.
    """
    file = folder / INDEX
    if not file.is_file() or not any(folder.glob("assets/javascripts/workers/search.*.js")):
        return False
    theirs: Doc = json.loads(file.read_text(encoding="utf-8"))
    pages = _pages(site, theirs["docs"])
    docs = _flat(pages)
    forms = morphemes(doc[key] for doc in docs for key in ("title", "text") if key in doc)
    told: Doc = {"texts": search_texts(site.translate)}

    def index(told: Doc, docs: Sequence[Doc]) -> str:
        return _json({**theirs, "config": {**theirs["config"], "campnotes": told}, "docs": docs})

    if (folder / OFFLINE_INDEX).is_file():
        # A page that is opened as a file can fetch nothing: everything is in this one script.
        whole = index({**told, "forms": forms}, docs)
        (folder / OFFLINE_INDEX).write_text(f"var __index = {whole}", encoding="utf-8")
    # The theme needs the configuration, and no more than a page to begin with.
    first = next((doc for doc in docs if _page(doc)), {"location": "", "title": ""})
    first = {"location": _page(first), "title": first["title"], "text": ""}
    stub = index({**told, **_write_units(pages, forms, folder)}, [first])
    file.write_text(stub, encoding="utf-8")
    worker = folder / worker_address()
    worker.parent.mkdir(parents=True, exist_ok=True)
    worker.write_text(worker_script(), encoding="utf-8")
    return True


def _write_units(pages: Sequence[Sequence[Doc]], forms: Mapping[str, str], folder: Path) -> Doc:
    """Write the units in one piece or in parts; returns where they are."""
    text = _json({"docs": _flat(pages), "forms": forms})
    if len(text) > MOST_WHOLE:
        parts = f"search/parts-{_digest(text)}"
        write_parts(pages, forms, folder / parts)
        return {"parts": parts}
    units = f"search/units-{_digest(text)}.json"
    (folder / units).write_text(text, encoding="utf-8")
    return {"units": units}


def _pages(site: Site, theirs: Iterable[Doc]) -> list[list[Doc]]:
    """The units of each page; pages that aren't notes (a blog, say) as the theme found them."""
    tags = {doc["location"]: doc["tags"] for doc in theirs if doc.get("tags")}
    pages = [[plain(unit) for unit in units] for units in find_units(site)]
    for page in pages:
        if page[0]["location"] in tags:
            page[0]["tags"] = tags[page[0]["location"]]
    known = {*site.note_urls.values(), *(_page(page[0]) for page in pages)}
    others = groupby((doc for doc in theirs if _page(doc) not in known), key=_page)
    return [*pages, *([_read(doc) for doc in docs] for _, docs in others)]


def _page(doc: Doc) -> str:
    return str(doc["location"]).split("#")[0]


def _read(doc: Doc) -> Doc:
    """A unit of the theme's own index, whose texts are HTML."""
    plain_texts = {
        key: normalize("NFC", " ".join(unescape(_TAG.sub(" ", doc[key])).split()))
        for key in ("title", "text")
    }
    return {**doc, **plain_texts}


def _flat(pages: Iterable[Iterable[Doc]]) -> list[Doc]:
    return [doc for page in pages for doc in page]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]
