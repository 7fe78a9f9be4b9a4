"""Read week, day and date off the name of a folder or a file, or off a title.

Each recogniser is a pattern for one name; all that match it add up. `RECOGNISERS` is the visible
list of them: a name that we can't read yet is one more line there, with an example.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from campnotes.notebook.dates.months import MONTH_NAME, month_number
from campnotes.notebook.dates.weekdays import WEEKDAY_NAME, weekday_number
from campnotes.notebook.dates.years import CENTURY
from campnotes.notebook.layout.evidence import Evidence
from campnotes.notebook.paths import normal
from campnotes.patterns import regex

WEEK_PART = "week-part"  # a number behind a week's, which may be a day or anything else in it
MONTH_DAY_NUMBERS = "month-day-numbers"  # what may be other numbers where it isn't a file's name
MONTH_WEEK = "month-week"  # the second week of a month is no second week of the camp
# Stands where a recogniser has read: 20210915 holds no 0915.
_TAKEN = "\N{REPLACEMENT CHARACTER}"
_EDGE = r"(?<![0-9a-z가-힣])"  # begins a word
_SEP = r"[\s_.\-]*"


def _compile(pattern: str) -> re.Pattern[str]:
    whole = pattern.replace("EDGE", _EDGE)
    whole = whole.replace("SEP", _SEP)
    return regex(whole, re.IGNORECASE)


class Recogniser(Struct, frozen=True):
    """A pattern for one name; its groups w, d, Y, y, m, D, month and weekday are what it tells."""

    rule: str
    pattern: re.Pattern[str]
    example: str


YEAR = r"(?P<Y>20\d\d)"
_MONTH = r"(?P<m>0[1-9]|1[0-2])"
_DAY = r"(?P<D>0[1-9]|[12]\d|3[01])"
SHORT_MONTH = r"(?P<m>1[0-2]|0?[1-9])"
SHORT_DAY = r"(?P<D>[12]\d|3[01]|0?[1-9])"

RECOGNISERS: Sequence[Recogniser] = tuple(
    Recogniser(rule, _compile(pattern), example)
    for rule, pattern, example in (
        # Dates, the most explicit first.
        ("date", rf"(?<!\d){YEAR}[-_. ]{SHORT_MONTH}[-_. ]{SHORT_DAY}(?!\d)", "2021-09-15.md"),
        ("date", rf"(?<!\d){YEAR}년SEP{SHORT_MONTH}월SEP{SHORT_DAY}일", "2021년 9월 15일.md"),
        ("date", rf"(?<!\d){YEAR}{_MONTH}{_DAY}(?!\d)", "20210915.md"),
        ("date", rf"(?<!\d)(?P<y>1[5-9]|[23]\d){_MONTH}{_DAY}(?!\d)", "210915.md"),
        ("date", rf"(?<!\d)(?P<y>1[5-9]|[23]\d)[-_.]{_MONTH}[-_.]{_DAY}(?!\d)", "21.09.15.md"),
        (
            "month-day",
            rf"(?<![a-z])(?P<month>{MONTH_NAME})SEP{SHORT_DAY}(?:st|nd|rd|th)?(?![a-z\d])",
            "August/August 2nd.md",
        ),
        (
            "month-day",
            rf"(?<!\d){SHORT_DAY}(?:st|nd|rd|th)?SEP(?P<month>{MONTH_NAME})(?![a-z\d])",
            "2 Aug.md",
        ),
        ("month-day", rf"{SHORT_MONTH}월SEP{SHORT_DAY}일(?!차)", "9월 15일.md"),
        (MONTH_DAY_NUMBERS, rf"(?<![\d\-]){_MONTH}{_DAY}(?![\d]|[\-.]\d)", "0809.md"),
        (MONTH_DAY_NUMBERS, rf"^{SHORT_MONTH}[-.]{SHORT_DAY}(?=$|[\s_(])", "09-15.md"),
        ("month", rf"^{YEAR}[-_. ]?{_MONTH}$", "2021-09/15.md"),
        ("month", rf"^{YEAR}년SEP{SHORT_MONTH}월$", "2021년 9월/15일.md"),
        ("month", rf"^{SHORT_MONTH}월$", "9월/15일.md"),
        (
            "month",
            rf"^(?:\d\d[-_. ])?(?P<month>{MONTH_NAME})$",
            "2021/sep/15.md",
        ),
        ("month", rf"^(?P<month>{MONTH_NAME})[-_. '’]*{YEAR}$", "Aug2021/15.md"),
        ("month", rf"^{YEAR}[-_. ]*(?P<month>{MONTH_NAME})$", "2021-Aug/15.md"),
        ("year", rf"^{YEAR}(?:년|$)", "2021/09/15.md"),
        # Beside what was read before it: `0910_fri`.
        (
            "date-weekday",
            rf"{_TAKEN}[\s_.\-(（\[]*(?P<weekday>{WEEKDAY_NAME})(?![a-z가-힣])",
            "0910_fri.md",
        ),
        (MONTH_WEEK, rf"(?<!\d){SHORT_MONTH}월SEP[1-6]\s*주(?:차|째)?", "9월 2주차 회고록.md"),
        # Weeks.
        (
            "week-day",
            r"^w(?:eek)?SEP0*(?P<w>\d{1,2})SEPd(?:ay)?SEP0*(?P<d>\d{1,3})(?!\d)",
            "W3D2.md",
        ),
        ("week-day", r"^0*(?P<w>\d{1,2})주차?SEP0*(?P<d>\d{1,3})일차?$", "3주차 2일차.md"),
        (WEEK_PART, r"^week[\s_]*0*(?P<w>\d{1,2})[-_.]0*(?P<d>[1-7])(?![\d.\-])", "week7-1.md"),
        (WEEK_PART, r"^0*(?P<w>\d{1,2})주차?SEP0*(?P<d>\d{1,3})$", "3주차-2.md"),
        ("week", r"(?<![a-z])(?:week|wk)SEP0*(?P<w>\d{1,2})(?!\d)", "week7/day32.md"),
        ("week", r"EDGEw[-_ ]?0*(?P<w>\d{1,2})(?![0-9a-z])", "w03/notes.md"),
        ("week", r"(?<!\d)0*(?P<w>\d{1,2})\s*주(?:차|(?![가-힣]))", "3주차/2일차.md"),
        ("week", r"(?<!\d)0*(?P<w>\d{1,2})(?:st|nd|rd|th)SEPweek", "3rd week/notes.md"),
        ("week", r"^0*(?P<w>\d{1,2})[-_ ]?weeks?$", "1week/1day.md"),
        ("week", r"주차SEP0*(?P<w>\d{1,2})(?!\d)", "주차3/2일차.md"),
        ("week", r"第\s*0*(?P<w>\d{1,2})\s*(?:週|周)", "第7週.md"),
        ("week", r"(?<!\d)0*(?P<w>\d{1,2})\s*週目", "7週目.md"),
        ("weekend", r"weekendSEP0*(?P<w>\d{1,2})(?!\d)", "weekend2.md"),
        # Days.
        ("day", r"(?<![a-z0-9])r\d{1,2}d0*(?P<d>\d{1,3})(?![a-z0-9])", "log/r1d12.md"),
        ("day", r"(?<![a-z])daySEP#?0*(?P<d>\d{1,3})(?!\d)", "day_012/README.md"),
        ("day", r"EDGEd[-_+ ]?0*(?P<d>\d{1,3})(?![0-9a-z])", "d12.md"),
        ("day", r"(?<!\d)(?:제\s*)?0*(?P<d>\d{1,3})\s*일\s*차", "2일차.md"),
        ("day", r"(?<!\d)0*(?P<d>\d{1,3})\s*日目", "3日目.md"),
        # 第三周 and 第十二天 are read in digits.
        ("day", r"第\s*0*(?P<d>\d{1,3})\s*(?:日|天)(?!\d)", "第3天.md"),
        ("day", r"^0*(?P<d>\d{1,3})[-_ ]?day(?![a-z])", "1week/1day.md"),
        ("day", r"(?<!\d)0*(?P<d>\d{1,3})(?:st|nd|rd|th)SEPday", "12th day.md"),
    )
)

LONGEST_NAME = 300  # characters of a name that are read; file systems allow 255
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_CHINESE_NUMBER = regex(
    r"第([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[周週天日])"
)
_CHINESE_DIGITS = " 一二三四五六七八九"
_WORD = regex(rf"(?<![a-z])(week|day)[\s_-]*({'|'.join(_WORDS)})(?![a-z])")


class NameReading(Struct, frozen=True):
    """What a name tells, and the `rest` of it, which no recogniser read."""

    evidence: Evidence
    rest: str


def read_name(name: str) -> Evidence:
    """What one folder's or file's name (without suffix), or a title, tells."""
    return read_whole_name(name).evidence


@lru_cache(maxsize=4096)
def read_whole_name(name: str) -> NameReading:
    """Read one name; the same folders stand around many notes, so what was read is kept."""
    text = simple_name(name)
    text = _WORD.sub(_in_digits, text)
    text = _CHINESE_NUMBER.sub(_in_chinese, text)
    found = Evidence()
    for recogniser in RECOGNISERS:
        match = recogniser.pattern.search(text)
        if match is None:
            continue
        read = evidence_of(match, recogniser.rule)
        if read.adds_to(found):
            found = found.under(read)
            # What one recogniser took is not read again by the next: 20210915 holds no 0915.
            before = text[: match.start()]
            after = text[match.end() :]
            text = f"{before}{_TAKEN}{after}"
    rest = text.replace(_TAKEN, " ")
    return NameReading(found, rest.strip())


def simple_name(name: str) -> str:
    """A name as it is read: composed, in small letters, and not too long."""
    composed = normal(name[:LONGEST_NAME])
    return composed.lower().strip()


def _in_digits(match: re.Match[str]) -> str:
    """Day Two as day 2."""
    unit, word = match.groups()
    number = _WORDS.index(word) + 1
    return f"{unit} {number}"


def _in_chinese(match: re.Match[str]) -> str:
    """第十二周 as 第12周."""
    tens, ten, ones = match[1].rpartition("十")
    number = max(_CHINESE_DIGITS.find(ones), 0) if ones else 0
    if ten:
        number += 10 * (_CHINESE_DIGITS.index(tens) if tens else 1)
    return f"第{number}"


def evidence_of(match: re.Match[str], rule: str) -> Evidence:
    """What the groups of a match tell, under the name of its recogniser."""
    groups = match.groupdict()
    month_name = groups.pop("month", None)
    weekday_name = groups.pop("weekday", None)
    numbers = {group: int(digits) for group, digits in groups.items() if digits is not None}
    year = numbers.get("Y")
    if not year and "y" in numbers:
        year = CENTURY + numbers["y"]
    month = numbers.get("m")
    if month_name:
        month = month_number(month_name)
    weekday = None
    if weekday_name:
        weekday = weekday_number(weekday_name)
    return Evidence(
        week=numbers.get("w"),
        day=numbers.get("d"),
        year=year,
        month=month,
        day_of_month=numbers.get("D"),
        weekday=weekday,
        rule=rule,
    )
