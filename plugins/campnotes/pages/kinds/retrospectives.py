"""All retrospectives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from campnotes.linking.model import Note
from campnotes.notebook.place import Kind
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site


@dataclass(frozen=True, slots=True)
class Retrospectives:
    """The notes that look back."""

    notes: tuple[Note, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the retrospectives."""
    in_groups = chain.from_iterable(group.notes for group in site.groups)
    in_order = (*in_groups, *site.ungrouped)
    notes = [note for note in in_order if note.place.kind is Kind.RETROSPECTIVE]
    if notes:
        yield GeneratedPage(
            source=site.source("retrospectives"),
            title=site.translate("Retrospectives"),
            template="campnotes/retrospectives.html",
            section="retrospectives",
            view=Retrospectives(notes=tuple(notes)),
        )
