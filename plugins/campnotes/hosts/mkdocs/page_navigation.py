"""What a page shows of the navigation: the way up, and what stands beside it there.

Themes draw the whole navigation on every page, which makes a site grow with the square of its notes.
So each page is given a short one. A section that the page isn't in is a link to its first page; of
many such links those around the page's own section are shown.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.pages.note_pages import NotebookPage

MOST_WEEKS = 20  # sections beside each other that all pages show
MOST_MEMBERS = 8  # such sections that have sections of their own, as the members of a cohort
_WHOLE = 100  # pages up to which a theme may show the whole navigation, if it is asked to
_ASKING = frozenset({"navigation.expand", "navigation.sections"})  # Material's names for that


_Opened = tuple[int, ...]  # the ids of the sections that a page is in


class _ShortLink(Link):
    """A link with the attributes that Material asks every item for, though only pages have them.

    To find out that there is nothing takes Jinja longer than all else of a link.
    """

    is_index = False
    meta: ClassVar[Mapping[str, object]] = {}
    pages: ClassVar[Sequence[Page]] = ()
    typeset = None


class PageNavigations:
    """The navigations of a site's pages. Pages of one section share theirs."""

    def __init__(self, whole: Navigation, config: MkDocsConfig) -> None:
        self._whole = whole
        self._links: dict[int, Link] = {}
        self._of_sections: dict[_Opened, Navigation] = {}
        self._is_kept = _is_wanted_whole(whole, config)

    def of_page(self, page: Page | None) -> Navigation:
        """The navigation of a page; without one, that of a page which is in no section."""
        if self._is_kept:
            return self._whole
        opened: _Opened = ()
        if page is not None:
            opened = tuple(map(id, page.ancestors))
        if opened not in self._of_sections:
            self._of_sections[opened] = self._shortened(opened)
        return self._of_sections[opened]

    def _shortened(self, opened: Collection[int]) -> Navigation:
        """The navigation with these sections open."""
        # Its constructor would look through all pages for the home page.
        short = copy.copy(self._whole)
        short.items = self._shown(self._whole.items, opened)
        return short

    def _shown(
        self, items: Sequence[StructureItem], opened: Collection[int]
    ) -> list[StructureItem]:
        """What is shown of items beside each other."""
        shown: list[StructureItem] = []
        for item in self._near(items, opened):
            if not isinstance(item, Section) or _is_about_all(item):
                shown.append(item)
            elif id(item) in opened:
                section = copy.copy(item)
                section.children = self._shown(item.children, opened)
                shown.append(section)
            else:
                shown.append(self._link(item))
        return shown

    def _near(
        self, items: Sequence[StructureItem], opened: Collection[int]
    ) -> Sequence[StructureItem]:
        """Leave out the sections that are far from the open one, if there are many."""
        sections = list(filter(_is_of_notes, items))
        are_members = any(map(_is_divided, sections))
        most = MOST_MEMBERS if are_members else MOST_WEEKS
        if len(sections) <= most:
            return items
        near = _around_open(sections, opened, most)
        near_ids = map(id, near)
        far = frozenset(map(id, sections)).difference(near_ids)
        shown = [item for item in items if id(item) not in far]
        home = self._whole.homepage
        if home is not None:
            # The home page lists them all.
            last = near[-1]
            behind = shown.index(last) + 1
            link = _ShortLink(f"… {len(sections)}", home.url)
            shown.insert(behind, link)
        return shown

    def _link(self, section: Section) -> StructureItem:
        """A link to a section's first page; an empty section stays as it is."""
        key = id(section)
        if key not in self._links:
            first = _first_page(section)
            if first is None:
                return section
            self._links[key] = _ShortLink(section.title, first.url)
        return self._links[key]


def _is_wanted_whole(whole: Navigation, config: MkDocsConfig) -> bool:
    """Tell whether the theme is told to show sections open, and there are few pages."""
    features = config.theme.get("features") or ()
    is_asked = not _ASKING.isdisjoint(features)
    return is_asked and len(whole.pages) <= _WHOLE


def _around_open(
    sections: Sequence[StructureItem], opened: Collection[int], most: int
) -> Sequence[StructureItem]:
    """The sections around the open one, or the first ones where none is open."""
    first = 0
    for place, section in enumerate(sections):
        if id(section) in opened:
            first = max(place - most // 2, 0)
    return sections[first : first + most]


def _is_divided(item: StructureItem) -> bool:
    """Tell whether an item has sections of its own."""
    if not isinstance(item, Section):
        return False
    return any(isinstance(child, Section) for child in item.children)


def _is_of_notes(item: StructureItem) -> bool:
    return isinstance(item, Section) and not _is_about_all(item)


def _is_about_all(section: Section) -> bool:
    """Tell whether a section has the pages made from all notes, which are few."""
    return all(isinstance(child, NotebookPage) for child in section.children)


def _first_page(section: Section) -> Page | None:
    for child in section.children:
        if isinstance(child, Page):
            return child
        if isinstance(child, Section):
            first = _first_page(child)
            if first is not None:
                return first
    return None
