"""Keep Material's search plugin from reading our pages, which our own index is of.

It would parse the HTML of every page again, and `hosts/mkdocs/search.py` would throw away what it
found. And it takes attributes of its own out of the HTML, which ours never has: only text that looks
like one.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.pages.note_pages import NotebookPage, NotePage
from campnotes.hosts.mkdocs.search import WORKERS

_Reader = Callable[..., Any]
_NAMES = ("material/search", "search")


def leave_own_pages_out(config: MkDocsConfig, notes: Container[str]) -> None:
    """Have the theme's index hold no more than the tags of our pages: of these notes, and all made.

    Nothing is done where our index won't take the place of the theme's.
    """
    plugin = _material_search(config)
    index = _material_index(config)
    if index is None or not _has_worker(config):
        return
    readers = config.plugins.events["page_context"]
    for place, reader in enumerate(readers):
        if getattr(reader, "__self__", None) is plugin:
            readers[place] = _without_own_pages(reader, index, notes)


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
    plugin = _material_search(config)
    return getattr(plugin, "search_index", None)


def _material_search(config: MkDocsConfig) -> Any:
    for name in _NAMES:
        plugin = config.plugins.get(name)
        if type(plugin).__module__.startswith("material."):
            return plugin
    return None


def _without_own_pages(read: _Reader, index: Any, notes: Container[str]) -> _Reader:
    """Give what Material's plugin does to a page, for all pages but ours."""

    def read_others(context: Any, *, page: Page, **around: Any) -> Any:
        is_note = isinstance(page, NotePage) and page.note.path in notes
        if is_note or isinstance(page, NotebookPage):
            _add_tags(index, page)
            return context
        return read(context, page=page, **around)

    return read_others


def _add_tags(index: Any, page: Page) -> None:
    tags = page.meta.get("tags")
    if isinstance(tags, list) and tags:
        named = list(map(str, filter(None, tags)))
        entry = {"location": page.url, "title": "", "text": "", "tags": named}
        index.entries.append(entry)
