"""A part of a page that gathers from all notes."""

from __future__ import annotations

from msgspec import Struct

from campnotes.linking.model import Note


class Section(Struct, frozen=True):
    """A part of a page: a group of the notebook, with those of its notes that are shown there."""

    anchor: str
    title: str
    notes: tuple[Note, ...]
