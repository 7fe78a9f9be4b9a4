"""People who are called 님 somewhere in a note, or whose turns it lists: 김나래 → 박도윤 → 오지안."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import HONORIFIC, is_likely_korean_name
from campnotes.parsing.presenters import NamedPerson, Role
from campnotes.patterns import regex

_ADDRESSED = regex(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}}?)\s?{HONORIFIC}(?![가-힣]*들)",
)


_ARROW = regex(r"->|=>|→|➔|▶")
_ORDER = regex(
    r"순서|차례|순번|당번|돌아가|(?<![a-z])(?:order|turns?|rotation)(?![a-z])", re.IGNORECASE
)
_IN_BRACKETS = regex(r"\([^()]{0,40}\)")
_WORD = regex(r"\w+")
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
    """The people between arrows, where an order is told and nothing but full names stands between.

    Words may come before the first and behind the last: 순서는 김나래 → 박도윤 → 오지안 입니다.
    """
    if _ORDER.search(row) is None:
        return []
    turns = [_words(turn) for turn in _ARROW.split(row)]
    if len(turns) < FEWEST_TURNS or not all(turns):
        return []
    first, *between, last = turns
    names = [first[-1], *chain.from_iterable(between), last[0]]
    if not all(map(is_likely_korean_name, names)):
        return []
    people = []
    for name in names:
        person = NamedPerson(
            line=line,
            name=name,
            raw=name,
            role=Role.MENTIONED,
        )
        people.append(person)
    return people


def _words(turn: str) -> list[str]:
    """The words of a turn without what stands in brackets: 김나래님 (치즈) is 김나래."""
    text = _IN_BRACKETS.sub(" ", turn)
    words = [word.removesuffix(HONORIFIC) for word in _WORD.findall(text)]
    return [word for word in words if word]


def _person(match: re.Match[str], line: int) -> NamedPerson:
    return NamedPerson(
        line=line,
        name=match["name"],
        raw=match[0],
        role=Role.MENTIONED,
        certain=False,
    )
