"""Read week, day and date off a note's path, however the author lays the notebook out.

Each recogniser is a pattern for one folder or file name; all that match one name add up, and the
deeper name wins over the folder around it. `RECOGNISERS` is the visible list of them: a layout we
don't know yet is one more line there, with an example.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from campnotes.notebook.files import normal

CENTURY = 2000
_EDGE = r"(?<![0-9a-z가-힣])"  # begins a word
_SEP = r"[\s_.\-]*"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What names tell about a place in the camp; `rule` names the recognisers that told it."""

    week: int | None = None
    day: int | None = None
    year: int | None = None
    month: int | None = None
    day_of_month: int | None = None
    rule: str = ""

    def under(self, outer: Evidence) -> Evidence:
        """This evidence, completed by that of the folder around it."""
        merged = {
            name: mine if (mine := getattr(self, name)) is not None else getattr(outer, name)
            for name in ("week", "day", "year", "month", "day_of_month")
        }
        rules = [r for r in (outer.rule, self.rule) if r]
        return Evidence(**merged, rule="+".join(dict.fromkeys(rules)))

    @property
    def date(self) -> date | None:
        """The date, where year, month and day of the month are all known and real."""
        if self.year is None or self.month is None or self.day_of_month is None:
            return None
        try:
            return date(self.year, self.month, self.day_of_month)
        except ValueError:
            return None

    @property
    def month_day(self) -> tuple[int, int] | None:
        """Month and day of the month, where both are known."""
        if self.month is None or self.day_of_month is None:
            return None
        return self.month, self.day_of_month


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("EDGE", _EDGE).replace("SEP", _SEP), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """A pattern for one name; its groups w, d, Y, y, m and D are what it tells."""

    rule: str
    pattern: re.Pattern[str]
    example: str


_YEAR, _MONTH, _DAY = r"(?P<Y>20\d\d)", r"(?P<m>0[1-9]|1[0-2])", r"(?P<D>0[1-9]|[12]\d|3[01])"
_SHORT_MONTH, _SHORT_DAY = r"(?P<m>1[0-2]|0?[1-9])", r"(?P<D>[12]\d|3[01]|0?[1-9])"

