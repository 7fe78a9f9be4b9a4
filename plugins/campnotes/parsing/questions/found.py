"""The questions that were found so far in a note, and the last of them, which may be answered."""

from __future__ import annotations

from msgspec import Struct

from campnotes.parsing.blocks import Block
from campnotes.parsing.questions.askers import split_asker
from campnotes.parsing.questions.asking import opens_answer
from campnotes.parsing.questions.parts import OpenQuestion, Part, Speaker
from campnotes.parsing.questions.titles import says_nothing

MAX_LENGTH = 400  # of a question
MOST_ANSWERS = 100  # of a question, that are told


class AskedRow(Struct, frozen=True):
    """A row that asks: as written, its line, by which rule, and who asks as far as its mark tells.

    One that is only `listed` may turn out to be none: see `OpenQuestion`.
    """

    written: str
    line: int
    rule: str
    asker: str | None = None
    listed: bool = False


class FoundQuestions:
    """Questions by their lines; the last one is open for answers until it is closed."""

    def __init__(self) -> None:
        self.last: OpenQuestion | None = None
        self._by_line: dict[int, OpenQuestion] = {}

    def in_order(self) -> list[OpenQuestion]:
        """Those that are questions after all, in the order of the note."""
        lines = sorted(self._by_line)
        found = [self._by_line[line] for line in lines]
        return [question for question in found if question.is_one]

    def close(self) -> None:
        """End the answer to the last question."""
        self.last = None

    def add(self, row: AskedRow, block: Block, part: Part, speaker: Speaker | None) -> None:
        """Add a question, unless it is longer than any question."""
        text, named = split_asker(row.written)
        if len(text) > MAX_LENGTH or says_nothing(text):
            return
        if speaker is not None and named is None and block.is_within(speaker.items):
            named = speaker.name
        self.last = OpenQuestion(
            line=row.line,
            text=text,
            asker=row.asker or named or part.asker,
            rule=row.rule,
            part=part,
            items=block.items,
            listed=row.listed,
        )
        self._by_line.setdefault(row.line, self.last)

    def answer(self, line: int, block: Block, marked: str = "") -> None:
        """Take a row for a part of the answer to the last question, if it can be one.

        `marked` is the row if it is marked as an answer.
        """
        opened = self.last
        if opened is None:
            return
        if not marked and not opened.may_be_answered_by(block):
            # What stands beside a question in talk is the next thing that was said.
            self.close()
            return
        if opens_answer(marked) and not opened.items:
            opened.is_answered = True
        begins = bool(marked) or line == block.line
        if begins and len(opened.answers) < MOST_ANSWERS:
            opened.answers.append(line)
