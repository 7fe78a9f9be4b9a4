"""Findings for the terminal, for other programs, and for a workflow's annotations."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence

from campnotes.checking.escaping import command_value, plain, plain_json
from campnotes.checking.sarif import sarif_log
from campnotes.finding import Finding
from campnotes.linking.silencing import Findings, Silenced
from campnotes.rules import SEVERITY_NAMES, Severity, Translate

# GitHub's workflow commands know these levels (workflow-commands-for-github-actions).
_GITHUB_LEVEL = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def format_findings(
    findings: Sequence[Finding],
    form: str = "text",
    translate: Translate = str,
    *,
    silenced: Sequence[Silenced] = (),
    language: str = "en",
    folder: str = "",
) -> str:
    """Write findings in a form; nothing of a note acts in what is written.

    - `text`: `path:line:column severity code message`, a line each;
    - `json`: a list of objects;
    - `github`: a workflow command each, which GitHub shows beside the lines of a pull request;
    - `sarif`: a log in which the `silenced` ones are too, as suppressed.

    `folder` is the notebook's place in its checkout, which GitHub names files from.
    """
    if form == "sarif":
        judged = Findings(
            told=tuple(findings),
            silenced=tuple(silenced),
        )
        log = sarif_log(
            judged,
            translate,
            language=language,
            folder=folder,
        )
        return plain_json(log, indent=None)
    if form == "json":
        return _json(findings, translate)
    if form == "github":
        lines = [_github(finding, translate, folder) for finding in findings]
    else:
        lines = [_text(finding, translate) for finding in findings]
    return "\n".join(lines)


def _json(findings: Sequence[Finding], translate: Translate) -> str:
    data = []
    for finding in findings:
        entry = finding.as_data(translate)
        entry["advice"] = finding.advice(translate)
        data.append(entry)
    return plain_json(data)


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
    return plain(line)


def _github(finding: Finding, translate: Translate, folder: str) -> str:
    """Write a workflow command: `::warning file=day1.md,line=3,col=1,title=CODE::MESSAGE`."""
    level = _GITHUB_LEVEL[finding.severity]
    properties = {
        "file": posixpath.join(folder, finding.path),
        "line": finding.line,
        "col": finding.column,
        "title": finding.code,
    }
    # Between properties, `:` and `,` have a meaning of their own.
    written = []
    for name, value in properties.items():
        escaped = command_value(str(value), also=":,")
        written.append(f"{name}={escaped}")
    message = command_value(_message(finding, translate))
    return f"::{level} {','.join(written)}::{message}"


def _message(finding: Finding, translate: Translate) -> str:
    """Say what is wrong and what to do about it."""
    wrong = finding.message(translate)
    advice = finding.advice(translate)
    return f"{wrong} {advice}"


def summarize(findings: Sequence[Finding], translate: Translate = str, *, silenced: int = 0) -> str:
    """Count the findings of each severity, in one line: `Error 1, Warning 2, silenced 5`."""
    counts = Counter(finding.severity for finding in findings)
    parts = []
    for severity, name in SEVERITY_NAMES.items():
        count = counts[severity]
        if count:
            parts.append(f"{translate(name)} {count}")
    if not parts:
        nothing = translate("Nothing to mend.")
        parts.append(nothing.rstrip(".") if silenced else nothing)
    if silenced:
        name = translate("silenced")
        parts.append(f"{name} {silenced}")
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
