"""Open the folder of the cache: the one that the environment names, or the system's for caches."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

from campnotes.caching.store import Store

FOLDER = "CAMPNOTES_CACHE"  # in the environment: the cache's folder; empty for none


def open_store(notebook: Path) -> Store | None:
    """Open the cache; `CAMPNOTES_CACHE` set to nothing is a build without one.

    Nothing is written into the notebook.
    """
    told = os.environ.get(FOLDER)
    if told == "":
        return None
    folder = Path(told) if told else user_cache_path("campnotes", appauthor=False)
    store = Store(folder)
    if folder.resolve().is_relative_to(notebook.resolve()):
        store.failure = str(folder)
    return store
