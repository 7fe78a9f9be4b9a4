"""The words of labels that announce who presents: 발표자, `Presenter`, 発表者, 分享嘉宾.

They stand wherever a label may: before a colon, alone above a list, in a table's head, in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from campnotes.parsing.blocks import Block
from campnotes.parsing.presenters.announcing import is_east_asian
from campnotes.patterns import regex

LONGEST_LABEL = 24  # characters

_KOREAN = r"발표자(?:들|\s*이름)?|발제자|연사|강연자"
_ENGLISH = r"present[eo]rs?|presenter\(s\)|speakers?|discussion\s+lead(?:er)?s?"
_JAPANESE = (
    r"(?:LT|メイン)?(?:発表|登壇|講演)者|報告者|演者|共有者|(?:発表|輪読)担当者?|登壇|演示者|話す人|話し手|話者|"
    r"(?:ゲスト|メイン|LT)?スピーカー|プレゼンター?|レポーター"
)
# What somebody does who is then called a person, a fellow student or a guest of it.
_CHINESE_DEED = (
    r"(?:(?:主题|主題|技术|技術|论文|論文)?分享|主讲|主講|报告|報告|汇报|匯報|演讲|演講|演示|发言|發言|宣讲|讲解|講解|"
    r"领读|領讀|导读|導讀|发表|發表|讲述|带读|帶讀|荐书)"
)
_CHINESE = rf"{_CHINESE_DEED}(?:人|者|同学|同學|嘉宾|嘉賓|讲师|講師)(?:姓名)?|讲者|講者|主讲|主講|领读|領讀"
# Words that say nothing else than who presents.
PRESENTER = "|".join((_KOREAN, _ENGLISH, _JAPANESE, _CHINESE))
# Words that do so in Japanese and Chinese sessions; elsewhere they may announce anybody.
IN_SESSION = (
    r"(?:レジュメ|要約|資料|スライド|LT|解説|進行・)?担当者?|進行・発表|紹介者?|解説者|話題提供者?|ゲスト|トーク|"
    r"(?:本期|特邀|本场|本次|主题)?(?:嘉宾|嘉賓)|主讲老师|主講老師"
)
# When, which tells no topic: 오늘의 발표자, TUE 발표자, 8/3 발표자.
WHEN = (
    r"(?:오늘의?|이번\s*주|금주|금일|[월화수목금토일]요일|\d{1,2}\s*(?:주차|회차|[월/.]\s*\d{1,2}일?)|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|today['’]?s?|this\s+week['’]?s?|week\s*\d+|本日の?|今週の?|"
    r"今日の?|今日|今回の?|本[周週期次场場]|第\s?[\d一二三四五六七八九十]{1,3}\s?[期次回场場]:?の?)"
)
# English labels that announce things, too: loudspeakers, and the presenter of a view.
MAY_BE_A_THING = regex(r"speaker|presenters?\b", re.IGNORECASE)
BARE_LABEL = regex(
    rf"^[\W_]*(?:{WHEN}\s*)?(?:{PRESENTER})[\W_]*$",
    re.IGNORECASE,
)
_LABELLED = regex(rf"(?:^|\n)[\W_]{{0,6}}(?:{_JAPANESE}|{_CHINESE})[*_]{{0,2}}\s?[:：]\s?\S")
FEWEST_LECTURERS = 3
_LECTURER = regex(r"(?:^|\n)[\W_]{0,6}(?:讲师|講師|嘉宾|嘉賓)[*_]{0,2}\s?[:：]\s?(\S[^\n]{1,40})")
# All of them, with lecturers, who may be those of a session or of a course.
_WHOEVER = rf"{PRESENTER}|{IN_SESSION}|讲师|講師"
BARE_IN_SESSION = regex(
    rf"^[\W_]*(?:{WHEN}\s*)?(?:{_WHOEVER})[\W_]*$",
    re.IGNORECASE,
)
_ABOUT = r"的?(?:自我)?(?:介绍|简介|介紹|簡介)"
# A label of what its people are, which is no topic: 嘉宾介绍, and one of those who presented: 分享者介绍.
LABEL_OF_PEOPLE = regex(
    rf"^[\W_]*(?:{_WHOEVER}){_ABOUT}[\W_]*$",
    re.IGNORECASE,
)
LABEL_OF_PRESENTERS = regex(rf"^[\W_]*(?:{PRESENTER}){_ABOUT}[\W_]*$", re.IGNORECASE)

# A label of who and when: Presenter & Date.
_LABEL_AND_DATE = regex(
    rf"^[\W_]*(?:{PRESENTER})\s?(?:&|and|및|[와과·/,])\s?(?:date|time|날짜|일시)[\W_]*$",
    re.IGNORECASE,
)


def is_bare_label(text: str, *, in_session: bool) -> bool:
    """Whether a text is nothing but a label: `발표자`, `TUE 발표자`, and in a session 担当."""
    bare = BARE_IN_SESSION if in_session else BARE_LABEL
    return bare.match(text) is not None


def tells_no_topic(title: str) -> bool:
    """Whether what stands above a name is a label, rather than the topic: 嘉宾介绍, Presenter & Date."""
    if len(title) > LONGEST_LABEL:
        return False
    if _LABEL_AND_DATE.match(title):
        return True
    if not is_east_asian(title):
        return False
    if is_bare_label(title, in_session=True):
        return True
    return LABEL_OF_PEOPLE.match(title) is not None


def labels_presenters(blocks: Sequence[Block]) -> bool:
    """Whether a note announces presenters by a Japanese or Chinese label that says nothing else.

    So do several lecturers and guests, of which a course has but one.
    """
    texts = [block.text for block in blocks]
    if any(map(_LABELLED.search, texts)):
        return True
    lecturers = set()
    for text in texts:
        lecturers.update(_LECTURER.findall(text))
    return len(lecturers) >= FEWEST_LECTURERS
