"""Write what can be found, and the worker that finds it, into a built site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from campnotes.pages.site import Site
from campnotes.search.units import find_units, plain

ASSETS = Path(__file__).parent / "assets"
INDEX = "search/search_index.json"
OFFLINE_INDEX = "search/search_index.js"  # Material's offline plugin reads this one


def worker_script() -> str:
    """The worker, its parts in the order of their names in one scope of its own."""
    parts = [file.read_text(encoding="utf-8") for file in sorted(ASSETS.glob("*.js"))]
    return "(() => {\n" + "\n".join(parts) + "})()\n"


def write_search(site: Site, folder: Path) -> bool:
    """Put our index and worker in the place of the theme's in the site in `folder`.

    Nothing is done, and False returned, where the site has no such search.
    """
    workers = list(folder.glob("assets/javascripts/workers/search.*.js"))
    file = folder / INDEX
    if not workers or not file.is_file():
        return False
    index: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    theirs = {doc["location"].split("#")[0]: doc for doc in index["docs"]}
    ours = [plain(unit) for unit in find_units(site)]
    known = set(site.note_urls.values()) | {unit["location"].split("#")[0] for unit in ours}
    for doc in ours:
        tags = theirs.get(doc["location"], {}).get("tags")
        if tags:
            doc["tags"] = tags
    # Pages that aren't notes (a blog, say) stay as the theme's plugin found them.
    others = [doc for doc in index["docs"] if doc["location"].split("#")[0] not in known]
    index["docs"] = [*ours, *others]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")
    if (folder / OFFLINE_INDEX).is_file():
        (folder / OFFLINE_INDEX).write_text(f"var __index = {text}", encoding="utf-8")
    for worker in workers:
        worker.write_text(worker_script(), encoding="utf-8")
    return True
