"""Findings: what campnotes has to say about a note, where, and what to do about it.

A finding carries the values that the message of its rule names, so that it can be told in any
language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field
from rapidfuzz import fuzz, process

from campnotes.rules import RULES, Severity

GUIDE = "https://github.com/mulgyeol-camp/campnotes/blob/main/docs/guide"
LONGEST_VALUE = 200  # characters of a value that a message shows


def nearest_rule(name: str) -> str:
    """Give the rule whose name is the nearest to one that is none."""
    asked = name[:LONGEST_VALUE]
    nearest, _, _ = process.extractOne(asked, RULES.keys(), scorer=fuzz.ratio)
    return str(nearest)


def guide_address(code: str, language: str = "en") -> str:
    """Give the address of what the guide says about a rule, in Korean or English."""
    page = "findings.md" if language == "ko" else "findings.en.md"
    return f"{GUIDE}/{page}#{code}"


class Finding(Struct, frozen=True):
    """One thing to say about a note.

    `path` is relative to the notebook; `line` and `column` are 1-based, in the source file.
    `values` are what the message and the advice of the code name. `given` is the severity that the
    settings give the code, if it isn't the rule's own.
    """

    code: str
    path: str
    line: int
    column: int = 1
    values: Mapping[str, str] = field(default_factory=dict)
    given: Severity | None = None

    @property
    def severity(self) -> Severity:
        """The severity that the settings give the finding's code, or else the rule's own."""
        return self.given or RULES[self.code].severity

    def message(self, translate: Callable[[str], str] = str) -> str:
        """Say what is wrong, in the language of `translate` (English without one)."""
        message = translate(RULES[self.code].message)
        return message.format_map(self.shown_values)

    def advice(self, translate: Callable[[str], str] = str) -> str:
        """Say what to do about it, in the language of `translate` (English without one)."""
        advice = translate(RULES[self.code].advice)
        return advice.format_map(self.shown_values)

    @property
    def shown_values(self) -> dict[str, str]:
        """The values, cut to what a reader takes in: a note may hold a link of a megabyte."""
        shown = {}
        for name, value in self.values.items():
            is_long = len(value) > LONGEST_VALUE
            shown[name] = f"{value[:LONGEST_VALUE]}…" if is_long else value
        return shown

    def as_data(self, translate: Callable[[str], str] = str) -> dict[str, str | int]:
        """Give the finding as plain data, for the inventory and for other programs."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "message": self.message(translate),
        }
