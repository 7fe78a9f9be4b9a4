"""The site's navigation: weeks with their notes, then what was made from all of them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from html import escape
from typing import Any

from campnotes.linking.model import Note
from campnotes.notebook.paths import is_index
from campnotes.notebook.plain_text import one_line
from campnotes.pages.generated import GeneratedPage
from campnotes.site.days.groups import Group
from campnotes.site.model import Site
from campnotes.site.summary import Listed

NavItem = dict[str, Any] | str


def build_nav(site: Site, pages: Sequence[GeneratedPage]) -> list[NavItem]:
    """Make the navigation of a notebook whose user gave none.

    1. the home page, which may be the notebook's own README;
    2. the weeks or other groups, each with its page and its notes;
    3. the members of a cohort, each with such weeks;
    4. the notes outside of them, in their folders, or in the parts and the order of a SUMMARY.md;
    5. the other pages made from the notebook.
    """
    home = [page.source for page in pages if page.section == "home"]
    if site.home_note is not None:
        home.append(site.home_note)
    sources = {page.source for page in pages}
    weeks = _in_weeks(site.groups_of(""), site, sources)
    members = _of_members(site, sources)
    folders = _in_parts(site)
    others = generated_nav(pages, [], site.translate)
    return [
        *home,
        *weeks,
        *members,
        *folders,
        *others,
    ]


def _of_members(site: Site, sources: Set[str]) -> list[NavItem]:
    """List the members with their groups and the notes in none, led by the member's page."""
    nav: list[NavItem] = []
    for member, groups in site.members.items():
        weeks = _in_weeks(groups, site, sources)
        others = [note.path for note in site.ungrouped_of(member)]
        title = escape(posixpath.basename(member))
        nav.append({title: [site.member_source(member), *others, *weeks]})
    return nav


def _in_weeks(groups: Iterable[Group], site: Site, sources: Set[str]) -> list[NavItem]:
    """List groups with their notes, led by the group's page where there is one."""
    nav: list[NavItem] = []
    for group in groups:
        paths = [note.path for note in group.notes]
        page = site.week_source(group)
        if page in sources:
            paths.insert(0, page)
        title = escape(group.title)
        nav.append({title: paths})
    return nav


def _in_parts(site: Site) -> list[NavItem]:
    """List notes outside of weeks by the parts of a book, and within these by their folders."""
    nav: list[NavItem] = []
    for part, notes in _by_part(site).items():
        items = _in_folders(notes, site.summary)
        if part:
            nav.append({escape(part): items})
        else:
            nav += items
    return nav


def _by_part(site: Site) -> Mapping[str | None, Sequence[Note]]:
    """The notes outside of weeks by the parts of a book; by `None` those that it doesn't list."""
    by_part: dict[str | None, list[Note]] = {}
    for note in site.ungrouped:
        listed = site.summary.get(note.path)
        part = None if listed is None else listed.part
        of_part = by_part.setdefault(part, [])
        of_part.append(note)
    return by_part


def _in_folders(notes: Sequence[Note], summary: Mapping[str, Listed]) -> list[NavItem]:
    """List notes by the folders that they lie in, with the titles that a summary gives them."""
    nav: list[NavItem] = []
    folders: dict[str, list[NavItem]] = {}
    titles = _readme_titles(notes)
    for note in notes:
        folder = posixpath.dirname(note.path)
        if not folder:
            nav.append(_item(note, summary))
            continue
        if folder not in folders:
            title = titles.get(folder) or one_line(folder.replace("/", " / "))
            folders[folder] = []
            nav.append({escape(title): folders[folder]})
        folders[folder].append(_item(note, summary))
    return nav


def _item(note: Note, summary: Mapping[str, Listed]) -> NavItem:
    listed = summary.get(note.path)
    if listed is None or not listed.title:
        return note.path
    return {escape(listed.title): note.path}


def _readme_titles(notes: Sequence[Note]) -> dict[str, str]:
    """The titles of folders' READMEs, by folder; of several in one, the first."""
    titles: dict[str, str] = {}
    for note in notes:
        if is_index(note.path):
            titles.setdefault(posixpath.dirname(note.path), note.title)
    return titles


def generated_nav(
    pages: Sequence[GeneratedPage], given: Sequence[Any], translate: Callable[[str], str]
) -> list[NavItem]:
    """List the generated pages that aren't weeks or home, in a section; without those `given`."""
    mentioned = set(nav_paths(given))
    sources = []
    for page in pages:
        if not page.in_nav or page.section in {"home", "members", "weeks"}:
            continue
        if page.source not in mentioned:
            sources.append(page.source)
    if not sources:
        return []
    title = translate("Look up")
    return [{title: sources}]


def nav_titles(nav: Any) -> dict[str, str]:
    """Gather the titles that a user's navigation gives pages, by path."""
    titles: dict[str, str] = {}
    for title, value in _titled_items(nav):
        if isinstance(value, str):
            titles[value.lstrip("/")] = title
        else:
            titles |= nav_titles(value)
    return titles


def _titled_items(nav: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(nav, list):
        return
    for item in nav:
        if not isinstance(item, dict):
            continue
        for title, value in item.items():
            yield str(title), value


def nav_paths(nav: Any) -> Iterator[str]:
    """Go through the paths of a navigation, however deep they stand."""
    if isinstance(nav, str):
        yield nav.lstrip("/")
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from nav_paths(value)
    elif isinstance(nav, list):
        for value in nav:
            yield from nav_paths(value)
