"""Sentences that tell who gave a talk, as reports do: `由某公司架构师王小明给大家带来《索引》`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.names import (
    has_two_latin_words,
    is_instructor,
    is_plausible_name,
    is_possible_nickname,
)
from campnotes.parsing.names.east_asian import can_be_short_chinese_name, is_full_chinese_name
from campnotes.parsing.presenters.announcing import is_east_asian
from campnotes.parsing.presenters.claims import Claim, Form
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.labels import is_label
from campnotes.parsing.presenters.naming import name_person, named_by
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.patterns import regex

LONGEST_SENTENCE = 300  # characters

# Who gave what, told in Chinese. Before the verb stands all that is told of somebody, with the name at
# its end.
GAVE = Form(
    pattern=regex(
        r"^(?P<names>.{1,200}?)\s?(?:老师|先生|同学|童鞋|讲师)?\s?(?:也|直接|首先)?\s?"
        r"(?:[给为跟和向](?:大家|我们|现场|在座)\S{0,4}?(?:带来|主讲|分享|讲解|介绍)|带来|主讲|开讲)了?"
        r"(?:[^《<“，]{0,14}[《<“](?P<topic>[^《》<>“”]{2,80})[》>”]|"
        r"的?(?:第[一二三四五六七八九十\d]{1,2}个)?(?:主题|演讲|课题|议题))"
    ),
    example="接下来由某公司架构师王小明给大家带来《索引入门》。",
    counter_example="接下来由某公司架构师给大家带来《索引入门》。",
    sure=True,
)
_JAPANESE_NAME = (
    r"(?:[一-龯々]{1,4}[ \u3000]?[一-龯々ァ-ヶーぁ-ん]{0,4}?|[ァ-ヶー]{2,8}|[ぁ-んー]{2,6}|"
    r"[@＠]?[A-Za-z][\w\-]{1,24})"
)
# Who gave a talk, told in Japanese.
SPOKE = Form(
    pattern=regex(
        r"^(?:.{0,100}?(?:[、。\s，」』]|[のはたる](?=[^ぁ-ん])))?(?:主催者?|幹事|代表|先輩|同期)?の?"
        rf"(?P<names>{_JAPANESE_NAME}(?:\s?(?:さん|氏)|(?=\s?君)))\s?君?"
        r"(?:\s?の\s?(?:飛び入り|ご)?(?:発表|LT|講演|登壇|セッション)(?:です|でした|$)|"
        r"\s?(?:が|も|に|から|より|には|からは)、?.{0,60}?"
        r"(?:(?:発表|登壇|講演|プレゼン|LT)(?:を|し|され|いただ|頂)|"
        r"(?:ついて|を|話を)(?:熱く)?(?:語|お?話)(?:って|られ|し|さ|いただ|頂)))"
    ),
    example="例研究所で働いている田中花子さんの発表でした。",
    counter_example="例研究所で働いている田中花子さんの質問でした。",
    sure=True,
)
# Who gave the first, the second or the last talk, as a report of an event counts them.
COUNTED = Form(
    pattern=regex(
        r"^(?:(?=.*?(?:题目?为|主题[为是]?)\s?[“《「](?P<topic>[^“”《》「」]{2,80})))?.{0,20}?(?:第[一二三四五六七八九十\d]{1,2}|首|最后一)[个位场名]?(?:主题)?(?:演讲|话题|分享|主题|讲座|报告|议题|嘉宾|讲者)"
        r"(?:者|人|嘉宾)?\s?(?:是|由|来自|为|，|,|：|:)+\s?(?P<names>.{2,80}?)"
        r"(?:\s?(?:同学|老师|先生))?\s?(?:(?:给|为)大家)?(?:带来|主讲|分享|讲解|，|,|。|$)"
    ),
    example="第一个演讲由某公司工程师王小明带来，题为“索引”。",
    counter_example="第一个演讲由某公司工程师带来，题为“索引”。",
    sure=True,
)
FORMS = (COUNTED, GAVE, SPOKE)
# Where nothing else tells that talks were given, the sentence does.
_TELLS_OF_TALK = regex(
    r"演讲|话题|讲座|议题|主题分享|(?:第[一二三四五六七八九十\d]{1,2}|最后一)[个位]分享|\btalk\b|"
    r"(?:さん|氏)の\s?(?:飛び入り)?(?:発表|LT|講演|登壇|セッション|トーク)(?:です|でした|では|は|$)"
)

_SENTENCE = regex(r"[^。！!？?；;]+")
# What is yet to come, or was another time.
_OTHER_TIME = regex(
    r"将[由会在为]|届时|敬请|前回|先日|去年|昨年|以前|次回|予定|募集|上次|上期|还记得|邀请"
)
# What stands behind a name: who else somebody is.
_BEHIND_NAME = regex(
    r"(?:\s?[(（\[][^()（）\[\]]{1,60}[)）\]]\s?|(?<=[\u4e00-\u9fff])\s?[@a-zA-Z][\w.]{1,20})$"
)
_HAN_AT_END = regex("[\u4e00-\u9fff]+$")
_LATIN_AT_END = regex(
    r"(?:^|[由的是\s，,：:])(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}|(?<=[由的是])[A-Za-z]\w{2,15})$"
)
_DIMINUTIVE = regex("^[老小阿大][\u4e00-\u9fff]$")
# What may stand before a name: what somebody is, where from, or that it was their turn.
_BEFORE_NAME = "由的是师家长监理员者人生手客总"
_LENGTHS = (3, 2)  # characters of a Chinese name


def read_prose(here: BlockInContext) -> Iterator[Claim]:
    """Read the sentences of a paragraph that tell who gave a talk.

    Outside of sessions, a sentence must say itself that it was one.
    """
    if not _may_tell_of_talks(here):
        return
    first = here.block.line
    rows = here.block.text.split("\n")
    for line, row in enumerate(rows, first):
        for match in _SENTENCE.finditer(row):
            sentence = match[0].strip()
            if not here.in_session and not _TELLS_OF_TALK.search(sentence):
                continue
            claim = _read_sentence(sentence, line, here)
            if claim is not None:
                yield claim


def _may_tell_of_talks(here: BlockInContext) -> bool:
    block = here.block
    is_text = block.kind is BlockKind.PARAGRAPH and block.depth <= 1
    if not is_text:
        return False
    if here.purpose in {Purpose.PLANNING, Purpose.TALKING}:
        return False
    rows = block.text.split("\n")
    return is_east_asian(block.text) and not any(map(is_label, rows))


def _read_sentence(sentence: str, line: int, here: BlockInContext) -> Claim | None:
    is_too_long = len(sentence) > LONGEST_SENTENCE
    if is_too_long or is_planned(sentence) or _OTHER_TIME.search(sentence):
        return None
    for form in FORMS:
        match = form.pattern.match(sentence)
        if match is None:
            continue
        name = _name(match, form)
        if not name or is_instructor(name):
            continue
        person = name_person(name, line)
        people = named_by(form, [person])
        groups = match.groupdict()
        return Claim(here.index, tuple(people), groups.get("topic"))
    return None


def _name(match: re.Match[str], form: Form) -> str:
    """The name in a sentence, as written; nothing if there is none."""
    told = match["names"]
    if form is not SPOKE:
        return _name_at_end(told)
    return told if is_plausible_name(told) else ""


def _name_at_end(told: str) -> str:
    """The name with which a description ends: 王小明 of 某公司架构师王小明 (小明)."""
    text = _BEHIND_NAME.sub("", told.rstrip())
    run = _HAN_AT_END.search(text)
    if run is None:
        return _latin_name_at_end(text)
    most = len(run[0])
    for length in _LENGTHS:
        name = text[-length:]
        before = text[:-length]
        if length <= most and _may_stand_behind(before, name):
            return name
    return ""


def _latin_name_at_end(text: str) -> str:
    match = _LATIN_AT_END.search(text)
    if match is None:
        return ""
    name = match["name"]
    is_name = has_two_latin_words(name) or is_possible_nickname(name)
    return name if is_name else ""


def _may_stand_behind(before: str, name: str) -> bool:
    """Whether a name of two or three characters ends what is told of somebody."""
    last = before[-1:]
    if _DIMINUTIVE.match(name):
        return last in {"由", "是"}
    if last == "的" and len(name) == min(_LENGTHS):
        return can_be_short_chinese_name(name)
    is_apart = not is_east_asian(last)
    is_behind = is_apart or last in _BEFORE_NAME
    return is_behind and is_full_chinese_name(name)
