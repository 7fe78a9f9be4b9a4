"""Small notebooks written inline, and where the big ones lie."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from campnotes.linking.model import Notebook
from campnotes.linking.notebook import link_notebook
from campnotes.linking.surroundings import survey
from campnotes.parsing.note import parse_note
from campnotes.settings import Settings

HOME = Path(__file__).resolve().parents[2]
CORPORA = HOME.parent / "shared" / "corpora"


def make_notebook(
    notes: Mapping[str, str], settings: Settings | None = None, others: tuple[str, ...] = ()
) -> Notebook:
    """A linked notebook of notes given as path -> text."""
    parsed = [parse_note(text, path) for path, text in notes.items()]
    return link_notebook(parsed, survey(parsed, settings or Settings(), others))
