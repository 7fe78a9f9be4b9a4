"""Tables of who presented what, one presentation a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campnotes.parsing.blocks import Block
from campnotes.parsing.names import is_certain_name, is_plausible_name
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.naming import name_people, named_by

# The heads of the column that holds the names.
PRESENTER_COLUMN = Form(
    pattern=re.compile(r"^(?:발표자|발제자|presenters?|speakers?)\W*$", re.IGNORECASE),
    example="| 발표자 | 주제 |\n|-|-|\n| 서진 | 인덱스 |",
    counter_example="| 발표 자료 | 주제 |\n|-|-|\n| 서진 | 인덱스 |",
    sure=True,
)
NAME_COLUMN = Form(
    pattern=re.compile(r"^(?:발표|이름|성명|담당자?|name|who)\W*$", re.IGNORECASE),
    example="| 주제 | 이름 |\n|-|-|\n| 인덱스 | 윤서진 |",
    counter_example="| 뜻 | 이름 |\n|-|-|\n| 줄 세우기 | 큐 |",
)
FORMS = (PRESENTER_COLUMN, NAME_COLUMN)

_TOPIC_COLUMN = re.compile(
    r"주제|제목|내용|강의|발표|topic|title|subject|what|content",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameColumn:
    """The column of a table that holds the names, and the form of its head."""

    index: int
    form: Form


def read_table_row(here: BlockInContext) -> Iterator[Claim]:
    """Read a row of a table of who presented what.

    Outside of peer sessions the column must be one of presenters. Under another head, such as
    이름, only what is certainly a name is believed.
    """
    if here.table_head is None or here.block.header:
        return
    titles = [_column_title(cell) for cell in here.table_head.cells]
    column = _find_name_column(titles)
    if column is None:
        return
    if not column.form.sure and not here.in_session:
        return
    people = _people_of_row(here.block, column)
    topic_column = _find_topic_column(titles, column.index)
    if not people or topic_column >= len(here.block.cells):
        return
    topic = _cell(here.block, topic_column)
    yield Claim(here.index, people, topic or None)


def _people_of_row(row: Block, column: NameColumn) -> tuple[NamedPerson, ...]:
    names = _cell(row, column.index)
    is_name = is_certain_name
    if column.form.sure:
        is_name = is_plausible_name
    people = name_people(names, row.line, is_name=is_name)
    return tuple(named_by(column.form, people))


def _cell(row: Block, column: int) -> str:
    """A cell of a row; a row may have fewer of them than the head."""
    if column >= len(row.cells):
        return ""
    return row.cells[column].strip()


def _column_title(cell: str) -> str:
    text = cell.strip()
    return text.strip("*_` ")


def _find_name_column(titles: Sequence[str]) -> NameColumn | None:
    for index, title in enumerate(titles):
        for form in FORMS:
            if form.pattern.match(title):
                return NameColumn(index, form)
    return None


def _find_topic_column(titles: Sequence[str], name_column: int) -> int:
    """The column with a topic's head; if there is none, the first beside the names."""
    for index, title in enumerate(titles):
        if index == name_column:
            continue
        if _TOPIC_COLUMN.search(title):
            return index
    if name_column == 0:
        return 1
    return 0
