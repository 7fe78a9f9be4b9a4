"""Keep the units of notes, so that those of a note that is as it was are neither made nor packed anew."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import msgpack

from campnotes.caching.store import key_of
from campnotes.caching.told import UntoldError
from campnotes.decoding import decoded
from campnotes.hosts.mkdocs.keeping.note_faces import face_of
from campnotes.linking.model import Note
from campnotes.search.memory import Memory
from campnotes.search.packed_docs import PackedPage, as_json
from campnotes.search.units import Doc, note_unit, note_units, plain
from campnotes.site.model import Site

_NAME = "units"  # in the memory
_MOST_KEPT = 50_000_000  # bytes; those of a larger notebook are made each time


class KeptUnits:
    """The units of the notes of a site; `memory` knows those of the last build.

    `tags_of` are tags that other plugins give to pages, by their addresses.
    """

    def __init__(self, site: Site, tags_of: Mapping[str, list[str]], memory: Memory) -> None:
        self._site = site
        self._tags_of = tags_of
        self._memory = memory
        self._parsing = repr(site.notebook.settings.parsing)
        self._former = _read(memory)
        self._now: dict[str, PackedPage] = {}

    def of(self, note: Note) -> PackedPage:
        """Give the units of a note, packed."""
        key = self._key(note)
        page = self._former.get(key)
        if page is None:
            docs = list(map(plain, note_units(note, self._site)))
            self.add_tags(docs[0])
            page = PackedPage.of(docs)
        if key:
            self._now[key] = page
        return page

    def add_tags(self, whole: Doc) -> None:
        """Add to the unit of a page the tags that other plugins give to it."""
        location = whole["location"]
        if location in self._tags_of:
            own = whole.get("tags", ())
            tags = (*own, *self._tags_of[location])
            whole["tags"] = list(dict.fromkeys(tags))

    def keep(self) -> None:
        """Keep the units for the next build, unless they are those of the last one."""
        if self._now.keys() == self._former.keys():
            return
        encoded = msgpack.encode(self._now)
        if len(encoded) <= _MOST_KEPT:
            self._memory.put(_NAME, encoded)

    def _key(self, note: Note) -> str:
        """Give the key of a note's units; `""` where they aren't kept."""
        if note.parsed.sealed:
            return ""
        whole = plain(note_unit(note, "", self._site))
        self.add_tags(whole)
        try:
            return key_of(self._parsing, face_of(note), as_json([whole]))
        except UntoldError:
            return ""


def _read(memory: Memory) -> Mapping[str, PackedPage]:
    kept = memory.get(_NAME)
    return decoded(kept, dict[str, PackedPage]) or {}
