"""Topics that name their presenter: `### 9강 (전준영)`, `- 전준영: BERT`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.names import (
    clean_name,
    is_common_noun,
    is_full_korean_name,
    is_likely_latin_name,
    is_likely_name,
    is_plausible_name,
    is_possible_nickname,
    is_spoken_of,
    split_names,
    without_pictures,
)
from campnotes.parsing.names.east_asian import is_full_chinese_name, is_said_in_sentence
from campnotes.parsing.presenters.announcing import MAX_LENGTH
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.east_asian_forms import HANDLE_ALONE, NAME_AND_TRADE
from campnotes.parsing.presenters.lists import is_in_list_below_label
from campnotes.parsing.presenters.naming import name_person, named_by
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.parsing.presenters.reports import is_answered, is_asking, is_chore, is_report
from campnotes.parsing.presenters.title_forms import (
    EXPLAINED_BY,
    HANDLE_BEFORE_QUOTED,
    NAME_ALONE,
    SIGNED,
    TOPIC_AT_NAME,
    WITH_ACCOUNT,
)
from campnotes.parsing.presenters.title_places import FormsOfPlace, forms_at
from campnotes.patterns import regex

# What comes before a topic and tells nothing: bullets, emoji, `발표 1:`, `2.`, `Topic 3:`.
_LEADING = regex(
    r"^(?:[^\w(（\[【@`—《]+|발표\s*\d+\s*[:：.)]?\s*|\d+(?:[.)]\s+|[.)](?=[\u4e00-\u9fff])|、\s*)|topic\s*\d+\s*[:.]\s*|"
    # When, before who, as Japanese and Chinese notes write it: `第3期 2021-03-05 王小明`.
    r"(?:第\s?[\d一二三四五六七八九十]{1,3}\s?[期回次讲講場场]|"
    r"\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{8}|\d{1,2}月\d{1,2}日|"
    r"\d{1,2}/\d{1,2}(?:\s?[(（][月火水木金土日一二三四五六][)）])?)[\s:：,，\-_]{1,3}"
    r"(?=[第\d\u3041-\u30ff\u4e00-\u9fff@＠]))+",
    re.IGNORECASE,
)

# Labels that announce somebody else than a presenter, or something else than a person.
_OTHER_ROLE = regex(
    r"^\W*(?:참석|참여|참가|담당|불참|결석|지각|출석|서기|기록|작성|정리|모더레이터|사회|진행|리더|"
    r"팀장|조장|팀원|멤버|구성원|"
    r"멘토|튜터|강사|질문자|답변자?|저자|글쓴이|지은이|번역|authors?\b|written|paper$|"
    r"발표\s*(?:자료|순서|시간|방법|주제|일)|자료|링크|순서|일시|장소|시간|날짜|안건|목표|"
    r"attend|present(?!ation)|participant|member|absent|moderator|host|scribe|leader|mentor|slides?|link|"
    r"date|time|place|agenda|note|司会|司會|進行|書記|議事|記録|参加|參加|出席|欠席|主持|记录|記錄|参会|与会|講師|讲师)|"
    # Chinese and Japanese put no space behind a word: 时间序列 begins with 时间 and is a topic.
    r"^\W*(?:解説者?|訳者?|監訳者?|翻訳者|推薦者?|推薦人|推荐人?|原作者?|編者|編著者?|主编|出版社|主催者?|運営|幹事|会場|場所|日時|日程|時間|著者(?:紹介)?|作成者?|文責|編集|翻訳|監修|"
    r"講師|主席|(?:轮值|輪值)副?主席|"
    r"会员|會員|新人|嘉宾|嘉賓|缺席|请假|請假|组长|組長|助教|导师|導師|讲师|"
    r"(?:书目|原书|图书|本书|論文|论文)?作者(?:简介|介绍|簡介|介紹)?|编辑|编者|译者|校对|整理|"
    r"时间|日期|地点|地點|链接|資料|资料|关键字|关键词)\W*$|"
    r"[(（][^)）]*$",
    re.IGNORECASE,
)


# A short word that ends as those for people do tells what somebody is, too.
LONGEST_ROLE = 8  # characters
_ROLE_IN_HAN = regex(
    r"^[\u3041-\u30ff\u4e00-\u9fff]*(?:(?<!作)者|[人员員长長师師]|導師|主席|负责|負責|队友|係|代表|委員|监督|名)$"
)
# When something begins, before what it is: `13:20~13:50 花子さん「索引の話」`.
_WHEN = regex(
    r"^[~～]?\s?\d{1,2}[:：]\d{2}\s?(?:[-~〜～–—]+\s?(?:\d{1,2}[:：]\d{2})?)?[\s:：|｜]{1,3}"
    r"(?=[\u3041-\u30ff\u4e00-\u9fff@＠A-Z「『《])"
)

_PRESENTED = regex(r"(?:발표|리뷰|presentation|talk)\W*$", re.IGNORECASE)
_TELLING = regex(r"[^\W\d_]")  # a mere number is a score, or what somebody has done
_QUOTES = str.maketrans("｢｣", "「」")
AHEAD = 5  # blocks in which a question's answer is looked for


def read_title(here: BlockInContext) -> Iterator[Claim]:
    """Read a topic of a peer session that names its presenter, in one of `FORMS`."""
    forms = forms_at(here)
    if forms is None:
        return
    text = _title(here)
    if len(text) > MAX_LENGTH:
        return
    bare = _WHEN.sub("", text)
    claim = _read_text(bare, here, forms)
    if claim is None and bare != text:
        claim = _read_text(text, here, forms)
    if claim is not None:
        yield claim


def _read_text(text: str, here: BlockInContext, forms: FormsOfPlace) -> Claim | None:
    """Read a title, with or without the time with which it begins."""
    unsure: Claim | None = None
    for form in forms.fitting(text):
        match = form.pattern.match(text)
        if match is None:
            continue
        topic = match.groupdict().get("topic") or ""
        # Most blocks have none of the forms, so what else they may be is asked last.
        if unsure is None and _is_something_else(text, here):
            return None
        if form is not EXPLAINED_BY and _is_other_role(topic):
            return None
        claim = _claim(match, here, form)
        if claim is None:
            continue
        if claim.presenters[0].certain:
            return claim
        if unsure is None or _is_more_like(claim, unsure):
            unsure = claim
    return unsure


def _is_more_like(claim: Claim, other: Claim) -> bool:
    """Whether one reading of a title names somebody in full, and another doesn't: 张伟 of `树与堆 - 张伟`."""
    name = claim.presenters[0].name
    if not is_full_chinese_name(name):
        return False
    return not is_full_chinese_name(other.presenters[0].name)


