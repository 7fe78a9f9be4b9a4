"""Findings for the terminal, for other programs, and for a workflow's annotations."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence

from campnotes.finding import SEVERITY_NAMES, Finding, Severity

Translate = Callable[[str], str]
# GitHub's workflow commands know these levels (workflow-commands-for-github-actions).
_GITHUB_LEVEL = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
# Notes and file names are strangers': none of this may reach a terminal or a workflow's log.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def format_findings(
    findings: Sequence[Finding], form: str = "text", translate: Translate = str
) -> str:
    """Write findings as `text` (`path:line:column severity code message`), `json` or `github`."""
    if form == "json":
        return _json(findings, translate)
    if form == "github":
        lines = [_github(finding, translate) for finding in findings]
    else:
        lines = [_text(finding, translate) for finding in findings]
    return "\n".join(lines)


def _json(findings: Sequence[Finding], translate: Translate) -> str:
    data = []
    for finding in findings:
        entry = finding.as_data(translate)
        entry["advice"] = finding.advice(translate)
        data.append(entry)
    return json.dumps(data, ensure_ascii=False, indent=2)


def _text(finding: Finding, translate: Translate) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    words = _message(finding, translate).split()
    parts = [
        place,
        finding.severity,
        finding.code,
        *words,
    ]
    line = " ".join(parts)
    return _CONTROL.sub(_escape_control, line)


def _escape_control(found: re.Match[str]) -> str:
    """Write a character as Python does: `\\x1b`."""
    escaped = found[0].encode("unicode_escape")
    return escaped.decode()


def _github(finding: Finding, translate: Translate) -> str:
    """Write a workflow command: `::warning file=day1.md,line=3,col=1,title=CODE::MESSAGE`."""
    level = _GITHUB_LEVEL[finding.severity]
    properties = {
        "file": finding.path,
        "line": finding.line,
        "col": finding.column,
        "title": finding.code,
    }
    # Between properties, `:` and `,` have a meaning of their own.
    written = []
    for name, value in properties.items():
        escaped = _escape(str(value), also=":,")
        written.append(f"{name}={escaped}")
    message = _escape(_message(finding, translate))
    return f"::{level} {','.join(written)}::{message}"


def _escape(text: str, also: str = "") -> str:
    for character in f"%\r\n{also}":
        code = f"%{ord(character):02X}"
        text = text.replace(character, code)
    return text


def _message(finding: Finding, translate: Translate) -> str:
    """Say what is wrong and what to do about it."""
    wrong = finding.message(translate)
    advice = finding.advice(translate)
    return f"{wrong} {advice}"


def summarize(findings: Sequence[Finding], translate: Translate = str) -> str:
    """Count the findings of each severity, in one line: `Error 1, Warning 2`."""
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return translate("Nothing to mend.")
    parts = []
    for severity, name in SEVERITY_NAMES.items():
        count = counts[severity]
        if count:
            parts.append(f"{translate(name)} {count}")
    return ", ".join(parts)


def exit_status(findings: Sequence[Finding], *, strict: bool = False) -> int:
    """Give 1 if there are errors (or warnings, if `strict`), else 0."""
    failing = {Severity.ERROR}
    if strict:
        failing.add(Severity.WARNING)
    for finding in findings:
        if finding.severity in failing:
            return 1
    return 0
