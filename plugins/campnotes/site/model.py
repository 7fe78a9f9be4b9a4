"""The site of a notebook: the addresses of its pages, and its notes as its pages group them."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from campnotes.finding import Finding
from campnotes.linking.model import Cited, LinkedPresentation, Note, Notebook, Reference
from campnotes.locales import translations
from campnotes.notebook.files import is_note
from campnotes.parsing.presenters import Role
from campnotes.parsing.tags import note_tags, tag_key
from campnotes.rules import Severity
from campnotes.site.folders import LinkedFolders
from campnotes.site.groups import Group, day_order, group_notes, ungrouped
from campnotes.site.slugs import digest_of, free_slug
from campnotes.site.summary import Listed, in_order_of_book, read_summary
from campnotes.site.tags import Tag, gather_tags

_HOME_URLS = frozenset({"", "index.html"})

_Found = TypeVar("_Found")
_Given = tuple[Note, LinkedPresentation]  # a presentation with its note


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
    source; `taken` are paths that there are already, in the notebook and in the site; `other_files`
    are those of the notebook that are no notes. Tags have no pages of ours where the theme
    `shows_tags` itself.
    """

    notebook: Notebook
    language: str
    note_urls: Mapping[str, str]
    page_url: Callable[[str], str]
    taken: frozenset[str] = frozenset()
    other_files: tuple[str, ...] = ()
    shows_tags: bool = False

    def translate(self, message: str) -> str:
        """A text in the site's language."""
        catalogue = translations(self.language)
        return catalogue.gettext(message)

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
        """Notes outside of all groups, without the notebook's README; those of a book in its order."""
        home = self.home_note
        others = ungrouped(self.notebook)
        notes = [note for note in others if note.path != home]
        return in_order_of_book(notes, self.summary)

    @cached_property
    def summary(self) -> Mapping[str, Listed]:
        """The notes that a book's SUMMARY.md lists, by path."""
        return read_summary(self.notebook)

    @cached_property
    def reading_order(self) -> Mapping[str, int]:
        """The position of each grouped note."""
        paths = day_order(self.groups)
        positions = range(len(paths))
        return dict(zip(paths, positions, strict=True))

    def neighbours(self, path: str) -> tuple[Note | None, Note | None]:
        """The notes before and after one, in reading order."""
        position = self.reading_order.get(path)
        before: Note | None = None
        after: Note | None = None
        if position is None:
            return before, after
        notes = self._in_order
        if position > 0:
            before = notes[position - 1]
        following = position + 1
        if following < len(notes):
            after = notes[following]
        return before, after

    @cached_property
    def _in_order(self) -> tuple[Note, ...]:
        by_path = self.notebook.by_path
        paths = self.reading_order
        notes = [by_path[path] for path in paths]
        return tuple(notes)

    @property
    def _all_in_order(self) -> tuple[Note, ...]:
        """The grouped notes in reading order, and then all others, the README and forms too."""
        order = self.reading_order
        others = [note for note in self.notebook.notes if note.path not in order]
        grouped = self._in_order
        return (*grouped, *others)

    def sections(self, shown: Callable[[Note], Any] | None = None) -> tuple[Section, ...]:
        """The groups, and then what is in none, with all notes or those for which `shown` holds."""
        sections = []
        for section in self._whole_sections():
            notes = tuple(filter(shown, section.notes))
            if notes:
                shown_part = replace(section, notes=notes)
                sections.append(shown_part)
        return tuple(sections)

    def _whole_sections(self) -> Iterator[Section]:
        for number, group in enumerate(self.groups, 1):
            yield Section(
                anchor=f"group-{number}",
                title=group.title,
                notes=group.notes,
            )
        yield Section(
            anchor="others",
            title=self.translate("More notes"),
            notes=self.ungrouped,
        )

    @cached_property
    def home_note(self) -> str | None:
        """The note that is the home page: the notebook's README."""
        for path, url in self.note_urls.items():
            if url in _HOME_URLS:
                return path
        return None

    @property
    def home_url(self) -> str:
        """The address of the home page."""
        home = self.home_note
        if home is None:
            return self.page_url("index.md")
        return self.note_urls[home]

    def folder(self, section: str) -> str:
        """The folder of a section; another one where the notebook has a folder of that name."""
        folder = section
        number = 1
        while folder in self._taken_names:
            folder = f"camp-{section}" if number == 1 else f"camp-{section}-{number}"
            number += 1
        return folder

    @cached_property
    def _taken_names(self) -> frozenset[str]:
        """What stands at the top of the notebook and of the site, without suffix, in any case."""
        names = set()
        for path in self.taken:
            top, _, below = path.partition("/")
            stem, suffix = posixpath.splitext(top)
            is_page = suffix.lower() == ".html" or is_note(top)
            name = stem if is_page and not below else top
            names.add(name.casefold())
        return frozenset(names)

    @cached_property
    def _taken_at_top(self) -> Set[str]:
        """The folders and notes, without their suffix, that lie at the notebook's top."""
        taken = set()
        for path in self.taken:
            top, slash, _ = path.partition("/")
            if slash or top.endswith(".md"):
                taken.add(top if slash else top.removesuffix(".md"))
        return taken

    def source(self, section: str, name: str = "") -> str:
        """The source path of a section's page, or of one of its pages."""
        folder = self.folder(section)
        return posixpath.join(folder, name, "index.md")

    def url(self, section: str, name: str = "") -> str:
        """The address of a section's page, or of one of its pages."""
        source = self.source(section, name)
        return self.page_url(source)

    def note_url(self, path: str, anchor: str = "") -> str:
        """The address of a note, or of a heading in it."""
        url = self.note_urls[path]
        return _at(url, anchor)

    def person_url(self, name: str) -> str:
        """The address of a person's page."""
        slug = self._slugs[name]
        return self.url("people", slug)

    def person_source(self, name: str) -> str:
        """The source path of a person's page."""
        slug = self._slugs[name]
        return self.source("people", slug)

    def folder_url(self, folder: str) -> str | None:
        """The address for a folder without a README; `None` where the site shows nothing of it."""
        if not folder:
            return self.home_url
        week = self.linked_folders.lead(folder).week
        if week is not None:
            return self.url("weeks", str(week))
        if folder in self.linked_folders.listed:
            return self.url("folders", folder)
        return None

    @cached_property
    def linked_folders(self) -> LinkedFolders:
        """The folders that notes link to."""
        return LinkedFolders(self.notebook, self.other_files)

    def reference_url(self, canonical: str) -> str:
        """The address of a reference on the references page."""
        page = self.url("references")
        anchor = reference_anchor(canonical)
        return _at(page, anchor)

    @cached_property
    def _slugs(self) -> Mapping[str, str]:
        """The last parts of the addresses of the people's pages; equal ones are numbered."""
        slugs: dict[str, str] = {}
        taken: dict[str, int] = {}
        for person in self.notebook.people:
            name = person.name
            slugs[name] = free_slug(name, taken)
        return slugs

    @cached_property
    def tags(self) -> Mapping[str, Tag]:
        """The tags of the notes by key, in order."""
        if self.shows_tags:
            return {}
        return gather_tags(self._all_in_order)

    def tags_of(self, note: Note) -> tuple[Tag, ...]:
        """The tags that a note has of its own, in the order in which it tells them."""
        keys = map(tag_key, note_tags(note.parsed))
        known = [self.tags[key] for key in keys if key in self.tags]
        return tuple(known)

    def tag_source(self, tag: Tag) -> str:
        """The source path of a tag's page."""
        slug = self._tag_slugs[tag.key]
        return self.source("tags", slug)

    def tag_url(self, tag: Tag) -> str:
        """The address of a tag's page."""
        source = self.tag_source(tag)
        return self.page_url(source)

    @cached_property
    def _tag_slugs(self) -> Mapping[str, str]:
        slugs: dict[str, str] = {}
        taken: dict[str, int] = {}
        for tag in self.tags.values():
            slugs[tag.key] = free_slug(tag.name, taken)
        return slugs

    @cached_property
    def presentations_of(self) -> Mapping[str, tuple[_Given, ...]]:
        """Each person's presentations with their notes, in reading order."""
        people = self.notebook.people
        found: dict[str, list[_Given]] = {person.name: [] for person in people}
        for note in self._all_in_order:
            for presentation in note.presentations:
                shown = (note, presentation)
                # Who is named twice gives it once.
                presenters = dict.fromkeys(presentation.presenters)
                for name in presenters:
                    given = found.setdefault(name, [])
                    given.append(shown)
        return _frozen(found)

    @cached_property
    def moderated_by(self) -> Mapping[str, tuple[Cited, ...]]:
        """The first place in each note where a person is said to moderate, in reading order."""
        found: dict[str, list[Cited]] = defaultdict(list)
        for note in self._all_in_order:
            moderators = set()
            for named in note.people:
                name = named.name
                is_moderator = named.role is Role.MODERATOR
                if is_moderator and name not in moderators:
                    moderators.add(name)
                    place = Cited(
                        path=note.path,
                        line=named.line,
                    )
                    places = found[name]
                    places.append(place)
        return _frozen(found)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The references by canonical address."""
        references = {}
        for reference in self.notebook.references:
            references[reference.canonical] = reference
        return references

    @cached_property
    def citing_notes(self) -> Mapping[str, int]:
        """How many notes cite each reference, by canonical address."""
        counts = {}
        for reference in self.notebook.references:
            paths = {cited.path for cited in reference.cited_by}
            counts[reference.canonical] = len(paths)
        return counts

    @cached_property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by code, the severest first."""
        by_code: dict[str, list[Finding]] = defaultdict(list)
        findings = self.notebook.findings
        in_order = sorted(findings, key=_severest_first)
        for finding in in_order:
            of_code = by_code[finding.code]
            of_code.append(finding)
        return _frozen(by_code)


def _severest_first(finding: Finding) -> tuple[int, str]:
    severities = list(Severity)
    rank = severities.index(finding.severity)
    return rank, finding.code


def _frozen(found: Mapping[str, list[_Found]]) -> dict[str, tuple[_Found, ...]]:
    frozen = {}
    for key, values in found.items():
        frozen[key] = tuple(values)
    return frozen


def reference_anchor(canonical: str) -> str:
    """The id of a reference on the references page; it stays the same from build to build."""
    digest = digest_of(canonical)
    return f"ref-{digest[:10]}"


def _at(url: str, anchor: str) -> str:
    if anchor:
        return f"{url}#{anchor}"
    return url