def _is_other_role(topic: str) -> bool:
    """Whether what stands where a topic might tells what somebody does: 참석자, 项目导师."""
    if _OTHER_ROLE.search(topic):
        return True
    return len(topic) <= LONGEST_ROLE and _ROLE_IN_HAN.search(topic) is not None


def _is_something_else(text: str, here: BlockInContext) -> bool:
    """Whether a text that has the form of a title belongs to a list of roles, a plan or a question."""
    return is_in_list_below_label(here) or is_planned(text) or _is_asked(here)


def _title(here: BlockInContext) -> str:
    """A title without what comes before it and tells nothing, and without pictures: 나래🐯."""
    text = _LEADING.sub("", here.block.first_row)
    quoted = text.translate(_QUOTES)
    return without_pictures(quoted).rstrip()


def _is_asked(here: BlockInContext) -> bool:
    """Whether a list item is a question, with who asked it: `- 이 값의 의미 (서진님)`."""
    block = here.block
    if not block.leads:
        return False
    begin = here.index + 1
    for below in here.blocks[begin : begin + AHEAD]:
        if not below.is_within(block.items):
            return False
        if is_answered(below.text):
            return True
    return is_answered(block.text)


def _claim(match: re.Match[str], here: BlockInContext, form: Form) -> Claim | None:
    """The claim of a title, unless what stands with the name is a report or a question."""
    groups = match.groupdict()
    topic = (groups.get("topic") or "").strip()
    # In a list of people, it tells of the others, too, that somebody asks or reports.
    may_be_said = not form.sure and not form.needs_neighbours
    if may_be_said and _is_said(topic, here):
        return None
    is_remark = not form.sure and _is_quoted(topic, groups["names"])
    if is_remark or not _says_something(topic, form):
        return None
    if is_chore(topic) and here.purpose is not Purpose.PRESENTING:
        return None
    is_announced = form.sure or bool(groups.get("announced"))
    people = _name_people(groups["names"], here.block.line, form, is_announced)
    if form.needs_neighbours and _PRESENTED.search(topic):
        people = tuple(_believe_likely(people))
    if not people:
        return None
    if _is_name_in_two_scripts(topic, people):
        people = tuple(_called(topic, people))
        topic = ""
    own_topic = None if form in {SIGNED, HANDLE_ALONE} else _title(here)
    return Claim(
        here.index,
        people,
        topic or own_topic,
        needs_neighbours=form.needs_neighbours,
        group=_group(here),
        said=topic,
        is_among_topics=here.purpose is Purpose.PRESENTING,
        is_item=here.block.leads,
        is_named_after=not topic,
    )


