"""Notes of Japanese and Chinese meetups, which say when and where, and that talks were given.

Whatever such an evening is called (软件之夜, 桜の会 vol.3), its note is one of a session altogether.
"""

from __future__ import annotations

from collections.abc import Sequence

from campnotes.parsing.blocks import Block
from campnotes.parsing.presenters.announcing import is_east_asian
from campnotes.patterns import regex

LONGEST_LINE = 120  # characters of a line that says when or where
WITHIN = 60  # blocks from a note's beginning

_BEFORE = r"(?:^|\n|[|｜]|\s{2})[^\w\n]{0,6}(?:活动|活動|开播|直播|分享|开始|聚会|聚會|開催)?"
_BEHIND = r"[^\w\n]{0,6}(?:[:：|｜]|\n|$)"
_WHEN = regex(
    rf"{_BEFORE}(?:时间|時間|日時|日期|日程|日付|开催日|開催日|開催日時)(?:安排)?{_BEHIND}"
)
_WHERE = regex(
    rf"{_BEFORE}(?:地点|地點|地址|会场|會場|会場|場所|场地|場地|開催地|教室|位置|直播间|会议号){_BEHIND}"
)
# Who is in charge of such an evening's subject.
_IN_CHARGE = regex(r"(?:^|\n)\W*(?:担当者|発表者|発表担当|报告人|分享人|主讲人)\W*(?:\n|$)")
_TALKS = regex(
    r"演讲|演講|主讲|主講|讲者|講者|讲师|講師|(?:特邀|主讲)嘉宾|分享(?:人|者|会|嘉宾|主题|内容)|话题|議題|议题|讲座|講座|报告人|"
    r"発表|登壇|講演|スピーカー|セッション|トーク|\bLTs?\b|LT(?=[会枠大])|\btalks?\b|"
    r"[(（]\s?by\s"
)


def is_event(blocks: Sequence[Block]) -> bool:
    """Whether a note is one of an event with talks, as it says near its beginning.

    - Lines, titles or a table's cells announce when it takes place (时间, 日時), and where (地点, 会場).
    - Something in it says that talks are given there, or a line that somebody is in charge of one.
    """
    first = blocks[:WITHIN]
    said = [block.text for block in first if len(block.text) <= LONGEST_LINE]
    beginning = "\n\n".join(said)
    if not is_east_asian(beginning):
        return False
    if _WHEN.search(beginning) is None:
        return False
    if _IN_CHARGE.search(beginning):
        return True
    if _WHERE.search(beginning) is None:
        return False
    texts = [block.text for block in blocks]
    return any(map(_TALKS.search, texts))
