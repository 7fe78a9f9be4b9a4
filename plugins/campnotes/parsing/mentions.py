"""Text that may name another note without linking to it: `day31.md`, Day 31, 31일차, 2주차.

Which note is meant, and whether there is one, is decided when the notebook is linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.links import NEAR
from campnotes.patterns import regex


class Mention(Struct, frozen=True):
    """A possible mention: its 1-based line, the text as written, and what that names.

    Either `file` (a file name with `.md`), or `week` and `day`.
    """

    line: int
    raw: str
    file: str | None = None
    week: int | None = None
    day: int | None = None

    @property
    def by_name(self) -> bool:
        """Whether a note's title or alias is all that is written."""
        return self.file is None and self.day is None


class MentionForm(Struct, frozen=True):
    """A form in which a note is named; its groups `file`, `week` and `day` are what it tells.

    `example` names a note in it, and `counter_example`, which looks much like it, none. Both are
    run as tests.
    """

    pattern: re.Pattern[str]
    example: str
    counter_example: str


FILE = MentionForm(
    regex(
        r"(?<![\w/.\-])(?P<file>(?:[\w\-]+/)*[\w\-.]*\w\.md)(?![a-z0-9_/])",
        re.IGNORECASE,
    ),
    example="day31.md를 보라",
    counter_example="day31.mdx를 보라",
)
# Weeks with their days come first, as a part of them would name a day by itself.
DAYS = (
    MentionForm(
        regex(
            r"(?<![a-z])week\s*-?0*(?P<week>\d{1,2})[\s,/\-]*day\s*-?0*(?P<day>\d{1,3})(?![\d.])",
            re.IGNORECASE,
        ),
        example="Week 7, Day 31에서",
        counter_example="Week 7 of the course",
    ),
    MentionForm(
        regex(
            r"(?<![a-z0-9])w0*(?P<week>\d{1,2})d0*(?P<day>\d{1,2})(?![a-z0-9])",
            re.IGNORECASE,
        ),
        example="W7D31에서",
        counter_example="row7d31에서",
    ),
    MentionForm(
        regex(r"(?<!\d)0*(?P<week>\d{1,2})\s*주차\s*0*(?P<day>\d{1,3})\s*일차"),
        example="7주차 3일차에서",
        counter_example="7주차에서",
    ),
    MentionForm(
        regex(
            r"(?<![a-z])day\s*[-_#]?0*(?P<day>\d{1,3})(?![\d.]*\d|[-~]\d|\s*%)(?!\.md)",
            re.IGNORECASE,
        ),
        example="Day 31에서",
        counter_example="day 1-3에서",
    ),
    MentionForm(
        regex(r"(?<!\d)0*(?P<day>\d{1,3})\s*일\s?차(?!이)"),
        example="31일차에서",
        counter_example="31일 차이",
    ),
)
FORMS = (FILE, *DAYS)
# A text without any of these names no note, as most don't.
_MAY_NAME = (".md", "day", "일", "주차")
_MAY_NAME_WEEK = regex(r"w(?:eek|\d)")
_MAY_NAME_DAY = regex(r"day|w(?:eek|\d)|일|주차", re.IGNORECASE)
_NOTE_ENDING = ".md"
_MASK = "\N{REPLACEMENT CHARACTER}"


def read_mentions(blocks: Sequence[Block]) -> tuple[Mention, ...]:
    """Read the possible mentions of a note in order, without those inside of links."""
    mentions: list[Mention] = []
    for block in blocks:
        if block.kind is BlockKind.CODE or not _may_name(block.text):
            continue
        text = _without_links(block)
        rows = text.split("\n")
        for line, row in enumerate(rows, block.line):
            mentions += _read_row(row, line)
    mentions.sort(key=_line)
    return tuple(mentions)


def _may_name(text: str) -> bool:
    lowered = text.lower()
    if any(word in lowered for word in _MAY_NAME):
        return True
    return _MAY_NAME_WEEK.search(lowered) is not None


def _line(mention: Mention) -> int:
    return mention.line


def _without_links(block: Block) -> str:
    parts = []
    behind = 0  # the link before
    for link in block.links:
        length = len(link.text)
        at = block.text.find(link.text, behind, behind + NEAR + length)
        if at < 0 or not length:
            continue
        parts += [block.text[behind:at], _MASK * length]
        behind = at + length
    return "".join([*parts, block.text[behind:]])


def _read_row(row: str, line: int) -> Iterator[Mention]:
    if _NOTE_ENDING in row.lower():
        yield from _files(row, line)
        row = FILE.pattern.sub(_mask, row)
    if _MAY_NAME_DAY.search(row) is None:
        return
    for form in DAYS:
        for match in form.pattern.finditer(row):
            yield _day_mention(match, line)
        # What one form took is not read again by the next: 7주차 3일차 holds no other 3일차.
        row = form.pattern.sub(_mask, row)


def _files(row: str, line: int) -> Iterator[Mention]:
    for match in FILE.pattern.finditer(row):
        name = match["file"]
        is_address = name.lower().startswith(("http", "www."))
        if not is_address:
            yield Mention(line=line, raw=name, file=name)


def _day_mention(match: re.Match[str], line: int) -> Mention:
    groups = match.groupdict()
    week = groups.get("week")
    return Mention(
        line=line,
        raw=match[0].strip(),
        week=int(week) if week else None,
        day=int(groups["day"]),
    )


def _mask(match: re.Match[str]) -> str:
    length = match.end() - match.start()
    return _MASK * length
