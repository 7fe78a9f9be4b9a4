"""A label alone, with a list below it of those who present: names, or names with their topics."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import (
    clean_name,
    is_certain_name,
    is_likely_name,
    is_plausible_name,
    is_spoken_of,
    split_names,
)
from campnotes.parsing.names.east_asian import is_full_chinese_name, is_in_han
from campnotes.parsing.presenters.announcing import MAX_LENGTH, is_east_asian
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.label_words import (
    BARE_IN_SESSION,
    BARE_LABEL,
    LABEL_OF_PEOPLE,
    LABEL_OF_PRESENTERS,
    MAY_BE_A_THING,
    PRESENTER,
    is_bare_label,
)
from campnotes.parsing.presenters.naming import is_in_charge, name_people, named_by
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.parsing.presenters.reports import LONGEST_TOPIC
from campnotes.parsing.presenters.roles import is_bare_role, is_names_below
from campnotes.patterns import regex

MOST_LISTED = 200  # blocks of a list of presenters
OTHERS = 3  # one of so many items may be something else

NAMES = Form(
    pattern=BARE_LABEL,
    example="발표자\n- 윤서진\n- 가온님",
    counter_example="발표자\n- 윤서진\n- 다음 주에 정한다",
    sure=True,
)
NAMES_AND_TOPICS = Form(
    pattern=regex(rf"^(?P<topic>.{{0,60}}?)(?<!\w)(?:{PRESENTER})[\W_]*$", re.IGNORECASE),
    example="### TUE 발표자\n\n- 윤서진 : 인덱스\n- 가온 : -",
    counter_example="### 내일 5강 발표자\n\n- 윤서진 : 인덱스",
    sure=True,
)
# In a session, other words announce who presents, too.
NAMES_IN_SESSION = Form(
    pattern=BARE_IN_SESSION,
    example="- 担当\n    - 田中さん",
    counter_example="- 担当\n    - 未定",
)
# Guests are introduced below a label of their own, mostly again.
OF_PEOPLE = Form(
    pattern=LABEL_OF_PEOPLE,
    example="#### 嘉宾介绍\n\n- 王小明，某公司架构师",
    counter_example="#### 嘉宾介绍\n\n- 数据库，某公司产品",
)
FORMS = (NAMES, NAMES_IN_SESSION, OF_PEOPLE, NAMES_AND_TOPICS)

# `윤서진 : 인덱스`, `윤서진 ) 인덱스`, `서진님 5강 전반`, `인덱스 - 윤서진`.
_NAME_FIRST = regex(
    r"^(?P<names>[^:：()（）|]{2,40}?(?:\s?\([^()]{1,12}\))?)\s*(?:[:：|)]|(?<=\s)[-–—>→]+(?=\s)|[–—])\s*(?P<topic>.*)$"
)
_SPOKEN_OF_FIRST = regex(r"^(?P<names>[가-힣]{2,5}\s?님|@[\w.\-]+|\w{1,8}さん)\s+(?P<topic>\S.*)$")
_NAME_LAST = regex(
    r"^(?P<topic>\S.{0,80}?)\s*(?:[:：|(（]|(?<=\s)(?:[-–—]+|/)(?=\s))\s*(?P<names>[^:：()（）|]{2,40}?)\s*[)）]?$"
)
_PAIRS = (_NAME_FIRST, _SPOKEN_OF_FIRST, _NAME_LAST)
# What stands where a topic might, and is none: `윤서진 : -`.
_NO_TOPIC = regex(
    r"^[\W_]*$|^(?:없음|미정|휴가|결석|불참|패스|pass|tbd|tba|n/?a|未定|なし|无|待定)\W*$",
    re.IGNORECASE,
)
_NUMBER = regex(
    r"^(?:\d{1,2}[:：]\d{2}(?:\s?[-~〜～–—]\s?(?:\d{1,2}[:：]\d{2})?)?[\s:：]+|\d{1,2}月\d{1,2}日\s?|"
    r"\d+[.)]\s*|[^\w@(（\[]+)"
)


def read_list_below_label(here: BlockInContext) -> Iterator[Claim]:
    """Read `발표자` alone, with a list below it of names, or of names with topics.

    If much else stands in it, nobody is believed: then it is no list of presenters.
    """
    announcement = _announcement(here)
    if announcement is None:
        return
    form, label = announcement
    items = list(_list_below(here))
    names_alone = _names_alone(here, items, form)
    if names_alone:
        topic = label["topic"].strip() or None if "topic" in label.re.groupindex else None
        yield Claim(here.index, names_alone, topic)
        return
    if form is OF_PEOPLE:
        return
    lines = items or list(_lines_below(here))
    yield from _read_pairs(here, lines)


def _announcement(here: BlockInContext) -> tuple[Form, re.Match[str]] | None:
    """The form of the label that a block is, if it is one and not of a session to come."""
    if not here.announces:
        return None
    text = here.block.first_row
    if here.purpose is Purpose.PLANNING or is_planned(text):
        return None
    forms = FORMS if here.in_session else (NAMES, NAMES_AND_TOPICS)
    for form in forms:
        label = form.pattern.match(here.block.text)
        if label is not None:
            return form, label
    return None


def _list_below(here: BlockInContext) -> Iterator[int]:
    """The items of the list below a label, without those of the lists within it."""
    depth: int | None = None
    begin = here.index + 1
    if is_names_below(here):
        yield begin
        return
    yield from _names_of_headings_below(here)
    for index in range(begin, min(len(here.blocks), begin + MOST_LISTED)):
        block = here.blocks[index]
        if block.depth <= here.block.depth:
            return
        if depth is None:
            depth = block.depth
        if block.leads and block.depth == depth:
            yield index


def _names_of_headings_below(here: BlockInContext) -> Iterator[int]:
    """The names that head parts of a label's own part: `### 王小明` below `## 分享嘉宾`."""
    label = here.block
    is_heading = label.kind is BlockKind.HEADING
    if not is_heading or not is_bare_label(label.text, in_session=here.in_session):
        return
    begin = here.index + 1
    last = begin + MOST_LISTED
    below = here.blocks[begin:last]
    for index, block in enumerate(below, begin):
        if 0 < block.level <= label.level:
            return
        if block.level and is_certain_name(block.text):
            yield index


