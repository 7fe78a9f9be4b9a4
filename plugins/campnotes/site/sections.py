"""A part of a page that gathers from all notes."""

from __future__ import annotations

from campnotes.linking.model import Note
from campnotes.records import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: a group of the notebook, with those of its notes that are shown there."""

    anchor: str
    title: str
    notes: tuple[Note, ...]
