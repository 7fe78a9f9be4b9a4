"""Explain which lines of a note are questions."""

from __future__ import annotations

from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import Note
from campnotes.parsing.questions import Question


def explain_questions(note: Note) -> list[Explanation]:
    """Explain the questions of a note and of its presentations: by what each was seen to be one."""
    asked = sorted(note.all_questions, key=_line)
    return [_explain_question(question) for question in asked]


def _explain_question(question: Question) -> Explanation:
    reason = Reason(f"question-{question.rule}")
    return Explanation(
        subject=Subject.QUESTION,
        value=question.text,
        reasons=(reason,),
        line=question.line,
    )


def _line(question: Question) -> int:
    return question.line
