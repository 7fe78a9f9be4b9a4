"""The sections of a note that are days: a week in one note, with its days as headings.

`# 8 / 2 (월)`, `## 2022.01.17 MON`, `### Day 3`, `<summary><b>Day01</b></summary>`. Whether the note
is a week's is decided where all of the notebook is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from campnotes.notebook.dates.months import MONTH_NAME
from campnotes.notebook.dates.written import WrittenDate, only_date
from campnotes.notebook.layout.recognisers import read_name
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex

LONGEST_DAY_HEADING = 60
FEWEST_DAYS = 2  # one section alone is no week in days
# What every date and every day's number has something of; most headings have nothing of it.
_HINT = regex(
    rf"(?<![a-z])d(?:ay)?[\s_\-#+]*\d|\d\s*(?:[일日차天월月년年/.\-]|st|nd|rd|th|day)|\d{{4}}|"
    rf"(?<![a-z])(?:{MONTH_NAME}|day)(?![a-z])|第",
    re.IGNORECASE,
)
SUMMARY = 7  # the level of a `<summary>`, which stands below all headings


class DaySection(Struct, frozen=True):
    """A section that is a day: its line, where it ends, its anchor and what it is called.

    `anchor` is empty where no heading begins it; `end` is the line of what comes behind it, if
    anything does. `day` is the number that it has, `when` its date.
    """

    line: int
    level: int
    text: str
    anchor: str
    day: int | None = None
    when: WrittenDate | None = None
    end: int | None = None


def read_day_sections(
    blocks: Sequence[Block], headings: Sequence[Heading]
) -> tuple[DaySection, ...]:
    """The sections of a note that are days, if at least two of one level are.

    Most must differ; an author who copies a heading may forget to change one.
    """
    candidates = list(_candidates(blocks, headings))
    levels = sorted({section.level for section in candidates})
    for level in levels:
        sections = [section for section in candidates if section.level == level]
        days = {_which(section) for section in sections}
        if len(days) >= FEWEST_DAYS and 2 * len(days) > len(sections):
            return tuple(_with_ends(sections, blocks))
    return ()


def _candidates(blocks: Sequence[Block], headings: Sequence[Heading]) -> Iterator[DaySection]:
    """What may begin a day: the note's headings, which are some of its blocks, and its HTML."""
    in_order = iter(headings)
    for block in blocks:
        anchor = ""
        if block.kind is BlockKind.HEADING:
            anchor = next(in_order).anchor
        elif block.kind is not BlockKind.HTML:
            continue
        section = _read_section(block, anchor)
        if section is not None:
            yield section


def _read_section(block: Block, anchor: str) -> DaySection | None:
    first, _, _ = block.text.strip().partition("\n")
    text = " ".join(first.split())
    if len(text) > LONGEST_DAY_HEADING or _HINT.search(text) is None:
        return None
    when = only_date(text)
    named = read_name(text)
    if when is None and named.day is None:
        return None
    return DaySection(
        line=block.line,
        level=block.level or SUMMARY,
        text=text,
        anchor=anchor,
        day=named.day,
        when=when,
    )


def _which(section: DaySection) -> tuple[int | None, tuple[int, int] | None]:
    """What tells a section from the others: its number and its date."""
    month_day = section.when.month_day if section.when else None
    return section.day, month_day


def _with_ends(sections: Sequence[DaySection], blocks: Sequence[Block]) -> Iterator[DaySection]:
    """The sections with the lines on which they end: at the next heading of their level or above."""
    level = sections[0].level
    ends = [block.line for block in blocks if _ends(block, level)]
    ends += [section.line for section in sections]
    ends.sort()
    position = 0
    for section in sections:
        while position < len(ends) and ends[position] <= section.line:
            position += 1
        end = ends[position] if position < len(ends) else None
        yield replace(section, end=end)


def _ends(block: Block, level: int) -> bool:
    if block.kind is not BlockKind.HEADING or level == SUMMARY:
        return False
    return block.level <= level
