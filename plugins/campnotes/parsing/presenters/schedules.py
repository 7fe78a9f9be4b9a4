"""Lists that tell for each week or date who presented what: `- 3주차(3/4): 윤서진 - 인덱스`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from campnotes.parsing.blocks import Block
from campnotes.parsing.names import (
    can_be_given_name,
    clean_name,
    is_likely_name,
    is_plausible_name,
    is_spoken_of,
    split_names,
)
from campnotes.parsing.names.east_asian import can_be_japanese_surname, is_full_chinese_name
from campnotes.parsing.presenters.announcing import tells_of_presenting
from campnotes.parsing.presenters.claims import Claim, Form
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.naming import name_people, named_by
from campnotes.parsing.presenters.purposes import Purpose
from campnotes.patterns import regex

FEWEST_TURNS = 3  # items that make a schedule
MOST_AROUND = 200  # blocks before and behind an item, in which its list is looked for
LONGEST_ITEM = 160  # characters

_WHEN = (
    r"(?P<when>(?:\d{1,2}\s?(?:주차|회차|주|차시|회)|(?:week|session|meeting)\s?#?\d{1,2}|"
    r"20\d\d\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}|\d{1,2}\s?[/월]\s?\d{1,2}일?)"
    r"(?:\s?[(（](?P<date>[^()（）]{1,16})[)）])?)"
)
_NAMES = r"(?P<names>[^:：()（）|]{2,60}?)"
NAMES_FIRST = Form(
    pattern=regex(
        rf"^{_WHEN}\s?[:：\-–—|]?\s{_NAMES}(?:(?:\s?[:：|]\s?|\s[-–—]\s)(?P<topic>\S.*))?$",
        re.IGNORECASE,
    ),
    example="발표\n- 1주차(3/4): 윤서진 - 인덱스\n- 2주차(3/11): 문가온 - 큐\n- 3주차(3/18): 오지안 - 트리",
    counter_example="발표\n- 1주차: 자료 구조 - 배열\n- 2주차: 자료 구조 - 큐\n- 3주차: 정렬 - 힙",
    needs_neighbours=True,
)
TOPIC_FIRST = Form(
    pattern=regex(
        rf"^{_WHEN}\s?[:：\-–—|]?\s(?P<topic>\S.{{0,80}}?)\s?[(（]{_NAMES}[)）]$",
        re.IGNORECASE,
    ),
    example="발표\n- 1주차 : 인덱스 (윤서진)\n- 2주차 : 큐 (문가온)\n- 3주차 : 트리 (오지안)",
    counter_example="발표\n- 1주차 : 인덱스 (이론)\n- 2주차 : 큐 (실습)\n- 3주차 : 트리 (과제)",
    needs_neighbours=True,
)
NAMES_LAST = Form(
    pattern=regex(
        rf"^{_WHEN}\s?[:：|]?\s(?P<topic>\S.{{0,80}}?)\s[-–—]\s{_NAMES}$",
        re.IGNORECASE,
    ),
    example="발표\n- 1주차 : 인덱스 - 윤서진\n- 2주차 : 큐 - 문가온\n- 3주차 : 트리 - 오지안",
    counter_example="발표\n- 1주차 : 배열 - 자료 구조\n- 2주차 : 큐 - 자료 구조\n- 3주차 : 힙 - 정렬",
    needs_neighbours=True,
)
# In Japanese and Chinese, a space may part the name from the topic.
SPACED = Form(
    pattern=regex(
        r"^(?P<when>第\s?\d{1,3}\s?[回期次]|20\d\d[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}日?|\d{1,2}[/.月]\d{1,2}日?)"
        r"(?:\s?[(（](?P<date>[^()（）]{1,16})[)）])?\s?[:：]?\s{1,3}"
        r"(?P<names>[\u4e00-\u9fff]{2,3}|[^\s「」『』:：,，、]{1,10}さん|[@＠]\w{2,39})\s{1,3}(?P<topic>[^\s:：].*)$"
    ),
    example="分享\n- 3.4 王小明 索引入门\n- 3.11 李小雷 队列入门\n- 3.18 张小华 堆入门",
    counter_example="分享\n- 3.4 数据库 索引入门\n- 3.11 操作系统 队列入门\n- 3.18 语言 堆入门",
    needs_neighbours=True,
)
FORMS = (NAMES_FIRST, TOPIC_FIRST, NAMES_LAST, SPACED)
_BEGINS = regex(r"^(?:\d|第|week|session|meeting)", re.IGNORECASE)


def read_turn(here: BlockInContext) -> Iterator[Claim]:
    """Read an item of a schedule in a note that tells of presenting.

    Of the list, at least three items and two thirds have the same form, and what stands there for
    names is a full name, a given name that stands there several times, or beside many that are.
    """
    block = here.block
    if not here.in_session or not block.leads or here.purpose is Purpose.PLANNING:
        return
    if not _BEGINS.match(block.text):
        return
    for form in FORMS:
        match = form.pattern.match(block.first_row)
        if match is None:
            continue
        people = name_people(
            match["names"],
            block.line,
            is_name=is_plausible_name,
        )
        named = tuple(named_by(form, people))
        if named and _is_schedule(here, form):
            yield Claim(
                here.index,
                named,
                topic=match["topic"] or match["when"],
                written_date=match["date"] or "",
            )
            return


def _is_schedule(here: BlockInContext, form: Form) -> bool:
    if not tells_of_presenting(here.blocks):
        return False
    items = list(_items_beside(here))
    names: list[str] = []
    turns = 0
    for item in items:
        match = form.pattern.match(item.first_row)
        if match is not None:
            turns += 1
            parts = split_names(match["names"])
            unsaid = [part for part in parts if not is_spoken_of(part)]
            names += map(clean_name, unsaid)
    if turns < FEWEST_TURNS or 3 * turns < 2 * len(items):
        return False
    return _are_people(names)


def _items_beside(here: BlockInContext) -> Iterator[Block]:
    """The items of the list in which an item stands, itself among them."""
    around = here.block.items[:-1]
    depth = len(around)
    earliest = max(0, here.index - MOST_AROUND)
    last = here.index + MOST_AROUND
    begin = here.index
    while begin > earliest and here.blocks[begin].depth > depth:
        begin -= 1
    if here.blocks[begin].depth <= depth:
        begin += 1
    for block in here.blocks[begin:last]:
        if block.depth <= depth:
            return
        is_short = len(block.text) <= LONGEST_ITEM
        if is_short and block.is_item_of(around):
            yield block


def _are_people(names: Sequence[str]) -> bool:
    """Whether all that stands for names is one, and half of it for certain."""
    likely = list(filter(is_likely_name, names))
    if 2 * len(likely) < len(names):
        return False
    again = _standing_again(names)
    for name in names:
        if is_likely_name(name) or can_be_given_name(name):
            continue
        if can_be_japanese_surname(name) or is_full_chinese_name(name):
            continue
        is_known = name in again
        if not is_known or not is_plausible_name(name):
            return False
    return True


def _standing_again(names: Sequence[str]) -> Set[str]:
    again = set()
    for name, count in Counter(names).items():
        if count > 1:
            again.add(name)
    return again
