"""How findings are told in the terminal, to programs and to GitHub."""

from __future__ import annotations

import json

import pytest

from campnotes.checking import exit_status, format_findings, summarize
from campnotes.cli import FORMS
from campnotes.finding import Finding
from campnotes.locales import translations
from support.notebooks import make_notebook

DEAD = Finding("link-target-missing", "week1/day1.md", 3, 5, {"url": "no.md"})
UNSAFE = Finding("link-unsafe", "week1/day1.md", 7, values={"url": "javascript:x"})
REPAIRED = Finding(
    "contents-anchor-repaired",
    "a.md",
    2,
    values={"text": "정리", "anchor": "정-리", "heading": "정리", "target": "정리"},
)


def test_text_is_a_place_that_editors_know_with_what_is_wrong_and_what_to_do() -> None:
    assert format_findings([DEAD]) == (
        "week1/day1.md:3:5 warning link-target-missing "
        "The link no.md leads to no file of this notebook. Check the path."
    )


def test_one_line_for_each_finding_in_the_order_of_the_notes() -> None:
    book = make_notebook({"day10.md": "[x](no.md)\n", "day2.md": "\n![y](no.png) [x](no.md)\n"})
    lines = format_findings(book.findings).split("\n")
    assert [line.split()[0] for line in lines] == ["day2.md:2:1", "day2.md:2:14", "day10.md:1:1"]


def test_messages_are_in_the_notebook_s_language() -> None:
    text = format_findings([DEAD], "text", translations("ko").gettext)
    assert text.startswith("week1/day1.md:3:5 warning link-target-missing ")
    assert "no.md" in text
    assert "leads" not in text


def test_json_holds_everything() -> None:
    told = json.loads(format_findings([UNSAFE], "json"))
    assert told == [
        {
            "code": "link-unsafe",
            "severity": "error",
            "path": "week1/day1.md",
            "line": 7,
            "column": 1,
            "message": "The address javascript:x is unsafe; it was dropped.",
            "advice": "Use an http(s), mailto or relative address.",
        }
    ]
    assert json.loads(format_findings([], "json")) == []


@pytest.mark.parametrize(
    ("finding", "level"), [(UNSAFE, "error"), (DEAD, "warning"), (REPAIRED, "notice")]
)
def test_github_gets_annotations(finding: Finding, level: str) -> None:
    command = format_findings([finding], "github")
    place = f"file={finding.path},line={finding.line},col={finding.column}"
    assert command.startswith(f"::{level} {place},title={finding.code}::")


def test_a_note_can_t_write_workflow_commands_of_its_own() -> None:
    values = {"url": "x\n::error::100%"}
    finding = Finding("link-target-missing", "a,b:c%\n.md", 1, values=values)
    command = format_findings([finding], "github")
    assert "\n" not in command
    assert command.startswith("::warning file=a%2Cb%3Ac%25%0A.md,line=1,col=1,")
    assert "x%0A::error::100%25" in command
    assert "\n" not in format_findings([finding], "text")


def test_annotations_are_named_from_the_top_of_the_checkout_and_steer_no_log() -> None:
    finding = Finding("image-missing", "a\x1b[31m.md", 1, values={"url": "\u202egnp.a"})
    command = format_findings([finding], "github", folder="notes")
    assert command.startswith(r"::warning file=notes/a\x1b[31m.md,line=1,")
    assert r"\u202egnp.a" in command


def test_a_value_of_any_length_is_cut() -> None:
    finding = Finding("image-missing", "a.md", 1, values={"url": "a" * 1_000_000})
    for form in FORMS:
        assert "a" * 200 + "…" in format_findings([finding], form)
        assert "a" * 201 not in format_findings([finding], form)


def test_a_note_can_t_steer_the_terminal() -> None:
    finding = Finding("image-missing", "\x1b[2J\udcff.md", 1, values={"url": "\x9b31m빨강 🟥.png"})
    text = format_findings([finding])
    assert text.startswith(r"\x1b[2J\udcff.md:1:1 ")
    assert r"\x9b31m빨강 🟥.png" in text
    text.encode()


@pytest.mark.parametrize(
    ("findings", "lenient", "strict"),
    [([], 0, 0), ([REPAIRED], 0, 0), ([DEAD, REPAIRED], 0, 1), ([DEAD, UNSAFE], 1, 1)],
)
def test_errors_fail_and_warnings_only_if_strict(
    findings: list[Finding], lenient: int, strict: int
) -> None:
    assert exit_status(findings) == lenient
    assert exit_status(findings, strict=True) == strict


def test_the_summary_counts_by_severity() -> None:
    assert summarize([DEAD, UNSAFE, DEAD]) == "Error 1, Warning 2"
    assert summarize([]) == "Nothing to mend."
    assert summarize([DEAD], silenced=3) == "Warning 1, silenced 3"
    assert summarize([], silenced=3) == "Nothing to mend, silenced 3"
