"""Explain which presentations a note has."""

from __future__ import annotations

from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import LinkedPresentation, Note


def explain_presentations(note: Note) -> list[Explanation]:
    """Explain the presentations of a note: whose each is, and how much belongs to it."""
    return [_explain_presentation(presentation) for presentation in note.presentations]


def _explain_presentation(presentation: LinkedPresentation) -> Explanation:
    values = {
        "presenters": ", ".join(presentation.presenters),
        "materials": str(len(presentation.materials)),
        "questions": str(len(presentation.questions)),
    }
    return Explanation(
        subject=Subject.PRESENTATION,
        value=presentation.topic,
        reasons=(Reason("presented", values),),
        line=presentation.line,
    )