def _lines_below(here: BlockInContext) -> Iterator[int]:
    """The lines of text below a heading, as far as its part goes: `윤서진 : 인덱스` below 1주차."""
    label = here.block
    if label.kind is not BlockKind.HEADING:
        return
    begin = here.index + 1
    last = begin + MOST_LISTED
    below = here.blocks[begin:last]
    for index, block in enumerate(below, begin):
        is_text = block.kind is BlockKind.PARAGRAPH
        if block.depth:
            continue
        if 0 < block.level <= label.level:
            return
        if is_text:
            yield index


def _is_name(here: BlockInContext) -> Callable[[str], bool]:
    """What is believed to be a name: outside of sessions, not all that a presenter may present."""
    text = here.block.text
    if here.in_session and LABEL_OF_PEOPLE.match(text):
        label = LABEL_OF_PRESENTERS.match(text)
        if label is None:
            return is_certain_name
        return is_plausible_name
    if BARE_LABEL.match(text) is None and BARE_IN_SESSION.match(text):
        return is_in_charge
    is_thing = MAY_BE_A_THING.search(text) and not here.in_session
    return is_certain_name if is_thing else is_plausible_name


def _names_alone(here: BlockInContext, items: Sequence[int], form: Form) -> tuple[NamedPerson, ...]:
    is_name = _is_name(here)
    people: list[NamedPerson] = []
    for index in items:
        item = here.blocks[index]
        text = item.text.strip()
        if _is_unfilled(text) or _is_behind_topic(text):
            return ()
        named = name_people(text, item.line, is_name=is_name)
        found = list(named_by(form, named))
        if not found:
            return ()
        people += found
    return tuple(people)


