"""Tell what our parts of pages are made of: the notes, what stands around them, generated pages.

A template of ours is given a view, and functions that give addresses. So what it writes comes from
the view, from where the things lie that the view names, and from nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig

from campnotes.caching.store import key_of
from campnotes.caching.told import Teller, Way
from campnotes.hosts.mkdocs.keeping.note_faces import face_of, tell_text
from campnotes.hosts.mkdocs.pages.note_pages import NotebookPage, NotePage
from campnotes.hosts.mkdocs.pages.note_sources import source_of
from campnotes.hosts.mkdocs.sharing.page_heads import head_of
from campnotes.linking.model import Note
from campnotes.pages.glance import home_view
from campnotes.pages.note.foot import note_foot
from campnotes.pages.note.head import note_head
from campnotes.pages.shown import ShownPresentation
from campnotes.parsing.note import ParsedNote
from campnotes.site.cited import linked_references
from campnotes.site.excerpts import answers
from campnotes.site.sharing.shared_site import SharedSite

_NAMED = frozenset({"people", "tags"})  # the sections that templates name themselves
_OF_PRESENTATION = ShownPresentation.__struct_fields__


class ShownFacts:
    """What the parts of one site's pages come from, as digests.

    `sections` are those that have generated pages.
    """

    def __init__(self, shared: SharedSite, sections: Iterable[str]) -> None:
        self._shared = shared
        self._site = shared.site
        self._sections = frozenset(sections)
        # Notes are kept with what is told of them, so that no other one has the id of one meanwhile.
        self._names: dict[int, tuple[Note, list[object]]] = {}

    def around_note(self, page: NotePage, config: MkDocsConfig) -> str:
        """Digest what a page shows of a note besides its own HTML, or raise UntoldError."""
        site = self._site
        note = page.note
        if note.path not in site.notebook.by_path:
            return ""  # a draft
        shown = [
            self._everywhere,
            self._face(note),
            note_head(note, site),
            note_foot(note, site),
            source_of(page, config),
            head_of(page, self._shared),
        ]
        if page.is_homepage:
            glance = home_view(site)
            shown.append(glance)
        return self._teller.digest(shown)

    def of_generated(self, page: NotebookPage) -> str:
        """Digest what a generated page shows, or raise UntoldError."""
        view = page.view
        shown = [
            self._everywhere,
            self._site.page_url(view.source),
            view,
            head_of(page, self._shared),
        ]
        return self._teller.digest(shown)

    @cached_property
    def _everywhere(self) -> str:
        """Digest what any of our templates may name: the home page, and the pages of sections."""
        site = self._site
        named = self._sections | _NAMED
        sections = [(section, site.url(section)) for section in sorted(named)]
        parts = range(len(site.reference_parts) + 1)
        shown = (
            site.language,
            site.home_url,
            sections,
            [site.part_url("references", number) for number in parts],
        )
        return self._teller.digest(shown)

    @cached_property
    def _teller(self) -> Teller:
        ways: dict[type, Way] = {
            Note: self._name,
            ShownPresentation: self._presentation,
            ParsedNote: tell_text,
        }
        places = dict(self._places())
        return Teller(ways, places)

    def _places(self) -> Mapping[str, list[str]]:
        """Say where what a view names by a text has its page."""
        places: defaultdict[str, list[str]] = defaultdict(list)
        for named, url in self._placed():
            places[named].append(url)
        return places

    def _placed(self) -> Iterator[tuple[str, str]]:
        site = self._site
        yield from site.note_urls.items()
        for person in site.notebook.people:
            yield person.name, site.person_url(person.name)
        for key, tag in site.tags.items():
            yield key, site.tag_url(tag)
        for member in site.members:
            yield member, site.member_url(member)
        # In one part, all have the same.
        if len(site.reference_parts) > 1:
            for reference in linked_references(site.notebook):
                canonical = reference.canonical
                yield canonical, site.reference_url(canonical)

    def _name(self, note: Note) -> list[object]:
        """Tell what our templates show of a note that a view holds: no more than its name and place."""
        known = self._names.get(id(note))
        if known is not None:
            return known[1]
        shown = (
            note.title,
            note.own_title,
            note.topic,
            note.title_origin.rule,
            note.place,
            self._site.note_urls.get(note.path),
        )
        name = [note.path, self._teller.tell(shown)]
        self._names[id(note)] = note, name
        return name

    def _presentation(self, shown: ShownPresentation) -> list[object]:
        """Tell a presentation with what answers its questions, which a template asks its note for."""
        told = [getattr(shown, name) for name in _OF_PRESENTATION]
        answered = [answers(shown.note, question) for question in shown.questions]
        return [self._teller.tell(told), answered]

    def _face(self, note: Note) -> str:
        """Digest a note as it is linked, with its text: its own page may show any of it."""
        url = self._site.note_urls.get(note.path)
        return key_of(str(url), face_of(note))
