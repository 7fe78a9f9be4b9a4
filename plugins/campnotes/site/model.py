"""The site of a notebook: the addresses of its pages, and its notes as its pages group them."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from campnotes.finding import Finding, Severity
from campnotes.linking.model import Cited, LinkedPresentation, Note, Notebook, Reference
from campnotes.locales import translations
from campnotes.parsing.presenters import Role
from campnotes.site.groups import Group, day_order, group_notes, ungrouped

MAX_SLUG = 60
_NOT_IN_SLUG = re.compile(r"[^\w가-힣-]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: a group of the notebook, with those of its notes that are shown there."""

    anchor: str
    title: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Site:
    """A notebook with the addresses of its pages, relative to the site's root.

    `note_urls` are those of the notes by path; `page_url` gives that of a generated page by its
    source; `taken` are source paths that the notebook has already.
    """

    notebook: Notebook
    language: str
    note_urls: Mapping[str, str]
    page_url: Callable[[str], str]
    taken: frozenset[str] = frozenset()

    def translate(self, message: str) -> str:
        """A text in the site's language."""
        return translations(self.language).gettext(message)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The weeks or other groups of the notebook."""
        return group_notes(self.notebook, self.language)

    @cached_property
    def group_of(self) -> Mapping[str, Group]:
        """The group of each grouped note, by path."""
        groups: dict[str, Group] = {}
        for group in self.groups:
            for note in group.notes:
                groups[note.path] = group
        return groups

    @cached_property
    def ungrouped(self) -> tuple[Note, ...]:
        """Notes outside of all groups, without the notebook's README."""
        home = self.home_note
        return tuple(note for note in ungrouped(self.notebook) if note.path != home)

    @cached_property
    def reading_order(self) -> Mapping[str, int]:
        """The position of each grouped note."""
        return {path: i for i, path in enumerate(day_order(self.groups))}

    def neighbours(self, path: str) -> tuple[Note | None, Note | None]:
        """The notes before and after one, in reading order."""
        at = self.reading_order.get(path)
        if at is None:
            return None, None
        order = self._in_order
        before = order[at - 1] if at > 0 else None
        after = order[at + 1] if at + 1 < len(order) else None
        return before, after

    @cached_property
    def _in_order(self) -> tuple[Note, ...]:
        return tuple(self.notebook.by_path[path] for path in self.reading_order)

    @property
    def _all_in_order(self) -> tuple[Note, ...]:
        """The grouped notes in reading order, and then all others, the README too."""
        return (*self._in_order, *ungrouped(self.notebook))

    def sections(self, shown: Callable[[Note], Any] | None = None) -> tuple[Section, ...]:
        """The groups, and then what is in none, with all notes or those for which `shown` holds."""
        sections = []
        for section in self._whole_sections():
            notes = tuple(filter(shown, section.notes))
            if notes:
                sections.append(Section(section.anchor, section.title, notes))
        return tuple(sections)

    def _whole_sections(self) -> Iterator[Section]:
        for number, group in enumerate(self.groups, 1):
            yield Section(f"group-{number}", group.title, group.notes)
        yield Section("others", self.translate("More notes"), self.ungrouped)

    @cached_property
    def home_note(self) -> str | None:
        """The note that is the home page: the notebook's README."""
        for path, url in self.note_urls.items():
            if url in {"", "index.html"}:
                return path
        return None

    @property
    def home_url(self) -> str:
        """The address of the home page."""
        home = self.home_note
        return self.note_urls[home] if home is not None else self.page_url("index.md")

    def folder(self, section: str) -> str:
        """The folder of a section; another one where the notebook has a folder of that name."""
        note, folder = f"{section}.md", f"{section}/"
        is_used = any(path == note or path.startswith(folder) for path in self.taken)
        return f"camp-{section}" if is_used else section

    def source(self, section: str, name: str = "") -> str:
        """The source path of a section's page, or of one of its pages."""
        return posixpath.join(self.folder(section), name, "index.md")

    def url(self, section: str, name: str = "") -> str:
        """The address of a section's page, or of one of its pages."""
        return self.page_url(self.source(section, name))

    def note_url(self, path: str, anchor: str = "") -> str:
        """The address of a note, or of a heading in it."""
        return _at(self.note_urls[path], anchor)

    def person_url(self, name: str) -> str:
        """The address of a person's page."""
        return self.url("people", self._slugs[name])

    def person_source(self, name: str) -> str:
        """The source path of a person's page."""
        return self.source("people", self._slugs[name])

    def reference_url(self, canonical: str) -> str:
        """The address of a reference on the references page."""
        return _at(self.url("references"), reference_anchor(canonical))

    @cached_property
    def _slugs(self) -> Mapping[str, str]:
        """The last parts of the addresses of the people's pages; equal ones are numbered."""
        slugs: dict[str, str] = {}
        taken: set[str] = set()
        for person in self.notebook.people:
            slug = base = _slug(person.name)
            number = 1
            while slug.casefold() in taken:
                number += 1
                slug = f"{base}-{number}"
            taken.add(slug.casefold())
            slugs[person.name] = slug
        return slugs

    @cached_property
    def presentations_of(self) -> Mapping[str, tuple[tuple[Note, LinkedPresentation], ...]]:
        """Each person's presentations with their notes, in reading order."""
        found: dict[str, list[tuple[Note, LinkedPresentation]]] = {}
        for person in self.notebook.people:
            found[person.name] = []
        for note in self._all_in_order:
            for presentation in note.presentations:
                for name in dict.fromkeys(presentation.presenters):
                    found.setdefault(name, []).append((note, presentation))
        return {name: tuple(given) for name, given in found.items()}

    @cached_property
    def moderated_by(self) -> Mapping[str, tuple[Cited, ...]]:
        """The first place in each note where a person is said to moderate, in reading order."""
        found: dict[str, dict[str, Cited]] = defaultdict(dict)
        for note in self._all_in_order:
            for named in note.people:
                if named.role is Role.MODERATOR:
                    place = Cited(path=note.path, line=named.line)
                    found[named.name].setdefault(note.path, place)
        return {name: tuple(places.values()) for name, places in found.items()}

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The references by canonical address."""
        return {reference.canonical: reference for reference in self.notebook.references}

    @cached_property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by code, the severest first."""
        ranks = {severity: rank for rank, severity in enumerate(Severity)}

        def rank(finding: Finding) -> tuple[int, str]:
            return ranks[finding.severity], finding.code

        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in sorted(self.notebook.findings, key=rank):
            found[finding.code].append(finding)
        return {code: tuple(findings) for code, findings in found.items()}


def reference_anchor(canonical: str) -> str:
    """The id of a reference on the references page; it stays the same from build to build."""
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    return f"ref-{digest[:10]}"


def _slug(name: str) -> str:
    slug = _NOT_IN_SLUG.sub("-", name).strip("-._")[:MAX_SLUG]
    if slug:
        return slug
    # A name of nothing but marks has an address too.
    digest = hashlib.sha256(name.encode()).hexdigest()
    return digest[:8]


def _at(url: str, anchor: str) -> str:
    return f"{url}#{anchor}" if anchor else url
