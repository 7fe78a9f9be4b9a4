"""Findings as SARIF 2.1.0, which code scanning and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from campnotes import __version__
from campnotes.checking.fingerprints import fingerprints
from campnotes.finding import Finding, guide_address
from campnotes.linking.silencing import Findings, SilencedBy
from campnotes.rules import RULES, Severity, Translate

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
PROJECT = "https://github.com/mulgyeol-camp/campnotes"
# What paths are relative to: the top of the checkout, by the name that GitHub and CodeQL gave it.
BASE = "%SRCROOT%"
FINGERPRINT = "campnotesFinding/v1"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
# The specification (3.35.2) knows the file itself and anything else as places of a suppression.
_SUPPRESSIONS = {
    SilencedBy.SETTINGS: ("external", "off in mkdocs.yml"),
    SilencedBy.NOTE: ("inSource", "ignored in the note's front matter"),
    SilencedBy.BASELINE: ("external", "in the baseline"),
}


def sarif_log(
    findings: Findings, translate: Translate, *, language: str, folder: str
) -> dict[str, Any]:
    """Give the log of one run; `folder` is the notebook's place in its checkout."""
    driver = {
        "name": "campnotes",
        "version": __version__,
        "informationUri": PROJECT,
        "rules": list(_rules(translate, language)),
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": _results(findings, translate, folder),
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [run],
    }


def _rules(translate: Translate, language: str) -> Iterator[dict[str, Any]]:
    for code, rule in RULES.items():
        # What a finding fills in isn't known of a rule.
        blank: defaultdict[str, str] = defaultdict(lambda: "…")
        wrong = translate(rule.message).format_map(blank)
        advice = translate(rule.advice).format_map(blank)
        yield {
            "id": code,
            "shortDescription": {"text": wrong},
            "help": {"text": advice},
            "helpUri": guide_address(code, language),
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }


def _results(findings: Findings, translate: Translate, folder: str) -> list[dict[str, Any]]:
    """Give the findings that are told, and behind them those that are silenced.

    Where one result says whether it is suppressed, all have to (3.27.23).
    """
    told = [_result(finding, translate, folder) for finding in findings.told]
    for result in told:
        result["suppressions"] = []
    silenced = []
    for each in findings.silenced:
        kind, why = _SUPPRESSIONS[each.by]
        result = _result(each.finding, translate, folder)
        result["suppressions"] = [{"kind": kind, "justification": why}]
        silenced.append(result)
    results = [*told, *silenced]
    all_findings = [*findings.told, *_findings_of(findings)]
    for result, digest in zip(results, fingerprints(all_findings), strict=True):
        result["partialFingerprints"] = {FINGERPRINT: digest}
    return results


def _findings_of(findings: Findings) -> Sequence[Finding]:
    return [each.finding for each in findings.silenced]


def _result(finding: Finding, translate: Translate, folder: str) -> dict[str, Any]:
    codes = list(RULES)
    wrong = finding.message(translate)
    advice = finding.advice(translate)
    text = _plain_message(f"{wrong} {advice}")
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(finding, folder)}],
    }


def _plain_message(text: str) -> str:
    """Write text so that a viewer makes nothing of it: no placeholder (3.11.5), no link (3.11.6)."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    return doubled.replace("](", "\\](")


def _location(finding: Finding, folder: str) -> dict[str, Any]:
    path = posixpath.join(folder, finding.path)
    # A name that isn't UTF-8 is encoded by its bytes.
    uri = quote(path, errors="surrogateescape")
    return {
        "artifactLocation": {"uri": uri, "uriBaseId": BASE},
        "region": {
            "startLine": max(finding.line, 1),
            "startColumn": max(finding.column, 1),
        },
    }
