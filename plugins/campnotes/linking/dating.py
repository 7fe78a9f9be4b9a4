"""When something was presented, as a table's column of dates or a title tells."""

from __future__ import annotations

import re
from datetime import date

from campnotes.notebook.dates import complete_year, written_date
from campnotes.notebook.months import ABBREVIATIONS, month_number
from campnotes.notebook.place import Kind, Place
from campnotes.settings import Settings

LONGEST = 40  # characters of a date as written
_MONTH_AND_DAY = (
    re.compile(r"(?<!\d)(?P<month>\d{1,2})\s*[-./月월]\s*(?P<day>\d{1,2})(?!\d)"),
    re.compile(
        rf"(?P<name>{'|'.join(ABBREVIATIONS)})[a-z]*\.?\s+(?P<day>\d{{1,2}})", re.IGNORECASE
    ),
    re.compile(rf"(?P<day>\d{{1,2}})\s+(?P<name>{'|'.join(ABBREVIATIONS)})", re.IGNORECASE),
)
_IDEOGRAPHIC = str.maketrans("年月日", "-- ")


def date_of(text: str, place: Place, settings: Settings) -> date | None:
    """The date that a short text tells; its year may be that of the note or of the camp."""
    if not text or len(text) > LONGEST:
        return None
    plain = text.translate(_IDEOGRAPHIC)
    whole = written_date(plain)
    if whole is not None:
        return whole
    for pattern in _MONTH_AND_DAY:
        match = pattern.search(plain)
        if match is not None:
            return _with_year(match, place, settings)
    return None


def _with_year(match: re.Match[str], place: Place, settings: Settings) -> date | None:
    groups = match.groupdict()
    name = groups.get("name")
    month = month_number(name) if name else int(groups["month"])
    day = int(groups["day"])
    if place.own_date is None:
        return complete_year(settings, month, day)
    try:
        return date(place.own_date.year, month, day)
    except ValueError:
        return None


def is_to_come(presented: date | None, place: Place) -> bool:
    """Whether a day's note tells of what was still to be presented."""
    if presented is None or place.kind is not Kind.DAY or place.own_date is None:
        return False
    return presented > place.own_date
