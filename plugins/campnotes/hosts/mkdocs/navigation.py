"""The site's navigation: weeks with their notes, then what was made from all of them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from campnotes.linking.model import Note
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site

NavItem = dict[str, Any] | str


def build_nav(site: Site, pages: Sequence[GeneratedPage]) -> list[NavItem]:
    """The navigation of a notebook whose user gave none."""
    sources = {page.source for page in pages}
    nav: list[NavItem] = [page.source for page in pages if page.section == "home"]
    if site.home_note is not None:
        nav.append(site.home_note)
    for group in site.groups:
        page = site.source("weeks", str(group.week))
        nav.append({escape(group.title): [*([page] if page in sources else []),
                                  *(note.path for note in group.notes)]})  # fmt: skip
    return [*nav, *_in_folders(site.ungrouped), *generated_nav(pages, [], site.translate)]


def _in_folders(notes: Sequence[Note]) -> list[NavItem]:
    """Notes outside of weeks, by the folders that they lie in."""
    nav: list[NavItem] = []
    folders: dict[str, list[NavItem]] = {}
    for note in notes:
        folder = posixpath.dirname(note.path)
        if not folder:
            nav.append(note.path)
            continue
        if folder not in folders:
            folders[folder] = []
            nav.append({escape(_folder_title(folder, notes)): folders[folder]})
        folders[folder].append(note.path)
    return nav


def _folder_title(folder: str, notes: Sequence[Note]) -> str:
    """What a folder's README calls it, or else its name."""
    own = (n.title for n in notes if posixpath.dirname(n.path) == folder and _is_index(n.path))
    return next(own, folder.replace("/", " / "))


def generated_nav(
    pages: Sequence[GeneratedPage], given: Sequence[Any], translate: Callable[[str], str]
) -> list[NavItem]:
    """The generated pages that aren't weeks or home, as one section; without those `given`."""
    mentioned = set(_paths(given))
    listed: list[NavItem] = [
        page.source
        for page in pages
        if page.in_nav and page.section not in {"home", "weeks"} and page.source not in mentioned
    ]
    return [{translate("Look up"): listed}] if listed else []


def nav_titles(nav: Any) -> dict[str, str]:
    """The titles that a user's navigation gives pages, by path."""
    titles: dict[str, str] = {}
    for item in nav if isinstance(nav, list) else []:
        for title, value in item.items() if isinstance(item, dict) else ():
            if isinstance(value, str):
                titles[value.lstrip("/")] = str(title)
            else:
                titles |= nav_titles(value)
    return titles


def _paths(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav.lstrip("/")]
    values = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return [path for value in values for path in _paths(value)]


def _is_index(path: str) -> bool:
    return posixpath.basename(path).lower().rpartition(".")[0] in {"readme", "index"}
