"""Find what a note lists as studied: the items below 「학습 내용」 or “Topics”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from campnotes.parsing.blocks import Block, BlockKind

MOST_ITEMS = 5  # of one list
MOST_LISTS = 10  # of a note
LONGEST_TITLE = 30
_STUDIED = re.compile(
    r"^[\W\d_]*(?:오늘의?\s*)?(?:"
    r"(?:학습|공부|강의|수업|수강)\s*(?:내용|목표|한\s*(?:것|내용|일)|목록|주제|범위|일정)|"
    r"(?:배운|공부한|학습한|한)\s*(?:것|내용|일)|진도|범위|"
    r"what\s+(?:i|we)\s+(?:learned|learnt|studied|did|covered)|today\s+i\s+learned|"
    r"topics?(?:\s+covered)?|covered|"
    r"読んだ(?:ところ|箇所|範囲)|(?:今日|本日)?の?範囲|やったこと|学んだこと|学习内容|今日内容)",
    re.IGNORECASE,
)


def studied_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """The first items of each list below a heading that names what was studied."""
    left = 0
    lists = 0
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            is_studied = _names_studied(block.text) and lists < MOST_LISTS
            lists += is_studied
            left = MOST_ITEMS if is_studied else 0
        elif left and block.leads:
            left -= 1
            yield block


def _names_studied(title: str) -> bool:
    if len(title) > LONGEST_TITLE:
        return False
    return _STUDIED.match(title) is not None
