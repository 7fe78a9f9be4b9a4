"""The walk over a note's blocks that finds its questions."""

from __future__ import annotations

from collections.abc import Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import is_certain_name
from campnotes.parsing.questions.asked_titles import (
    BLOCKS_TO_ANSWER,
    AskingTitle,
    is_marked_title,
    read_mark_of_title,
    rule_of_title,
)
from campnotes.parsing.questions.askers import read_speaker
from campnotes.parsing.questions.asking import (
    is_answer,
    is_written_so,
    may_ask,
    may_ask_in_talk,
    may_be_text,
)
from campnotes.parsing.questions.found import AskedRow, FoundQuestions
from campnotes.parsing.questions.lists import NO_LISTS, AskingLists
from campnotes.parsing.questions.marks import Asked, read_mark
from campnotes.parsing.questions.parts import (
    BOLD_LEVEL,
    ITEM_LEVEL,
    OpenQuestion,
    Part,
    PartKind,
    Speaker,
    believes,
    heads_list,
    is_other_title,
    level_of,
    marked_in_code,
    may_speak,
    part_below,
    part_kind,
)
from campnotes.parsing.questions.rows import Around, Row, asked_in_part, asks_below
from campnotes.parsing.questions.tables import ROWS_LOOKED_AT, column_of_questions, question_in_row
from campnotes.parsing.questions.titles import (
    announces_questions,
    ends_as_title,
    is_answer_title,
    is_background,
    is_title,
)

LONGEST_TITLE = 60


