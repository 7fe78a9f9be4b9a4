"""Findings in a build: what the option says of them, and what the log does."""

from __future__ import annotations

import logging

import pytest
import yaml
from mkdocs.config.base import ValidationError

from campnotes.hosts.mkdocs.options.finding_levels import FindingLevels
from campnotes.hosts.mkdocs.reporting import MOST_LISTED, report_findings
from campnotes.rules import Severity
from support.notebooks import make_notebook


def levels(written: str) -> dict[str, Severity | None]:
    return FindingLevels(default={}).run_validation(yaml.safe_load(written))


def test_rules_are_off_or_of_another_severity() -> None:
    assert levels("{image-large: off, image-missing: 'off', link-unsafe: warning}") == {
        "image-large": None,
        "image-missing": None,
        "link-unsafe": Severity.WARNING,
    }


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{link-target-misssing: off}", "is it link-target-missing?"),
        ("{3: off}", "is no rule of findings"),
        ("{image-large: never}", "image-large: 'never' is none of off, error, warning, info."),
        ("{image-large: on}", "image-large: True is none of"),
        ("{image-large: {a: b}}", "is none of"),
        ("[image-large]", "takes rules"),
        ("off", "takes rules"),
    ],
)
def test_what_is_wrong_with_the_option_is_told(written: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told.replace("?", r"\?")):
        levels(written)


def test_the_log_lists_some_and_counts_the_rest(caplog: pytest.LogCaptureFixture) -> None:
    notes = {"a.md": "\n".join(f"![{number}](no{number}.png)" for number in range(1_500))}
    findings = make_notebook(notes).findings
    caplog.set_level(logging.INFO)
    report_findings(findings, frozenset(), logging.getLogger("campnotes"), str, silenced=7)
    lines = caplog.messages
    assert len(lines) == MOST_LISTED + 2
    assert lines[-2] == "… and 1,480 more."
    assert lines[-1].startswith("Warning 1500, silenced 7. See the health page, or run campnotes")
