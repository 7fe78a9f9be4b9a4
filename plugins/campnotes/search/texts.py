"""The texts that the search dialog shows, in the language of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from campnotes.rules import N_
from campnotes.search.units import PERSON, PRESENTATION, QUESTION, REFERENCE
from campnotes.site.labels import KIND_NAMES

Texts = dict[str, str | dict[str, str] | list[str]]

UNIT_NAMES: Mapping[str, str] = {
    **{str(kind): name for kind, name in KIND_NAMES.items()},
    PRESENTATION: N_("Presentation"),
    QUESTION: N_("Question"),
    PERSON: N_("Person"),
    REFERENCE: N_("Reference"),
}


def search_texts(translate: Callable[[str], str], examples: Sequence[str] = ()) -> Texts:
    """Give what the worker and the dialog say; they put in `{week}` and `{count}`.

    `examples` are what the dialog offers to somebody who has typed nothing.
    """
    return {
        "kinds": {kind: translate(name) for kind, name in UNIT_NAMES.items()},
        "week": translate("Week {week}"),
        "filters": translate("Narrow the results"),
        "nearest": translate("Did you mean"),
        "more": translate("Show all filters"),
        "moreResults": translate("Show more results"),
        "materials": translate("Materials: {count}"),
        "examplesAre": translate("For example"),
        "examples": list(examples),
        "failed": translate("The search could not be loaded. Is the network there?"),
    }
