"""The findings: what is wrong in the notebook, and what to do about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from campnotes.finding import Finding
from campnotes.pages.generated import GeneratedPage, toc_entry
from campnotes.pages.shown import show_place
from campnotes.rules import SEVERITY_NAMES, Severity
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
    by_code = _by_code(site.notebook.findings)
    toc = [toc_entry(code, code) for code in by_code]
    yield GeneratedPage(
        source=site.source("health"),
        title=site.translate("Health"),
        template="campnotes/health.html",
        section="health",
        view=_health(by_code, site),
        toc=tuple(toc),
        noindex=True,
    )


def _by_code(findings: Sequence[Finding]) -> Mapping[str, Sequence[Finding]]:
    """Put the findings of each code together, the severest first."""
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=_severest_first):
        by_code[finding.code].append(finding)
    return by_code


def _severest_first(finding: Finding) -> tuple[int, str]:
    severities = list(Severity)
    rank = severities.index(finding.severity)
    return rank, finding.code


def _health(by_code: Mapping[str, Sequence[Finding]], site: Site) -> Health:
    severities = _severities(site)
    codes = []
    shares = MOST_IN_ALL // max(len(by_code), 1)
    most = min(MOST_SHOWN, max(shares, FEWEST_SHOWN))
    for code, findings in by_code.items():
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
