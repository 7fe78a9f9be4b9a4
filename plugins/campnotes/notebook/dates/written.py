"""Dates as they are written in a note's text: 2021. 9. 15., 20210915, 8 / 2 (월), Sep 15th, 2021."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from msgspec import Struct

from campnotes.notebook.dates.months import MONTH_NAME, month_number
from campnotes.notebook.dates.weekdays import WEEKDAY_NAME, weekday_number
from campnotes.notebook.dates.years import CENTURY, real_date
from campnotes.patterns import regex

LONGEST_TEXT = 300  # characters of a text in which dates are looked for


class WrittenDate(Struct, frozen=True):
    """A date in a text, from the character `start` up to `end`.

    Its year or its weekday (from Monday, which is 0) may not be told.
    """

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    start: int = 0
    end: int = 0

    @property
    def date(self) -> date | None:
        """The date, where its year is told."""
        if self.year is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def is_doubtful(self) -> bool:
        """Whether its year and its weekday can't both be right."""
        when = self.date
        if when is None or self.weekday is None:
            return False
        return when.weekday() != self.weekday

    @property
    def month_day(self) -> tuple[int, int]:
        """Its month and its day of the month."""
        return self.month, self.day


class Form(Struct, frozen=True):
    """A way of writing dates: its groups are year or short (of this century), month or name, day.

    One that is `vague` (1/2) is a date only beside its weekday, or where a date must stand.
    """

    pattern: re.Pattern[str]
    example: str
    counter_example: str
    vague: bool = False


_YEAR = r"(?P<year>20\d\d)"
_SHORT_YEAR = r"['’]?(?P<short>1[5-9]|2\d)"
_MONTH = r"(?P<month>\d{1,2})"
_DAY = r"(?P<day>\d{1,2})"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAME = rf"(?P<name>{MONTH_NAME})\.?"

FORMS: Sequence[Form] = tuple(
    Form(regex(pattern, re.IGNORECASE), example, counter_example, vague)
    for pattern, example, counter_example, vague in (
        (
            rf"(?<!\d){_YEAR}\s{{0,2}}[-./年년]\s{{0,2}}{_MONTH}\s{{0,2}}[-./月월]\s{{0,2}}{_DAY}(?!\d)(?:\s?[日일])?\.?",
            "2021. 9. 15.",
            "2021. 13. 15.",
            False,
        ),
        (
            r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
            "20210915",
            "20211315",
            False,
        ),
        (rf"(?<![a-z]){_NAME}\s+{_ORDINAL},?\s+{_YEAR}", "Sep 15th, 2021", "Sep 45, 2021", False),
        (rf"(?<!\d){_ORDINAL}\s+{_NAME},?\s+{_YEAR}", "15 Sept 2021", "45 Sept 2021", False),
        (
            rf"(?<![\d./-]){_SHORT_YEAR}\s?[./-]\s?(?P<month>\d\d)\s?[./-]\s?(?P<day>\d\d)(?![\d./-]\d)",
            "21.09.15",
            "21.19.15",
            False,
        ),
        (rf"(?<!\d){_SHORT_YEAR}년\s?{_MONTH}월\s?{_DAY}일", "21년 9월 15일", "21년 9월", False),
        (rf"(?<!\d){_MONTH}\s?[月월]\s?{_DAY}\s?[日일](?!차)", "9월 15일", "9월 15일차", False),
        (rf"(?<![a-z]){_NAME}\s+{_ORDINAL}(?![\w:])", "Sep 15th", "Sep 2021", False),
        (
            rf"(?<![\d./-]){_MONTH}\s?[./-]\s?{_DAY}\.?(?![\d./-])",
            "8 / 2",
            "1.2.3",
            True,
        ),
        (r"(?<!\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)", "0802", "2021", True),
    )
)

# Behind a date; one of one letter only in brackets or last, for 일 is a word of many meanings.
_WEEKDAY = regex(
    rf"\s*[(（\[]\s*(?P<short>{WEEKDAY_NAME})\s*[)）\]]|\s+(?P<long>{WEEKDAY_NAME})(?![a-z가-힣])",
    re.IGNORECASE,
)
SHORTEST_BARE_WEEKDAY = 2


_DIGIT = regex(r"\d")


def written_dates(text: str, *, allow_vague: bool = False) -> list[WrittenDate]:
    """All dates in a short text, in order; `allow_vague` has 8/2 read without its weekday."""
    head = text[:LONGEST_TEXT]
    if _DIGIT.search(head) is None:
        return []
    found: list[WrittenDate] = []
    for form in FORMS:
        for match in form.pattern.finditer(head):
            if _is_within(match, found):
                continue
            read = _read_match(match, head)
            if read is None:
                continue
            if form.vague and read.weekday is None and not allow_vague:
                continue
            found.append(read)
    return sorted(found, key=_start)


def _start(written: WrittenDate) -> int:
    return written.start


