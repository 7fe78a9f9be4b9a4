"""The texts that the search dialog shows, in the language of the site."""

from __future__ import annotations

from collections.abc import Callable

from campnotes.notebook.place import Kind
from campnotes.search.units import PERSON, PRESENTATION, QUESTION, REFERENCE

Texts = dict[str, str | dict[str, str]]


def search_texts(translate: Callable[[str], str]) -> Texts:
    """What the worker and the dialog say; `{week}`, `{name}` and `{query}` are put in there."""
    _ = translate
    kinds = {
        Kind.DAY: _("Day note"),
        Kind.WEEK: _("Week note"),
        Kind.LECTURE: _("Lecture note"),
        Kind.RETROSPECTIVE: _("Retrospective"),
        PRESENTATION: _("Presentation"),
        QUESTION: _("Question"),
        PERSON: _("Person"),
        REFERENCE: _("Reference"),
    }
    return {
        "kinds": {str(kind): name for kind, name in kinds.items()},
        "week": _("Week {week}"),
        "filters": _("Narrow the results"),
        "nearest": _("Did you mean"),
        "failed": _("The search could not be loaded. Is the network there?"),
    }
