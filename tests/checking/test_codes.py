"""Every code of a finding is documented, with its severity."""

from __future__ import annotations

import re

from campnotes.finding import RULES, SEVERITY_NAMES, Severity
from support.notebooks import HOME

GUIDE = HOME / "docs" / "guide" / "findings.md"


def documented() -> dict[str, str]:
    """The severities that the guide names, by code; one alone holds for every code of its row."""
    found: dict[str, str] = {}
    for codes, severities, _ in re.findall(
        r"^\| (`.+?`) \| (.+?) \| (.+) \|$", GUIDE.read_text("utf-8"), re.MULTILINE
    ):
        names = re.findall(r"`([\w-]+)`", codes)
        each = severities.split(", ")
        found |= dict(zip(names, each * (len(names) // len(each)), strict=True))
    return found


def test_the_guide_has_every_code_with_its_severity() -> None:
    assert documented() == {code: str(rule.severity) for code, rule in RULES.items()}


def test_every_severity_has_a_name() -> None:
    assert list(SEVERITY_NAMES) == list(Severity)
