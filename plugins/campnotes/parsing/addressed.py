"""People who are called 님 somewhere in a note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import HONORIFIC
from campnotes.parsing.presenters import NamedPerson, Role

_ADDRESSED = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}}?)\s?{HONORIFIC}(?![가-힣]*들)",
)


def read_addressed(blocks: Sequence[Block]) -> list[NamedPerson]:
    """Read everybody who is called 님; who of them is a person is seen in the notebook."""
    people: list[NamedPerson] = []
    for block in blocks:
        if block.kind is BlockKind.CODE or HONORIFIC not in block.text:
            continue
        for line, row in enumerate(block.text.split("\n"), block.line):
            people += [_person(match, line) for match in _ADDRESSED.finditer(row)]
    return people


def _person(match: re.Match[str], line: int) -> NamedPerson:
    return NamedPerson(
        line=line,
        name=match["name"],
        raw=match[0],
        role=Role.MENTIONED,
        certain=False,
    )
