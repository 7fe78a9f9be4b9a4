"""Decide which findings are told: the settings give rules a level, and a note may ignore some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from campnotes.finding import Finding
from campnotes.rules import Severity


class SilencedBy(StrEnum):
    """What silences a finding."""

    SETTINGS = "settings"  # `findings: {image-large: off}` in mkdocs.yml
    NOTE = "note"  # `campnotes: {ignore: [image-large]}` in the note's front matter
    BASELINE = "baseline"  # a file of what was already there


class Silenced(Struct, frozen=True):
    """A finding that isn't told, and what silences it."""

    finding: Finding
    by: SilencedBy


class Findings(Struct, frozen=True):
    """The findings that are told, and those that are silenced, each in the order of the notes."""

    told: tuple[Finding, ...]
    silenced: tuple[Silenced, ...] = ()


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a note by line and column, and so that they come in the same order at each run."""
    return sorted(findings, key=_place_and_code)


def _place_and_code(finding: Finding) -> tuple[int, int, str, tuple[tuple[str, str], ...]]:
    values = tuple(finding.values.items())
    return finding.line, finding.column, finding.code, values


def silence(
    findings: Iterable[Finding],
    levels: Mapping[str, Severity | None],
    ignored: Mapping[str, Set[str]],
) -> Findings:
    """Give findings the level that the settings set, and set aside those that nobody wants.

    `levels` are severities by rule, `None` to have it off; `ignored` are the rules that each note
    ignores, by its path.
    """
    told = []
    silenced = []
    for finding in findings:
        by = _silenced_by(finding, levels, ignored)
        level = levels.get(finding.code)
        graded = replace(finding, given=level) if level else finding
        if by is None:
            told.append(graded)
        else:
            silenced.append(Silenced(graded, by))
    return Findings(
        told=tuple(told),
        silenced=tuple(silenced),
    )


def _silenced_by(
    finding: Finding,
    levels: Mapping[str, Severity | None],
    ignored: Mapping[str, Set[str]],
) -> SilencedBy | None:
    code = finding.code
    is_off = code in levels and levels[code] is None
    if is_off:
        return SilencedBy.SETTINGS
    if code in ignored.get(finding.path, frozenset()):
        return SilencedBy.NOTE
    return None