def _is_name_in_two_scripts(topic: str, people: Sequence[NamedPerson]) -> bool:
    """Whether what stands before a Korean name in brackets is that name: `Minji Kim (김민지)`."""
    if len(people) != 1 or " " not in topic:
        return False
    return is_likely_latin_name(topic) and is_full_korean_name(people[0].name)


def _called(name: str, people: Iterable[NamedPerson]) -> Iterator[NamedPerson]:
    """The same people by another name, with what they were called as their nickname."""
    for person in people:
        yield replace(person, name=name, raw=name, nickname=person.name)


def _is_said(topic: str, here: BlockInContext) -> bool:
    """Whether somebody asks or, in a list, reports what stands where a topic might."""
    if is_asking(topic):
        return True
    return here.block.leads and is_report(topic)


def _believe_likely(people: Iterable[NamedPerson]) -> Iterator[NamedPerson]:
    """Believe what is much like a name beside a topic that was presented: `윤서진 - 큐 발표`."""
    for person in people:
        is_likely = is_likely_name(person.name)
        yield replace(person, certain=person.certain or is_likely)


def _says_something(topic: str, form: Form) -> bool:
    """Whether a topic isn't a mere dash or number, where there must be one."""
    if form is NAME_ALONE or "topic" not in form.pattern.groupindex:
        return True
    return not topic or _TELLING.search(topic) is not None


def _is_quoted(topic: str, names: str) -> bool:
    """Whether what stands before the names is a remark: 「読むべし by 花子」, 「急がば回れ。」 by 花子."""
    begins = topic.startswith("「")
    return begins and (names.endswith("」") or "。" in topic)


def _group(here: BlockInContext) -> tuple[int, ...]:
    """The list or the level of headings in which a block stands beside others."""
    block = here.block
    if block.kind is BlockKind.HEADING:
        return (-block.level,)
    outside = here.outside.line if here.outside else 0
    return (outside, *block.items[:-1])


def _name_people(names: str, line: int, form: Form, is_announced: bool) -> tuple[NamedPerson, ...]:
    """Name the people of a title: all of the parts must be names, or none is.

    A word that may be a name, if somebody is called so elsewhere, isn't certain.
    """
    # What stands behind the colon of an address is none: https://….
    parts = [] if "//" in names else split_names(names)
    is_name = _is_name_or_handle if form is HANDLE_BEFORE_QUOTED else is_plausible_name
    if not parts or not all(map(is_name, parts)):
        return ()
    certain = is_announced or _are_certain(parts, form)
    if not certain and not all(map(_may_be_name, parts)):
        return ()
    people = [name_person(part, line, certain=certain) for part in parts]
    return tuple(named_by(form, people))


def _is_name_or_handle(part: str) -> bool:
    if is_said_in_sentence(part):
        return False
    return is_plausible_name(part) or is_possible_nickname(part)


def _may_be_name(part: str) -> bool:
    return is_spoken_of(part) or not is_common_noun(clean_name(part))


def _are_certain(parts: list[str], form: Form) -> bool:
    if any(is_spoken_of(part) for part in parts):
        return True
    if form.needs_neighbours:
        return False
    if form in {WITH_ACCOUNT, SIGNED, TOPIC_AT_NAME, NAME_AND_TRADE}:
        return all(is_full_chinese_name(clean_name(part)) for part in parts)
    return all(is_likely_name(clean_name(part)) for part in parts)
