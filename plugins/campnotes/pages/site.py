"""What the generated pages are, and the addresses that they and the notes have."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from campnotes.linking.model import Note, Notebook, Person, Reference, ReferenceKind
from campnotes.locales import translations
from campnotes.notebook.place import Kind
from campnotes.pages.calendar import Group, day_order, group_notes, ungrouped

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
        return group_notes(self.notebook, self.translate)

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
        order = list(self.reading_order)
        at = self.reading_order.get(path)
        if at is None:
            return None, None
        before = order[at - 1] if at > 0 else None
        after = order[at + 1] if at + 1 < len(order) else None
        notes = self.notebook.by_path
        return notes.get(before or ""), notes.get(after or "")

    @cached_property
    def home_note(self) -> str | None:
        """The note that is the home page: the notebook's README."""
        return next((p for p, url in self.note_urls.items() if url in {"", "index.html"}), None)

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
    def references(self) -> Mapping[str, Reference]:
        """The references by canonical address."""
        return {reference.canonical: reference for reference in self.notebook.references}


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
    weeks = [group for group in site.groups if group.week is not None]
    for i, group in enumerate(weeks):
        view = {
            "group": group,
            "before": weeks[i - 1] if i else None,
            "after": weeks[i + 1] if i + 1 < len(weeks) else None,
        }
        yield GeneratedPage(site.source("weeks", str(group.week)), group.title,
                            "campnotes/week.html", "weeks", view)  # fmt: skip
    yield from _lists(site)
    for person in notebook.people:
        yield GeneratedPage(site.person_source(person.name), person.name,
                            "campnotes/person.html", "people", {"person": person},
                            in_nav=False)  # fmt: skip


def _lists(site: Site) -> Iterator[GeneratedPage]:
    _ = site.translate
    notebook = site.notebook
    groups = tuple(TocEntry(2, g.title, f"group-{i}") for i, g in enumerate(site.groups, 1))
    yield GeneratedPage(site.source("contents"), _("Contents"), "campnotes/contents.html",
                        "contents", toc=groups)  # fmt: skip
    if notebook.people:
        yield GeneratedPage(site.source("people"), _("People"), "campnotes/people.html", "people")
    if any(note.presentations for note in notebook.notes):
        yield GeneratedPage(site.source("presentations"), _("Presentations"),
                            "campnotes/presentations.html", "presentations")  # fmt: skip
    if notebook.references:
        kinds = [k for k in ReferenceKind if any(r.kind is k for r in notebook.references)]
        toc = tuple(TocEntry(2, _(KIND_NAMES[k]), f"kind-{k}") for k in kinds)
        yield GeneratedPage(site.source("references"), _("References"),
                            "campnotes/references.html", "references", {"kinds": kinds}, toc)  # fmt: skip
    retrospectives = [n for n in notebook.notes if n.place.kind is Kind.RETROSPECTIVE]
    if retrospectives:
        yield GeneratedPage(site.source("retrospectives"), _("Retrospectives"),
                            "campnotes/retrospectives.html", "retrospectives",
                            {"notes": retrospectives})  # fmt: skip
    yield GeneratedPage(site.source("health"), _("Health"), "campnotes/health.html", "health")


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for "translate this later"
    """Mark a text for extraction by pybabel."""
    return message


KIND_NAMES: Mapping[ReferenceKind, str] = {
    ReferenceKind.NOTE: N_("Notes of others"),
    ReferenceKind.REPOSITORY: N_("Repositories"),
    ReferenceKind.CODE: N_("Code"),
    ReferenceKind.PAPER: N_("Papers"),
    ReferenceKind.VIDEO: N_("Videos"),
    ReferenceKind.ARTICLE: N_("Articles"),
    ReferenceKind.DOCS: N_("Documentation"),
    ReferenceKind.NOTION: N_("Notion pages"),
    ReferenceKind.PAGE: N_("Web pages"),
    ReferenceKind.ASSET: N_("Images and files"),
}
