"""Who presents in a team's round: `- 민초 : [인덱스](…)` below 「1팀」."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.parsing.names import is_plausible_name
from campnotes.parsing.presenters.claims import Claim
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.naming import name_people, named_by
from campnotes.parsing.presenters.team_rounds import TEAM_MEMBER, begins_round, is_member


def read_round(here: BlockInContext) -> Iterator[Claim]:
    """Read a member of a team's round, who presents what the links lead to."""
    block = here.block
    if not here.in_session or not block.leads:
        return
    is_outermost = block.depth == 1 and here.outside is not None
    if not is_outermost or not is_member(block):
        return
    title = _index_outside(here)
    if not begins_round(here.blocks, title):
        return
    text = block.text.strip()
    match = TEAM_MEMBER.pattern.match(text)
    if match is None:
        return
    people = name_people(
        match["names"],
        block.line,
        is_name=is_plausible_name,
    )
    named = tuple(named_by(TEAM_MEMBER, people))
    yield Claim(
        block=here.index,
        presenters=named,
        topic=match["topic"],
    )


def _index_outside(here: BlockInContext) -> int:
    """The index of the last block before a list that stands in none: its title."""
    index = here.index
    while index and here.blocks[index].items:
        index -= 1
    return index
