"""Lead each question of a note to the presentation and the person that it belongs to.

What several notes ask in the same words is no question of any, but of the form that they fill in:
「오늘 배운 점은?」.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from msgspec.structs import replace

from campnotes.linking.model import LinkedPresentation
from campnotes.linking.people.directory import Directory
from campnotes.linking.recurring import LEAST, text_key
from campnotes.notebook.layout import read_path
from campnotes.notebook.paths import is_home, normal
from campnotes.parsing.names import clean_name
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.questions import Question
from campnotes.parsing.questions.askers import without_asker


def questions_of_forms(notes: Iterable[ParsedNote]) -> frozenset[str]:
    """The keys of the questions that several notes ask in the same words.

    Not of those that several people answer, each in a folder of their own: a study group's sheet.
    """
    asked: dict[str, list[str]] = defaultdict(list)
    for note in notes:
        keys = {text_key(question.text) for question in note.questions}
        # The home page may list what is asked in all.
        if is_home(note.path):
            continue
        for key in keys:
            asked[key].append(note.path)
    found = set()
    for key, paths in asked.items():
        if _is_of_form(paths):
            found.add(key)
    return frozenset(found)


def _is_of_form(paths: Sequence[str]) -> bool:
    """Whether the notes that ask something in the same words fill in a form."""
    if len(paths) < LEAST:
        return False
    folders = {_folder(path) for path in paths}
    if len(folders) == 1:
        return True
    is_spread = 2 * len(folders) >= len(paths)
    of_time = sum(map(_tells_time, folders))
    return not is_spread or 2 * of_time >= len(folders)


def _folder(path: str) -> str:
    known = normal(path)
    return posixpath.dirname(known)


def _tells_time(folder: str) -> bool:
    """Whether a folder is of a day, a week or a month, or is the notebook's own."""
    if not folder:
        return True
    told = read_path(f"{folder}/")
    return told.locates or told.week is not None or told.month is not None


def link_questions(
    questions: Iterable[Question], directory: Directory, of_forms: Set[str]
) -> tuple[Question, ...]:
    """The questions with the name of the person who asks each, if the notebook knows the person."""
    own = [question for question in questions if text_key(question.text) not in of_forms]
    linked = [_with_person(question, directory) for question in own]
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
    of_forms: Set[str],
) -> tuple[Question, ...]:
    """Those of a note's questions that belong to none of its presentations."""
    within: set[int] = set()
    for presentation in presentations:
        within.update(question.line for question in presentation.questions)
    outside = [question for question in questions if question.line not in within]
    return link_questions(outside, directory, of_forms)
