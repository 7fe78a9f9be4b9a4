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
_TURN = re.compile(r"(?<![가-힣])[가-힣]{2,4}(?![가-힣])")
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
    """The people between arrows, if nearly all that stands there are full names."""
    if len(_ARROW.findall(row)) < FEWEST_TURNS - 1:
        return []
    turns = list(_TURN.finditer(row))
    named = [turn for turn in turns if is_likely_korean_name(turn[0])]
    if len(named) < FEWEST_TURNS:
        return []
    people = []
    for turn in named:
        person = NamedPerson(
            line=line,
            name=turn[0],
            raw=turn[0],
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
