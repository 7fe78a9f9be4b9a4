"""A note's front matter as MkDocs' themes and plugins are given it.

Notes may be strangers': a template or icon that isn't there would end the whole build, and themes
write titles and the like into pages as the HTML that MkDocs takes them for.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from datetime import date
from html import escape
from itertools import islice
from typing import Any

from campnotes.linking.model import Note
from campnotes.notebook.plain_text import shortened
from campnotes.patterns import regex
from campnotes.search.units import boost_of, search_told

# What makes a theme load a file, or what we set ourselves from what was checked.
_KEPT_BACK = frozenset({"template", "icon", "status", "search", "tags"})
_MOST_TEXT = 2000  # characters; aliases in the YAML may repeat a text many times
_MOST_ITEMS = 100  # of a list or a mapping
_DEPTH = 2  # lists and mappings within each other; nobody writes more
_PART_OF_A_PAGE = regex(r"^[\w\-/]+$")  # such as `navigation`, `toc`


def safe_meta(note: Note) -> dict[str, Any]:
    """Give a note's front matter without what would make a theme fail or run a script."""
    front_matter = note.parsed.front_matter
    meta = _escaped(front_matter.raw)
    search = search_told(note)
    if search:
        meta["search"] = {"exclude": bool(search.get("exclude")), "boost": boost_of(note)}
    hidden = meta.get("hide")
    if hidden is not None:
        meta["hide"] = _hidden_parts(hidden)
    tags = note.tags
    if tags:
        meta["tags"] = [escape(tag) for tag in tags]
    meta["title"] = escape(note.full_title)
    # Themes call methods of text on a description.
    if not isinstance(meta.get("description"), str | None):
        del meta["description"]
    return meta


def hide(meta: MutableMapping[str, Any], part: str) -> None:
    """Have a theme leave a part of a page out: `footer`, `toc`."""
    hidden = _hidden_parts(meta.get("hide") or [])
    meta["hide"] = [*hidden, part]


def is_hidden(meta: Mapping[str, Any], part: str) -> bool:
    """Whether a theme is to leave a part of a page out."""
    return part in _hidden_parts(meta.get("hide") or [])


def _escaped(raw: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        key: _harmless(value, _DEPTH)
        for key, value in raw.items()
        if isinstance(key, str) and key not in _KEPT_BACK
    }


def _hidden_parts(value: Any) -> list[str]:
    """Give the parts of a page that `hide:` names: one, or a list."""
    named = value if isinstance(value, list) else [value]
    return [part for part in named if _is_part_of_page(part)]


def _is_part_of_page(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    return bool(_PART_OF_A_PAGE.match(value))


def _harmless(value: Any, depth: int) -> Any:
    """Give a value of front matter as HTML.

    What is nested deeper than `depth`, or longer than anyone writes, is left out.
    """
    match value:
        case str():
            return escape(shortened(value, _MOST_TEXT))
        case list():
            return _harmless_list(value, depth)
        case dict():
            return _harmless_mapping(value, depth)
        case bool() | int() | float() | date():
            return value
    return None


def _harmless_list(values: list[Any], depth: int) -> list[Any]:
    if depth == 0:
        return []
    return [_harmless(inner, depth - 1) for inner in values[:_MOST_ITEMS]]


def _harmless_mapping(values: dict[Any, Any], depth: int) -> dict[str, Any]:
    if depth == 0:
        return {}
    first = islice(values.items(), _MOST_ITEMS)
    return {key: _harmless(inner, depth - 1) for key, inner in first if isinstance(key, str)}