def _is_within(match: re.Match[str], found: Sequence[WrittenDate]) -> bool:
    """Whether some of what matches was read as part of a date already."""
    start, end = match.span()
    overlapping = [known for known in found if start < known.end and known.start < end]
    return bool(overlapping)


def _read_match(match: re.Match[str], text: str) -> WrittenDate | None:
    groups = match.groupdict()
    name = groups.get("name")
    month = month_number(name) if name else int(groups["month"])
    day = int(groups["day"])
    year = _year_of(groups)
    if real_date(year, month, day) is None:
        return None
    weekday, end = _weekday_behind(text, match.end())
    return WrittenDate(
        month=month,
        day=day,
        year=year,
        weekday=weekday,
        start=match.start(),
        end=end,
    )


def _year_of(groups: dict[str, str | None]) -> int | None:
    year = groups.get("year")
    if year:
        return int(year)
    short = groups.get("short")
    if short:
        return CENTURY + int(short)
    return None


def _weekday_behind(text: str, position: int) -> tuple[int | None, int]:
    """The weekday that stands behind a date, and where it ends."""
    match = _WEEKDAY.match(text, position)
    if match is None:
        return None, position
    name = match["short"] or match["long"]
    is_bare = match["short"] is None
    behind = text[match.end() :].lstrip()
    ends_text = not behind or behind.startswith((")", "）", "]"))
    if is_bare and len(name) < SHORTEST_BARE_WEEKDAY and not ends_text:
        return None, position
    return weekday_number(name), match.end()


def only_date(text: str, *, allow_vague: bool = False) -> WrittenDate | None:
    """The date of a text that has one; none where it has two, or the beginning of a time."""
    dates = written_dates(text, allow_vague=allow_vague)
    if not dates:
        return None
    first = dates[0]
    if any(other.month_day != first.month_day for other in dates):
        return None
    behind = text[first.end :].lstrip()
    if behind.startswith(("~", "～", "부터", "까지", "–")):
        return None
    before = text[: first.start].rstrip()
    if before.endswith(("~", "～")):
        return None
    return first


_SESSION = regex(
    r"피어|peer|세션|session|회의|미팅|meeting|멘토링|mentoring|스터디|study|모임|minutes|standup|"
    r"輪読|勉強会|定例|例会|组会|分享会",
    re.IGNORECASE,
)
_OTHER_DAY = regex(
    r"다음|내일|예정|지난|이전|마감|계획|관련|next|tomorrow|until|due|plan|次回|下次", re.IGNORECASE
)
_SECTION_NUMBER = regex(r"\d{1,2}\s?[.-]\s?\d{1,2}")  # `3.1 피어세션`
LONGEST_SESSION_LINE = 60
LONGEST_BESIDE = 20  # characters beside the date that name the session


def session_date(text: str) -> WrittenDate | None:
    """The date in a line that names a session and when it was: `20210823 피어세션`."""
    if len(text) > LONGEST_SESSION_LINE or _DIGIT.search(text) is None:
        return None
    if not _SESSION.search(text) or _OTHER_DAY.search(text):
        return None
    found = only_date(text, allow_vague=True)
    if found is None:
        return None
    written = text[found.start : found.end]
    if found.year is None and _SECTION_NUMBER.match(written):
        return None
    beside = text[: found.start] + text[found.end :]
    words = re.sub(r"[\W_]+", " ", beside).strip()
    return found if len(words) <= LONGEST_BESIDE else None


def is_only_date(text: str, found: WrittenDate) -> bool:
    """Whether a text says nothing but a date, its weekday and perhaps a time."""
    beside = text[: found.start] + text[found.end :]
    return re.search(r"[^\W\d_]", beside) is None


class DateOfWeek(Struct, frozen=True):
    """A date that a text says lies in this week, or so many weeks later."""

    when: WrittenDate
    weeks_later: int


# 「이번 주 금요일(8/6)」: the weekday and the date must both stand there, since they prove each other.
_OF_WEEK = regex(
    r"(?P<this>이번|금|다음|차)\s?주\s?(?P<weekday>[월화수목금토일])요일\s?[(（]?\s?"
    r"(?P<month>1[0-2]|0?[1-9])\s?[./월]\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_THIS_WEEK = frozenset({"이번", "금"})
MOST_OF_WEEKS = 10  # such dates of one text


def dates_of_weeks(text: str) -> list[DateOfWeek]:
    """The dates that a text tells as days of this week or the next: 「다음 주 수요일(9/15)」."""
    if "요일" not in text:
        return []
    found = []
    for match in islice(_OF_WEEK.finditer(text), MOST_OF_WEEKS):
        month = int(match["month"])
        day = int(match["day"])
        if real_date(None, month, day) is None:
            continue
        weekday = weekday_number(match["weekday"])
        when = WrittenDate(month, day, weekday=weekday)
        later = 0 if match["this"] in _THIS_WEEK else 1
        found.append(DateOfWeek(when, later))
    return found
