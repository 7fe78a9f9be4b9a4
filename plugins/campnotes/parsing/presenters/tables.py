"""Tables of who presented what, one presentation a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import (
    is_account,
    is_certain_name,
    is_plausible_name,
    is_possible_nickname,
)
from campnotes.parsing.presenters.announcing import is_east_asian, tells_of_presenting
from campnotes.parsing.presenters.claims import Claim, NamedPerson
from campnotes.parsing.presenters.columns import (
    NAME_COLUMN,
    PERSON_COLUMN,
    READER_COLUMN,
    TALK_COLUMN,
    NameColumn,
    find_name_columns,
)
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.label_words import MAY_BE_A_THING
from campnotes.parsing.presenters.name_columns import are_names, are_names_in_turns, names_in_lines
from campnotes.parsing.presenters.naming import (
    announced_names,
    name_people,
    name_person,
    named_by,
)
from campnotes.parsing.presenters.purposes import Purpose
from campnotes.parsing.presenters.roles import is_bare_role
from campnotes.patterns import regex

FEWEST_ROWS = 5  # of a table whose columns are compared
APART = 0.75  # of the rows must differ in a column that tells them apart
LONGEST_TOPIC = 120  # characters
MOST_IN_CELL = 3  # nicknames
ROWS_ALIKE = 200  # blocks before and behind a row, in which tables have the same head
ROWS_AROUND = 30  # in which a timetable says that it is one of talks

_TOPIC_COLUMN = regex(
    r"주제|제목|내용|강의|챕터|chapter|단원|범위|파트|발표|논문|topic|title|subject|what|content|paper|"
    r"対象|内容|範囲|範圍|范围|タイトル|テーマ|題|章|主题|主題|题目|題目|标题|標題|话题|話題|议题|"
    r"議題|课题|課題|章节|章節|論文|论文",
    re.IGNORECASE,
)
_DATE_COLUMN = regex(
    r"날짜|일자|일시|발표일|\bdate|\bwhen\b|開催日|日付|日程|日期|日時|时间", re.IGNORECASE
)
_CLOCK_COLUMN = regex(r"^(?:時刻|時間|开始时间|time)\W*$", re.IGNORECASE)
# What is presented, and what is done at a meetup besides.
_TALK = regex(r"^\W*(?:LT\b|ライトニングトーク)|発表|輪読|セッション|分享|报告", re.IGNORECASE)
_NO_TALK = regex(
    r"受付|開場|会場|開会|閉会|オープニング|クロージング|休憩|片付け|撤収|懇親|乾杯|挨拶|司会|自己紹介|運営|"
    r"発表順|公募|签到|休息|合影|茶歇"
)
_ONE_OF_SEVERAL = regex(r"[人者员員]\s?\d$")  # 报告人2
_NUMBER_COLUMN = regex(
    r"^\W*(?:no|번호|순서|회차|주차?|week|weeks|#|周数|周次|週|回|第|期数?|序号|序號|编号|編號)?\W*$",
    re.IGNORECASE,
)


def read_table_row(here: BlockInContext) -> Iterator[Claim]:
    """Read a row of a table of who presented what.

    Outside of peer sessions the column must be one of presenters, or of presentations with nothing
    but names in it. Under another head, such as 이름, only what is certainly a name is believed.
    """
    is_planned = here.purpose is Purpose.PLANNING
    if here.table_head is None or here.block.header or is_planned:
        return
    titles = list(map(_column_title, here.table_head.cells))
    # Who lectures in a course has no account among those of its members.
    has_account = any(map(is_account, here.block.cells))
    columns = find_name_columns(
        titles,
        members_lecture=has_account,
    )
    if not columns:
        return
    if columns[0].form.sure or _is_of_presentations(here, titles, columns[0]):
        yield from _read_row(here, titles, columns)
    else:
        yield from _read_timetable(here, titles, columns[0])


def _is_of_presentations(here: BlockInContext, titles: Sequence[str], column: NameColumn) -> bool:
    """Whether a table that doesn't say who presents tells of presentations all the same."""
    if not _tells_what_or_when(titles):
        return False
    if here.in_session:
        return True
    return column.form is TALK_COLUMN and _is_of_names(here, column)


