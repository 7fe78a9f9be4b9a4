"""What the generated pages are, and the addresses that they and the notes have."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from campnotes.finding import Finding, Severity
from campnotes.linking.model import (
    Cited,
    LinkedPresentation,
    Note,
    Notebook,
    Person,
    Reference,
    ReferenceKind,
)
from campnotes.linking.references import REFERENCE_KINDS
from campnotes.locales import translations
from campnotes.notebook.place import Kind
from campnotes.pages.calendar import Group, day_order, group_notes, ungrouped
from campnotes.parsing.presenters import Role

SECTIONS = (
    "weeks",
    "contents",
    "people",
    "presentations",
    "references",
    "retrospectives",
    "health",
)
MAX_SLUG = 60


@dataclass(frozen=True, slots=True)
class TocEntry:
    """An entry of a generated page's table of contents."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page made from the notebook.

    `source` is the path that it would have as a note; `template` gets `view` as its context.
    """

    source: str
    title: str
    template: str
    section: str
    view: Mapping[str, Any] = field(default_factory=dict)
    toc: tuple[TocEntry, ...] = ()
    in_nav: bool = True
    search: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a generated page: a group of the notebook, with those of its notes shown there."""

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
        return {note.path: group for group in self.groups for note in group.notes}

    @cached_property
    def ungrouped(self) -> tuple[Note, ...]:
        """Notes outside of all groups, without the notebook's README."""
        return tuple(n for n in ungrouped(self.notebook) if n.path != self.home_note)

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
        return before, order[at + 1] if at + 1 < len(order) else None

    @cached_property
    def _in_order(self) -> tuple[Note, ...]:
        return tuple(self.notebook.by_path[path] for path in self.reading_order)

    def sections(self, shown: Callable[[Note], Any] | None = None) -> tuple[Section, ...]:
        """The groups, and then what is in none, with all notes or those for which `shown` holds."""
        parts = [(f"group-{i}", g.title, g.notes) for i, g in enumerate(self.groups, 1)]
        parts.append(("others", self.translate("More notes"), self.ungrouped))
        sections = (Section(a, title, tuple(filter(shown, notes))) for a, title, notes in parts)
        return tuple(section for section in sections if section.notes)

    @cached_property
    def home_note(self) -> str | None:
        """The note that is the home page: the notebook's README."""
        return next((p for p, url in self.note_urls.items() if url in {"", "index.html"}), None)

    @property
    def home_url(self) -> str:
        """The address of the home page."""
        home = self.home_note
        return self.note_urls[home] if home is not None else self.page_url("index.md")

    def folder(self, section: str) -> str:
        """The folder of a section; another one where the notebook has a folder of that name."""
        used = any(p == f"{section}.md" or p.startswith(f"{section}/") for p in self.taken)
        return f"camp-{section}" if used else section

    def source(self, section: str, name: str = "") -> str:
        """The source path of a section's page, or of one of its pages."""
        return posixpath.join(self.folder(section), name, "index.md")

    def url(self, section: str, name: str = "") -> str:
        """The address of a section's page, or of one of its pages."""
        return self.page_url(self.source(section, name))

    @cached_property
    def _slugs(self) -> Mapping[str, str]:
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

    def person_url(self, name: str) -> str:
        """The address of a person's page."""
        return self.url("people", self._slugs[name])

    def person_source(self, name: str) -> str:
        """The source path of a person's page."""
        return self.source("people", self._slugs[name])

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The people by name."""
        return {person.name: person for person in self.notebook.people}

    @cached_property
    def presentations_of(self) -> Mapping[str, tuple[tuple[Note, LinkedPresentation], ...]]:
        """Each person's presentations with their notes, in reading order."""
        found: dict[str, list[tuple[Note, LinkedPresentation]]] = defaultdict(list)
        for note in (*self._in_order, *ungrouped(self.notebook)):
            for presentation in note.presentations:
                for name in dict.fromkeys(presentation.presenters):
                    found[name].append((note, presentation))
        return {person.name: tuple(found[person.name]) for person in self.notebook.people}

    @cached_property
    def moderated_by(self) -> Mapping[str, tuple[Cited, ...]]:
        """The places where each person is said to moderate, in reading order."""
        found: dict[str, dict[str, Cited]] = defaultdict(dict)
        for note in (*self._in_order, *ungrouped(self.notebook)):
            for place in note.people:
                if place.role is Role.MODERATOR:
                    found[place.name].setdefault(note.path, Cited(note.path, place.line))
        return {name: tuple(places.values()) for name, places in found.items()}

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The references by canonical address."""
        return {reference.canonical: reference for reference in self.notebook.references}

    @cached_property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by code, the severest first."""
        order = {severity: i for i, severity in enumerate(Severity)}
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in sorted(self.notebook.findings, key=lambda f: (order[f.severity], f.code)):
            found[finding.code].append(finding)
        return {code: tuple(findings) for code, findings in found.items()}


