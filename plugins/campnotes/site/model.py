"""The site of a notebook: the addresses of its pages, and its notes as its pages group them."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from campnotes.linking.model import Cited, Note, Notebook, Reference
from campnotes.locales import translations
from campnotes.site.by_person import Given, moderated_by_person, presentations_by_person
from campnotes.site.cited import citing_notes, part_numbers, reference_parts
from campnotes.site.days.groups import Group, Section, day_order, group_notes, ungrouped
from campnotes.site.folders import LinkedFolders
from campnotes.site.parts import Part
from campnotes.site.related import RelatedNotes
from campnotes.site.slugs import digest_of, free_slug, names_at_top
from campnotes.site.summary import Listed, in_order_of_book, read_summary
from campnotes.site.tags import Tag, gather_tags, own_tags, tag_slugs

_HOME_URLS = frozenset({"", "index.html"})

_PART_NUMBERS = tuple(map(str, range(1, 1000)))  # the last parts of addresses of parts of a page

_Found = TypeVar("_Found")


class Site(Struct, frozen=True, dict=True):
    """A notebook with the addresses of its pages, relative to the site's root.

    `note_urls` are those of the notes by path; `page_url` gives that of a generated page by its
    source; `taken` are paths that there are already, in the notebook and in the site; `other_files`
    are those of the notebook that are no notes. Tags have no pages of ours where the theme
    `shows_tags` itself. `has_feeds` tells that there are feeds to be led to.
    """

    notebook: Notebook
    language: str
    note_urls: Mapping[str, str]
    page_url: Callable[[str], str]
    taken: frozenset[str] = frozenset()
    other_files: tuple[str, ...] = ()
    shows_tags: bool = False
    has_feeds: bool = False

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
    def related(self) -> RelatedNotes:
        """What the notes share with each other."""
        return RelatedNotes(self.notebook)

    def ungrouped_of(self, member: str) -> tuple[Note, ...]:
        """The ungrouped notes of a cohort's member; for `""`, those of nobody or of somebody without a page."""
        return self._ungrouped_by_member.get(member, ())

    @cached_property
    def _ungrouped_by_member(self) -> Mapping[str, tuple[Note, ...]]:
        found: dict[str, list[Note]] = defaultdict(list)
        for note in self.ungrouped:
            member = note.place.member
            page = member if member in self.members else ""
            of_page = found[page]
            of_page.append(note)
        return _frozen(found)

    @cached_property
    def reading_order(self) -> Mapping[str, int]:
        """The position of each grouped note."""
        paths = day_order(self.groups)
        positions = range(len(paths))
        return dict(zip(paths, positions, strict=True))

    def neighbours(self, path: str) -> tuple[Note | None, Note | None]:
        """The notes before and after one, in reading order; in a cohort those of the same member."""
        position = self.reading_order.get(path)
        before: Note | None = None
        after: Note | None = None
        if position is None:
            return before, after
        notes = self._in_order
        member = notes[position].place.member
        if position > 0:
            before = _if_of(member, notes[position - 1])
        following = position + 1
        if following < len(notes):
            after = _if_of(member, notes[following])
        return before, after

    @cached_property
    def _in_order(self) -> tuple[Note, ...]:
        by_path = self.notebook.by_path
        return tuple(by_path[path] for path in self.reading_order)

    @property
    def _all_in_order(self) -> tuple[Note, ...]:
        """The grouped notes in reading order, and then all others, the README and forms too."""
        order = self.reading_order
        others = [note for note in self.notebook.notes if note.path not in order]
        return (*self._in_order, *others)

    def sections(self) -> tuple[Section, ...]:
        """The groups, and then what is in none, but for the README, which is the home page."""
        return tuple(self._sections(self.ungrouped))

    def sections_of(self, shown: Callable[[Note], Any]) -> tuple[Section, ...]:
        """The groups, and then what is in none, the README too, with the notes for which `shown` holds."""
        home = self.home_note
        readme = [note for note in ungrouped(self.notebook) if note.path == home]
        sections = []
        for section in self._sections((*readme, *self.ungrouped)):
            notes = tuple(filter(shown, section.notes))
            if notes:
                shown_part = replace(section, notes=notes)
                sections.append(shown_part)
        return tuple(sections)

    def _sections(self, others: tuple[Note, ...]) -> Iterator[Section]:
        for number, group in enumerate(self.groups, 1):
            yield Section(
                anchor=f"group-{number}",
                title=group.full_title,
                notes=group.notes,
            )
        if others:
            yield Section(
                anchor="others",
                title=self.translate("More notes"),
                notes=others,
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
        return names_at_top(self.taken)

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

    def part_source(self, section: str, number: int) -> str:
        """The source path of a part of a section's page; number 0 is that of the whole."""
        return self.source(section, str(number) if number else "")

    def part_url(self, section: str, number: int) -> str:
        """The address of a part of a section's page; number 0 is that of the whole."""
        source = self.part_source(section, number)
        return self.page_url(source)

    def person_url(self, name: str) -> str:
        """The address of a person's page."""
        slug = self._slugs[name]
        return self.url("people", slug)

    def person_source(self, name: str, part: int = 1) -> str:
        """The source path of a person's page, or of a further part of it."""
        slug = self._slugs[name]
        return self.source("people", slug if part == 1 else f"{slug}/{part}")

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
        number = self._part_of_reference[canonical]
        page = self.part_url("references", number)
        anchor = reference_anchor(canonical)
        return _at(page, anchor)

    @cached_property
    def _slugs(self) -> Mapping[str, str]:
        """The last parts of the addresses of the people's pages; equal ones are numbered."""
        slugs: dict[str, str] = {}
        taken = dict.fromkeys(_PART_NUMBERS, 1)
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
        return own_tags(note, self.tags)

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
        return tag_slugs(self.tags)

    @cached_property
    def members(self) -> Mapping[str, tuple[Group, ...]]:
        """The groups of each member of a cohort, by the member's folder; empty for one person's notebook."""
        members = dict(self._groups_by_member)
        members.pop("", None)
        return members

    def groups_of(self, member: str) -> tuple[Group, ...]:
        """The groups of a cohort's member; for `""`, those that belong to no member."""
        return self._groups_by_member.get(member, ())

    @cached_property
    def _groups_by_member(self) -> Mapping[str, tuple[Group, ...]]:
        found: dict[str, list[Group]] = defaultdict(list)
        for group in self.groups:
            of_member = found[group.member]
            of_member.append(group)
        return _frozen(found)

    @cached_property
    def _member_slugs(self) -> Mapping[str, str]:
        taken: dict[str, int] = {}
        slugs = {}
        for member in self.members:
            name = posixpath.basename(member)
            slugs[member] = free_slug(name, taken)
        return slugs

    def member_name(self, member: str) -> str:
        """The name of a cohort's member in addresses."""
        return self._member_slugs[member]

    def member_source(self, member: str) -> str:
        """The source path of the page of a cohort's member."""
        slug = self._member_slugs[member]
        return self.source("members", slug)

    def member_url(self, member: str) -> str:
        """The address of the page of a cohort's member."""
        source = self.member_source(member)
        return self.page_url(source)

    def week_source(self, group: Group) -> str:
        """The source path of a week's page, which for a member's week is below the member's name."""
        name = str(group.week)
        if group.member:
            slug = self._member_slugs[group.member]
            name = f"{slug}/{name}"
        return self.source("weeks", name)

    def week_url(self, group: Group) -> str:
        """The address of a week's page."""
        source = self.week_source(group)
        return self.page_url(source)

    @cached_property
    def presentations_of(self) -> Mapping[str, tuple[Given, ...]]:
        """Each person's presentations with their notes, in reading order."""
        people = self.notebook.people
        return presentations_by_person(people, self._all_in_order)

    @cached_property
    def moderated_by(self) -> Mapping[str, tuple[Cited, ...]]:
        """Where each person moderates, in reading order."""
        return moderated_by_person(self._all_in_order)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The references by canonical address."""
        references = {}
        for reference in self.notebook.references:
            references[reference.canonical] = reference
        return references

    @cached_property
    def reference_parts(self) -> tuple[Part[Reference], ...]:
        """The references by kind, divided into what is shown on a page."""
        return reference_parts(self.notebook, self.citing_notes, self.translate)

    @cached_property
    def _part_of_reference(self) -> Mapping[str, int]:
        return part_numbers(self.reference_parts)

    @cached_property
    def citing_notes(self) -> Mapping[str, int]:
        """How many notes cite each reference, by canonical address."""
        return citing_notes(self.notebook.references)


def _if_of(member: str, note: Note) -> Note | None:
    return note if note.place.member == member else None


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
