"""Tables with a column of questions."""

from __future__ import annotations

from collections.abc import Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.questions.asking import asks_anyhow
from campnotes.parsing.questions.titles import is_column_title, is_letter_column

ROWS_LOOKED_AT = 20  # by which it is seen whether a column asks


def column_of_questions(head: Block, below: Sequence[Block]) -> int | None:
    """The column of a table's head that is one of questions, if there is any.

    One called `Q` has to ask in half of its rows: a table of data may have such a column, too.
    """
    for column, cell in enumerate(head.cells):
        if not is_column_title(cell):
            continue
        if not is_letter_column(cell) or _mostly_asks(column, below):
            return column
    return None


def question_in_row(row: Block, column: int | None) -> str | None:
    """What a row asks in the column of questions: no mere link to where it is asked."""
    if column is None or column >= len(row.cells):
        return None
    cell = row.cells[column].strip()
    linked = [link.text.strip() for link in row.links]
    if cell in linked:
        return None
    has_words = any(map(str.isalnum, cell))
    return cell if has_words else None


def _mostly_asks(column: int, below: Sequence[Block]) -> bool:
    rows = 0
    asking = 0
    for block in below:
        if block.kind is not BlockKind.ROW or block.header:
            break
        rows += 1
        cell = "".join(block.cells[column : column + 1])
        if asks_anyhow(cell):
            asking += 1
    return rows > 0 and 2 * asking >= rows