class QuestionReader:
    """Walks over blocks; knows the parts they are in, and the last question."""

    def __init__(
        self,
        blocks: Sequence[Block],
        outermost: PartKind,
        lists: AskingLists = NO_LISTS,
    ) -> None:
        self._blocks = blocks
        self._lists = lists
        self._found = FoundQuestions()
        self._parts = [Part(outermost, level=0)]
        self._speaker: Speaker | None = None
        self._names_speakers = False  # whether one of them certainly is a person
        self._awaited: Asked | None = None  # a mark whose question follows
        self._column: int | None = None  # that of the questions in a table

    def read(self) -> list[OpenQuestion]:
        """Read the questions in order."""
        for index, block in enumerate(self._blocks):
            if not self._says_nothing(block):
                self._read_block(block, index)
        return self._found.in_order()

    def _read_block(self, block: Block, index: int) -> None:
        if block.kind is BlockKind.ROW:
            self._read_row_of_table(block, index)
            return
        self._column = None
        if block.kind is BlockKind.CODE:
            self._read_code(block, index)
            return
        if not block.text.strip():
            # A rule or an empty line of HTML ends an answer, an image doesn't.
            if block.kind is not BlockKind.PARAGRAPH:
                self._close()
            return
        level = level_of(block)
        self._leave_parts(block, level)
        if level <= BOLD_LEVEL:
            self._enter_part(block, index, level)
            return
        if self._enter_list(block, index) or self._read_speaker(block):
            return
        for line, text in enumerate(block.text.split("\n"), block.line):
            stripped = text.strip()
            if stripped:
                row = Row(stripped, line, block, index)
                self._read_row(row)

    def _says_nothing(self, block: Block) -> bool:
        """Whether a block of prose can neither ask nor answer, as most can't."""
        if block.kind is BlockKind.HEADING:
            return False
        if self._found.last is not None or self._awaited is not None:
            return False
        if self._column is not None:
            return False
        match self._part.kind:
            case PartKind.PROSE:
                return not may_ask(block.text) and not self._lists.invites(block)
            case PartKind.TALK if self._speaker is None and not may_speak(block):
                return not may_ask_in_talk(block.text)
        return False

    def _read_code(self, block: Block, index: int) -> None:
        """Read a question that was set as code, or stands so far in below its `Q` that it became some."""
        fenced = marked_in_code(self._blocks, index)
        if fenced is not None:
            self._add(AskedRow(fenced.text, block.line, "mark", fenced.asker), block)
            return
        awaited = self._awaited
        self._awaited = None
        text = block.text.strip()
        if awaited is None or not may_be_text(text):
            return
        first, _, _ = text.partition("\n")
        self._add(AskedRow(first, block.line, "mark", awaited.asker), block)

    # The parts of a note.

    @property
    def _part(self) -> Part:
        return self._parts[-1]

    def _close(self) -> None:
        """End the answer to the last question, and a mark whose question never came."""
        self._found.close()
        self._awaited = None

    def _leave_parts(self, block: Block, level: int) -> None:
        while len(self._parts) > 1:
            part = self._part
            if level > part.level and part.holds(block):
                return
            self._parts.pop()

    def _enter_part(self, block: Block, index: int, level: int) -> None:
        """Enter the part below a heading or a bold line, which may be a question itself."""
        awaited = self._awaited
        self._close()
        text = block.whole_text
        title = AskingTitle(
            blocks=self._blocks,
            index=index,
            text=text,
            part=self._part,
            lists=self._lists,
        )
        mark = read_mark_of_title(title, awaited)
        kind = part_kind(text, mark, self._part.kind)
        if self._ask_title(title, mark):
            kind = PartKind.ANSWERS
        self._parts.append(part_below(text, kind, level, self._part))

    def _ask_title(self, title: AskingTitle, mark: Asked | None) -> bool:
        """Add the question that a title is, if it is one."""
        line = title.block.line
        if mark is not None and not mark.text:
            # 「Question 2.」 awaits one, 「Question」 is the title of several.
            self._awaited = None if is_title(title.text) else mark
            return False
        if mark is not None:
            if not is_marked_title(title, mark):
                return False
            self._add(AskedRow(mark.text, line, "mark", mark.asker), title.block)
            return True
        rule = rule_of_title(title)
        if rule is not None:
            self._add(AskedRow(title.text, line, rule), title.block)
        return rule is not None

    def _enter_list(self, block: Block, index: int) -> bool:
        """Enter the list below a line or an item that is a title: 「질문」."""
        part = self._part
        if part.kind is PartKind.TALK and is_background(block.text):
            self._enter_below(block, block.text, PartKind.BACKGROUND)
            return True
        if part.is_titled and not block.depth and is_answer_title(block.text):
            self._enter_below(block, block.text, PartKind.ANSWERS)
            return True
        if not may_ask(block.text):
            return False
        text = block.whole_text
        is_announced = not block.depth and announces_questions(text)
        if not is_announced:
            if len(text) > LONGEST_TITLE:
                return False
            is_whole = is_title(text)
            may_end_so = not block.depth or heads_list(text, self._part, self._blocks, index)
            if not is_whole and not (may_end_so and ends_as_title(text)):
                return False
        self._enter_below(block, text, PartKind.TITLED)
        return True

    def _enter_below(self, block: Block, text: str, kind: PartKind) -> None:
        """Enter the part below a line or an item that is a title."""
        self._close()
        level = ITEM_LEVEL if block.depth else BOLD_LEVEL
        self._parts.append(Part(kind, level, text, block.items, block.marker))

    def _read_speaker(self, block: Block) -> bool:
        """Keep in mind whose words an item's list holds; True if it says no more than that."""
        if self._speaker is not None and not block.is_within(self._speaker.items):
            self._speaker = None
        if self._speaker is not None:
            self._speaker = self._speaker.goes_on(block)
        if not block.leads or len(block.text) > LONGEST_TITLE:
            return False
        name = read_speaker(block.text)
        if name is None or is_answer_title(block.text):
            return False
        self._speaker = Speaker(block.items, name)
        if not is_certain_name(name):
            return False
        self._names_speakers = True
        if self._part.kind is PartKind.TITLED:
            self._part.note_list(block)
            self._awaited = Asked("", name, sure=True, is_name=True)
        return True

    def _read_row(self, row: Row) -> None:
        if is_answer(row.text):
            self._found.answer(row.line, row.block, row.text)
            return
        mark = read_mark(row.text)
        last = row.index + 1 + BLOCKS_TO_ANSWER
        if mark is not None and believes(mark, self._part, self._blocks[row.index : last]):
            self._ask_marked(mark, row)
            return
        asked = self._asked_without_mark(row)
        if asked is None:
            self._found.answer(row.line, row.block)
        else:
            self._add(asked, row.block)

    def _asked_without_mark(self, row: Row) -> AskedRow | None:
        """The question that a row without a mark is, if it is one."""
        if self._awaited is not None:
            return _asked_below_mark(row, self._awaited)
        if self._part.kind is PartKind.PROSE and self._lists.is_asked(row.text, row.index):
            return row.asked("list")
        around = self._around()
        opened = self._found.last
        if opened is not None and asks_below(row, opened, around):
            return row.asked("title")
        is_answered = opened is not None and (opened.is_answered or opened.is_above(row.block))
        if is_answered or is_other_title(row.text, row.block, self._part):
            return None
        return asked_in_part(row, around)

    def _around(self) -> Around:
        return Around(
            blocks=self._blocks,
            lists=self._lists,
            part=self._part,
            speaker=self._speaker,
            names_speakers=self._names_speakers,
        )

    def _ask_marked(self, mark: Asked, row: Row) -> None:
        block = row.block
        opened = self._found.last
        if opened is not None and opened.is_named_over(block):
            opened.is_topic = True
        if self._part.is_titled:
            self._part.note_item(block)
        if mark.text:
            self._add(AskedRow(mark.text, row.line, "mark", mark.asker), block)
        else:
            self._awaited = mark

    def _read_row_of_table(self, block: Block, index: int) -> None:
        """Read a row of a table that has a column of questions."""
        if block.header:
            rows = self._blocks[index + 1 : index + 1 + ROWS_LOOKED_AT]
            self._column = column_of_questions(block, rows)
            return
        cell = question_in_row(block, self._column)
        if cell is not None:
            self._add(AskedRow(cell, block.line, "table"), block)

    def _add(self, asked: AskedRow, block: Block) -> None:
        """Add a question, for which nothing is awaited any more."""
        self._awaited = None
        self._found.add(asked, block, self._part, self._speaker)


def _asked_below_mark(row: Row, mark: Asked) -> AskedRow:
    """What stands below a mark. Below a mere name it may be a statement, too."""
    may_state = mark.is_name and not is_written_so(row.text)
    return AskedRow(row.text, row.line, "mark", mark.asker, listed=may_state)