def _is_behind_topic(text: str) -> bool:
    """Whether a name stands behind a slash and something that is none: `索引の話 / 花子さん`."""
    before, slash, _ = text.rpartition(" / ")
    if not slash:
        return False
    return not is_plausible_name(before)


def _is_unfilled(text: str) -> bool:
    """Whether an item is a label with nothing behind it: `LT：`."""
    return text.rstrip().endswith((":", "："))


def _read_pairs(here: BlockInContext, items: Sequence[int]) -> Iterator[Claim]:
    claims: list[Claim] = []
    others = 0
    for index in items:
        item = here.blocks[index]
        pair = _pair(item)
        if pair is None:
            others += not _is_unfilled(item.text)
            continue
        named = name_people(pair["names"], item.line, is_name=_is_name(here))
        people = tuple(named_by(NAMES_AND_TOPICS, named))
        topic = pair["topic"].strip()
        if people and not _NO_TOPIC.match(topic):
            claim = Claim(index, people, topic)
            claims.append(claim)
    if others * OTHERS < len(items):
        yield from claims


def _pair(item: Block) -> re.Match[str] | None:
    """The name and topic of an item, if all that can be a name in it is one."""
    row = item.first_row
    text = _NUMBER.sub("", row)
    matches: list[re.Match[str]] = []
    for pattern in _PAIRS:
        match = pattern.match(text)
        if match is None or len(match["topic"]) > LONGEST_TOPIC:
            continue
        names = split_names(match["names"])
        if all(map(is_plausible_name, names)):
            matches.append(match)
    # `メイン：花子さん`: the form of a name may stand first, but a name that says so is one.
    ranked = sorted(matches, key=_rank)
    return ranked[0] if ranked else None


def _rank(pair: re.Match[str]) -> int:
    """How little what stands for a name in a pair is like one."""
    names = pair["names"]
    if is_spoken_of(names):
        return 0
    name = clean_name(names)
    if not is_in_han(name):
        return 2
    return 1 if is_likely_name(name) or is_full_chinese_name(name) else 3


def is_in_list_below_label(here: BlockInContext) -> bool:
    """Whether a block stands in such a list, or in one of those with a role, read with its label."""
    if here.block.kind is BlockKind.HEADING:
        return _is_name_below_label(here)
    if _is_of_other_form(here):
        return False
    if not here.block.depth:
        return False
    above = (here.outside, here.parent)
    return any(_announces(block.text, here) for block in above if block is not None)


# What is quoted is a topic, so that a name beside it is read as elsewhere.
_QUOTES = regex(r"[《「『]")


def _is_of_other_form(here: BlockInContext) -> bool:
    """Whether an item in Han characters or kana is neither a pair nor a name: `- 王小明《索引》`."""
    text = here.block.text
    if not here.in_session or not is_east_asian(text):
        return False
    if _QUOTES.search(text):
        return True
    return _pair(here.block) is None and not is_plausible_name(text)


def _is_name_below_label(here: BlockInContext) -> bool:
    above = _title_above(here)
    is_below = is_bare_label(above, in_session=here.in_session)
    return is_below and is_certain_name(here.block.text)


def _title_above(here: BlockInContext) -> str:
    """The heading in whose part a heading stands; nothing if it stands in none."""
    for block in reversed(here.blocks[: here.index]):
        if 0 < block.level < here.block.level:
            return block.text
    return ""


def _announces(text: str, here: BlockInContext) -> bool:
    if len(text) > MAX_LENGTH:
        return False
    if is_bare_label(text, in_session=here.in_session):
        return True
    return NAMES_AND_TOPICS.pattern.match(text) is not None or is_bare_role(text)
