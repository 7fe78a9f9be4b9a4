"""The findings: what is wrong in the notebook, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campnotes.finding import SEVERITY_NAMES, Finding, Severity
from campnotes.pages.generated import GeneratedPage, toc_entry
from campnotes.pages.shown import show_place
from campnotes.site.model import Site


@dataclass(frozen=True, slots=True)
class ShownSeverity:
    """A severity with its name, and how many findings have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding; `url` is relative to the site, `None` in a file that is no note."""

    place: str
    url: str | None
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class FindingsOfCode:
    """The findings of a code."""

    code: str
    severity: ShownSeverity
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """All findings by code, and the severities that they have."""

    severities: tuple[ShownSeverity, ...]
    codes: tuple[FindingsOfCode, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the health page, which is there without findings too."""
    yield GeneratedPage(
        source=site.source("health"),
        title=site.translate("Health"),
        template="campnotes/health.html",
        section="health",
        view=_health(site),
        toc=tuple(toc_entry(code, code) for code in site.findings),
    )


def _health(site: Site) -> Health:
    counts = Counter(finding.severity for finding in site.notebook.findings)
    severities = {severity: _severity(severity, counts, site) for severity in Severity}
    codes = []
    for code, findings in site.findings.items():
        severity = severities[findings[0].severity]
        codes.append(FindingsOfCode(code, severity, findings=_findings(findings, site)))
    met = [severity for severity in severities.values() if severity.count]
    return Health(severities=tuple(met), codes=tuple(codes))


def _severity(severity: Severity, counts: Counter[Severity], site: Site) -> ShownSeverity:
    name = site.translate(SEVERITY_NAMES[severity])
    return ShownSeverity(value=str(severity), name=name, count=counts[severity])


def _findings(findings: Sequence[Finding], site: Site) -> tuple[ShownFinding, ...]:
    return tuple(_finding(finding, site) for finding in findings)


def _finding(finding: Finding, site: Site) -> ShownFinding:
    is_of_note = finding.path in site.note_urls
    return ShownFinding(
        place=f"{finding.path}:{finding.line}",
        url=show_place(finding.path, finding.line, site).url if is_of_note else None,
        message=finding.message(site.translate),
        advice=finding.advice(site.translate),
    )
