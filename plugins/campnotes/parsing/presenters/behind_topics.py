"""Who stands with a label behind the topic of the line: `《索引入门》，主讲人：王小明（小王）、李雷`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campnotes.parsing.names import is_plausible_name
from campnotes.parsing.names.east_asian import is_full_chinese_name
from campnotes.parsing.presenters.announcing import MAX_LENGTH, is_east_asian
from campnotes.parsing.presenters.claims import Claim, Form
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.label_words import PRESENTER
from campnotes.parsing.presenters.naming import announced_names, name_people, named_by
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.patterns import regex

# Who takes the minutes of a talk stands in brackets behind who gives it.
WITH_SCRIBE = Form(
    pattern=regex(
        r"^[\W_]*(?P<topic>\S.{1,120}?)\s+by\s+(?P<names>.{1,40}?)\s?"
        r"[(（]\s?(?:logger|書記|記録|ログ)\s?[:：][^()（）]{1,20}[)）]$",
        re.IGNORECASE,
    ),
    example="- 索引の話 by はなこさん (logger: taro)",
    counter_example="- 索引の話 by 第3章 (logger: taro)",
    sure=True,
)
BEHIND_TITLE = Form(
    pattern=regex(
        rf"^[^\w《]*《(?P<topic>[^《》]{{2,100}})》\s?[，,]?\s?(?:(?:{PRESENTER})\s?[:：，,]?|by\s)\s?"
        r"(?P<names>\S.{1,80})$",
        re.IGNORECASE,
    ),
    example="- 《索引入门》，主讲人：王小明（小王）、李雷（小李）",
    counter_example="- 《索引入门》，主讲人：待定",
    sure=True,
)
BEHIND_COMMA = Form(
    pattern=regex(
        r"^[\W_]*(?P<topic>\S.{2,120}?)\s?[，,]\s?(?:主讲|分享|演讲|报告|汇报)(?:者|人)"
        r"(?:\s?[，,:：]\s?(?P<names>\S.{1,30})|\s?(?P<glued>[\u4e00-\u9fff]{2,3}))$"
    ),
    example="- 索引 - 数据库的入门，主讲者王小明",
    counter_example="- 索引 - 数据库的入门，主讲者待定",
    sure=True,
)
# Who it is, with the account at the end of the line.
WITH_ACCOUNT = Form(
    pattern=regex(
        r"^[^\w《]*《(?P<topic>[^《》]{2,100})》\s?[-–—－]?\s?(?P<names>(?:[^@＠《》]{1,60}\s)?[@＠][\w\-]{2,39})"
        r"(?:\s?[(（][^()（）]{1,40}[)）])?$"
    ),
    example="- 《索引入门》 － 某公司 创始人 王小明 @xiaoming",
    counter_example="- 《索引入门》 － 某公司 创始人",
    sure=True,
)
FORMS = (WITH_SCRIBE, BEHIND_TITLE, BEHIND_COMMA, WITH_ACCOUNT)


def read_behind_topic(here: BlockInContext) -> Iterator[Claim]:
    """Read the lines of a block that end with a label and names, in Japanese and Chinese."""
    block = here.block
    if here.purpose is Purpose.PLANNING or not is_east_asian(block.text):
        return
    rows = block.text.split("\n")
    for line, row in enumerate(rows, block.line):
        text = row.strip()
        is_too_long = len(text) > MAX_LENGTH
        if is_too_long or is_planned(text):
            continue
        claim = _read_row(text, line, here)
        if claim is not None:
            yield claim


def _names(match: re.Match[str]) -> str:
    """The names that a label announces; with nothing between, a full name."""
    glued = match.groupdict().get("glued")
    if glued:
        return glued if is_full_chinese_name(glued) else ""
    return announced_names(match["names"])


def _read_row(row: str, line: int, here: BlockInContext) -> Claim | None:
    for form in FORMS:
        match = form.pattern.match(row)
        if match is None:
            continue
        names = _names(match)
        named = name_people(names, line, is_name=is_plausible_name)
        people = tuple(named_by(form, named))
        if people:
            return Claim(here.index, people, match["topic"])
    return None
