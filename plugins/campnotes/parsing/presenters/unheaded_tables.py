"""Tables without a head that tell who presented what, in Japanese and Chinese sessions.

| 3.4 | 王小明 | 索引 |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import clean_name, is_certain_name
from campnotes.parsing.names.east_asian import is_full_chinese_name, is_name_of_thing
from campnotes.parsing.presenters.claims import Claim, Form
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.naming import name_person, named_by
from campnotes.parsing.presenters.purposes import Purpose
from campnotes.parsing.presenters.tables import LONGEST_TOPIC, rows_around
from campnotes.patterns import regex

FEWEST_ROWS = 2
SHORTEST_TOPIC = 2  # characters
_LETTER = regex(r"[^\W\d_年月日]")

UNHEADED = Form(
    pattern=regex(r"^(?P<names>[^|]{2,20})$"),
    example="<table><tr><td>王小明</td><td>索引入门</td></tr>\n<tr><td>李小雷</td><td>队列入门</td></tr></table>",
    counter_example="<table><tr><td>数据库</td><td>索引入门</td></tr>\n<tr><td>操作系统</td><td>队列入门</td></tr></table>",
    of_a_place=True,
)
FORMS = (UNHEADED,)


def read_unheaded_row(here: BlockInContext) -> Iterator[Claim]:
    """Read a row of a table without a head, one column of which holds names and nothing else.

    Another column must tell topics: different in each row, and not what somebody is.
    """
    if not here.in_session or not _is_unheaded(here):
        return
    if here.purpose in {Purpose.PLANNING, Purpose.TALKING}:
        return
    row = here.block
    rows = list(rows_around(here))
    columns = range(len(row.cells))
    of_names = [column for column in columns if _is_of_names(rows, column)]
    of_topics = [column for column in columns if _is_of_topics(rows, column)]
    if len(of_names) != 1 or not of_topics:
        return
    person = name_person(row.cells[of_names[0]], row.line)
    yield Claim(
        here.index,
        tuple(named_by(UNHEADED, [person])),
        row.cells[of_topics[0]].strip(),
    )


def _is_unheaded(here: BlockInContext) -> bool:
    """Whether a block is a row of a table that has no head, or an empty one."""
    row = here.block
    head = here.table_head
    if row.kind is not BlockKind.ROW:
        return False
    if row.header:
        return False
    if head is None:
        return True
    said = filter(str.strip, head.cells)
    return not any(said)


def _column(rows: Sequence[Block], column: int) -> list[str]:
    long_enough = [row.cells for row in rows if column < len(row.cells)]
    written = [cells[column] for cells in long_enough]
    return list(map(str.strip, written))


def _is_of_names(rows: Sequence[Block], column: int) -> bool:
    """Whether all cells of a column are names in full, and most of them certainly."""
    cells = _column(rows, column)
    is_filled = len(cells) == len(rows)
    if not is_filled or len(cells) < FEWEST_ROWS:
        return False
    certain = list(filter(is_certain_name, cells))
    others = [cell for cell in cells if cell not in certain]
    names = map(clean_name, others)
    if len(others) > len(certain):
        return False
    return all(map(is_full_chinese_name, names))


def _is_of_topics(rows: Sequence[Block], column: int) -> bool:
    """Whether a column tells something different in each row, which is neither a date nor a trade."""
    cells = _column(rows, column)
    different = set(cells)
    if len(different) < len(rows):
        return False
    if _is_of_names(rows, column):
        return False
    return all(map(_may_be_topic, cells))


def _may_be_topic(cell: str) -> bool:
    if not SHORTEST_TOPIC <= len(cell) <= LONGEST_TOPIC:
        return False
    has_letter = _LETTER.search(cell) is not None
    return has_letter and not is_name_of_thing(cell)