_MONTH_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)

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
            rf"(?<![a-z])(?P<month>{_MONTH_NAMES})SEP{_SHORT_DAY}(?:st|nd|rd|th)?(?![a-z\d])",
            "August/August 2nd.md",
        ),
        (
            "month-day",
            rf"(?<!\d){_SHORT_DAY}(?:st|nd|rd|th)?SEP(?P<month>{_MONTH_NAMES})(?![a-z\d])",
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
            rf"^(?:\d\d[-_. ])?(?P<month>{_MONTH_NAMES})$",
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

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = re.compile(r"^0*(\d{1,3})(?:일)?(?=$|[\s_.\-])(?![\-.]\d)")


_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_WORD = re.compile(rf"(?<![a-z])(week|day)[\s_-]*({'|'.join(_WORDS)})(?![a-z])")


def read_name(name: str) -> Evidence:
    """What one folder's or file's name (without suffix) tells."""
    text = _WORD.sub(lambda m: f"{m[1]} {_WORDS.index(m[2]) + 1}", normal(name).lower().strip())
    found = Evidence()
    for recogniser in RECOGNISERS:
        match = recogniser.pattern.search(text)
        if match is None:
            continue
        told = _evidence(match, recogniser.rule)
        if _adds(told, found):
            found = found.under(told)
            # What one recogniser took is not read again by the next: 20210915 holds no 0915.
            text = text[: match.start()] + "\N{REPLACEMENT CHARACTER}" + text[match.end() :]
    return found


def _evidence(match: re.Match[str], rule: str) -> Evidence:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    month_name = groups.pop("month", None)
    numbers = {name: int(value) for name, value in groups.items()}
    year = numbers.get("Y") or (CENTURY + numbers["y"] if "y" in numbers else None)
    month = MONTHS.index(month_name[:3]) + 1 if month_name else numbers.get("m")
    return Evidence(numbers.get("w"), numbers.get("d"), year, month, numbers.get("D"), rule)


def _adds(told: Evidence, found: Evidence) -> bool:
    if told.day_of_month is not None and not _real(told):
        return False
    names = ("week", "day", "year", "month", "day_of_month")
    return not any(getattr(told, n) is not None and getattr(found, n) is not None for n in names)


def _real(told: Evidence) -> bool:
    leap_year = 2024
    return replace(told, year=told.year or leap_year).date is not None


def read_path(path: str, patterns: Sequence[str] = ()) -> Evidence:
    """What a note's path tells; `patterns` (`sprint{week}/d{day}.md`) come before the built-in."""
    for pattern in patterns:
        if match := _pattern(pattern).search(normal(path)):
            return _evidence(match, f"layout:{pattern}")
    *folders, name = PurePosixPath(path).parts
    found = Evidence()
    for folder in folders:
        found = _number(folder, found) or read_name(folder).under(found)
    stem = PurePosixPath(name).stem
    around = normal(folders[-1]).lower() if folders else ""
    return _number(stem, found, around) or _weekday(stem, found) or read_name(stem).under(found)


_WEEKDAYS = (
    ("mon", "월요일"),
    ("tue", "화요일"),
    ("wed", "수요일"),
    ("thu", "목요일"),
    ("fri", "금요일"),
)
_WEEKDAY = re.compile(
    r"^(?:\d{1,2}[\s_.\-]+)?(?P<name>[a-z]{3}|[월화수목금]요일)(?:s|nes|rs|ur|sday|day)*$"
)


def _weekday(stem: str, outer: Evidence) -> Evidence | None:
    """A working day by its name, in a week's folder: `week1/월요일.md`, `Week1/Mon.md`."""
    if outer.week is None or outer.day is not None:
        return None
    match = _WEEKDAY.match(normal(stem).lower().strip())
    names = match["name"] if match else ""
    day = next((i for i, known in enumerate(_WEEKDAYS, 1) if names in known), None)
    return Evidence(day=day, rule="weekday").under(outer) if day else None


_DAYS_FOLDER = re.compile(
    r"(?<![a-z])(?:days?|daily|journal|diary|challenge)(?![a-z])|일지|일기|챌린지|\d일"
)


def _number(stem: str, outer: Evidence, folder: str = "") -> Evidence | None:
    """A bare number: the day of the month in a month's folder, the day in a week's or days'."""
    match = _NUMBER.match(normal(stem).strip())
    if match is None or outer.day is not None or outer.day_of_month is not None:
        return None
    number = int(match[1])
    if outer.month is not None and 1 <= number <= 31:
        return Evidence(day_of_month=number, rule="day-of-month").under(outer)
    bare = match.end() == len(stem)
    if bare and _DAYS_FOLDER.search(folder) and 1 <= number <= 366 and outer.year is None:
        return Evidence(day=number, rule="number-in-days").under(outer)
    if outer.week is not None and bare and 1 <= number <= 7:
        return Evidence(day=number, rule="number-in-week").under(outer)
    if outer.year is not None and outer.week is None and bare and 1 <= number <= 12:
        return Evidence(month=number, rule="month").under(outer)
    return None


_PLACEHOLDERS = {
    "{week}": r"0*(?P<w>\d{1,2})",
    "{day}": r"0*(?P<d>\d{1,3})",
    "{year}": _YEAR,
    "{month}": _SHORT_MONTH,
    "{date}": _SHORT_DAY,
    r"\*": r"[^/]*",
}


def _pattern(pattern: str) -> re.Pattern[str]:
    expression = re.escape(normal(pattern)).replace(r"\{", "{").replace(r"\}", "}")
    for placeholder, group in _PLACEHOLDERS.items():
        expression = expression.replace(placeholder, group)
    return re.compile(rf"(?:^|/){expression}$", re.IGNORECASE)
