"""What people do in a notebook: what each presents, and where each moderates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from campnotes.linking.model import Cited, LinkedPresentation, Note, Person
from campnotes.parsing.presenters import Role
from campnotes.parsing.questions import Question

Given = tuple[Note, LinkedPresentation]  # a presentation with its note
NoteQuestion = tuple[Note, Question]  # a question with its note


def presentations_by_person(
    people: Iterable[Person], notes: Iterable[Note]
) -> Mapping[str, tuple[Given, ...]]:
    """Each person's presentations with their notes, in the order of the notes."""
    found: dict[str, list[Given]] = {person.name: [] for person in people}
    for note in notes:
        for presentation in note.presentations:
            shown = (note, presentation)
            # Who is named twice gives it once.
            presenters = dict.fromkeys(presentation.presenters)
            for name in presenters:
                given = found.setdefault(name, [])
                given.append(shown)
    return {name: tuple(given) for name, given in found.items()}


def moderated_by_person(notes: Iterable[Note]) -> Mapping[str, tuple[Cited, ...]]:
    """The first place in each note where a person is said to moderate, in the order of the notes."""
    found: dict[str, list[Cited]] = defaultdict(list)
    for note in notes:
        moderators = set()
        for named in note.people:
            name = named.name
            is_moderator = named.role is Role.MODERATOR
            if is_moderator and name not in moderators:
                moderators.add(name)
                place = Cited(note.path, named.line)
                found[name].append(place)
    return {name: tuple(places) for name, places in found.items()}


def questions_by_person(notes: Iterable[Note]) -> Mapping[str, tuple[NoteQuestion, ...]]:
    """The questions that each person asked with their notes, in the order of the notes."""
    found: dict[str, list[NoteQuestion]] = defaultdict(list)
    for note in notes:
        for question in note.all_questions:
            if question.asker is not None:
                asked = (note, question)
                found[question.asker].append(asked)
    return {name: tuple(questions) for name, questions in found.items()}
