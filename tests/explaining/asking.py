"""Ask small notebooks why their notes are read as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from campnotes.explaining import Explanation, Subject, explain_line, explain_note
from campnotes.linking.notebook import link_notebook
from campnotes.linking.surroundings import survey
from campnotes.parsing.note import parse_note
from campnotes.settings import Settings


def explain(
    notes: Mapping[str, str],
    path: str,
    line: int | None = None,
    settings: Settings | None = None,
    committed: Mapping[str, date] | None = None,
) -> list[Explanation]:
    """The explanations of a note, or of a line of it, in a notebook given as path -> text."""
    parsed = [parse_note(text, note) for note, text in notes.items()]
    surroundings = survey(parsed, settings or Settings(), committed=committed)
    notebook = link_notebook(parsed, surroundings)
    note = notebook.by_path[path]
    if line is None:
        return explain_note(note, notebook, surroundings.directory)
    return explain_line(note, line, notebook, surroundings.directory)


def about(explained: Sequence[Explanation], subject: Subject) -> list[Explanation]:
    """Those of the explanations that are about one thing."""
    return [explanation for explanation in explained if explanation.subject is subject]


def codes(explanation: Explanation) -> list[str]:
    """The codes of an explanation's reasons."""
    return [reason.code for reason in explanation.reasons]