def _tells_what_or_when(titles: Sequence[str]) -> bool:
    """Whether a table has a column of topics or of dates."""
    if any(map(_TOPIC_COLUMN.search, titles)):
        return True
    return any(map(_DATE_COLUMN.search, titles))


def _read_row(
    here: BlockInContext, titles: Sequence[str], columns: Sequence[NameColumn]
) -> Iterator[Claim]:
    """Read a row of a table of presentations."""
    column = columns[0]
    is_plain = _is_plainly_of_people(here, titles, column)
    topic_column = _most_telling_column(here, titles, column.index)
    people: tuple[NamedPerson, ...] = ()
    for each in columns:
        people += _people_of_row(here, each, is_plain=is_plain)
    if not people and column.form.sure:
        people = _people_known_from_column(here, column, topic_column)
    told = _told_topic(here.block, titles, topic_column)
    # A cell over all columns is no name: 休憩.
    is_over_all = bool(told) and told == _cell(here.block, column.index)
    if not people or is_over_all:
        return
    lines = told.split()
    topic = " ".join(lines)
    yield Claim(
        block=here.index,
        presenters=people,
        topic=topic or None,
        written_date=_written_date(here.block, titles),
    )


def _told_topic(row: Block, titles: Sequence[str], column: int) -> str:
    """The topic of a row; of several columns with the same head, the first that isn't empty tells it."""
    told = _cell(row, column)
    if told or column >= len(titles):
        return told
    for index, title in enumerate(titles):
        cell = _cell(row, index)
        if cell and title == titles[column]:
            return cell
    return ""


def _is_plainly_of_people(here: BlockInContext, titles: Sequence[str], column: NameColumn) -> bool:
    """Whether a column is of people: `| Presenter | View |` may be no table of who presented what."""
    if here.in_session or _tells_what_or_when(titles):
        return True
    return MAY_BE_A_THING.search(titles[column.index]) is None


def _read_timetable(
    here: BlockInContext, titles: Sequence[str], column: NameColumn
) -> Iterator[Claim]:
    """Read a row of a meetup's timetable, outside of any session: `| LT 索引 | 14:00 | 花子さん |`.

    - Its column of names must be of those who read or present, and its times of the day be told.
    - A name must say so itself, unless a topic of the table says that it is presented.
    - Who opens the door or cleans up presents nothing.
    """
    is_timetable = any(_CLOCK_COLUMN.match(title) for title in titles)
    may_be_of_talks = column.form in {READER_COLUMN, PERSON_COLUMN}
    if not may_be_of_talks or not is_timetable:
        return
    row = here.block
    topic_column = _find_topic_column(titles, column.index)
    topic = _cell(row, topic_column)
    if _NO_TALK.search(topic):
        return
    is_talk = any(_TALK.search(_cell(other, topic_column)) for other in rows_around(here))
    # A cell may tell the topic, too: `花子 - 索引`.
    names = announced_names(_cell(row, column.index))
    named = name_people(
        names,
        row.line,
        is_name=is_plausible_name if is_talk else is_certain_name,
    )
    people = tuple(named_by(column.form, named))
    if people:
        yield Claim(here.index, people, topic or None)


def rows_around(here: BlockInContext) -> Iterator[Block]:
    """The row itself, and those of its table that stand near it."""
    yield here.block
    after = range(here.index + 1, here.index + ROWS_AROUND)
    before = range(here.index - 1, here.index - ROWS_AROUND, -1)
    for indices in (after, before):
        for index in indices:
            if not 0 <= index < len(here.blocks):
                break
            block = here.blocks[index]
            if block.kind is not BlockKind.ROW or block.header:
                break
            yield block


def _written_date(row: Block, titles: Sequence[str]) -> str:
    """What stands in the column of dates, if there is one."""
    for index, title in enumerate(titles):
        if _DATE_COLUMN.search(title):
            return _cell(row, index)
    return ""


def _people_of_row(
    here: BlockInContext, column: NameColumn, *, is_plain: bool
) -> tuple[NamedPerson, ...]:
    row = here.block
    names = names_in_lines(_cell(row, column.index))
    is_name = is_plausible_name
    is_of_people = column.form in {NAME_COLUMN, PERSON_COLUMN, TALK_COLUMN}
    if is_of_people or not is_plain:
        is_name = is_certain_name
    if is_of_people and _is_of_names(here, column):
        is_name = is_plausible_name
    people = name_people(names, row.line, is_name=is_name)
    return tuple(named_by(column.form, people))


