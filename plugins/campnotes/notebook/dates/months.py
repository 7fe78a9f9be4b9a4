"""The English names of months, as authors write them in file names and dates."""

from __future__ import annotations

ABBREVIATIONS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
# A regular expression for a month's name, whole or shortened as is usual.
MONTH_NAME = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)


def month_number(name: str) -> int:
    """The number of a month from 1 on, by its name or a beginning of it."""
    lower = name.lower()
    abbreviation = lower[:3]
    index = ABBREVIATIONS.index(abbreviation)
    return index + 1
