"""Questions asked in a note, who asked them, and where their answers stand.

What is a question depends on the part of the note in which it stands; see `PartKind`. Everywhere, a
row that is marked as one (`Q.`, 「질문 1.」, 「나래님 질문 :」) is one, and an answer (`A)`, `→ …`, what is
nested below a question) is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from campnotes.parsing.blocks import Block
from campnotes.parsing.names import clean_name, has_honorific
from campnotes.parsing.presenters.claims import NamedPerson, Role
from campnotes.parsing.questions.asking import may_ask
from campnotes.parsing.questions.lists import NO_LISTS, AskingLists, may_list_questions
from campnotes.parsing.questions.parts import OpenQuestion, PartKind
from campnotes.parsing.questions.reader import QuestionReader
from campnotes.parsing.questions.titles import tells_interview, tells_questions, tells_talk


class Question(Struct, frozen=True):
    """A question: its 1-based line and its text without the `Q.` before it.

    - `asker` is who asks, as written.
    - `answers` are the lines on which the blocks of its answer begin.
    - `section` is the title under which it stands.
    - `rule` tells by what it was seen to be one: a `mark`, a `title` above it, `talk` in which it ends
      as a question, a `table`, or as a `study` question that the note answers.
    """

    line: int
    text: str
    asker: str | None = None
    answers: tuple[int, ...] = ()
    section: str = ""
    rule: str = ""


def read_questions(blocks: Sequence[Block]) -> tuple[Question, ...]:
    """Read the questions of a presentation, in which people talk."""
    found = QuestionReader(blocks, PartKind.TALK).read()
    return tuple(map(_question, found))


def read_questions_of_note(
    blocks: Sequence[Block], text: str, path: str = ""
) -> tuple[Question, ...]:
    """Read the questions of a whole note, of which its path may tell that people talk in it."""
    has_lists = may_list_questions(text)
    if not may_ask(text) and not has_lists:
        return ()
    body = [block for block in blocks if not block.aside]
    lists = AskingLists(body) if has_lists else NO_LISTS
    found = QuestionReader(body, _outermost(path), lists).read()
    return tuple(map(_question, found))


def _outermost(path: str) -> PartKind:
    """What kind of part a whole note is, by what its file and folders are called."""
    if tells_questions(path):
        return PartKind.TITLED
    if tells_interview(path):
        return PartKind.BELOW_TITLED
    return PartKind.TALK if tells_talk(path) else PartKind.PROSE


def name_askers(questions: Sequence[Question]) -> list[NamedPerson]:
    """Name who asks; who of them is a person is seen in the notebook."""
    people = []
    for question in questions:
        if question.asker is None:
            continue
        person = NamedPerson(
            line=question.line,
            name=clean_name(question.asker),
            raw=question.asker,
            role=Role.ASKER,
            certain=has_honorific(question.asker),
        )
        people.append(person)
    return people


def _question(found: OpenQuestion) -> Question:
    return Question(
        line=found.line,
        text=found.text,
        asker=found.asker,
        answers=tuple(found.answers),
        section=found.part.title,
        rule=found.rule,
    )
