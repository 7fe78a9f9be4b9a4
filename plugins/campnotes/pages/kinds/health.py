"""What there is to mend in the notebook, note by note, and what was repaired already.

The page is for who writes the notes. Readers aren't led to it, unless the settings say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from campnotes.finding import Finding, guide_address
from campnotes.pages.filtering import PageFilter, most_first, page_filter
from campnotes.pages.generated import GeneratedPage, toc_entry
from campnotes.pages.shown import show_place
from campnotes.rules import SEVERITY_NAMES, Severity
from campnotes.site.model import Site

MOST_IN_ALL = 250  # things to mend; a page of thousands is read by nobody, and slow on a phone
MOST_REPAIRED = 150
MOST_LINES = 12  # that one finding tells

_Alike = tuple[str, str, str]


class ShownSeverity(Struct, frozen=True):
    """A severity with its name, and how many findings have it."""

    value: str
    name: str
    count: int


_Severities = Mapping[Severity, ShownSeverity]


class ShownLine(Struct, frozen=True):
    """A line on which a finding stands; `url` is relative to the site, `""` in what is no note."""

    number: int
    url: str


class ShownFinding(Struct, frozen=True):
    """A finding, once for all lines of its note on which it stands; `fix` is what to write."""

    severity: ShownSeverity
    code: str
    guide: str
    message: str
    advice: str
    fix: str
    lines: tuple[ShownLine, ...]
    more_lines: int


class FindingsOfNote(Struct, frozen=True):
    """The findings of a note or another file; `url` is `""` where it has no page."""

    anchor: str
    path: str
    url: str
    findings: tuple[ShownFinding, ...]


class FindingList(Struct, frozen=True):
    """Findings note by note; `count` is that of all, `hidden` of those that aren't shown."""

    count: int
    notes: tuple[FindingsOfNote, ...]
    hidden: int


class Health(Struct, frozen=True):
    """What to do, what was repaired or is only told, and how many findings are silenced."""

    severities: tuple[ShownSeverity, ...]
    to_do: FindingList
    told: FindingList
    silenced: int
    filter: PageFilter


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the health page, which is there without findings too."""
    view = _health(site)
    toc = [toc_entry(of_note.path, of_note.anchor) for of_note in view.to_do.notes]
    is_listed = site.notebook.settings.health_listed
    yield GeneratedPage(
        source=site.source("health"),
        title=site.translate("Health"),
        template="campnotes/health.html",
        section="health",
        view=view,
        toc=tuple(toc),
        in_nav=is_listed,
        noindex=not is_listed,
    )


def _health(site: Site) -> Health:
    findings = site.notebook.findings
    to_do = [finding for finding in findings if finding.severity is not Severity.INFO]
    to_do.sort(key=_severest_first)
    told = [finding for finding in findings if finding.severity is Severity.INFO]
    severities = _severities(site)
    shown = _list(to_do, "note", MOST_IN_ALL, severities, site)
    kinds = []
    for of_note in shown.notes:
        kinds += [finding.severity.name for finding in of_note.findings]
    facet = most_first("kind", site.translate("Kinds"), kinds)
    return Health(
        severities=tuple(severities.values()),
        to_do=shown,
        told=_list(told, "told", MOST_REPAIRED, severities, site),
        silenced=len(site.notebook.silenced),
        filter=page_filter(len(kinds), (facet,)),
    )


def _list(
    findings: Sequence[Finding], name: str, most: int, severities: _Severities, site: Site
) -> FindingList:
    """List so many findings by note; those on other lines of a note count as one."""
    by_path: dict[str, dict[_Alike, list[Finding]]] = {}
    listed = 0
    for finding in findings:
        of_path = by_path.setdefault(finding.path, {})
        key = _alike(finding)
        if key not in of_path and listed == most:
            continue
        if key not in of_path:
            listed += 1
        same = of_path.setdefault(key, [])
        same.append(finding)
    notes: list[FindingsOfNote] = []
    shown = 0
    for path, alike in by_path.items():
        if not alike:
            continue
        shown += sum(map(len, alike.values()))
        found = [_finding(same, severities, site) for same in alike.values()]
        of_note = FindingsOfNote(
            anchor=f"{name}-{len(notes) + 1}",
            path=path,
            url=site.note_urls.get(path, ""),
            findings=tuple(found),
        )
        notes.append(of_note)
    return FindingList(
        count=len(findings),
        notes=tuple(notes),
        hidden=len(findings) - shown,
    )


def _alike(finding: Finding) -> _Alike:
    """The key by which findings that say the same about one note are put together."""
    return finding.code, finding.message(), finding.advice()


def _severest_first(finding: Finding) -> int:
    """The notes with the severest findings are first, and these in them; else all stay in order."""
    severities = list(Severity)
    return severities.index(finding.severity)


def _severities(site: Site) -> _Severities:
    """Show the severities that findings have, in their order."""
    findings = site.notebook.findings
    counts = Counter(finding.severity for finding in findings)
    shown: dict[Severity, ShownSeverity] = {}
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


def _finding(same: Sequence[Finding], severities: _Severities, site: Site) -> ShownFinding:
    finding = same[0]
    lines = [_line(one, site) for one in same[:MOST_LINES]]
    return ShownFinding(
        severity=severities[finding.severity],
        code=finding.code,
        guide=guide_address(finding.code, site.language),
        message=finding.message(site.translate),
        advice=finding.advice(site.translate),
        fix=_fix(finding),
        lines=tuple(lines),
        more_lines=max(len(same) - MOST_LINES, 0),
    )


def _line(finding: Finding, site: Site) -> ShownLine:
    path = finding.path
    url = ""
    if path in site.note_urls:
        url = show_place(path, finding.line, site).url
    return ShownLine(number=finding.line, url=url)


def _fix(finding: Finding) -> str:
    """What is to be written instead, where the finding knows it."""
    values = finding.shown_values
    if "suggestion" in values:
        return values["suggestion"]
    if "target" in values and "heading" in values:
        return f"#{values['target']}"
    return ""
