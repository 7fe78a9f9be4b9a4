"""Find what a note lists as studied: the items below 「학습 내용」 or “Topics”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from msgspec.structs import replace

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.patterns import regex

MOST_ITEMS = 5  # of one list
MOST_LISTS = 10  # of a note
LONGEST_TITLE = 30
LONGEST_ITEM = 60
_STUDIED = regex(
    r"^[\W\d_]*(?:오늘의?\s*)?(?:"
    r"(?:학습|공부|강의|수업|수강)\s*(?:내용(?!\s*(?:정리|요약))|목표|한\s*(?:것|내용|일)|목록|주제|범위|일정)|"
    r"(?:배운|공부한|학습한|한)\s*(?:것|내용|일)|진도|범위|"
    r"what\s+(?:i|we)\s+(?:learned|learnt|studied|did|covered)|today\s+i\s+learned|"
    r"topics?(?:\s+covered)?|covered|"
    r"読んだ(?:ところ|箇所|範囲)|(?:今日|本日)?の?範囲|やったこと|学んだこと|学习内容|今日内容)",
    re.IGNORECASE,
)
# Sections whose items tell what was studied only where they number lectures: 「강의 듣기 4~5강」.
_PLANNED = regex(
    r"강의|수업|할\s*일|한\s*일|계획|일정|오늘|(?<![a-z])(?:to-?\s?do|plans?|lectures?|schedule)(?![a-z])",
    re.IGNORECASE,
)
_LECTURES = regex(
    r"\d\s*강(?![가-힣])|(?<![a-z])(?:lectures?|lessons?|chapters?|ch\.?)\s*\d", re.IGNORECASE
)
# The picture of a badge has its words in its address: `img.shields.io/badge/-Word-red`.
_BADGE = regex(r"^https?://img\.shields\.io/badge/(?P<words>[^?#/]{1,120})-[^?#/-]{1,30}(?:[?#]|$)")
_BETWEEN_WORDS = regex(r"(?:(?<!-)-(?!-)|[_\s])+")


def studied_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """The first items of each list below a heading that names what was studied.

    - Below one that names lectures or plans, they are those with a lecture's number.
    - A badge tells what its picture says.
    """
    left = 0
    lists = 0
    only_lectures = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            title = block.text[:LONGEST_TITLE]
            is_studied = _STUDIED.match(title) is not None
            only_lectures = not is_studied and _PLANNED.search(title) is not None
            left = MOST_ITEMS if is_studied or only_lectures else 0
            lists += left > 0
        elif left and lists <= MOST_LISTS:
            badge = "" if only_lectures else _words_of_badge(block)
            left -= bool(block.leads or badge)
            if block.leads and (not only_lectures or _LECTURES.search(block.text[:LONGEST_ITEM])):
                yield block
            if badge:
                yield replace(block, text=badge)


def _words_of_badge(block: Block) -> str:
    """What the first badge in a block says."""
    for link in block.links:
        badge = _BADGE.match(link.url) if link.image else None
        if badge is not None:
            words = unquote(badge["words"])
            spaced = _BETWEEN_WORDS.sub(" ", words)
            return spaced.replace("--", "-").strip()
    return ""
