"""What a week's notes have together: who presented, what was asked and cited, and what was new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from campnotes.linking.model import Note, ReferenceKind
from campnotes.parsing.questions import Question
from campnotes.site.days.groups import Group
from campnotes.site.excerpts import anchor_at
from campnotes.site.labels import reference_kind_name, reference_title
from campnotes.site.model import Site

MOST_LISTED = 60  # questions or references of a week; all are on the pages of their own


class WeekPerson(Struct, frozen=True):
    """Somebody who presented in the week; `is_new` if it was for the first time."""

    name: str
    presentations: int
    is_new: bool


class WeekQuestion(Struct, frozen=True):
    """A question of the week; `url` is that of its section, relative to the site."""

    text: str
    url: str
    asker: str


class WeekReference(Struct, frozen=True):
    """Something that the week cites; `is_new` if no note of an earlier week does."""

    canonical: str
    title: str
    kind: str
    is_new: bool


class WeekSummary(Struct, frozen=True):
    """A week's people, questions and references; the counts are of all, the lists may be cut.

    Where everybody presents for the first time, that isn't told of each.
    """

    presentations: int
    people: tuple[WeekPerson, ...]
    tells_first_times: bool
    question_count: int
    questions: tuple[WeekQuestion, ...]
    reference_count: int
    new_references: int
    references: tuple[WeekReference, ...]


class FirstPlaces(Struct, frozen=True):
    """Where in reading order each person first presents, and each reference is first cited: paths."""

    of_people: Mapping[str, str]
    of_references: Mapping[str, str]


def first_places(site: Site) -> FirstPlaces:
    """Look up once for all weeks what is new in one."""
    people = {}
    for name, given in site.presentations_of.items():
        if given:
            note, _ = given[0]
            people[name] = note.path
    order = site.reading_order
    last = len(order)
    references = {}
    for reference in site.notebook.references:
        paths = [cited.path for cited in reference.cited_by]
        ranked = sorted(paths, key=lambda path: order.get(path, last))
        references[reference.canonical] = ranked[0]
    return FirstPlaces(people, references)


def week_summary(group: Group, first: FirstPlaces, site: Site) -> WeekSummary:
    """Gather what the notes of a week have."""
    notes = group.notes
    paths = {note.path for note in notes}
    questions = list(_questions(notes, site))
    references = list(_references(notes, first, site))
    people = tuple(_people(notes, paths, first))
    return WeekSummary(
        presentations=sum(len(note.presentations) for note in notes),
        people=people,
        tells_first_times=not all(person.is_new for person in people),
        question_count=len(questions),
        questions=tuple(questions[:MOST_LISTED]),
        reference_count=len(references),
        new_references=sum(reference.is_new for reference in references),
        references=tuple(references[:MOST_LISTED]),
    )


def _people(notes: Sequence[Note], paths: set[str], first: FirstPlaces) -> Iterator[WeekPerson]:
    given: dict[str, int] = {}
    for note in notes:
        for presentation in note.presentations:
            for name in dict.fromkeys(presentation.presenters):
                given[name] = given.get(name, 0) + 1
    for name, count in given.items():
        yield WeekPerson(
            name=name,
            presentations=count,
            is_new=first.of_people.get(name) in paths,
        )


def _questions(notes: Sequence[Note], site: Site) -> Iterator[WeekQuestion]:
    for note in notes:
        for question in sorted(note.all_questions, key=_line):
            anchor = anchor_at(note, question.line)
            yield WeekQuestion(
                text=question.text,
                url=site.note_url(note.path, anchor),
                asker=question.asker or "",
            )


def _line(question: Question) -> int:
    return question.line


def _references(notes: Sequence[Note], first: FirstPlaces, site: Site) -> Iterator[WeekReference]:
    """What the week cites, each once, what is new first."""
    paths: set[str] = set()
    cited: dict[str, None] = {}
    for note in notes:
        paths.add(note.path)
        for link in note.citations:
            cited[link.canonical] = None
    shown = []
    for canonical in cited:
        reference = site.references[canonical]
        if reference.kind is ReferenceKind.ASSET:
            continue
        shown_reference = WeekReference(
            canonical=canonical,
            title=reference_title(reference),
            kind=reference_kind_name(reference.kind, site.translate),
            is_new=first.of_references.get(canonical) in paths,
        )
        shown.append(shown_reference)
    yield from sorted(shown, key=_is_known)


def _is_known(reference: WeekReference) -> bool:
    return not reference.is_new
