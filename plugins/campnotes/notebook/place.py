"""Where a note belongs in the camp."""

from __future__ import annotations

import datetime
from enum import StrEnum

from msgspec import Struct

ON_TOPIC = "topic"  # the rule of a lecture that nothing but what it holds tells


class Kind(StrEnum):
    """What a note is."""

    DAY = "day"
    WEEK = "week"
    RETROSPECTIVE = "retrospective"
    LECTURE = "lecture"
    PAGE = "page"
    TEMPLATE = "template"  # an empty form, which is no note of the camp


class DateSource(StrEnum):
    """Where a note's date was read, the most trusted first."""

    FRONT_MATTER = "front-matter"
    PATH = "path"
    TEXT = "text"
    CALENDAR = "calendar"
    GIT = "git"


class Place(Struct, frozen=True):
    """A note's kind, week, day and date.

    - `day` is the number as the author counts: over the camp, or from 1 in each week;
    - `month_day` is a date whose year is not known;
    - `level` is the folder of the course's level that the note lies in, if there are levels;
    - `member` is the folder of the cohort's member whose note it is, if there are members;
    - `date_line` is the 1-based line that tells the date, if it is in the text;
    - `rule` names the recogniser that decided, for the health page.
    """

    kind: Kind
    week: int | None = None
    day: int | None = None
    date: datetime.date | None = None
    date_source: DateSource | None = None
    month_day: tuple[int, int] | None = None
    level: str = ""
    member: str = ""
    date_line: int | None = None
    rule: str = ""

    @property
    def may_hold_days(self) -> bool:
        """Whether such a note may hold a whole week, its days being sections of it."""
        return self.kind in {Kind.WEEK, Kind.RETROSPECTIVE}

    @property
    def is_of_any_week(self) -> bool:
        """Whether it may be spoken of in any week: a page, or a note on a topic."""
        if self.kind is Kind.PAGE:
            return True
        rules = self.rule.split("+")
        return ON_TOPIC in rules

    @property
    def own_date(self) -> datetime.date | None:
        """The date that the note or its calendar tells; not Git's, which only dates a commit."""
        if self.date_source is DateSource.GIT:
            return None
        return self.date


def date_for_programs(when: datetime.date | None, month_day: tuple[int, int] | None) -> str:
    """A date as ISO 8601 and HTML's `datetime` have it: `2026-03-02`, `03-02` without a year, or `""`."""
    if when is not None:
        return when.isoformat()
    if month_day is not None:
        month, day = month_day
        return f"{month:02}-{day:02}"
    return ""
