"""Keep notes as they were read, and the HTML that they were rendered to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import GenericAlias
from typing import Any, get_type_hints

from msgspec import MsgspecError, msgpack
from msgspec.structs import replace

from campnotes.caching.memory import Memory
from campnotes.caching.opening import open_store
from campnotes.caching.store import Store, key_of
from campnotes.caching.versions import versions
from campnotes.notebook.front_matter import split_front_matter
from campnotes.parsing.kept_blocks import KeptBlocks, packed_blocks
from campnotes.parsing.kept_tokens import UNENCODABLE, KeptDocument
from campnotes.parsing.note import ParsedNote, parse_note
from campnotes.settings import ParseOptions

# What a note has of its text alone, at little cost.
_READ_AGAIN = frozenset({"text", "front_matter", "document"})


class NoteCache:
    """What is known of notes from former builds; without a `store` nothing is."""

    def __init__(self, store: Store | None = None) -> None:
        self.store = store

    def find(self, text: str, path: str, options: ParseOptions) -> ParsedNote | None:
        """Give what parsing a note would give, if that was kept; its blocks are packed."""
        if self.store is None:
            return None
        kept = self.store.get(_note_key(text, path, options))
        if kept is None:
            return None
        try:
            values = _values_decoder().decode(kept)
        except MsgspecError:
            self.store.damaged += 1
            return None
        # The front matter holds what YAML knows and the entry doesn't: dates of any kind.
        split = split_front_matter(text, path)
        document = KeptDocument(split.body, split.line, options)
        told = dict(zip(_kept_fields(), values, strict=True))
        return ParsedNote(
            text=text,
            front_matter=split.front_matter,
            document=document,
            **told,
        )

    def keep(self, note: ParsedNote, options: ParseOptions) -> None:
        """Keep a note as it was parsed."""
        if self.store is None:
            return
        key = _note_key(note.text, note.path, options)
        with_packed = replace(note, blocks=packed_blocks(note.blocks))
        values = tuple(getattr(with_packed, name) for name in _kept_fields())
        try:
            encoded = msgpack.encode(values)
        except UNENCODABLE:
            return  # it is parsed again the next time
        self.store.put(key, encoded)

    def note(self, text: str, path: str, options: ParseOptions) -> ParsedNote:
        """Give what is kept of a note, or else parse and keep it."""
        note = self.find(text, path, options)
        if note is None:
            note = parse_note(text, path, options)
            self.keep(note, options)
        return note

    def html(self, key: str) -> str | None:
        """Give a note's HTML, if it was kept under its `html_key`."""
        if self.store is None:
            return None
        kept = self.store.get(key)
        if kept is None:
            return None
        try:
            return kept.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            self.store.damaged += 1
            return None

    def keep_html(self, key: str, html: str) -> None:
        """Keep a note's HTML."""
        if self.store is None:
            return
        encoded = html.encode("utf-8", "surrogatepass")
        self.store.put(key, encoded)

    def memory(self, site: str) -> Memory:
        """Give what steps of a build keep for the next one of a site, named by its folder."""
        return Memory(self.store, site)


def open_cache(notebook: Path) -> NoteCache:
    """Open the cache of a notebook, as `open_store` does."""
    return NoteCache(open_store(notebook))


def _note_key(text: str, path: str, options: ParseOptions) -> str:
    return key_of(
        "note",
        versions(),
        path,
        repr(options),
        text,
    )


def html_key(text: str, seen: Sequence[object]) -> str:
    """Give the key of a note's HTML; `seen` is all besides its text that it comes from."""
    return key_of(
        "html",
        versions(),
        text,
        repr(seen),
    )


@cache
def _kept_fields() -> tuple[str, ...]:
    return tuple(name for name in ParsedNote.__struct_fields__ if name not in _READ_AGAIN)


@cache
def _values_decoder() -> msgpack.Decoder[tuple[Any, ...]]:
    types = {**get_type_hints(ParsedNote), "blocks": KeptBlocks}
    kept = tuple(types[name] for name in _kept_fields())
    return msgpack.Decoder(GenericAlias(tuple, kept))
