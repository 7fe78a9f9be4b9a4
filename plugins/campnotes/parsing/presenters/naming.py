"""The people whom an enumeration of names names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from campnotes.parsing.names import clean_name, is_likely_name, nickname_of, split_names
from campnotes.parsing.presenters.announcing import MAX_LENGTH
from campnotes.parsing.presenters.claims import Form, NamedPerson, Role
from campnotes.patterns import regex

# What may come behind the names that a label announces, on the same line.
_AFTER_NAMES = regex(
    r"\s{2,}|\s*[/|]\s*(?:주제|topic)|\s+(?:주제|topic|主题|主題|テーマ)\s*[:：]|\s+[-–—]\s+|\s*[:：]\s"
)
_HOW_MANY_MORE = regex(r"\s*(?:외|등)\s*\d*\s*[명인]?$|\s+et\s+al\.?$|\s*(?:ほか|等)\d*[名人]?$")

# Where somebody is from, as in `王小明@公司 工程师`; an account stands alone or behind a space.
_AFFILIATION = regex(r"(?<=[\w)）])\s?[@＠].*$")
# What is behind it is said of the names, in Japanese: `花子さん ※調整中`.
_REMARK = "※"


def name_people(text: str, line: int, *, is_name: Callable[[str], bool]) -> Iterator[NamedPerson]:
    """Name the people of an enumeration such as `전준영, 우창님 / Minji Kim`.

    `is_name` tells of a part as written whether it is a name; the other parts are left out.
    """
    if len(text) > MAX_LENGTH:
        return
    told, _, _ = text.partition(_REMARK)
    listed = _HOW_MANY_MORE.sub("", told.strip())
    is_behind = False
    for part in split_names(listed):
        named = _AFFILIATION.sub("", part)
        # What follows `서진@회사` tells more of that person, unless it is somebody's name in full.
        is_more = is_behind and not is_likely_name(clean_name(named))
        is_behind = is_behind or named != part
        if is_name(named) and not is_more:
            yield name_person(named, line)


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
    return parts[0]
