"""Know the pages of the last build, where nothing has changed that they come from.

With the surface of the site as it was (`surface.py`), so are the generated pages, and those of notes
that are as they were. Then neither their views are made nor their notes rendered: a page is looked for
under the key that it had, and made only where it isn't kept any more.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress

from mkdocs.config.defaults import MkDocsConfig
from msgspec import Struct, field, msgpack
from msgspec.structs import replace

from campnotes.caching.memory import Memory
from campnotes.caching.store import key_of
from campnotes.caching.told import UntoldError
from campnotes.decoding import decoded
from campnotes.hosts.mkdocs.finishing import Finishing
from campnotes.hosts.mkdocs.keeping.note_faces import face_of
from campnotes.hosts.mkdocs.keeping.page_keys import PageKeys
from campnotes.hosts.mkdocs.keeping.surface import Surface, surface_of
from campnotes.hosts.mkdocs.other_plugins import knows_all_plugins
from campnotes.hosts.mkdocs.theme.search import reads_pages
from campnotes.linking.model import Note
from campnotes.pages.generated import GeneratedPage
from campnotes.settings import ParseOptions
from campnotes.site.published import Publication

log = logging.getLogger("mkdocs.plugins.campnotes")


class _Known(Struct, frozen=True):
    """What is kept of a build.

    - `surface` is its digest, `of_notes` those of its notes by their faces;
    - `generated` are the generated pages, in order and without what they show;
    - `shown` are digests of what each page shows, by its source, or by the face of its note.
    """

    surface: str = ""
    of_notes: dict[str, str] = field(default_factory=dict)
    generated: tuple[GeneratedPage, ...] = ()
    shown: dict[str, str] = field(default_factory=dict)


def may_be_late(config: MkDocsConfig) -> bool:
    """Tell whether nobody reads our pages before the theme does."""
    if reads_pages(config):
        return False
    return knows_all_plugins(config)


class KnownPages:
    """The pages of the last build, and those that are learnt in this one.

    `keys` makes the keys of pages; without any, none is kept. `parsing` says how the notes are parsed.
    Until one has `look`ed at the site nothing is known, and there are no keys.
    """

    def __init__(self, memory: Memory, parsing: ParseOptions) -> None:
        self._memory = memory
        self._name = key_of("known pages", repr(parsing))
        self._former = decoded(memory.get(self._name), _Known) or _Known()
        self.keys: PageKeys | None = None
        self._surface = Surface("", {})
        self._shown: dict[str, str] = {}

    def look(self, finishing: Finishing, publication: Publication) -> None:
        """Look at a site's surface: what is known of another one doesn't count.

        Nothing is known either where somebody reads pages before the theme does.
        """
        config = finishing.config
        if self._memory.store is None or not knows_all_plugins(config):
            return
        settings = finishing.shared.site.notebook.settings
        try:
            self.keys = PageKeys(config, settings, finishing.has_policy)
            if may_be_late(config):
                self._surface = surface_of(
                    finishing.shared, publication, self._former.of_notes, self.keys.of_site
                )
        except UntoldError as error:
            log.debug("Not all pages are kept: %s", error)

    @property
    def _is_as_it_was(self) -> bool:
        digest = self._surface.digest
        if not digest:
            return False
        return digest == self._former.surface

    @property
    def generated(self) -> tuple[GeneratedPage, ...]:
        """The generated pages without what they show; none where they aren't known."""
        if not self._is_as_it_was:
            return ()
        return self._former.generated

    def of_note(self, note: Note) -> str:
        """Give the digest of what the page of a note shows; `""` where it isn't known."""
        with suppress(UntoldError):
            return self.shown(face_of(note))
        return ""

    def shown(self, name: str) -> str:
        """Give the digest of what a page shows, by its source or the face of its note; else `""`."""
        if not self._is_as_it_was:
            return ""
        digest = self._former.shown.get(name, "")
        if digest:
            self._shown[name] = digest
        return digest

    def learn(self, name: str, digest: str) -> None:
        """Learn what a page shows."""
        self._shown[name] = digest

    def keep(self, generated: Iterable[GeneratedPage]) -> None:
        """Keep what is known for the next build, unless it isn't known of all generated pages."""
        bare = []
        for page in generated:
            if page.source not in self._shown:
                return
            bare.append(replace(page, view=None))
        surface = self._surface
        if not surface.digest:
            return
        known = _Known(
            surface=surface.digest,
            of_notes=dict(surface.of_notes),
            generated=tuple(bare),
            shown=self._shown,
        )
        if known != self._former:
            self._memory.put(self._name, msgpack.encode(known))
