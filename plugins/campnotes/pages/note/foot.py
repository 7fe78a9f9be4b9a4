"""What stands below a note: questions, references, mentions, backlinks, neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from campnotes.linking.model import Backlink, Note, Reference, ReferenceKind
from campnotes.pages.note.latest import for_latest
from campnotes.pages.shown import show_place
from campnotes.site.excerpts import anchor_at, excerpt
from campnotes.site.labels import reference_kind_name, reference_title
from campnotes.site.model import Site

MOST_SENTENCES = 3  # of a note that leads here


class ShownReference(Struct, frozen=True):
    """A reference that the note cites; `others` are the other notes that do, counted."""

    canonical: str
    title: str
    kind: str
    others: int


class ShownQuestion(Struct, frozen=True):
    """A question that was asked outside of the note's presentations, and in which section."""

    text: str
    anchor: str
    askers: tuple[str, ...]


class ShownSentence(Struct, frozen=True):
    """A sentence that leads here; `section` is the title of the one that it stands in."""

    section: str
    url: str
    excerpt: str
    by_name: bool


class ShownBacklink(Struct, frozen=True):
    """A note that leads here, with the sentences that do; `more` are counted only."""

    note: Note
    url: str
    places: tuple[ShownSentence, ...]
    more: int


class ShownRelated(Struct, frozen=True):
    """A note that shares something with this one, and what."""

    note: Note
    shared: tuple[str, ...]


class NoteFoot(Struct, frozen=True):
    """The foot of a note's page."""

    questions: tuple[ShownQuestion, ...]
    references: tuple[ShownReference, ...]
    mentioned: tuple[Note, ...]
    backlinks: tuple[ShownBacklink, ...]
    related: tuple[ShownRelated, ...]
    before: Note | None
    after: Note | None


@for_latest
def note_foot(note: Note, site: Site) -> NoteFoot:
    """Show what the notebook knows of a note."""
    before, after = site.neighbours(note.path)
    return NoteFoot(
        questions=_questions(note),
        references=_references(note, site),
        mentioned=_mentioned(note, site),
        backlinks=_backlinks(note, site),
        related=_related(note, site),
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
    """Show what the note cites, each once, but for the material of its presentations.

    That is told in its head. Images and the like aren't worth it.
    """
    told: set[str] = set()
    for presentation in note.presentations:
        told.update(link.canonical for link in presentation.materials)
    cited = dict.fromkeys(link.canonical for link in note.citations)
    shown = []
    for canonical in cited:
        if canonical in told:
            continue
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
    """Show the notes that lead here, each once, with some of the sentences that do."""
    by_note: dict[str, list[Backlink]] = {}
    leading = site.notebook.backlinks.get(note.path, ())
    for link in leading:
        of_note = by_note.setdefault(link.path, [])
        of_note.append(link)
    shown = []
    for path, links in by_note.items():
        backlink = _backlink(path, links, site)
        shown.append(backlink)
    return tuple(shown)


def _backlink(path: str, links: Sequence[Backlink], site: Site) -> ShownBacklink:
    first = show_place(path, links[0].line, site)
    sentences: dict[tuple[str, str], ShownSentence] = {}
    for link in links:
        sentence = _sentence(link, site)
        key = sentence.url, sentence.excerpt
        sentences.setdefault(key, sentence)
    places = tuple(sentences.values())
    return ShownBacklink(
        note=first.note,
        url=first.url,
        places=places[:MOST_SENTENCES],
        more=len(places[MOST_SENTENCES:]),
    )


def _sentence(link: Backlink, site: Site) -> ShownSentence:
    place = show_place(link.path, link.line, site)
    section = place.note.sections_by_line.at(link.line)
    return ShownSentence(
        section=section.text if section else "",
        url=place.url,
        excerpt=site.notebook.hidden_names.left_out(excerpt(place.note, link.line)),
        by_name=link.by_name,
    )


def _related(note: Note, site: Site) -> tuple[ShownRelated, ...]:
    """Show what is about the same, but for what the page leads to anyway."""
    known = {link.path for link in site.notebook.backlinks.get(note.path, ())}
    for neighbour in site.neighbours(note.path):
        if neighbour is not None:
            known.add(neighbour.path)
    shown = []
    for related in site.related.of(note.path, known):
        other = site.notebook.by_path[related.path]
        shown.append(ShownRelated(other, related.shared))
    return tuple(shown)
