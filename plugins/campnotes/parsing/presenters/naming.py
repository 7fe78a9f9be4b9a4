"""The people whom an enumeration of names names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from campnotes.parsing.names import (
    clean_name,
    has_honorific,
    is_account,
    is_likely_name,
    nickname_of,
    split_names,
)
from campnotes.parsing.names.east_asian import (
    is_full_chinese_name,
    is_full_name_in_han,
    is_name_of_thing,
)
from campnotes.parsing.presenters.announcing import MAX_LENGTH
from campnotes.parsing.presenters.claims import Form, NamedPerson, Role
from campnotes.patterns import regex

# What may come behind the names that a label announces, on the same line.
_AFTER_NAMES = regex(
    r"\s{2,}|\s*[/|]\s*(?:주제|topic)|\s+(?:주제|topic|主题|主題|テーマ)\s*[:：]|\s+[-–—]\s+|\s*[:：]\s"
)
# What ends a sentence that says who somebody is: 発表者は花子さんです.
_END_OF_SENTENCE = regex(r"(?<=さん)(?:です|でした|が担当).{0,20}$")
_HOW_MANY_MORE = regex(r"\s*(?:외|등)\s*\d*\s*[명인]?$|\s+et\s+al\.?$|\s*(?:ほか|等)\d*[名人]?$")

# Where somebody is from, as in `王小明@公司 工程师`; an account stands alone or behind a space.
_AFFILIATION = regex(r"(?<=[\w)）])\s?[@＠].*$")
# What is behind it is said of the names, in Japanese: `花子さん ※調整中`.
_REMARK = "※"
_HANGUL = regex(r"[가-힣]")
_HAN_OR_KANA = regex(r"[\u3041-\u30ff\u4e00-\u9fff]")
_SHORT_HAN = regex("^[\u4e00-\u9fff]{2,4}$")
# A name before what is told of somebody, or behind it: Ted Yin 某大学博士, 理事長 田中 花子, 某公司-王小明.
_LATIN_FIRST = regex(r"^(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})\s(?=[\u3041-\u9fff])")
_SPACED_LAST = regex(
    r"^\S.*\s(?P<name>[\u3041-\u30ff\u4e00-\u9fff々]{1,3}[ \u3000][\u3041-\u30ff\u4e00-\u9fff々]{1,4})$"
)
_BEHIND_FIRM = regex(
    r"^(?=.*[\u4e00-\u9fff]|[A-Za-z]+-[A-Z][a-z]+ [A-Z])[^-:：]{2,20}-"
    r"(?P<name>[\u4e00-\u9fff]{2,3}|[A-Z][a-z]+ [A-Z][a-z]+)$"
)
_COMMA = regex(r"[,，]")


def name_people(text: str, line: int, *, is_name: Callable[[str], bool]) -> Iterator[NamedPerson]:
    """Name the people of an enumeration such as `전준영, 우창님 / Minji Kim`.

    `is_name` tells of a part as written whether it is a name; the other parts are left out.
    """
    if len(text) > MAX_LENGTH:
        return
    told, _, _ = text.partition(_REMARK)
    listed = _HOW_MANY_MORE.sub("", told.strip())
    if _is_east_asian(listed):
        yield from _name_described_people(listed, line, is_name=is_name)
        return
    is_behind = False
    for part in split_names(listed):
        named = _AFFILIATION.sub("", part)
        # What follows `서진@회사` tells more of that person, unless it is somebody's name in full.
        is_more = is_behind and not is_likely_name(clean_name(named))
        is_behind = is_behind or named != part
        if is_name(named) and not is_more:
            yield name_person(named, line)


def _is_east_asian(text: str) -> bool:
    if text.isascii() or _HANGUL.search(text):
        return False
    return _HAN_OR_KANA.search(text) is not None


def _name_described_people(
    text: str, line: int, *, is_name: Callable[[str], bool]
) -> Iterator[NamedPerson]:
    """Name the people of a Japanese or Chinese enumeration, in which each may be described.

    - What tells where somebody is from, or what they do, names nobody, nor does what follows it,
      unless it is a name in full or with an honorific: `王小明，爱好者，索引`, `王小明@公司，数据库`.
    - Behind a comma, a firm is as like a name as a nickname is: `王小明，Company` is one person.
    - Who is called by name and firm, or by title and account, is called by the name or the account.
    """
    before_sentence, _, _ = text.partition("。")
    parts = split_names(before_sentence)
    has_comma = _COMMA.search(text) is not None
    is_behind = False
    for index, part in enumerate(parts):
        named = _called(part, is_name, is_first=index == 0)
        is_latin_behind = part.isascii() and not parts[0].isascii()
        is_firm = has_comma and index > 0 and is_latin_behind
        is_more = is_behind or is_firm
        if named and (not is_more or _is_surely_named(part, named)):
            yield name_person(named, line)
        is_behind = is_behind or named != part


def _is_surely_named(part: str, named: str) -> bool:
    """Whether a part names somebody, rather than to tell more of who was named before."""
    if _has_title(part) or has_honorific(named):
        return True
    name = clean_name(named)
    return is_likely_name(name)


def _called(part: str, is_name: Callable[[str], bool], *, is_first: bool) -> str:
    """By which name a part calls somebody; nothing if by none.

    What comes first is a name with what is told of it; what follows may tell more of that person.
    """
    named = _AFFILIATION.sub("", part)
    if _has_title(named):
        return named.split()[-1]
    behind = _BEHIND_FIRM.match(named)
    if behind is not None:
        return behind["name"]
    if is_name(named):
        return named
    words = part.split()
    if len(words) < 2:
        return ""
    first, last = words[0], words[-1]
    may_be_named = is_first or is_full_chinese_name(first)
    is_short = _SHORT_HAN.match(first) is not None
    is_described = may_be_named and is_short and is_name_of_thing(last)
    if is_described or is_full_name_in_han(clean_name(first)):
        return first
    if is_account(last):
        return last
    parted = _LATIN_FIRST.match(part) or _SPACED_LAST.match(part)
    return parted["name"] if parted and is_first else ""


def _has_title(part: str) -> bool:
    """Whether what somebody is stands before a short name: 某公司架构师 黄河."""
    words = part.split()
    if len(words) < 2:
        return False
    title, name = words[-2:]
    if is_name_of_thing(name) or _SHORT_HAN.match(name) is None:
        return False
    return is_name_of_thing(title)


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


def announced_names(text: str) -> str:
    """Cut off what comes behind the names that a label announces: `윤서진 - 인덱스`, `윤서진 / 주제: 큐`."""
    parts = _AFTER_NAMES.split(text)
    return _END_OF_SENTENCE.sub("", parts[0])
