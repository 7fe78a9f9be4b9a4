"""The names of kinds of notes and of references, and of where a note belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from campnotes.linking.model import TITLE_JOINT, Note, Reference, ReferenceKind
from campnotes.linking.place_names import date_label, day_label
from campnotes.linking.references import REFERENCE_KINDS, short_address, title_of_address
from campnotes.notebook.place import Kind, Place
from campnotes.rules import N_
from campnotes.site.days.groups import Group

KIND_NAMES: Mapping[Kind, str] = {
    Kind.DAY: N_("Day note"),
    Kind.WEEK: N_("Week note"),
    Kind.LECTURE: N_("Study note"),
    Kind.RETROSPECTIVE: N_("Retrospective"),
    Kind.TEMPLATE: N_("Template"),
}


def kind_label(place: Place, translate: Callable[[str], str]) -> str:
    """The name of a note's kind; `""` for a day or a page, where no name is shown."""
    kind = place.kind
    name = KIND_NAMES.get(kind)
    if name is None or kind is Kind.DAY:
        return ""
    return translate(name)


def place_label(note: Note, group: Group | None, language: str) -> str:
    """Where a note belongs: 「3주차 · 12일차 · 3월 18일 (수)」, without saying the same twice."""
    labels = [
        group.full_title if group is not None else "",
        day_label(note.place, language),
        date_label(note.place, language),
    ]
    # A day without a number has its date for a label.
    distinct = dict.fromkeys(labels)
    return TITLE_JOINT.join(filter(None, distinct))


def reference_kind_name(kind: ReferenceKind, translate: Callable[[str], str]) -> str:
    """The name of a kind of references."""
    for row in REFERENCE_KINDS:
        if row.kind is kind:
            return translate(row.name)
    raise LookupError(kind)


def reference_title(reference: Reference) -> str:
    """A reference's title: what a note calls it, what its address tells, or else the address."""
    canonical = reference.canonical
    return reference.title or title_of_address(canonical) or short_address(canonical)
