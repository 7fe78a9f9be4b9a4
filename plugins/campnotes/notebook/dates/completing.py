"""Complete dates that are written without a year, or with a wrong one."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from campnotes.notebook.clues import Seen
from campnotes.notebook.dates.camp import complete_year
from campnotes.notebook.dates.written import WrittenDate
from campnotes.notebook.dates.years import MonthDay, Years
from campnotes.notebook.layout.evidence import Evidence
from campnotes.settings import Settings


class DateCompleter(Struct, frozen=True):
    """Completes dates by the camp's start, which the `settings` may tell, or by the notebook's years."""

    settings: Settings
    years: Years

    def complete(self, written: WrittenDate) -> date | None:
        """The date that was written; where it tells no year, in the one that the notebook settles.

        A year that doesn't fit the weekday beside it is one that an author forgot to change, if the
        notebook settles another.
        """
        month_day = MonthDay(written.month, written.day, written.weekday)
        if written.is_doubtful:
            return self.years.settle(month_day) or written.date
        return written.date or self._settle(month_day)

    def date_of_path(self, seen: Seen) -> date | None:
        """The date that a note's path tells."""
        return self._date_of(seen.by_path)

    def date_of_text(self, seen: Seen) -> date | None:
        """The date that a note's text or its title tells."""
        written = seen.clue.written
        when = self.complete(written) if written is not None else None
        if when is not None:
            return when
        by_path = seen.by_path
        evidence = seen.evidence
        is_by_path = by_path.date is not None or (
            evidence.date is None and by_path.month_day is not None
        )
        return None if is_by_path else self._date_of(evidence)

    def _date_of(self, evidence: Evidence) -> date | None:
        if evidence.date is not None or evidence.month_day is None:
            return evidence.date
        month, day = evidence.month_day
        return self._settle(MonthDay(month, day, evidence.weekday))

    def _settle(self, month_day: MonthDay) -> date | None:
        by_start = complete_year(self.settings, month_day.month, month_day.day)
        return by_start or self.years.settle(month_day)
