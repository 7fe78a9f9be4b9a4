"""Findings that nobody wants to be told: by the settings, and by a note's front matter."""

from __future__ import annotations

import pytest

from campnotes.checking import summarize
from campnotes.linking.silencing import SilencedBy
from campnotes.rules import Severity
from campnotes.settings import Settings
from support.notebooks import make_notebook

DEAD = "[가](no.md) ![나](no.png)\n"


def told(notes: dict[str, str], settings: Settings | None = None) -> list[tuple[str, str]]:
    book = make_notebook(notes, settings)
    return [(finding.path, finding.code) for finding in book.findings]


def test_the_settings_have_a_rule_off_and_give_another_a_severity() -> None:
    levels = {"image-missing": None, "link-target-missing": Severity.INFO}
    book = make_notebook({"a.md": DEAD}, Settings(findings=levels))
    assert [(f.code, f.severity) for f in book.findings] == [("link-target-missing", Severity.INFO)]
    assert [(s.finding.code, s.by) for s in book.silenced] == [
        ("image-missing", SilencedBy.SETTINGS)
    ]
    assert summarize(book.findings, silenced=len(book.silenced)) == "Info 1, silenced 1"


@pytest.mark.parametrize(
    "ignore",
    [
        "[image-missing, link-target-missing]",
        "image-missing, link-target-missing",
        "\n  - image-missing\n  - link-target-missing",
    ],
)
def test_a_note_ignores_rules_for_itself_alone(ignore: str) -> None:
    head = f"---\ncampnotes:\n  ignore: {ignore}\n---\n"
    book = make_notebook({"a.md": head + DEAD, "b.md": DEAD})
    assert {finding.path for finding in book.findings} == {"b.md"}
    assert {each.by for each in book.silenced} == {SilencedBy.NOTE}
    assert len(book.silenced) == 2


def test_a_rule_that_a_note_can_t_mean_is_told_with_the_nearest() -> None:
    text = "---\ntitle: 가\ncampnotes:\n  ignore:\n    - image-misssing\n---\n![나](no.png)\n"
    finding, other = make_notebook({"a.md": text}).findings
    assert (finding.code, finding.line) == ("ignore-unknown", 5)
    assert finding.advice().endswith("the nearest is image-missing.")
    assert other.code == "image-missing"


@pytest.mark.parametrize(
    "given",
    [
        "true",
        "image-missing",
        "{ignored: [image-missing]}",
        "{ignore: 3}",
        "{ignore: {a: b}}",
        "{ignore: [[a]]}",
    ],
)
def test_what_is_written_otherwise_is_told_and_ignores_nothing(given: str) -> None:
    text = f"---\ntitle: 가\ncampnotes: {given}\n---\n![나](no.png)\n"
    assert told({"a.md": text}) == [("a.md", "front-matter-value"), ("a.md", "image-missing")]
    assert make_notebook({"a.md": text}).findings[0].line == 3


def test_a_name_of_any_length_costs_nothing() -> None:
    name = "image-missing" * 100_000
    (finding,) = make_notebook({"a.md": f"---\ncampnotes: {{ignore: [{name}]}}\n---\n"}).findings
    assert len(finding.message()) < 400


def test_findings_of_a_line_come_in_the_order_of_columns() -> None:
    book = make_notebook({"a.md": "[x](javascript:a) ![y](no.png) [z](no.md)\n"})
    assert [f.code for f in book.findings] == [
        "link-unsafe",
        "image-missing",
        "link-target-missing",
    ]
