"""What stands below a note: questions, references, mentions, backlinks, neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from campnotes.linking.model import Note, Reference, ReferenceKind
from campnotes.pages.shown import ShownPlace, show_place
from campnotes.site.excerpts import anchor_at, excerpt
from campnotes.site.labels import reference_kind_name, reference_title
from campnotes.site.model import Site


@dataclass(frozen=True, slots=True)
class ShownReference:
    """A reference that the note cites; `others` are the other notes that do, counted."""

    canonical: str
    title: str
    kind: str
    others: int


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question that was asked outside of the note's presentations, and in which section."""

    text: str
    anchor: str
    askers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownBacklink:
    """A place that links here or names this note, with the text that stands there."""

    place: ShownPlace
    excerpt: str
    by_name: bool


@dataclass(frozen=True, slots=True)
class NoteFoot:
    """The foot of a note's page."""

    questions: tuple[ShownQuestion, ...]
    references: tuple[ShownReference, ...]
    mentioned: tuple[Note, ...]
    backlinks: tuple[ShownBacklink, ...]
    before: Note | None
    after: Note | None


def note_foot(note: Note, site: Site) -> NoteFoot:
    """Show what the notebook knows of a note."""
    before, after = site.neighbours(note.path)
    return NoteFoot(
        questions=_questions(note),
        references=_references(note, site),
        mentioned=_mentioned(note, site),
        backlinks=_backlinks(note, site),
        before=before,
        after=after,
    )


def _questions(note: Note) -> tuple[ShownQuestion, ...]:
    shown = []
    for question in note.questions:
        askers = (question.asker,) if question.asker else ()
        asked = ShownQuestion(
            text=question.text,
            anchor=anchor_at(note, question.line),
            askers=askers,
        )
        shown.append(asked)
    return tuple(shown)


def _references(note: Note, site: Site) -> tuple[ShownReference, ...]:
    """Show what the note cites, each once; images and the like aren't worth it."""
    cited = dict.fromkeys(link.canonical for link in note.citations)
    shown = []
    for canonical in cited:
        reference = site.references[canonical]
        if reference.kind is not ReferenceKind.ASSET:
            shown.append(_reference(reference, site))
    return tuple(shown)


def _reference(reference: Reference, site: Site) -> ShownReference:
    return ShownReference(
        canonical=reference.canonical,
        title=reference_title(reference),
        kind=reference_kind_name(reference.kind, site.translate),
        others=site.citing_notes[reference.canonical] - 1,
    )


def _mentioned(note: Note, site: Site) -> tuple[Note, ...]:
    by_path = site.notebook.by_path
    mentioned: dict[str, Note] = {}
    for mention in note.mentions:
        target = mention.target
        if target is not None:
            mentioned[target] = by_path[target]
    notes = mentioned.values()
    return tuple(notes)


def _backlinks(note: Note, site: Site) -> tuple[ShownBacklink, ...]:
    shown = []
    links = site.notebook.backlinks.get(note.path, ())
    for link in links:
        line = link.line
        place = show_place(link.path, line, site)
        backlink = ShownBacklink(
            place=place,
            excerpt=excerpt(place.note, line),
            by_name=link.by_name,
        )
        shown.append(backlink)
    return tuple(shown)
