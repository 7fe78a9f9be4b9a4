"""Who moderates a session: `모더레이터: 오지안`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import is_plausible_name
from campnotes.parsing.presenters.claims import Form, NamedPerson, Role
from campnotes.parsing.presenters.naming import MAX_LENGTH, announced_names, name_people

LABEL = Form(
    pattern=re.compile(
        r"^[\W_]*(?:오늘의\s*)?"
        r"(?:모더레이터|사회자?|진행자?|호스트|moderators?|host|facilitator)"
        r"[*_`\s]*[:：=|\-–—][*_`\s]*(?P<names>.+?)\s*$",
        re.IGNORECASE,
    ),
    example="모더레이터: 오지안",
    counter_example="진행 상황: 좋음",
    sure=True,
)


def read_moderators(block: Block) -> Iterator[NamedPerson]:
    """Read the moderators that a block names."""
    if block.kind is BlockKind.CODE:
        return
    rows = block.text.split("\n")
    for line, row in enumerate(rows, block.line):
        if len(row) > MAX_LENGTH:
            continue
        match = LABEL.pattern.match(row)
        if match is None:
            continue
        names = announced_names(match["names"])
        for person in name_people(names, line, is_name=is_plausible_name):
            yield replace(person, role=Role.MODERATOR, rule=LABEL.rule)
