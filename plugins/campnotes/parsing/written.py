"""The date that a note's text says it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from campnotes.notebook.dates.written import (
    WrittenDate,
    is_only_date,
    only_date,
    session_date,
)
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.day_sections import DaySection
from campnotes.patterns import regex

DATE_LINES = 12  # a date further down tells of something else
FIRST_BLOCKS = 30  # of a note, among which a heading repeats its title's date
_DIGIT = regex(r"\d")
_LINES = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})
_LABEL_WORDS = (
    r"날짜|일자|일시|작성일자?|학습일|진행일|(?:작성|생성|진행|회의|모임|스터디)\s?(?:일시|날짜|일자)|"
    r"date|written on|"
    r"created(?: at| time)?|"
    r"日付|日時|開催日|日期|时间|時間"
)
_LABEL = regex(rf"^\W*(?:{_LABEL_WORDS})\s*(?:[:：|]|(?=\d))", re.IGNORECASE)
_COLUMN = regex(rf"^\W*(?:{_LABEL_WORDS})\W*$", re.IGNORECASE)


class Written(Struct, frozen=True):
    """The date that a text tells of itself, the line on which it does, and how.

    `rule` is "title", "label" (`날짜: 2021. 9. 15.`, in a table too), "date-line" (nothing but the
    date, near the top) or "session" (`20210823 피어세션`, anywhere).
    """

    when: WrittenDate
    line: int
    rule: str


def read_written_date(
    blocks: Sequence[Block], sections: Sequence[DaySection] = ()
) -> Written | None:
    """Read the date that a note tells of itself, the most telling first.

    1. the date in its first heading, unless that begins the first of its `sections` that are days;
       or in the heading right below, where that is the only one with a date;
    2. on a line near the top that says it tells the date, or that has nothing else; or below a
       heading that says so (`## 진행 날짜`), wherever that is;
    3. on the line of a session, where all of the note's sessions have the same.
    """
    heading = _first_heading(blocks)
    begun = {section.line for section in sections}
    if heading is not None and heading.line not in begun:
        when = only_date(heading.text)
        if when is not None:
            with_weekday = _with_weekday(when, blocks)
            return Written(with_weekday, heading.line, "title")
    below = _below_first_heading(blocks)
    if below is not None and below.line not in begun:
        return below
    near_top = next(_near_top(blocks), None)
    return near_top or _below_label(blocks) or _of_sessions(blocks)


def _with_weekday(when: WrittenDate, blocks: Sequence[Block]) -> WrittenDate:
    """A title's date with the weekday that stands beside it where a heading repeats it."""
    if when.weekday is not None:
        return when
    for block in blocks[:FIRST_BLOCKS]:
        if block.kind is not BlockKind.HEADING:
            continue
        again = only_date(block.text)
        if again is not None and again.month_day == when.month_day:
            when = replace(when, weekday=again.weekday)
            if when.weekday is not None:
                break
    return when


def _first_heading(blocks: Sequence[Block]) -> Block | None:
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            return block
    return None


def _below_first_heading(blocks: Sequence[Block]) -> Written | None:
    """The date in the heading right below the first one, if no other heading has another."""
    headings = blocks[:2]
    if len(headings) < 2 or headings[0].kind is not BlockKind.HEADING:
        return None
    second = headings[1]
    when = _with_year(second)
    if when is None:
        return None
    for block in blocks[2:]:
        other = _with_year(block)
        if other is not None and other.month_day != when.month_day:
            return None
    return Written(when, second.line, "title")


def _with_year(block: Block) -> WrittenDate | None:
    """The whole date that a heading has."""
    if block.kind is not BlockKind.HEADING:
        return None
    when = only_date(block.text)
    return when if when is not None and when.year is not None else None


def _below_label(blocks: Sequence[Block]) -> Written | None:
    """The date below a heading that says that it tells one, if there is one such heading."""
    found: list[Written] = []
    for label, block in pairwise(blocks):
        if label.kind is not BlockKind.HEADING or not _COLUMN.match(label.text):
            continue
        when = only_date(block.text)
        if when is not None and is_only_date(block.text, when):
            written = Written(when, block.line, "label")
            found.append(written)
    return found[0] if len(found) == 1 else None


def _near_top(blocks: Sequence[Block]) -> Iterator[Written]:
    column: int | None = None
    headings = 0
    for position, block in enumerate(blocks):
        if block.line > DATE_LINES:
            return
        headings += block.kind is BlockKind.HEADING
        if block.kind is BlockKind.CODE:
            continue
        if block.header:
            column = date_column(block)
            if column is not None and _has_several_dates(blocks[position + 1 :], column):
                column = None
        elif block.cells and column is not None:
            yield from _in_cell(block, column)
        for line, row in enumerate(block.text.split("\n"), block.line):
            # A list below a section's heading is of what is listed, not of the note.
            is_own = block.depth == 0 or headings <= 1
            found = _on_line(row, line, is_own=is_own) if line <= DATE_LINES else None
            if found is not None:
                yield found


def date_column(header: Block) -> int | None:
    """Tell which column of a table tells dates, by its head."""
    for number, cell in enumerate(header.cells):
        if _COLUMN.match(cell):
            return number
    return None


def _has_several_dates(rows: Iterable[Block], column: int) -> bool:
    """Whether the rows of a table are of several dates, and so none of them is the note's."""
    dates = set()
    for row in rows:
        if not row.cells or row.header:
            break
        for written in _in_cell(row, column):
            dates.add(written.when.month_day)
    return len(dates) > 1


def _in_cell(row: Block, column: int) -> Iterator[Written]:
    if column >= len(row.cells):
        return
    when = only_date(row.cells[column], allow_vague=True)
    if when is not None:
        yield Written(when, row.line, "label")


def _on_line(row: str, line: int, *, is_own: bool) -> Written | None:
    """The date on one line that says it tells the note's date, or that has nothing else."""
    if _LABEL.match(row):
        when = only_date(row, allow_vague=True)
        return Written(when, line, "label") if when else None
    when = only_date(row)
    if when is None or when.year is None or not is_own:
        return None
    if is_only_date(row, when):
        return Written(when, line, "date-line")
    return None


def _of_sessions(blocks: Sequence[Block]) -> Written | None:
    """The date of a note's sessions, where they all have the same."""
    first: Written | None = None
    for block in blocks:
        if block.kind not in _LINES:
            continue
        # A date has digits, and most blocks have none.
        if _DIGIT.search(block.text) is None:
            continue
        row, _, _ = block.text.strip().partition("\n")
        when = session_date(row)
        if when is None:
            continue
        # An item without a year may be a plan: `- 9/3 멘토링`.
        if block.depth and when.year is None:
            continue
        if first is None:
            first = Written(when, block.line, "session")
        elif first.when.month_day != when.month_day:
            return None
    return first
