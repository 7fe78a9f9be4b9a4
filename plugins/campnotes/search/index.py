"""Write what can be found, and the worker that finds it.

A small notebook's units are loaded in one piece. A big one's come in parts (`parts.py`), of which a
query needs a few.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from campnotes.search.gram_index import Memory
from campnotes.search.morphemes import morphemes
from campnotes.search.parts import write_parts
from campnotes.search.units import Doc

ASSETS = Path(__file__).parent / "assets"
DIALOG = ASSETS / "search-dialog.css", ASSETS / "search-dialog.js"  # what we add to the theme's
MOST_WHOLE = 1_000_000  # characters of units that are loaded in one piece: about 400 KB, packed
DIGEST_LENGTH = 10


def worker_script() -> str:
    """The worker, as `web/` is bundled into one script."""
    script = ASSETS / "search-worker.js"
    return script.read_text(encoding="utf-8")


def forms_in(docs: Iterable[Doc]) -> Mapping[str, str]:
    """Ask an analyser for the forms of the words of all units, as `morphemes` tells them."""
    texts: list[str] = []
    for doc in docs:
        texts.append(doc.get("title", ""))
        texts.append(doc.get("text", ""))
    return morphemes(texts)


def write_units(
    pages: Sequence[Sequence[Doc]],
    forms: Mapping[str, str],
    folder: Path,
    memory: Memory | None = None,
) -> Mapping[str, str]:
    """Write the units of each page in one piece or in parts.

    Returns where they are in the site in `folder`, for the worker: the file of all `units`, or the
    folder of the `parts`. `memory` knows the last build's.
    """
    text = _json(gather_units(pages, forms))
    name = digest(text)
    if len(text) > MOST_WHOLE:
        parts = f"search/parts-{name}"
        write_parts(pages, forms, folder / parts, memory)
        return {"parts": parts}
    units = f"search/units-{name}.json"
    file = folder / units
    file.write_text(text, encoding="utf-8")
    return {"units": units}


def gather_units(
    pages: Iterable[Iterable[Doc]],
    forms: Mapping[str, str],
) -> Mapping[str, Any]:
    """What the worker is given of a small notebook: all units, and what their words are forms of."""
    return {
        "docs": flat(pages),
        "forms": forms,
    }


def flat(pages: Iterable[Iterable[Doc]]) -> list[Doc]:
    """The units of all pages in one list."""
    docs: list[Doc] = []
    for page in pages:
        docs.extend(page)
    return docs


def digest(text: str) -> str:
    """Characters for a file's name that are others for another text, so that no cache is stale."""
    written = text.encode()
    whole = hashlib.sha256(written).hexdigest()
    return whole[:DIGEST_LENGTH]


def _json(value: Any) -> str:
    return json.dumps(
        value,
        ensure_ascii=False,
        separators=(",", ":"),
    )
