"""Findings for the terminal, for other programs, and for a workflow's annotations."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence

from campnotes.finding import Finding, Severity

Translate = Callable[[str], str]
FORMATS = ("text", "json", "github")
# GitHub's workflow commands know these levels (workflow-commands-for-github-actions).
_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# Notes and file names are strangers': none of this may reach a terminal or a workflow's log.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def format_findings(
    findings: Sequence[Finding], form: str = "text", translate: Translate = str
) -> str:
    """The findings as `text` (`path:line:column severity code message`), `json` or `github`."""
    if form == "json":
        return json.dumps([_plain(f, translate) for f in findings], ensure_ascii=False, indent=2)
    line = _github if form == "github" else _text
    return "\n".join(line(finding, translate) for finding in findings)


def _text(finding: Finding, translate: Translate) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    message = f"{finding.message(translate)} {finding.advice(translate)}"
    line = f"{place} {finding.severity} {finding.code} {' '.join(message.split())}"
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), line)


def _github(finding: Finding, translate: Translate) -> str:
    properties = ",".join(
        f"{name}={_escape(str(value), ':,')}"
        for name, value in {
            "file": finding.path,
            "line": finding.line,
            "col": finding.column,
            "title": finding.code,
        }.items()
    )
    message = f"{finding.message(translate)} {finding.advice(translate)}"
    return f"::{_GITHUB_LEVEL[finding.severity]} {properties}::{_escape(message)}"


def _escape(text: str, also: str = "") -> str:
    for character in f"%\r\n{also}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _plain(finding: Finding, translate: Translate) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message(translate),
        "advice": finding.advice(translate),
    }


def summarize(findings: Sequence[Finding], translate: Translate = str) -> str:
    """How many findings there are of each severity, in one line."""
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return translate("Nothing to mend.")
    names = {
        Severity.ERROR: translate("Error"),
        Severity.WARNING: translate("Warning"),
        Severity.INFO: translate("Info"),
    }
    return ", ".join(f"{names[severity]} {counts[severity]}" for severity in Severity
                     if counts[severity])  # fmt: skip


def exit_status(findings: Sequence[Finding], *, strict: bool = False) -> int:
    """1 if there are errors (or warnings, if `strict`), else 0."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(finding.severity in grave for finding in findings))
