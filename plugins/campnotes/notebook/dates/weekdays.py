"""The names of weekdays, as authors write them beside dates and in file names."""

from __future__ import annotations

from types import MappingProxyType

DAYS_IN_WEEK = 7
_KOREAN = "월화수목금토일"
_JAPANESE = "月火水木金土日"
_CHINESE = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# A regular expression for a weekday's name, whole or shortened as is usual.
WEEKDAY_NAME = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|"
    "sat(?:urday)?|sun(?:day)?|[월화수목금토일](?:요일)?|[月火水木金土日](?:曜日?)?|"
    "(?:周|星期)[一二三四五六日天]"
)


def _numbers() -> dict[str, int]:
    """The number of a weekday, Monday being 0, by what its name begins or ends with."""
    numbers = {"天": 6}
    for names in (_KOREAN, _JAPANESE, _CHINESE, _ENGLISH):
        in_order = range(len(names))
        numbers.update(zip(names, in_order, strict=True))
    return numbers


_NUMBERS = MappingProxyType(_numbers())


def weekday_number(name: str) -> int:
    """The number of a weekday as `date.weekday` gives it, by its name: 0 for `Mon`, 월 or 月曜."""
    lower = name.lower()
    if lower[0].isascii():
        return _NUMBERS[lower[:3]]
    if lower[0] in "周星":
        return _NUMBERS[lower[-1]]
    return _NUMBERS[lower[0]]
