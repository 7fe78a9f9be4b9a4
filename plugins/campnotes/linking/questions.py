"""Lead each question of a note to the presentation and the person that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from campnotes.linking.directory import Directory
from campnotes.linking.model import LinkedPresentation
from campnotes.parsing.asking import without_asker
from campnotes.parsing.names import clean_name
from campnotes.parsing.questions import Question


def link_questions(questions: Sequence[Question], directory: Directory) -> tuple[Question, ...]:
    """The questions with the name of the person who asks each, if the notebook knows the person."""
    linked = [_with_person(question, directory) for question in questions]
    return tuple(linked)


def _with_person(question: Question, directory: Directory) -> Question:
    written = question.asker
    if written is None:
        return question
    name = clean_name(written)
    person = directory.find(name)
    if person is None and not directory.is_hidden(name):
        return replace(question, asker=None)
    return replace(
        question,
        asker=person,
        text=without_asker(question.text, written),
    )


def questions_outside(
    questions: Sequence[Question],
    presentations: Sequence[LinkedPresentation],
    directory: Directory,
) -> tuple[Question, ...]:
    """Those of a note's questions that belong to none of its presentations."""
    within: set[int] = set()
    for presentation in presentations:
        within.update(question.line for question in presentation.questions)
    outside = [question for question in questions if question.line not in within]
    return link_questions(outside, directory)
