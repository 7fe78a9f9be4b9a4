"""The findings: what is wrong in the notebook, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campnotes.finding import SEVERITY_NAMES, Finding, Severity
from campnotes.pages.generated import GeneratedPage, toc_entry
from campnotes.pages.shown import show_place
from campnotes.site.model import Site

MOST_SHOWN = 100  # findings of a code; a page of thousands is read by nobody, and slow on a phone
MOST_IN_ALL = 500  # shared among the codes
FEWEST_SHOWN = 10  # of each code, if there are many


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
    """The findings of a code; `hidden` is how many there are beyond those shown."""

    code: str
    severity: ShownSeverity
    findings: tuple[ShownFinding, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Health:
    """All findings by code, the severities that they have, and how many are silenced."""

    severities: tuple[ShownSeverity, ...]
    codes: tuple[FindingsOfCode, ...]
    silenced: int


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the health page, which is there without findings too."""
    toc = [toc_entry(code, code) for code in site.findings]
    yield GeneratedPage(
        source=site.source("health"),
        title=site.translate("Health"),
        template="campnotes/health.html",
        section="health",
        view=_health(site),
        toc=tuple(toc),
    )


def _health(site: Site) -> Health:
    severities = _severities(site)
    codes = []
    shares = MOST_IN_ALL // max(len(site.findings), 1)
    most = min(MOST_SHOWN, max(shares, FEWEST_SHOWN))
    for code, findings in site.findings.items():
        # All findings of a code have its severity.
        severity = findings[0].severity
        of_code = FindingsOfCode(
            code=code,
            severity=severities[severity],
            findings=_findings(findings[:most], site),
            hidden=max(len(findings) - most, 0),
        )
        codes.append(of_code)
    return Health(
        severities=tuple(severities.values()),
        codes=tuple(codes),
        silenced=len(site.notebook.silenced),
    )


def _severities(site: Site) -> dict[Severity, ShownSeverity]:
    """Show the severities that findings have, in their order."""
    findings = site.notebook.findings
    counts = Counter(finding.severity for finding in findings)
    shown = {}
    for severity in Severity:
        count = counts[severity]
        if count:
            name = SEVERITY_NAMES[severity]
            shown[severity] = ShownSeverity(
                value=str(severity),
                name=site.translate(name),
                count=count,
            )
    return shown


def _findings(findings: Sequence[Finding], site: Site) -> tuple[ShownFinding, ...]:
    shown = [_finding(finding, site) for finding in findings]
    return tuple(shown)


def _finding(finding: Finding, site: Site) -> ShownFinding:
    path = finding.path
    line = finding.line
    url = None
    if path in site.note_urls:
        url = show_place(path, line, site).url
    return ShownFinding(
        place=f"{path}:{line}",
        url=url,
        message=finding.message(site.translate),
        advice=finding.advice(site.translate),
    )
