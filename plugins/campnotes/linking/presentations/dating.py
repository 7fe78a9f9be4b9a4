"""When something was presented, as a table's column of dates or a title tells."""

from __future__ import annotations

from datetime import date

from campnotes.linking.surroundings import Surroundings
from campnotes.notebook.dates.written import WrittenDate, written_dates
from campnotes.notebook.dates.years import real_date
from campnotes.notebook.place import Place

LONGEST = 40  # characters of a date as written


def date_of(text: str, place: Place, surroundings: Surroundings) -> date | None:
    """The date that a short text tells; its year may be that of the note or of the notebook."""
    if len(text) > LONGEST:
        return None
    for written in written_dates(text, allow_vague=True):
        return _in_year_of(place, written) or surroundings.date_of(written)
    return None


def _in_year_of(place: Place, written: WrittenDate) -> date | None:
    """A date without a year in that of the note, where the note's is known."""
    if written.year is not None or place.own_date is None:
        return None
    return real_date(place.own_date.year, written.month, written.day)
