"""Write what can be found, and the worker that finds it.

A small notebook's units are loaded in one piece. A big one's come in parts (`parts.py`), of which a
query needs a few.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path

from campnotes.compact_json import compact_json
from campnotes.search.known_stems import KnownStems
from campnotes.search.meanings import meanings_among
from campnotes.search.memory import NO_MEMORY, Memory
from campnotes.search.packed_docs import PackedDocs
from campnotes.search.parts import write_parts
from campnotes.search.units import Doc

ASSETS = Path(__file__).parent / "assets"
DIALOG = ASSETS / "search-dialog.js"  # what we add to the theme's
MOST_WHOLE = 1_000_000  # characters of units that are loaded in one piece: about 400 KB, packed
DIGEST_LENGTH = 10


def worker_script() -> str:
    """The worker of units in one piece, as `web/` is bundled into one script."""
    script = ASSETS / "search-worker.js"
    return script.read_text(encoding="utf-8")


def parts_worker_script() -> str:
    """The worker of units in parts, which others needn't load."""
    script = ASSETS / "search-parts-worker.js"
    return script.read_text(encoding="utf-8")


def start_script() -> str:
    """What the theme starts in the worker's place: it loads the worker at the first search."""
    script = ASSETS / "search-start.js"
    return script.read_text(encoding="utf-8")


def write_units(
    pages: PackedDocs,
    forms: Mapping[str, str],
    said: Set[str],
    folder: Path,
    memory: Memory = NO_MEMORY,
) -> Mapping[str, str]:
    """Write the units of each page in one piece or in parts.

    `said` are the words in them. Returns where they are in the site in `folder`, for the worker: the
    file of all `units`, or the folder of the `parts`. `memory` knows the last build's.
    """
    # Of a big notebook the rest needn't be written to know that it is one.
    if pages.length <= MOST_WHOLE:
        stems_of = KnownStems(memory)
        whole = "".join(_whole(pages, forms, meanings_among(said, stems_of)))
        stems_of.keep()
        if len(whole) <= MOST_WHOLE:
            return {"units": _write_whole(whole, folder)}
    return {"parts": _write_in_parts(pages, forms, folder, memory)}


def _write_whole(whole: str, folder: Path) -> str:
    units = f"search/units-{digest(whole)}.json"
    file = folder / units
    file.write_text(whole, encoding="utf-8")
    return units


def _write_in_parts(
    pages: PackedDocs, forms: Mapping[str, str], folder: Path, memory: Memory
) -> str:
    """Write the parts into a folder that is called by what is in it."""
    beginning = folder / "search" / "parts"
    head = write_parts(pages, forms, beginning, memory)
    told = (*pages.digests, compact_json(forms), head)
    parts = f"search/parts-{digest(''.join(told))}"
    beginning.rename(folder / parts)
    return parts


def flat(pages: Iterable[Iterable[Doc]]) -> Iterator[Doc]:
    """The units of all pages, one after the other."""
    return chain.from_iterable(pages)


def _whole(pages: PackedDocs, forms: Mapping[str, str], meanings: Sequence[str]) -> Iterator[str]:
    """Write everything into one piece of JSON, page by page."""
    yield '{"docs":['
    comma = ""
    for written in pages.all_written():
        listed = written.decode()[1:-1]
        if listed:
            yield comma + listed
            comma = ","
    yield f'],"forms":{compact_json(forms)},"meanings":{compact_json(meanings)}}}'


def digest(text: str) -> str:
    """Characters for a file's name that are others for another text, so that no cache is stale."""
    written = text.encode()
    whole = hashlib.sha256(written).hexdigest()
    return whole[:DIGEST_LENGTH]
