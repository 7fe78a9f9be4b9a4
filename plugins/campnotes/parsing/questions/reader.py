"""The walk over a note's blocks that finds its questions."""

from __future__ import annotations

from collections.abc import Sequence

from campnotes.parsing.blocks import Block, BlockKind, has_list_below
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
    asks,
    asks_back,
    asks_indirectly,
    asks_outright,
    asks_somebody,
    asks_under_title,
    asks_why_indirectly,
    is_answer,
    is_curious,
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
    is_answered_next,
    is_asked_below_title,
    is_other_title,
    is_replied_to,
    level_of,
    marked_in_code,
    may_speak,
    part_below,
    part_kind,
)
from campnotes.parsing.questions.study import is_answered_below, is_studied
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
        for line, row in enumerate(block.text.split("\n"), block.line):
            stripped = row.strip()
            if stripped:
                self._read_row(stripped, line, block, index)

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

    def _read_row(self, row: str, line: int, block: Block, index: int) -> None:
        if is_answer(row):
            self._found.answer(line, block, row)
            return
        mark = read_mark(row)
        last = index + 1 + BLOCKS_TO_ANSWER
        if mark is not None and believes(mark, self._part, self._blocks[index:last]):
            self._ask_marked(mark, line, block)
            return
        if self._awaited is not None:
            self._ask_awaited(self._awaited, row, line, block)
            return
        if self._part.kind is PartKind.PROSE and self._lists.is_asked(row, index):
            self._add(AskedRow(row, line, "list"), block)
            return
        opened = self._found.last
        if opened is not None and self._asks_below(opened, row, line, block, index):
            self._add(AskedRow(row, line, "title"), block)
            return
        is_answered = opened is not None and (opened.is_answered or opened.is_above(block))
        is_answered = is_answered or is_other_title(row, block, self._part)
        if is_answered or not self._ask_unmarked(row, line, block, index):
            self._found.answer(line, block)

    def _ask_awaited(self, mark: Asked, row: str, line: int, block: Block) -> None:
        """Add what stands below a mark. Below a mere name it may be a statement, too."""
        may_state = mark.is_name and not is_written_so(row)
        asked = AskedRow(row, line, "mark", mark.asker, listed=may_state)
        self._add(asked, block)

    def _asks_below(
        self, opened: OpenQuestion, row: str, line: int, block: Block, index: int
    ) -> bool:
        """Whether a row below a question is another one, and no answer to it.

        Among named people it asks back; in talk, it asks somebody and is replied to itself. Under 「질문」,
        what the question only stands above is asked, and what its author says to wonder.
        """
        if line != block.line:
            return False
        is_reply = opened.is_above(block) and block.leads
        if is_reply and self._asks_in_reply(row, index):
            return True
        if not self._part.is_titled:
            return False
        if opened.is_over(block) and (asks(row) or asks_indirectly(row)):
            opened.is_topic = True
            self._part.asks = True
            self._part.go_deeper(block)
            return True
        if not is_reply:
            return False
        if not is_curious(row) and not asks_why_indirectly(row):
            return False
        # What only stands above it is a topic, if nobody's name is.
        self._part.asks = self._part.asks or self._speaker is None
        return True

    def _asks_in_reply(self, row: str, index: int) -> bool:
        is_answered = has_list_below(self._blocks, index)
        if self._names_speakers and asks_back(row, is_answered=is_answered):
            return True
        return self._part.kind is PartKind.TALK and is_answered and asks_outright(row)

    def _ask_marked(self, mark: Asked, line: int, block: Block) -> None:
        opened = self._found.last
        if opened is not None and opened.is_named_over(block):
            opened.is_topic = True
        if self._part.is_titled:
            self._part.note_item(block)
        if mark.text:
            self._add(AskedRow(mark.text, line, "mark", mark.asker), block)
        else:
            self._awaited = mark

    def _ask_unmarked(self, row: str, line: int, block: Block, index: int) -> bool:
        """Add a row without a mark if it is a question in this part of the note."""
        match self._part.kind:
            case PartKind.TITLED:
                return self._ask_under_title(row, line, block, index)
            case PartKind.BELOW_TITLED if is_asked_below_title(row, self._blocks, index):
                self._part.note_item(block)
                self._add(AskedRow(row, line, "title"), block)
                return True
            case PartKind.ANSWERS if is_answered_below(row, self._blocks, index):
                self._add(AskedRow(row, line, "study"), block)
                return True
            case PartKind.ANSWERS if self._lists.asks_further(row, index):
                self._add(AskedRow(row, line, "list"), block)
                return True
            case PartKind.BACKGROUND if asks_outright(row):
                self._add(AskedRow(row, line, "talk"), block)
                return True
            case PartKind.TALK if self._asks_in_talk(row, block, index):
                self._add(AskedRow(row, line, "talk"), block)
                return True
            case PartKind.PROSE if is_studied(row, self._blocks, index):
                self._add(AskedRow(row, line, "study"), block)
                return True
        return False

    def _ask_under_title(self, row: str, line: int, block: Block, index: int) -> bool:
        is_first = line == block.line
        if is_first and self._part.is_among_topics(block) and is_written_so(row):
            self._add(AskedRow(row, line, "title"), block)
            return True
        if is_first and self._is_listed(block):
            is_written = is_written_so(row)
            self._part.asks = self._part.asks or is_written
            self._add(AskedRow(row, line, "title", listed=not is_written), block)
            return True
        if block.depth:
            return False
        if not asks_under_title(row) and not is_answered_next(self._blocks, index):
            return False
        # The list below such a question is its answer.
        self._part.note_list(block)
        self._add(AskedRow(row, line, "title"), block)
        return True

    def _is_listed(self, block: Block) -> bool:
        """Whether a block is an item of the list under the title, or of a person's list in it."""
        if not block.leads:
            return False
        self._part.note_list(block)
        speaker = self._speaker
        if speaker is None or speaker.items == block.items:
            return self._part.lists(block)
        return speaker.says(block)

    def _asks_in_talk(self, row: str, block: Block, index: int) -> bool:
        """Whether a row of talk asks; a reply to what a person said has to ask back."""
        # Where nobody is certainly named, a word may be a topic, below which anything may be asked.
        speaker = self._speaker if self._names_speakers else None
        if speaker is None or speaker.says(block):
            is_asked = asks_somebody(row)
            return is_asked or is_replied_to(row, self._blocks, index)
        return asks_back(row, is_answered=has_list_below(self._blocks, index))

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
