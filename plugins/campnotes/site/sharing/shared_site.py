"""A site as those outside of it find it: under an address, with the dates and descriptions of notes."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from urllib.parse import urljoin

from msgspec import Struct, field

from campnotes.linking.model import Note
from campnotes.notebook.place import Kind
from campnotes.notebook.plain_text import one_line
from campnotes.site.addresses import markdown_address
from campnotes.site.days.groups import Group
from campnotes.site.model import Site
from campnotes.site.urls import encoded

RSS = "feed.xml"
ATOM = "atom.xml"
LLMS = "llms.txt"


class SharedSite(Struct, frozen=True, dict=True):
    """A site with what search engines, feeds and previews of links are told about it.

    - `name` and `description` are those of the site; `author` is whose notes they are, if told;
    - `address` is where it will be (`https://OWNER.github.io/NAME/`), `""` where nobody knows;
    - `changed` has the date of each note's last change, by path, where Git knows it;
    - `descriptions` say in a sentence or two what each note tells, by path;
    - `feed_pages` are the addresses of the pages that have a feed;
    - `cards` are the site addresses of the pictures of pages, by the address of the page;
    - `has_markdown` tells whether the notes' Markdown is published.
    """

    site: Site
    name: str
    address: str = ""
    description: str = ""
    author: str = ""
    changed: Mapping[str, date] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    feed_pages: frozenset[str] = frozenset()
    cards: Mapping[str, str] = field(default_factory=dict)
    has_markdown: bool = True

    def absolute(self, url: str) -> str:
        """The whole address of a page or file, from that in the site; `""` if it isn't known."""
        if not self.address:
            return ""
        return urljoin(self.address, encoded(url))

    def author_of(self, note: Note) -> str:
        """Who wrote a note; `""` where nothing tells it, and for who is hidden.

        It is whom its front matter names (`author:`), or in a cohort the member whose folder it is in.
        """
        told = note.parsed.front_matter.raw.get("author")
        member = posixpath.basename(note.place.member)
        written = told if isinstance(told, str) else member
        name = one_line(written)
        if name in self._hidden:
            return ""
        return self._full_names.get(name, name)

    @cached_property
    def _hidden(self) -> frozenset[str]:
        names: set[str] = set()
        for name, told in self.site.notebook.settings.people.items():
            if told.hidden:
                names.update((name, *told.aliases))
        return frozenset(names)

    @cached_property
    def _full_names(self) -> Mapping[str, str]:
        """The names of people by their aliases."""
        names = {}
        for person in self.site.notebook.people:
            for alias in person.aliases:
                names[alias] = person.name
        return names

    @cached_property
    def week_by_source(self) -> Mapping[str, Group]:
        """The weeks by the source paths of their pages."""
        weeks = {}
        for group in self.site.groups:
            if group.week is not None:
                source = self.site.week_source(group)
                weeks[source] = group
        return weeks

    @cached_property
    def told_notes(self) -> tuple[Note, ...]:
        """The notes that are told of outside of the site: none that is sealed, nor an empty form."""
        notes = self.site.notebook.notes
        told = filter(is_told, notes)
        return tuple(told)

    def markdown_url(self, note: Note) -> str:
        """The address in the site of a note's Markdown; `""` where that isn't published."""
        if not self.has_markdown or not is_told(note):
            return ""
        page = self.site.note_urls[note.path]
        return markdown_address(page)


def is_told(note: Note) -> bool:
    """Tell whether feeds, search engines and the like may know of a note."""
    if note.parsed.sealed:
        return False
    return note.place.kind is not Kind.TEMPLATE


def feed_url(page: str, name: str) -> str:
    """The address of a feed of a page: `people/김나래/feed.xml` of `people/김나래/`."""
    folder = posixpath.dirname(page)
    return posixpath.join(folder, name)
