"""Rounds of a team: below 「1팀」, a list in which everybody has a link of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import is_common_noun, is_plausible_name
from campnotes.parsing.presenters.claims import Form
from campnotes.patterns import regex

FEWEST = 3  # members of a team
MOST = 20

TEAM_MEMBER = Form(
    pattern=regex(r"^(?P<names>[가-힣A-Za-z]{2,12})\s?[:：]\s?(?P<topic>\S.*)$"),
    example=(
        "### 1팀\n\n- 민초 : [인덱스에 대해](https://a.kr/1)\n- 우디 : [큐](https://a.kr/2)\n"
        "- 무비 : [트리](https://a.kr/3)"
    ),
    counter_example=(
        "### 1팀\n\n- 배포 : [인덱스에 대해](https://a.kr/1)\n- 우디 : 큐\n- 무비 : [트리](https://a.kr/3)"
    ),
    sure=True,
    of_a_place=True,
)
FORMS = (TEAM_MEMBER,)
_TEAM = regex(
    r"^\W*(?:\d{1,2}\s?[팀조]|team\s?\d{1,2})(?:\s?[(（][^()（）]{1,12}[)）])?\W*$", re.IGNORECASE
)


def begins_round(blocks: Sequence[Block], index: int) -> bool:
    """Whether a title is a team's, above a list of nothing but members with their links."""
    if _TEAM.match(blocks[index].text) is None:
        return False
    members = 0
    begin = index + 1
    for block in blocks[begin : begin + MOST]:
        if block.kind is BlockKind.HEADING:
            break
        if not block.leads or not is_member(block):
            return False
        members += 1
    return members >= FEWEST


def is_member(block: Block) -> bool:
    """Whether an item is a name with links behind it, and nothing else: `- 민초 : [인덱스](…)`."""
    match = TEAM_MEMBER.pattern.match(block.text.strip())
    if match is None or not block.links:
        return False
    name = match["names"]
    if is_common_noun(name) or not is_plausible_name(name):
        return False
    rest = match["topic"]
    for link in block.links:
        rest = rest.replace(link.text.strip(), "")
    return not any(map(str.isalnum, rest))
