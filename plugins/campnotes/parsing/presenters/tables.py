"""Tables of who presented what, one presentation a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.names import is_certain_name, is_plausible_name
from campnotes.parsing.presenters.claims import Claim, Form
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.naming import name_people

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


def read_table_row(here: BlockInContext) -> Iterator[Claim]:
    """Read a row of a table of who presented what.

    Outside of peer sessions the column must be one of presenters. Under another head, such as
    이름, only what is certainly a name is believed.
    """
    block, head = here.block, here.table_head
    if block.kind is not BlockKind.ROW or block.header or head is None:
        return
    columns = [_column_title(cell) for cell in head.cells]
    name_column = _find_name_column(columns)
    if name_column is None or name_column >= len(block.cells):
        return
    is_sure = PRESENTER_COLUMN.pattern.match(columns[name_column]) is not None
    if not is_sure and not here.in_session:
        return
    is_name = is_plausible_name if is_sure else is_certain_name
    people = tuple(name_people(block.cells[name_column], block.line, is_name=is_name))
    topic_column = _find_topic_column(columns, name_column)
    if people and topic_column < len(block.cells):
        topic = block.cells[topic_column].strip()
        yield Claim(here.index, people, topic or None)


def _column_title(cell: str) -> str:
    text = cell.strip()
    return text.strip("*_` ")


def _find_name_column(columns: Sequence[str]) -> int | None:
    for index, title in enumerate(columns):
        if any(form.pattern.match(title) for form in FORMS):
            return index
    return None


def _find_topic_column(columns: Sequence[str], name_column: int) -> int:
    """The column with a topic's head; if there is none, the first beside the names."""
    for index, title in enumerate(columns):
        if index != name_column and _TOPIC_COLUMN.search(title):
            return index
    return 1 if name_column == 0 else 0
