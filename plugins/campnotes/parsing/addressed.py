"""People who are called 님 somewhere in a note, or whose turns it lists: 김나래 → 박도윤 → 오지안."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import HONORIFIC, is_likely_korean_name
from campnotes.parsing.presenters import NamedPerson, Role

_ADDRESSED = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}}?)\s?{HONORIFIC}(?![가-힣]*들)",
)


_ARROW = re.compile(r"\s*(?:->|=>|→|➔|▶)\s*")
_ORDER = re.compile(
    r"순서|차례|순번|당번|돌아가|(?<![a-z])(?:order|turns?|rotation)(?![a-z])", re.IGNORECASE
)
_LAST_WORD = re.compile(r"(?:^|[^가-힣])([가-힣]{2,4})\s*$")
_FIRST_WORD = re.compile(r"\s*([가-힣]{2,4})(?![가-힣])")
FEWEST_TURNS = 3


def read_addressed(blocks: Sequence[Block]) -> list[NamedPerson]:
    """Read everybody who is called 님; who of them is a person is seen in the notebook.

    Those whose turns are listed in full names are certain, since an order is of people.
    """
    people: list[NamedPerson] = []
    for block in blocks:
        if block.kind is BlockKind.CODE:
            continue
        has_honorific = HONORIFIC in block.text
        has_turns = _ARROW.search(block.text) is not None
        if not has_honorific and not has_turns:
            continue
        for line, row in enumerate(block.text.split("\n"), block.line):
            people += [_person(match, line) for match in _ADDRESSED.finditer(row)]
            if has_turns:
                people += _read_turns(row, line)
    return people


def _read_turns(row: str, line: int) -> list[NamedPerson]:
    """The people between arrows, if nothing but full names stands there and it is an order of them."""
    if _ORDER.search(row) is None:
        return []
    parts = _ARROW.split(row)
    first = _LAST_WORD.search(parts[0])
    last = _FIRST_WORD.match(parts[-1])
    if len(parts) < FEWEST_TURNS or first is None or last is None:
        return []
    names = [first[1], *parts[1:-1], last[1]]
    turns = [turn for name in names for turn in name.split(" - ")]
    if not all(map(is_likely_korean_name, turns)):
        return []
    people = []
    for name in turns:
        person = NamedPerson(
            line=line,
            name=name,
            raw=name,
            role=Role.MENTIONED,
        )
        people.append(person)
    return people


def _person(match: re.Match[str], line: int) -> NamedPerson:
    return NamedPerson(
        line=line,
        name=match["name"],
        raw=match[0],
        role=Role.MENTIONED,
        certain=False,
    )
