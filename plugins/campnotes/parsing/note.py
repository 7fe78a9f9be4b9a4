"""Parse one note: the chain of recognisers, and what they found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from campnotes.finding import Finding
from campnotes.markdown.document import Document, parse_document
from campnotes.notebook.front_matter import FrontMatter, split_front_matter
from campnotes.notebook.ignored_rules import read_ignored
from campnotes.parsing.addressed import read_addressed
from campnotes.parsing.blocks import Block, read_blocks
from campnotes.parsing.contents import Entry, read_contents
from campnotes.parsing.links import Link
from campnotes.parsing.mentions import Mention, read_mentions
from campnotes.parsing.outline import Heading, read_outline
from campnotes.parsing.presenters import NamedPerson
from campnotes.parsing.repairs import mark_findings, nesting_findings, repair_findings
from campnotes.parsing.sessions import Presentation, read_sessions
from campnotes.parsing.written import read_written_date


@dataclass(frozen=True, slots=True)
class ParsedNote:
    """What one note says. Lines are 1-based lines of the file; `path` only labels findings.

    Of a `sealed` note no more is told than its title and place; see `seal_note`.
    """

    path: str
    text: str
    front_matter: FrontMatter
    document: Document
    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]
    contents: tuple[Entry, ...]
    presentations: tuple[Presentation, ...]
    named: tuple[NamedPerson, ...]
    links: tuple[Link, ...]
    html_ids: tuple[str, ...]
    mentions: tuple[Mention, ...]
    written: date | None
    findings: tuple[Finding, ...]
    ignored: frozenset[str] = frozenset()
    sealed: bool = False

    @property
    def heading_place(self) -> str | None:
        """The note's title where it stands high enough to tell which day the whole note is."""
        title = self.heading_title
        for heading in self.headings:
            if heading.level <= 2:
                return title if heading.text == title else None
        return None

    @property
    def heading_title(self) -> str | None:
        """The text of the note's first heading, if that is of level 1 or the very first block."""
        if not self.headings:
            return None
        for heading in self.headings:
            if heading.level == 1:
                return heading.text or None
        first = self.headings[0]
        opens_note = self._first_line == first.line
        if opens_note and first.text:
            return first.text
        return None

    @property
    def _first_line(self) -> int | None:
        """The line of the first block that isn't empty."""
        for block in self.blocks:
            if block.text.strip():
                return block.line
        return None


def parse_note(
    text: str,
    path: str = "",
    *,
    repair_emphasis: bool = True,
    repair_addresses: bool = True,
    read_marks: bool = True,
) -> ParsedNote:
    """Parse a note's whole text; see `parse_document` for what may be repaired or read."""
    split = split_front_matter(text, path)
    document = parse_document(
        split.body,
        split.line,
        repair_emphasis=repair_emphasis,
        repair_addresses=repair_addresses,
        read_marks=read_marks,
    )
    reading = read_blocks(document, text.split("\n"))
    blocks = reading.blocks
    body_begins = text.rfind(split.body)
    ignored = read_ignored(split.front_matter.raw, path, head=text[:body_begins])
    sessions = read_sessions(blocks)
    return ParsedNote(
        path=path,
        text=text,
        front_matter=split.front_matter,
        document=document,
        blocks=blocks,
        headings=read_outline(blocks),
        contents=read_contents(blocks),
        presentations=sessions.presentations,
        named=(*sessions.moderators, *read_addressed(blocks)),
        links=reading.links,
        html_ids=reading.ids,
        mentions=read_mentions(blocks),
        written=read_written_date(blocks),
        findings=(
            *split.findings,
            *ignored.findings,
            *repair_findings(document, path),
            *mark_findings(document, path),
            *nesting_findings(reading.too_deep, path),
        ),
        ignored=ignored.rules,
    )