def _is_of_names(here: BlockInContext, column: NameColumn) -> bool:
    """Whether a column has names in all of its cells.

    Of tables in other letters, those of the note with the same head are looked at together. Given names alone
    count where the note is about presentations.
    """
    head = here.table_head
    if head is None:
        return False
    if is_east_asian(head.text):
        cells = [_cell(row, column.index) for row in rows_around(here)]
        return are_names(cells)
    title = _cell(head, column.index)
    alike = list(_cells_alike(here, title, column.index))
    is_presented = column.form is TALK_COLUMN or tells_of_presenting(here.blocks)
    return are_names_in_turns(
        alike,
        may_be_short=is_presented,
    )


def _cells_alike(here: BlockInContext, title: str, column: int) -> Iterator[str]:
    """The cells below the same head in the tables around a row, its own among them."""
    first = max(0, here.index - ROWS_ALIKE)
    last = here.index + ROWS_ALIKE
    is_alike = False
    for block in here.blocks[first:last]:
        if block.header:
            is_alike = _cell(block, column) == title
        elif block.kind is BlockKind.ROW and is_alike:
            yield _cell(block, column)


def _people_known_from_column(
    here: BlockInContext, column: NameColumn, topic_column: int
) -> tuple[NamedPerson, ...]:
    """Name those whom a cell can't name for itself, but other rows of the column can.

    - A nickname like no name, 吃不动了, stands in another row, too, beside another topic.
    - Of handles with but a space between them, each stands alone in another row.
    """
    row = here.block
    topic = _cell(row, topic_column)
    names = _cell(row, column.index).split()
    if not topic or not 1 <= len(names) <= MOST_IN_CELL:
        return ()
    others = set()
    for other in rows_around(here):
        other_topic = _cell(other, topic_column)
        if other_topic not in {"", topic}:
            called = _cell(other, column.index)
            others.add(called.casefold())
    sought = {name.casefold() for name in names}
    are_nicknames = all(map(is_possible_nickname, names))
    if not are_nicknames or not sought <= others:
        return ()
    people = [name_person(name, row.line) for name in names]
    return tuple(named_by(column.form, people))


def _cell(row: Block, column: int) -> str:
    """A cell of a row; a row may have fewer of them than the head."""
    if column >= len(row.cells):
        return ""
    return row.cells[column].strip()


def _column_title(cell: str) -> str:
    text = cell.strip()
    return text.strip("*_` ")


def _most_telling_column(here: BlockInContext, titles: Sequence[str], name_column: int) -> int:
    """The column of topics; of several, one that tells the rows apart.

    Below 主题 may stand but a kind, the same in most rows (硕士论文), and the topic below 内容.
    """
    first = _find_topic_column(titles, name_column)
    rows = list(rows_around(here))
    if len(rows) < FEWEST_ROWS or _tells_apart(rows, first):
        return first
    for index in range(first + 1, len(titles)):
        is_topic = index != name_column and _TOPIC_COLUMN.search(titles[index])
        if is_topic and _tells_apart(rows, index):
            return index
    return first


def _tells_apart(rows: Sequence[Block], column: int) -> bool:
    """Whether hardly any two rows have the same in a column, and it is filled in."""
    different = set()
    for row in rows:
        cell = _cell(row, column)
        if 0 < len(cell) <= LONGEST_TOPIC:
            different.add(cell)
    fewest = APART * len(rows)
    return len(different) >= fewest


def _find_topic_column(titles: Sequence[str], name_column: int) -> int:
    """The column with a topic's head; if there is none, the first beside names and dates."""
    others = [index for index, title in enumerate(titles) if _may_be_topic(title)]
    others = [index for index in others if index != name_column]
    for index in others:
        if _TOPIC_COLUMN.search(titles[index]):
            return index
    return others[0] if others else len(titles)


def _may_be_topic(title: str) -> bool:
    if _DATE_COLUMN.search(title) or _NUMBER_COLUMN.match(title):
        return False
    if _ONE_OF_SEVERAL.search(title):
        return False
    return not is_bare_role(title)
