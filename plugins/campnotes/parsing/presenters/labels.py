"""Labels that announce a name: `발표자: 전준영`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import is_certain_name, is_plausible_name
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.naming import (
    MAX_LENGTH,
    announced_names,
    name_people,
    named_by,
)

BARE_LABEL = re.compile(
    r"^[\W_]*(?:오늘의\s*)?(?:발표자(?:들)?|발제자|presenters?|speakers?)[\W_]*$",
    re.IGNORECASE,
)
LABEL = Form(
    pattern=re.compile(
        r"^[\W_]*(?:오늘의\s*)?"
        r"(?:발표자(?:들|\s*이름)?|발제자|발표\s*(?:하신\s*분|담당자?|한\s*사람|팀원)|"
        r"presenters?|presented\s+by|speakers?|presenter\(s\))"
        # A space after `by`; a colon or the like; a dash or particle before a space; a space
        # before a single word; any dash.
        r"(?:(?<=\sby)\s+|[*_`\s]*(?:[:：=|]|[-–—](?=\s)|는(?=\s)|은(?=\s))[*_`\s]*|\s+(?=\S+$)|\s*[-–—]\s*)"
        r"(?P<names>.+?)\s*$",
        re.IGNORECASE,
    ),
    example="- 발표자: 윤서진",
    counter_example="- 발표자료: 윤서진",
    sure=True,
)
# A label that announces much else, too: 발표: 다음 주 월요일.
SESSION_LABEL = Form(
    pattern=re.compile(
        r"^[\W_]*(?:발표|발제|by)[*_`\s]*[:：=|\-–—][*_`\s]*(?P<names>.+?)\s*$",
        re.IGNORECASE,
    ),
    example="- 발표: 윤서진",
    counter_example="- 발표: 월요일",
)
FORMS = (LABEL, SESSION_LABEL)


def is_label(text: str) -> bool:
    """Whether a block says `발표자: …`."""
    text = text.strip()
    first, _, _ = text.partition("\n")
    if len(first) > MAX_LENGTH:
        return False
    return LABEL.pattern.match(first) is not None


def is_bare_label(text: str) -> bool:
    """Whether a text is nothing but a label: `발표자`, `Presenters:`."""
    return BARE_LABEL.match(text) is not None


def read_labels(here: BlockInContext) -> Iterator[Claim]:
    """Read ``발표자: `전준영` ``, `발표자 - 우창님, 준영님`, `Presenter: Minji Kim`, `| 발표자 | 전준영 |`."""
    text = _text_with_labels(here.block)
    rows = text.split("\n")
    first_line = here.block.line
    for line, row in enumerate(rows, first_line):
        people = _announced_people(row, line, here)
        if people:
            yield Claim(here.index, people)


def _text_with_labels(block: Block) -> str:
    if block.kind is not BlockKind.ROW:
        return block.text
    # In a table's row, the first cell may label the others.
    if len(block.cells) < 2:
        return ""
    if not is_bare_label(block.cells[0]):
        return ""
    return " : ".join(block.cells)


def _announced_people(row: str, line: int, here: BlockInContext) -> tuple[NamedPerson, ...]:
    if len(row) > MAX_LENGTH:
        return ()
    form = LABEL
    match = form.pattern.match(row)
    if match is None and here.in_session:
        form = SESSION_LABEL
        match = form.pattern.match(row)
    if match is None:
        return ()
    names = announced_names(match["names"])
    named = name_people(names, line, is_name=is_plausible_name)
    people = tuple(named_by(form, named))
    is_in_table = here.block.kind is BlockKind.ROW
    if form.sure and not is_in_table:
        return people
    if all(is_certain_name(person.raw) for person in people):
        return people
    return ()
