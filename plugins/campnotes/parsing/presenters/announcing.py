"""Which blocks may announce somebody at all; most don't, and are read no further."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct

from campnotes.parsing.blocks import Block
from campnotes.patterns import regex

# A block without any of these has no label of presenters.
_WORDS = (
    "발표|발제|연사|강연자|presenter|presentor|speaker|presented by|led by|"
    "ized by|ised by|summary by|reviewed by|explained by|"
    "discussion lead|発表|担当|登壇|報告|スピーカー|プレゼンター|レポーター|"
    "講演|演者|演示|話す人|話し手|話者|プレゼンタ|"
    "lightning|主讲|主講|分享|报告|匯報|汇报|演讲|演講|发言人|發言人|讲者|講者|宣讲|讲解|講解|领读|領讀|导读|導讀|发表|發表|讲师|講師|嘉宾|嘉賓|带来|共有者|讲述|荐书|带读|紹介|解説|ゲスト|トーク|話題提供|(logger|oral"
).split("|")
# A table of which a column is headed so may do it, too.
_HEADS = ("| 人\n", "| 人 |", "| 人员\n", "| 人员 |")
# A block without any of these gives nobody another role.
_ROLE_WORDS = (
    "모더레이터|사회|진행|호스트|퍼실리테이터|서기|기록|작성|정리|참석|참가|참여|출석|팀원|조원|멤버|구성원|"
    "moderat|host|facilitat|scribe|taker|recorder|minutes by|notes by|notes taken by|attend|participant|"
    "editor|edited by|members present|present:|present :|"
    "司会|司會|進行|ファシリテーター|モデレーター|書記|議事録|記録|出席|参加|參加|メンバー|"
    "主持|主席|座长|座長|记录|記錄|與會|与会|参会|成员|成員"
).split("|")

# Words of those who present to each other.
_PRESENTING = regex(
    r"발표|발제|present(?:er|ation|s\b|ed\b)|journal club|reading group|"
    r"発表|輪読|勉強会|読書会|分享|汇报|报告|组会|讨论班|读书会|沙龙|讲座|演讲|登壇|LT(?=[会大])",
    re.IGNORECASE,
)
_EAST_ASIAN = regex("[\u3041-\u30ff\u4e00-\u9fff]")
# Where somebody facilitates, a reporter takes the minutes; elsewhere a レポーター presents.
_FACILITATOR = "ファシリテーター"
_REPORTER = "レポーター"

MAX_LENGTH = 300  # characters; nobody names a presenter in a longer line
LONGEST_BEGINNING = 30  # characters of a line in which a role's word stands

Test = Callable[[str], bool]


class Announcing(Struct, frozen=True):
    """Tests of a note's texts: whether one may announce a presenter, or somebody with another role.

    `is_east_asian` tells whether the note has Han characters or kana at all.
    """

    presenters: Test
    roles: Test
    is_east_asian: bool


def announcing(blocks: Sequence[Block]) -> Announcing:
    """The tests for a note. Which words it has at all is found out once."""
    everything = "\n".join([block.text for block in blocks])
    note = everything.lower()
    return Announcing(
        presenters=_test(_words_of_presenters(note)),
        roles=_test(_words_in(note, _ROLE_WORDS), most=LONGEST_BEGINNING),
        is_east_asian=is_east_asian(note),
    )


def tells_of_presenting(blocks: Sequence[Block]) -> bool:
    """Whether a note says somewhere that people present to each other."""
    texts = [block.text for block in blocks]
    return any(map(_PRESENTING.search, texts))


def is_east_asian(text: str) -> bool:
    """Whether a text has Han characters or kana."""
    return _EAST_ASIAN.search(text) is not None


def _words_of_presenters(note: str) -> tuple[str, ...]:
    words = _words_in(note, (*_WORDS, *_HEADS))
    if _FACILITATOR in note:
        return tuple(word for word in words if word != _REPORTER)
    return words


def _words_in(note: str, words: Sequence[str]) -> tuple[str, ...]:
    """Those of the words that a note has. Most notes needn't be searched for East Asian ones."""
    if _EAST_ASIAN.search(note) is None:
        words = [word for word in words if _EAST_ASIAN.search(word) is None]
    return tuple(word for word in words if word in note)


# Notes of one author mostly have the same words.
@lru_cache(maxsize=64)
def _test(words: tuple[str, ...], most: int = MAX_LENGTH) -> Test:
    """A test whether one of the words stands in a text of one line, within its first characters."""
    if not words:
        return _never

    quoted = map(re.escape, words)
    pattern = regex("|".join(quoted), re.IGNORECASE)

    def has_one(text: str) -> bool:
        last = len(text) if "\n" in text else most
        return pattern.search(text, 0, last) is not None

    return has_one


def _never(_: str) -> bool:
    return False
