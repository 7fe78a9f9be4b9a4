"""What names tell about a place in the camp, and how what several of them tell adds up."""

from __future__ import annotations

import datetime

from msgspec import Struct

from campnotes.notebook.dates.years import real_date

_TELLING = ("week", "day", "year", "month", "day_of_month", "weekday")


class Evidence(Struct, frozen=True):
    """What names tell about a place in the camp; `rule` names the recognisers that told it.

    `weekday` is counted from Monday, which is 0.
    """

    week: int | None = None
    day: int | None = None
    year: int | None = None
    month: int | None = None
    day_of_month: int | None = None
    weekday: int | None = None
    rule: str = ""

    def under(self, outer: Evidence) -> Evidence:
        """This evidence, completed by that of the folder around it."""
        merged: dict[str, int | None] = {}
        for name in _TELLING:
            value = getattr(self, name)
            if value is None:
                value = getattr(outer, name)
            merged[name] = value
        # The outer one's rules first; a rule that told both is named once.
        told = dict.fromkeys((*outer.rules, *self.rules))
        rule = "+".join(filter(None, told))
        return Evidence(rule=rule, **merged)

    @property
    def rules(self) -> tuple[str, ...]:
        """The recognisers that told it, the outermost folder's first."""
        named = self.rule.split("+")
        return tuple(named)

    def adds_to(self, known: Evidence) -> bool:
        """Tell whether this evidence is of something that isn't known, and no 31st of February."""
        tells_day = self.day_of_month is not None
        if tells_day and not self.is_real:
            return False
        for name in _TELLING:
            own = getattr(self, name)
            other = getattr(known, name)
            if own is not None and other is not None:
                return False
        return True

    @property
    def is_real(self) -> bool:
        """Whether month and day of the month are those of a date, in some year."""
        if self.month is None or self.day_of_month is None:
            return False
        return real_date(self.year, self.month, self.day_of_month) is not None

    @property
    def locates(self) -> bool:
        """Whether a day of the camp or of a month is known, not only what is around it."""
        if self.day is not None:
            return True
        return self.month_day is not None

    @property
    def date(self) -> datetime.date | None:
        """The date, where year, month and day of the month are all known and real."""
        if self.year is None or self.month is None or self.day_of_month is None:
            return None
        return real_date(self.year, self.month, self.day_of_month)

    def contradicts(self, when: datetime.date) -> bool:
        """Tell whether a date isn't of the month that is known, with its year."""
        if self.year is None or self.month is None:
            return False
        return (self.year, self.month) != (when.year, when.month)

    @property
    def month_day(self) -> tuple[int, int] | None:
        """Month and day of the month, where both are known."""
        month = self.month
        day = self.day_of_month
        if month is None or day is None:
            return None
        return month, day
