"""Findings about what was repaired or given up while a note was parsed."""

from __future__ import annotations

from collections.abc import Sequence

from campnotes.finding import Finding
from campnotes.markdown.address_ends import SHORTENED, Shortened
from campnotes.markdown.document import Document
from campnotes.markdown.emphasis import REPAIRED
from campnotes.markdown.marks.wikilinks import WIKILINKS
from campnotes.parsing.links import Lines

MAX_TEXT = 80  # characters of a line that a finding shows


def repair_findings(document: Document, path: str) -> list[Finding]:
    """The places where emphasis was repaired, one finding a line, and the addresses that were."""
    emphasis = _emphasis_findings(document, path)
    addresses = _address_findings(document, path)
    return [*emphasis, *addresses]


def _address_findings(document: Document, path: str) -> list[Finding]:
    """The addresses that end before the Korean that touches them, each once a line."""
    by_text: dict[str, list[Shortened]] = {}
    for shortened in document.env.get(SHORTENED, ()):
        by_text.setdefault(shortened.text, []).append(shortened)
    if not by_text:
        return []
    findings: dict[tuple[int, str], Finding] = {}
    for token in document.tokens:
        if token.type != "inline" or token.map is None:
            continue
        first_line = token.map[0] + document.first_line
        lines = Lines(token.content, first_line)
        for shortened in by_text.get(token.content, ()):
            line = lines.at(shortened.offset)
            values = {"url": shortened.address[:MAX_TEXT], "rest": shortened.rest}
            finding = Finding("address-repaired", path, line, values=values)
            findings.setdefault((line, shortened.address), finding)
    return list(findings.values())


def _emphasis_findings(document: Document, path: str) -> list[Finding]:
    """The places where emphasis was repaired, one finding a line."""
    repaired = _offsets_by_text(document)
    if not repaired:
        return []
    rows: dict[int, str] = {}
    for token in document.tokens:
        if token.type != "inline" or token.map is None:
            continue
        text = token.content
        offsets = repaired.get(text, ())
        first_line = token.map[0] + document.first_line
        for offset in offsets:
            line = first_line + text.count("\n", 0, offset)
            row = _row_at(text, offset)
            rows.setdefault(line, row)
    findings: list[Finding] = []
    for line, row in rows.items():
        finding = _finding(path, line, row)
        findings.append(finding)
    return findings


def mark_findings(document: Document, path: str) -> list[Finding]:
    """The marks of other tools that were read, each once."""
    findings = []
    for name, line in document.marks.items():
        finding = Finding("mark-read", path, line, values={"mark": name})
        findings.append(finding)
    return findings


def is_of_wikilinks(finding: Finding) -> bool:
    """Tell whether a finding says that wikilinks were read."""
    return finding.values.get("mark") == WIKILINKS.name


def nesting_findings(lines: Sequence[int], path: str) -> list[Finding]:
    """The first line on which HTML nests too deep; the others follow from the same open tags."""
    return [Finding("html-too-deep", path, line) for line in lines[:1]]


def _offsets_by_text(document: Document) -> dict[str, list[int]]:
    """Where emphasis was repaired, by the inline text in which it was."""
    offsets: dict[str, list[int]] = {}
    repaired = document.env.get(REPAIRED, ())
    for text, offset in repaired:
        known = offsets.setdefault(text, [])
        known.append(offset)
    return offsets


def _row_at(text: str, offset: int) -> str:
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    if end == -1:
        return text[begin:]
    return text[begin:end]


def _finding(path: str, line: int, row: str) -> Finding:
    return Finding(
        "emphasis-repaired",
        path,
        line,
        values={"text": row[:MAX_TEXT]},
    )
