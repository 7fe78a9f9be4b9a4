"""Explain why a note is read as it is: its kind, day, date and title, and who was taken for whom.

Each subject has a file that asks the records of the notebook for the rule by which they were read,
and what they were read from. What they tell is plain data, which `telling` puts into words.
"""

from __future__ import annotations

from campnotes.explaining.candidates import explain_candidates
from campnotes.explaining.certainties import Certainties
from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.explaining.people import explain_people, explain_unknown
from campnotes.explaining.places import explain_place
from campnotes.explaining.presentations import explain_presentations
from campnotes.explaining.questions import explain_questions
from campnotes.explaining.titles import explain_title
from campnotes.linking.model import Note, Notebook
from campnotes.linking.people.directory import Directory

__all__ = ["Explanation", "Reason", "Subject", "explain_line", "explain_note"]


def explain_note(note: Note, notebook: Notebook, directory: Directory) -> list[Explanation]:
    """Explain all that is read in a note.

    Of those who weren't taken for anybody, only whom a form named that can hardly mean anything else.
    """
    return _explain(note, notebook, directory, only_sure=True)


def explain_line(
    note: Note, line: int, notebook: Notebook, directory: Directory
) -> list[Explanation]:
    """Explain what is read on one line of a note, and who might have been meant there."""
    everything = _explain(note, notebook, directory, only_sure=False)
    return [explanation for explanation in everything if explanation.line == line]


def _explain(
    note: Note, notebook: Notebook, directory: Directory, *, only_sure: bool
) -> list[Explanation]:
    certainties = Certainties.of(notebook.notes, directory)
    not_taken = [
        *explain_unknown(note, directory, only_sure=only_sure),
        *explain_candidates(note, only_sure=only_sure),
    ]
    not_taken.sort(key=_line)
    return [
        *explain_place(note, notebook),
        *explain_title(note),
        *explain_presentations(note, notebook),
        *explain_questions(note),
        *explain_people(note, notebook.settings, certainties),
        *not_taken,
    ]


def _line(explanation: Explanation) -> int:
    return explanation.line or 0
