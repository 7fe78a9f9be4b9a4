"""Read week, day and date off a note's path, however the author lays the notebook out.

Each recogniser is a pattern for one folder or file name; all that match one name add up, and the
deeper name wins over the folder around it. `RECOGNISERS` is the visible list of them: a layout we
don't know yet is one more line there, with an example.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from campnotes.notebook.evidence import Evidence
from campnotes.notebook.files import normal
from campnotes.notebook.months import NAME as MONTH_NAME
from campnotes.notebook.months import month_number

CENTURY = 2000
_EDGE = r"(?<![0-9a-z가-힣])"  # begins a word
_SEP = r"[\s_.\-]*"


def _compile(pattern: str) -> re.Pattern[str]:
    whole = pattern.replace("EDGE", _EDGE)
    whole = whole.replace("SEP", _SEP)
    return re.compile(whole, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """A pattern for one name; its groups w, d, Y, y, m and D are what it tells."""

    rule: str
    pattern: re.Pattern[str]
    example: str


_YEAR = r"(?P<Y>20\d\d)"
_MONTH = r"(?P<m>0[1-9]|1[0-2])"
_DAY = r"(?P<D>0[1-9]|[12]\d|3[01])"
_SHORT_MONTH = r"(?P<m>1[0-2]|0?[1-9])"
_SHORT_DAY = r"(?P<D>[12]\d|3[01]|0?[1-9])"

RECOGNISERS: Sequence[Recogniser] = tuple(
    Recogniser(rule, _compile(pattern), example)
    for rule, pattern, example in (
        # Dates, the most explicit first.
        ("date", rf"(?<!\d){_YEAR}[-_. ]{_SHORT_MONTH}[-_. ]{_SHORT_DAY}(?!\d)", "2021-09-15.md"),
        ("date", rf"(?<!\d){_YEAR}년SEP{_SHORT_MONTH}월SEP{_SHORT_DAY}일", "2021년 9월 15일.md"),
        ("date", rf"(?<!\d){_YEAR}{_MONTH}{_DAY}(?!\d)", "20210915.md"),
        ("date", rf"(?<!\d)(?P<y>1[5-9]|[23]\d){_MONTH}{_DAY}(?!\d)", "210915.md"),
        ("date", rf"(?<!\d)(?P<y>1[5-9]|[23]\d)[-_.]{_MONTH}[-_.]{_DAY}(?!\d)", "21.09.15.md"),
        (
            "month-day",
            rf"(?<![a-z])(?P<month>{MONTH_NAME})SEP{_SHORT_DAY}(?:st|nd|rd|th)?(?![a-z\d])",
            "August/August 2nd.md",
        ),
        (
            "month-day",
            rf"(?<!\d){_SHORT_DAY}(?:st|nd|rd|th)?SEP(?P<month>{MONTH_NAME})(?![a-z\d])",
            "2 Aug.md",
        ),
        ("month-day", rf"{_SHORT_MONTH}월SEP{_SHORT_DAY}일(?!차)", "9월 15일.md"),
        ("month-day", rf"(?<![\d\-]){_MONTH}{_DAY}(?![\d]|[\-.]\d)", "0809.md"),
        ("month-day", rf"^{_SHORT_MONTH}[-.]{_SHORT_DAY}(?=$|[\s_(])", "09-15.md"),
        ("month", rf"^{_YEAR}[-_. ]?{_MONTH}$", "2021-09/15.md"),
        ("month", rf"^{_YEAR}년SEP{_SHORT_MONTH}월$", "2021년 9월/15일.md"),
        ("month", rf"^{_SHORT_MONTH}월$", "9월/15일.md"),
        (
            "month",
            rf"^(?:\d\d[-_. ])?(?P<month>{MONTH_NAME})$",
            "2021/sep/15.md",
        ),
        ("year", rf"^{_YEAR}(?:년|$)", "2021/09/15.md"),
        # Weeks.
        (
            "week-day",
            r"^w(?:eek)?SEP0*(?P<w>\d{1,2})SEPd(?:ay)?SEP0*(?P<d>\d{1,3})(?!\d)",
            "W3D2.md",
        ),
        ("week-day", r"^week[\s_]*0*(?P<w>\d{1,2})[-_.]0*(?P<d>[1-7])(?![\d.\-])", "week7-1.md"),
        ("week-day", r"^0*(?P<w>\d{1,2})주차?SEP0*(?P<d>\d{1,3})(?:일차?)?$", "3주차 2일차.md"),
        ("week", r"(?<![a-z])(?:week|wk)SEP0*(?P<w>\d{1,2})(?!\d)", "week7/day32.md"),
        ("week", r"EDGEw[-_ ]?0*(?P<w>\d{1,2})(?![0-9a-z])", "w03/notes.md"),
        ("week", r"(?<!\d)0*(?P<w>\d{1,2})\s*주(?:차|(?![가-힣]))", "3주차/2일차.md"),
        ("week", r"(?<!\d)0*(?P<w>\d{1,2})(?:st|nd|rd|th)SEPweek", "3rd week/notes.md"),
        ("week", r"^0*(?P<w>\d{1,2})[-_ ]?weeks?$", "1week/1day.md"),
        ("week", r"주차SEP0*(?P<w>\d{1,2})(?!\d)", "주차3/2일차.md"),
        ("week", r"weekendSEP0*(?P<w>\d{1,2})(?!\d)", "weekend2.md"),
        # Days.
        ("day", r"(?<![a-z0-9])r\d{1,2}d0*(?P<d>\d{1,3})(?![a-z0-9])", "log/r1d12.md"),
        ("day", r"(?<![a-z])daySEP#?0*(?P<d>\d{1,3})(?!\d)", "day_012/README.md"),
        ("day", r"EDGEd[-_+ ]?0*(?P<d>\d{1,3})(?![0-9a-z])", "d12.md"),
        ("day", r"(?<!\d)(?:제\s*)?0*(?P<d>\d{1,3})\s*일\s*차", "2일차.md"),
        ("day", r"^0*(?P<d>\d{1,3})[-_ ]?day(?![a-z])", "1week/1day.md"),
        ("day", r"(?<!\d)0*(?P<d>\d{1,3})(?:st|nd|rd|th)SEPday", "12th day.md"),
    )
)

LONGEST_NAME = 300  # characters of a name that are read; file systems allow 255
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_WORD = re.compile(rf"(?<![a-z])(week|day)[\s_-]*({'|'.join(_WORDS)})(?![a-z])")


def read_name(name: str) -> Evidence:
    """What one folder's or file's name (without suffix) tells."""
    text = _simple(name)
    text = _WORD.sub(_in_digits, text)
    found = Evidence()
    for recogniser in RECOGNISERS:
        match = recogniser.pattern.search(text)
        if match is None:
            continue
        read = _evidence(match, recogniser.rule)
        if read.adds_to(found):
            found = found.under(read)
            # What one recogniser took is not read again by the next: 20210915 holds no 0915.
            before = text[: match.start()]
            after = text[match.end() :]
            text = f"{before}\N{REPLACEMENT CHARACTER}{after}"
    return found


def _simple(name: str) -> str:
    composed = normal(name[:LONGEST_NAME])
    return composed.lower().strip()


def _in_digits(match: re.Match[str]) -> str:
    """Day Two as day 2."""
    unit, word = match.groups()
    number = _WORDS.index(word) + 1
    return f"{unit} {number}"


def _evidence(match: re.Match[str], rule: str) -> Evidence:
    groups = match.groupdict()
    month_name = groups.pop("month", None)
    numbers = {group: int(digits) for group, digits in groups.items() if digits is not None}
    year = numbers.get("Y")
    if not year and "y" in numbers:
        year = CENTURY + numbers["y"]
    month = numbers.get("m")
    if month_name:
        month = month_number(month_name)
    return Evidence(
        week=numbers.get("w"),
        day=numbers.get("d"),
        year=year,
        month=month,
        day_of_month=numbers.get("D"),
        rule=rule,
    )


def read_path(path: str, patterns: Sequence[str] = ()) -> Evidence:
    """What a note's path tells; `patterns` (`sprint{week}/d{day}.md`) come before the built-in."""
    for pattern in patterns:
        layout = _layout_pattern(pattern)
        match = layout.search(normal(path))
        if match is not None:
            return _evidence(match, f"layout:{pattern}")
    *folders, name = PurePosixPath(path).parts
    around = _read_folders(folders)
    stem = PurePosixPath(name).stem
    folder = ""
    if folders:
        folder = normal(folders[-1]).lower()
    # A bare number or weekday means something only in its folder; else the name tells by itself.
    by_number = _read_number(stem, around, folder)
    if by_number is not None:
        return by_number
    by_weekday = _read_weekday(stem, around)
    if by_weekday is not None:
        return by_weekday
    return read_name(stem).under(around)


