"""Keep Material's search plugin from reading our pages, which our own index is of.

It would parse the HTML of every page again, and `search.py` would throw away what it found.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.note_pages import NotebookPage, NotePage
from campnotes.hosts.mkdocs.search import WORKERS

_NAMES = ("material/search", "search")


def leave_own_pages_out(config: MkDocsConfig, notes: Container[str]) -> None:
    """Have the theme's index hold no more than the tags of our pages: of these notes, and all made.

    Nothing is done where our index won't take the place of the theme's.
    """
    index = _material_index(config)
    if index is not None and _has_worker(config):
        index.add_entry_from_context = _without_own_pages(index, notes)


def reads_pages(config: MkDocsConfig) -> bool:
    """Tell whether a search reads what stands on our pages."""
    is_ours = _material_index(config) is not None and _has_worker(config)
    has_search = not config.plugins.keys().isdisjoint(_NAMES)
    return has_search and not is_ours


def _has_worker(config: MkDocsConfig) -> bool:
    """Tell whether the theme has a search whose worker ours can stand in for."""
    for folder in config.theme.dirs:
        workers = Path(folder).glob(WORKERS)
        if any(workers):
            return True
    return False


def _material_index(config: MkDocsConfig) -> Any:
    """The index that Material's search plugin fills; `None` where another plugin searches."""
    for name in _NAMES:
        plugin = config.plugins.get(name)
        if type(plugin).__module__.startswith("material."):
            return getattr(plugin, "search_index", None)
    return None


def _without_own_pages(index: Any, notes: Container[str]) -> Callable[[Page], None]:
    read_page: Callable[[Page], None] = index.add_entry_from_context

    def add_entry(page: Page) -> None:
        is_note = isinstance(page, NotePage) and page.note.path in notes
        if is_note or isinstance(page, NotebookPage):
            _add_tags(index, page)
        else:
            read_page(page)

    return add_entry


def _add_tags(index: Any, page: Page) -> None:
    tags = page.meta.get("tags")
    if isinstance(tags, list) and tags:
        named = list(map(str, filter(None, tags)))
        entry = {"location": page.url, "title": "", "text": "", "tags": named}
        index.entries.append(entry)
