"""Explain which presentations a note has, and which other notes say that it was presented."""

from __future__ import annotations

from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import Cited, LinkedPresentation, Note, Notebook, Presented


def explain_presentations(note: Note, notebook: Notebook) -> list[Explanation]:
    """Explain the presentations of a note: whose each is, and how much belongs to it."""
    explained = [_explain_presentation(presentation) for presentation in note.presentations]
    places = notebook.presented.get(note.path, ())
    elsewhere = [_explain_presented(place, note) for place in places]
    return explained + elsewhere


def _explain_presentation(presentation: LinkedPresentation) -> Explanation:
    values = {
        "presenters": ", ".join(presentation.presenters),
        "materials": str(len(presentation.materials)),
        "questions": str(len(presentation.questions)),
    }
    code = "presented" if presentation.presenters else "presented-by-nobody"
    reasons = [Reason(code, values)]
    if presentation.date is not None:
        reasons.append(Reason("presented-on", {"date": str(presentation.date)}))
    return Explanation(
        subject=Subject.PRESENTATION,
        value=presentation.topic,
        reasons=tuple(reasons),
        line=presentation.line,
    )


def _explain_presented(presented: Presented, note: Note) -> Explanation:
    reason = Reason(
        code="presented-elsewhere",
        values={"presenters": ", ".join(presented.presenters)},
        at=Cited(presented.path, presented.line),
    )
    return Explanation(
        subject=Subject.PRESENTATION,
        value=note.title,
        reasons=(reason,),
    )
