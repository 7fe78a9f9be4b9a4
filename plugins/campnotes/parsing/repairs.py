"""Findings about what was repaired or given up while a note was parsed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

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
    by_text: dict[str, list[Shortened]] = defaultdict(list)
    for shortened in document.env.get(SHORTENED, ()):
        of_text = by_text[shortened.text]
        of_text.append(shortened)
    findings: dict[tuple[int, str], Finding] = {}
    for text, first_line in _texts_among(by_text, document):
        lines = Lines(text, first_line)
        for shortened in by_text[text]:
            line = lines.at(shortened.offset)
            finding = Finding(
                "address-repaired",
                path,
                line,
                values={"url": shortened.address[:MAX_TEXT], "rest": shortened.rest},
            )
            line_and_address = (line, shortened.address)
            findings.setdefault(line_and_address, finding)
    return list(findings.values())


def _emphasis_findings(document: Document, path: str) -> list[Finding]:
    """The places where emphasis was repaired, one finding a line."""
    offsets: dict[str, list[int]] = defaultdict(list)
    for text, offset in document.env.get(REPAIRED, ()):
        of_text = offsets[text]
        of_text.append(offset)
    findings: dict[int, Finding] = {}
    for text, first_line in _texts_among(offsets, document):
        lines = Lines(text, first_line)
        for offset in offsets[text]:
            line = lines.at(offset)
            row = _row_at(text, offset)
            finding = Finding(
                "emphasis-repaired",
                path,
                line,
                values={"text": row[:MAX_TEXT]},
            )
            findings.setdefault(line, finding)
    return list(findings.values())


def _texts_among(sought: Collection[str], document: Document) -> Iterator[tuple[str, int]]:
    """Those of a document's texts that are sought, each with the line on which it begins."""
    if not sought:
        return
    for token in document.tokens:
        is_text = token.type == "inline" and token.content in sought
        if is_text and token.map is not None:
            first_line = token.map[0] + document.first_line
            yield token.content, first_line


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


def _row_at(text: str, offset: int) -> str:
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    if end == -1:
        return text[begin:]
    return text[begin:end]