def _read_folders(folders: Sequence[str]) -> Evidence:
    """What the folders around a note tell, from the outermost to its own."""
    around = Evidence()
    for folder in folders:
        by_number = _read_number(folder, around)
        if by_number is not None:
            around = by_number
            continue
        by_name = read_name(folder)
        around = by_name.under(around)
    return around


_WEEKDAYS = {
    "mon": 1,
    "월요일": 1,
    "tue": 2,
    "화요일": 2,
    "wed": 3,
    "수요일": 3,
    "thu": 4,
    "목요일": 4,
    "fri": 5,
    "금요일": 5,
}
_WEEKDAY = re.compile(
    r"^(?:\d{1,2}[\s_.\-]+)?(?P<name>[a-z]{3}|[월화수목금]요일)(?:s|nes|rs|ur|sday|day)*$"
)


def _read_weekday(stem: str, around: Evidence) -> Evidence | None:
    """A working day by its name, in a week's folder: `week1/월요일.md`, `Week1/Mon.md`."""
    if around.week is None or around.day is not None:
        return None
    match = _WEEKDAY.match(_simple(stem))
    if match is None:
        return None
    name = match["name"]
    if name not in _WEEKDAYS:
        return None
    day = _WEEKDAYS[name]
    read = Evidence(day=day, rule="weekday")
    return read.under(around)


