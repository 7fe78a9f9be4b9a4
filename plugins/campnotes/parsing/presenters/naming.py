"""The people whom an enumeration of names names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from campnotes.parsing.names import (
    clean_name,
    is_certain_name,
    is_likely_name,
    nickname_of,
    split_names,
)
from campnotes.parsing.names.east_asian import can_be_japanese_surname, is_in_han_and_latin
from campnotes.parsing.presenters.announcing import MAX_LENGTH
from campnotes.parsing.presenters.claims import Form, NamedPerson, Role
from campnotes.parsing.presenters.described import AFFILIATION, named_in
from campnotes.patterns import regex

# What may come behind the names that a label announces, on the same line.
_AFTER_NAMES = regex(
    r"\s{2,}|\s*[/|]\s*(?:주제|topic)|\s+(?:주제|topic|主题|主題|テーマ)\s*[:：]|\s+[-–—]\s+|\s*[:：]\s"
)
# What ends a sentence that says who somebody is: 発表者は花子さんです.
_END_OF_SENTENCE = regex(r"(?<=さん)(?:です|でした|が担当).{0,20}$")
_HOW_MANY_MORE = regex(r"\s*(?:외|등)\s*\d*\s*[명인]?$|\s+et\s+al\.?$|\s*(?:ほか|等)\d*[名人]?$")

# What is behind it is said of the names, in Japanese: `花子さん ※調整中`.
_REMARK = "※"
# In which year of a course somebody is: M1 田中.
_YEAR = regex(r"(?:^|(?<=[、,，\s]))[BMD][1-6][\s:：_]+")
_HANGUL = regex(r"[가-힣]")
_HAN_OR_KANA = regex(r"[\u3041-\u30ff\u4e00-\u9fff]")


def name_people(text: str, line: int, *, is_name: Callable[[str], bool]) -> Iterator[NamedPerson]:
    """Name the people of an enumeration such as `전준영, 우창님 / Minji Kim`.

    `is_name` tells of a part as written whether it is a name; the other parts are left out.
    """
    if len(text) > MAX_LENGTH:
        return
    told, _, _ = text.partition(_REMARK)
    listed = _HOW_MANY_MORE.sub("", told.strip())
    if _is_east_asian(listed):
        listed = _YEAR.sub("", listed)
        for named in named_in(listed, is_name=is_name):
            yield name_person(named, line)
        return
    is_behind = False
    for part in split_names(listed):
        named = AFFILIATION.sub("", part)
        # What follows `서진@회사` tells more of that person, unless it is somebody's name in full.
        is_more = is_behind and not is_likely_name(clean_name(named))
        is_behind = is_behind or named != part
        if is_name(named) and not is_more:
            yield name_person(named, line)


def _is_east_asian(text: str) -> bool:
    if text.isascii() or _HANGUL.search(text):
        return False
    return _HAN_OR_KANA.search(text) is not None


def name_person(part: str, line: int, *, certain: bool = True) -> NamedPerson:
    """Name the presenter of one part of an enumeration."""
    return NamedPerson(
        line=line,
        name=clean_name(part),
        raw=_without_marks(part),
        role=Role.PRESENTER,
        certain=certain,
        nickname=nickname_of(part),
    )


def named_by(form: Form, people: Iterable[NamedPerson]) -> Iterator[NamedPerson]:
    """The same people, who keep by which form they were read."""
    for person in people:
        yield replace(person, rule=form.rule)


def _without_marks(part: str) -> str:
    text = part.strip()
    return text.strip("`*_-· \u3000")


def is_in_charge(written: str) -> bool:
    """Whether somebody may have a chapter who is called so: 田中花子, or a surname alone."""
    if is_certain_name(written):
        return True
    name = clean_name(written)
    return can_be_japanese_surname(name)


def announced_names(text: str) -> str:
    """Cut off what comes behind the names that a label announces: `윤서진 - 인덱스`, `윤서진 / 주제: 큐`."""
    told = text
    if is_in_han_and_latin(text):
        # There, spaces stand between what somebody does and the name: 某公司 专家   王小明.
        told = " ".join(text.split())
    parts = _AFTER_NAMES.split(told)
    return _END_OF_SENTENCE.sub("", parts[0])
