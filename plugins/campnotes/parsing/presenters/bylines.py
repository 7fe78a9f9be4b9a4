"""Whose chapter a note of a reading circle is, as the line below its title says: `担当: @hanako`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import is_account, is_plausible_name, is_spoken_of
from campnotes.parsing.presenters.claims import Claim, NamedPerson
from campnotes.parsing.presenters.naming import name_people
from campnotes.patterns import regex

RULE = "担当: @hanako below the title"
WITHIN = 4  # blocks: the title, a word about it, and the line
BYLINE = regex(
    r"^(?P<label>(?:担当者?|発表|分享|导读|導讀|발표|발제)\s?[:：]\s?)?(?P<names>[^:：\n]{2,60})$"
)
# Folders and files of those who read a book or papers together.
_READING_PATH = regex(
    r"(?:^|/)[^/]{0,40}(?:reading[\s_-]?(?:circle|club|group)|book[\s_-]?club|rindoku|dokusho|"
    r"輪読|輪講|読書会|勉強会|读书会|讀書會|共读|共讀)[^/]{0,40}/",
    re.IGNORECASE,
)


def _is_reading_circle(path: str) -> bool:
    """Whether a note at a path is one of those who read together: `輪読会/1.md`."""
    return _READING_PATH.search(path) is not None


def read_byline(blocks: Sequence[Block], path: str) -> Claim | None:
    """Read the line of names that stands directly below a note's title.

    - A label announces them: `担当: 花子さん`; outside of reading circles, it must be a name that
      says so itself.
    - In a reading circle, an account may stand alone: `@hanako`.
    """
    headings = 0
    for index, block in enumerate(blocks[:WITHIN]):
        headings += block.kind is BlockKind.HEADING
        is_line = block.kind is BlockKind.PARAGRAPH and not block.depth
        match = BYLINE.match(block.text.strip()) if is_line else None
        if match is None or headings != 1:
            continue
        people = _people(match, block.line, is_in_circle=_is_reading_circle(path))
        if people:
            return Claim(index, people)
    return None


def _people(match: re.Match[str], line: int, *, is_in_circle: bool) -> tuple[NamedPerson, ...]:
    is_announced = match["label"] is not None
    if not is_announced and not is_in_circle:
        return ()
    is_name = is_spoken_of
    if is_in_circle:
        is_name = is_plausible_name if is_announced else is_account
    named = list(name_people(match["names"], line, is_name=is_name))
    return tuple(replace(person, rule=RULE) for person in named)
