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

from campnotes.search.morphemes import morphemes
from campnotes.search.parts import write_parts
from campnotes.search.units import Doc

ASSETS = Path(__file__).parent / "assets"
DIALOG = ASSETS / "search-dialog.css", ASSETS / "search-dialog.js"  # what we add to the theme's
MOST_WHOLE = 1_000_000  # characters of units that are loaded in one piece: about 400 KB, packed


def worker_script() -> str:
    """The worker, as `web/` is bundled into one script."""
    return (ASSETS / "search-worker.js").read_text(encoding="utf-8")


def forms_in(docs: Iterable[Doc]) -> Mapping[str, str]:
    """Ask an analyser for the forms of the words of all units, as `morphemes` tells them."""
    texts = [doc[key] for doc in docs for key in ("title", "text") if key in doc]
    return morphemes(texts)


def write_units(
    pages: Sequence[Sequence[Doc]], forms: Mapping[str, str], folder: Path
) -> Mapping[str, str]:
    """Write the units of each page in one piece or in parts.

    Returns where they are in the site in `folder`, for the worker: the file of all `units`, or the
    folder of the `parts`.
    """
    text = _json({"docs": flat(pages), "forms": forms})
    if len(text) > MOST_WHOLE:
        parts = f"search/parts-{digest(text)}"
        write_parts(pages, forms, folder / parts)
        return {"parts": parts}
    units = f"search/units-{digest(text)}.json"
    (folder / units).write_text(text, encoding="utf-8")
    return {"units": units}


def flat(pages: Iterable[Iterable[Doc]]) -> list[Doc]:
    """The units of all pages in one list."""
    return [doc for page in pages for doc in page]


def digest(text: str) -> str:
    """Characters for a file's name that are others for another text, so that no cache is stale."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
