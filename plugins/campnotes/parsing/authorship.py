"""Whose note it is, as a comment that isn't shown tells: `<!-- author: 윤서진 -->`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import is_plausible_name
from campnotes.parsing.presenters import NamedPerson
from campnotes.parsing.presenters.naming import name_person
from campnotes.patterns import regex

RULE = "<!-- author: 윤서진 -->"
_COMMENT = regex(
    r"<!--\s{0,9}(?:authors?|written\s+by|presenters?|presented\s+by|작성자|글쓴이|발표자|発表者|担当|作者)"
    r"\s{0,9}[:：]\s{0,9}(?P<name>[^\n<>:]{2,60}?)\s{0,9}-->",
    re.IGNORECASE,
)


def read_author(text: str, blocks: Sequence[Block]) -> NamedPerson | None:
    """Read the author whom a note's first such comment names; one in code names nobody."""
    if "<!--" not in text:
        return None
    match = _COMMENT.search(text)
    if match is None or not is_plausible_name(match["name"]):
        return None
    line = text.count("\n", 0, match.start()) + 1
    if _is_in_code(line, blocks):
        return None
    person = name_person(match["name"], line, certain=False)
    return replace(person, rule=RULE)


def _is_in_code(line: int, blocks: Sequence[Block]) -> bool:
    for block in blocks:
        rows = block.text.count("\n") + 2
        if block.kind is BlockKind.CODE and block.line <= line <= block.line + rows:
            return True
    return False
