"""The site's navigation: weeks with their notes, then what was made from all of them."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from campnotes.linking.model import Note, Notebook
from campnotes.pages.site import GeneratedPage

NavItem = dict[str, Any] | str


def build_nav(
    notebook: Notebook,
    pages: Sequence[GeneratedPage],
    translate: Callable[[str], str],
) -> list[NavItem]:
    """The navigation of a notebook whose user gave none."""
    home = [p.source for p in pages if p.section == "home"]
    weeks = {int(p.source.split("/")[-2]): p for p in pages if p.section == "weeks" and p.in_nav
             and p.source.split("/")[-2].isdigit()}  # fmt: skip
    by_week: dict[int | None, list[Note]] = defaultdict(list)
    for note in notebook.notes:
        by_week[note.place.week].append(note)
    others = by_week.pop(None, [])
    nav: list[NavItem] = [*home]
    top = [n for n in others if _is_index(n.path) and "/" not in n.path]
    nav += [n.path for n in top]
    for week in sorted(w for w in by_week if w is not None):
        page = weeks.get(week)
        notes = [n.path for n in _in_time(by_week[week])]
        title = page.title if page else translate("Week {week}").format(week=week)
        nav.append({title: [*([page.source] if page else []), *notes]})
    nav += _in_folders([n for n in others if n not in top])
    return [*nav, *generated_nav(pages, [], translate)]


def _in_time(notes: Sequence[Note]) -> list[Note]:
    """Days in their order, then the week's other notes in theirs."""

    def key(item: tuple[int, Note]) -> tuple[bool, tuple[int, int], int, int]:
        position, note = item
        place = note.place
        when = (place.date.month, place.date.day) if place.date else place.month_day
        dayless = place.day is None and place.month_day is None and place.date is None
        return dayless, when or (0, 0), place.day or 0, position

    return [note for _, note in sorted(enumerate(notes), key=key)]


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
            nav.append({_folder_title(folder, notes): folders[folder]})
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