_NUMBER = re.compile(r"^0*(\d{1,3})(?:일)?(?=$|[\s_.\-])(?![\-.]\d)")
_DAYS_FOLDER = re.compile(
    r"(?<![a-z])(?:days?|daily|journal|diary|challenge)(?![a-z])|일지|일기|챌린지|\d일"
)


def _read_number(name: str, around: Evidence, folder: str = "") -> Evidence | None:
    """A number with nothing before it, which means what the folders around it make it mean.

    - In a month's folder it is the day of the month, whatever comes behind it: `9월/15 회고.md`.
    - In a folder of days it is the day of the camp: `일지/12.md`.
    - In a week's folder it is the day, counted from 1: `week3/2.md`.
    - In a year's folder it is the month: `2021/09/`.
    """
    composed = normal(name)
    match = _NUMBER.match(composed.strip())
    if match is None:
        return None
    if around.day is not None or around.day_of_month is not None:
        return None
    number = int(match[1])
    if around.month is not None and 1 <= number <= 31:
        read = Evidence(day_of_month=number, rule="day-of-month")
        return read.under(around)
    is_bare = match.end() == len(name)
    if not is_bare:
        return None
    by_folder = _read_bare_number(number, around, folder)
    if by_folder is None:
        return None
    return by_folder.under(around)


def _read_bare_number(number: int, around: Evidence, folder: str) -> Evidence | None:
    in_year = around.year is not None
    in_days = _DAYS_FOLDER.search(folder) is not None
    if in_days and not in_year and 1 <= number <= 366:
        return Evidence(day=number, rule="number-in-days")
    if around.week is not None:
        is_weekday = 1 <= number <= 7
        if not is_weekday:
            return None
        return Evidence(day=number, rule="number-in-week")
    if in_year and 1 <= number <= 12:
        return Evidence(month=number, rule="month")
    return None


# What may stand for numbers in the patterns of a user's `layout`.
_PLACEHOLDERS = {
    "{week}": r"0*(?P<w>\d{1,2})",
    "{day}": r"0*(?P<d>\d{1,3})",
    "{year}": _YEAR,
    "{month}": _SHORT_MONTH,
    "{date}": _SHORT_DAY,
}
_AGAIN = r"\d+"  # the second time that a placeholder stands in a pattern


@lru_cache(maxsize=64)
def _layout_pattern(pattern: str) -> re.Pattern[str]:
    """Make the regular expression of a user's pattern.

    What follows a `*` is found where it comes first, and only the last is looked for again
    (`(?>…)`), so that no pattern takes long.
    """
    first, *others = re.split(r"\*+", normal(pattern))
    seen: set[str] = set()
    expression = _part_pattern(first, seen)
    for number, part in enumerate(others, start=1):
        after_star = f"[^/]*?{_part_pattern(part, seen)}"
        is_last = number == len(others)
        expression += after_star if is_last else f"(?>{after_star})"
    to_the_end = f"(?:^|/){expression}$"
    return re.compile(to_the_end, re.IGNORECASE)


def _part_pattern(part: str, seen: set[str]) -> str:
    """The expression of what stands between two `*`; `seen` are the placeholders before it."""
    expression = re.escape(part)
    for placeholder, group in _PLACEHOLDERS.items():
        escaped = re.escape(placeholder)
        if placeholder in part and placeholder not in seen:
            seen.add(placeholder)
            expression = expression.replace(escaped, group, 1)
        expression = expression.replace(escaped, _AGAIN)
    return expression
