"""Digest notes as they are linked, with their texts: all that their own pages may show of them."""

from __future__ import annotations

from functools import cache

from msgspec import msgpack

from campnotes.caching.store import key_of
from campnotes.caching.told import UntoldError
from campnotes.linking.model import Note
from campnotes.parsing.kept_tokens import UNENCODABLE
from campnotes.parsing.note import ParsedNote

_OF_NOTE = tuple(name for name in Note.__struct_fields__ if name != "parsed")
_REMEMBERED = "_face"  # the attribute of a note


def face_of(note: Note) -> str:
    """Digest a note, or raise UntoldError."""
    known: str | None = vars(note).get(_REMEMBERED)
    if known is None:
        known = _digest(note)
        vars(note)[_REMEMBERED] = known
    return known


def tell_text(parsed: ParsedNote) -> list[str]:
    """Tell a note as it was parsed, which its text decides, and what its file and its host add."""
    added = (
        parsed.sealed,
        parsed.front_matter.draft,
        parsed.findings,
    )
    return [
        parsed.path,
        parsed.text,
        repr(added),
    ]


def _digest(note: Note) -> str:
    linked = [getattr(note, name) for name in _OF_NOTE]
    try:
        encoded = _encoder().encode(linked)
    except UNENCODABLE as error:
        raise UntoldError(str(error)) from error
    text = tell_text(note.parsed)
    return key_of(encoded, *text)


@cache
def _encoder() -> msgpack.Encoder:
    return msgpack.Encoder(order="deterministic")