def _slug(name: str) -> str:
    kept = re.sub(r"[^\w가-힣-]+", "-", name, flags=re.UNICODE).strip("-._")[:MAX_SLUG]
    return kept or hashlib.sha256(name.encode()).hexdigest()[:8]


def reference_anchor(canonical: str) -> str:
    """The id of a reference on the references page; it stays the same from build to build."""
    return "ref-" + hashlib.sha256(canonical.encode()).hexdigest()[:10]


def generated_pages(site: Site) -> tuple[GeneratedPage, ...]:
    """All generated pages, in the order of the navigation."""
    return tuple(_pages(site))


def _pages(site: Site) -> Iterator[GeneratedPage]:
    _ = site.translate
    notebook = site.notebook
    if site.home_note is None:
        yield GeneratedPage("index.md", notebook.settings.title or _("Home"),
                            "campnotes/home.html", "home")  # fmt: skip
    yield from _weeks(site)
    yield from _lists(site)
    yield _health(site)
    for person in notebook.people:
        yield _person(person, site)


def _weeks(site: Site) -> Iterator[GeneratedPage]:
    weeks = [group for group in site.groups if group.week is not None]
    for i, group in enumerate(weeks):
        days = tuple(_anchored(group))
        toc = [TocEntry(2, note.title, anchor) for anchor, _, note in days]
        if group.others:
            toc.append(TocEntry(2, site.translate("More notes of this week"), "more"))
        view = {
            "group": group,
            "days": days,
            "before": weeks[i - 1] if i else None,
            "after": weeks[i + 1] if i + 1 < len(weeks) else None,
        }
        yield GeneratedPage(site.source("weeks", str(group.week)), group.title,
                            "campnotes/week.html", "weeks", view, tuple(toc))  # fmt: skip


def _anchored(group: Group) -> Iterator[tuple[str, bool, Note]]:
    """The notes of a week's days, each with its anchor, and whether it is its day's main note."""
    number = 0
    for day in group.days:
        for note in day.notes:
            number += 1
            main = note is day.note
            known = main and day.place.day is not None
            yield f"day-{day.place.day}" if known else f"note-{number}", main, note


def _toc(sections: tuple[Section, ...]) -> tuple[TocEntry, ...]:
    return tuple(TocEntry(2, section.title, section.anchor) for section in sections)


def _lists(site: Site) -> Iterator[GeneratedPage]:
    _ = site.translate
    notebook = site.notebook
    everything = site.sections()
    yield GeneratedPage(site.source("contents"), _("Contents"), "campnotes/contents.html",
                        "contents", {"sections": everything}, _toc(everything))  # fmt: skip
    if notebook.people:
        yield GeneratedPage(site.source("people"), _("People"), "campnotes/people.html", "people")
    presented = site.sections(lambda note: note.presentations)
    if presented:
        yield GeneratedPage(site.source("presentations"), _("Presentations"),
                            "campnotes/presentations.html", "presentations",
                            {"sections": presented}, _toc(presented))  # fmt: skip
    if notebook.references:
        kinds = [k for k in ReferenceKind if any(r.kind is k for r in notebook.references)]
        kinds.sort(key=lambda kind: kind is ReferenceKind.ASSET)  # they come last
        toc = tuple(TocEntry(2, _(KIND_NAMES[k]), f"kind-{k}") for k in kinds)
        yield GeneratedPage(site.source("references"), _("References"),
                            "campnotes/references.html", "references", {"kinds": kinds}, toc)  # fmt: skip
    retrospectives = [n for n in notebook.notes if n.place.kind is Kind.RETROSPECTIVE]
    if retrospectives:
        yield GeneratedPage(site.source("retrospectives"), _("Retrospectives"),
                            "campnotes/retrospectives.html", "retrospectives",
                            {"notes": retrospectives})  # fmt: skip


def _health(site: Site) -> GeneratedPage:
    counts = Counter(finding.severity for finding in site.notebook.findings)
    toc = tuple(TocEntry(2, code, code) for code in site.findings)
    return GeneratedPage(site.source("health"), site.translate("Health"), "campnotes/health.html",
                         "health", {"counts": counts, "severities": list(Severity)}, toc)  # fmt: skip


def _person(person: Person, site: Site) -> GeneratedPage:
    _ = site.translate
    parts = {
        "presentations": (_("Presentations"), site.presentations_of[person.name]),
        "moderated": (_("Moderated"), site.moderated_by.get(person.name)),
        "named": (_("Named in"), person.named_in),
    }
    toc = tuple(TocEntry(2, title, anchor) for anchor, (title, shown) in parts.items() if shown)
    return GeneratedPage(site.person_source(person.name), person.name, "campnotes/person.html",
                         "people", {"person": person}, toc, in_nav=False)  # fmt: skip


KIND_NAMES: Mapping[ReferenceKind, str] = {row.kind: row.name for row in REFERENCE_KINDS}
