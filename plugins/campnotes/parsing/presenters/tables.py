"""Tables of who presented what, one presentation a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campnotes.parsing.blocks import Block
from campnotes.parsing.names import is_certain_name, is_plausible_name
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.labels import MAY_BE_A_THING, PRESENTER
from campnotes.parsing.presenters.naming import name_people, named_by
from campnotes.parsing.presenters.roles import is_bare_role
from campnotes.patterns import regex

# The heads of the column that holds the names.
PRESENTER_COLUMN = Form(
    pattern=regex(
        rf"^(?:{PRESENTER}|speaker\(s\)|(?:presented|led|summari[sz]ed|reviewed)\s+by)\W*$",
        re.IGNORECASE,
    ),
    example="| 발표자 | 주제 |\n|-|-|\n| 서진 | 인덱스 |",
    counter_example="| 발표 자료 | 주제 |\n|-|-|\n| 서진 | 인덱스 |",
    sure=True,
)
READER_COLUMN = Form(
    pattern=regex(r"^(?:担当者?|発表|发表|负责人|負責人|분담|발표\s*담당)\W*$"),
    example="| 担当 | 範囲 |\n|-|-|\n| 花子 | 索引 |",
    counter_example="| 担当 | 範囲 |\n|-|-|\n| 未定 | 索引 |",
)
NAME_COLUMN = Form(
    pattern=regex(
        r"^(?:발표|이름|성명|담당자?|names?|who|氏名|名前|姓名)\W*$",
        re.IGNORECASE,
    ),
    example="| 주제 | 이름 |\n|-|-|\n| 인덱스 | 윤서진 |",
    counter_example="| 뜻 | 이름 |\n|-|-|\n| 줄 세우기 | 큐 |",
)
FORMS = (PRESENTER_COLUMN, READER_COLUMN, NAME_COLUMN)

_TOPIC_COLUMN = regex(
    r"주제|제목|내용|강의|발표|논문|topic|title|subject|what|content|paper|対象|内容|範囲|範圍|范围|タイトル|テーマ|題|章|主题|主題|题目|論文|论文",
    re.IGNORECASE,
)
_DATE_COLUMN = regex(
    r"날짜|일자|일시|발표일|\bdate|\bwhen\b|開催日|日付|日程|日期|日時|时间", re.IGNORECASE
)
_NUMBER_COLUMN = regex(
    r"^\W*(?:no|번호|순서|회차|주차?|week|weeks|#|周数|週|回|第)?\W*$", re.IGNORECASE
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
    tells_topic = any(_TOPIC_COLUMN.search(title) for title in titles)
    if not column.form.sure and not (here.in_session and tells_topic):
        return
    # `| Presenter | View |` is no table of who presented what, as far as can be told.
    is_plain = here.in_session or tells_topic or not MAY_BE_A_THING.search(titles[column.index])
    people = _people_of_row(here.block, column, is_plain=is_plain)
    topic_column = _find_topic_column(titles, column.index)
    if not people:
        return
    topic = _cell(here.block, topic_column)
    yield Claim(here.index, people, topic or None, written_date=_written_date(here.block, titles))


def _written_date(row: Block, titles: Sequence[str]) -> str:
    """What stands in the column of dates, if there is one."""
    for index, title in enumerate(titles):
        if _DATE_COLUMN.search(title):
            return _cell(row, index)
    return ""


def _people_of_row(row: Block, column: NameColumn, *, is_plain: bool) -> tuple[NamedPerson, ...]:
    names = _cell(row, column.index)
    is_name = is_plausible_name
    if column.form is NAME_COLUMN or not is_plain:
        is_name = is_certain_name
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
    return not is_bare_role(title)
