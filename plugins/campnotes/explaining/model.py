"""What is told of a note, and why: plain data that any language puts into words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from campnotes.linking.model import Cited


class Subject(StrEnum):
    """What an explanation is about."""

    NOTE = "note"
    KIND = "kind"
    WEEK = "week"
    DAY = "day"
    DATE = "date"
    TITLE = "title"
    TOPIC = "topic"
    PRESENTATION = "presentation"
    QUESTION = "question"
    PERSON = "person"
    NOT_TAKEN = "not-taken"


class Reason(Struct, frozen=True):
    """One thing that speaks for a reading: its code in `REASONS`, and the values that it names.

    `at` is the place in the notebook that tells it, where there is one.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    at: Cited | None = None


class Explanation(Struct, frozen=True):
    """What was read, and why.

    - `value` is what was read: a number, a date, a title, a name; `""` where nothing tells it.
    - `line` is the 1-based line that it is about, if it is about one.
    - `written` is a name as it is written there, and `role` what its bearer does.
    """

    subject: Subject
    value: str
    reasons: tuple[Reason, ...]
    line: int | None = None
    written: str = ""
    role: str = ""
