"""Findings about what was repaired while a note was parsed."""

from __future__ import annotations

from campnotes.finding import Finding
from campnotes.parsing.document import Document
from campnotes.parsing.emphasis import REPAIRED

MAX_TEXT = 80  # characters of a line that a finding shows


def repair_findings(document: Document, path: str) -> list[Finding]:
    """The places where emphasis was repaired, one finding a line."""
    repaired: dict[str, list[int]] = {}
    for text, offset in document.env.get(REPAIRED, ()):
        repaired.setdefault(text, []).append(offset)
    if not repaired:
        return []
    found: dict[int, Finding] = {}
    for token in document.tokens:
        if token.type != "inline" or token.map is None:
            continue
        first_line = token.map[0] + document.first_line
        for offset in repaired.get(token.content, ()):
            finding = _finding(token.content, offset, path, first_line)
            found.setdefault(finding.line, finding)
    return list(found.values())


def _finding(text: str, offset: int, path: str, first_line: int) -> Finding:
    line = first_line + text.count("\n", 0, offset)
    begin = text.rfind("\n", 0, offset) + 1
    row = text[begin:].partition("\n")[0]
    return Finding("emphasis-repaired", path, line, values={"text": row[:MAX_TEXT]})
