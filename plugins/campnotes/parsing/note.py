"""Parse one note: the chain of recognisers, and what they found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from campnotes.finding import Finding
from campnotes.markdown.document import Document, parse_document
from campnotes.markdown.emphasis import REPAIRED
from campnotes.notebook.dates import is_dated, written_date
from campnotes.notebook.front_matter import FrontMatter, split_front_matter
from campnotes.parsing.blocks import Block, BlockKind, read_blocks
from campnotes.parsing.contents import Entry, read_contents
from campnotes.parsing.links import Link
from campnotes.parsing.mentions import Mention, read_mentions
from campnotes.parsing.outline import Heading, read_outline
from campnotes.parsing.presenters import NamedPerson, Role
from campnotes.parsing.sessions import Presentation, read_presentations

_ADDRESSED = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,4}?)\s?님(?![가-힣]*들)")
DATE_LINES = 12  # a date further down tells of something else


@dataclass(frozen=True, slots=True)
class ParsedNote:
    """What one note says. Lines are 1-based lines of the file; `path` only labels findings."""

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

    @property
    def heading_place(self) -> str | None:
        """The note's title where it stands high enough to tell which day the whole note is."""
        high = [h for h in self.headings if h.level <= 2][:1]
        return high[0].text if high and high[0].text == self.heading_title else None

    @property
    def heading_title(self) -> str | None:
        """The text of the note's first heading, if that is of level 1 or the very first block."""
        if not self.headings:
            return None
        first = self.headings[0]
        top = next((h for h in self.headings if h.level == 1), first)
        opens = next((b for b in self.blocks if b.text.strip()), None)
        if top.level == 1 or (opens is not None and opens.line == first.line):
            return top.text or None
        return None


def parse_note(text: str, path: str = "", *, repair_emphasis: bool = True) -> ParsedNote:
    """Parse a note's whole text; see `parse_document` for `repair_emphasis`."""
    split = split_front_matter(text, path)
    document = parse_document(split.body, split.line, repair_emphasis=repair_emphasis)
    reading = read_blocks(document, text.split("\n"))
    blocks = reading.blocks
    presentations, moderators = read_presentations(blocks)
    return ParsedNote(
        path=path,
        text=text,
        front_matter=split.front_matter,
        document=document,
        blocks=blocks,
        headings=read_outline(blocks),
        contents=read_contents(blocks),
        presentations=presentations,
        named=(*moderators, *_addressed(blocks)),
        links=reading.links,
        html_ids=reading.ids,
        mentions=read_mentions(blocks),
        written=_written(blocks),
        findings=(*split.findings, *_repaired_emphasis(document, path)),
    )


def _addressed(blocks: Sequence[Block]) -> list[NamedPerson]:
    """Everybody who is called 님 somewhere; who of them is a person is seen in the notebook."""
    return [
        NamedPerson(block.line + i, match["name"], match[0], Role.MENTIONED, certain=False)
        for block in blocks
        if block.kind is not BlockKind.CODE and "님" in block.text
        for i, row in enumerate(block.text.split("\n"))
        for match in _ADDRESSED.finditer(row)
    ]


def _repaired_emphasis(document: Document, path: str) -> list[Finding]:
    """The places where emphasis was repaired, one finding a line."""
    repaired: dict[str, list[int]] = {}
    for text, offset in document.env.get(REPAIRED, ()):
        repaired.setdefault(text, []).append(offset)
    found: dict[int, Finding] = {}
    for token in document.tokens if repaired else ():
        if token.type != "inline" or token.map is None:
            continue
        text = token.content
        for offset in repaired.get(text, ()):
            line = token.map[0] + document.first_line + text.count("\n", 0, offset)
            row = text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0]
            found.setdefault(
                line, Finding("emphasis-repaired", path, line, values={"text": row[:80]})
            )
    return list(found.values())


def _written(blocks: Sequence[Block]) -> date | None:
    """The date in the note's first heading, or on a line near the top that says it is one."""
    first = True
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            if first and (when := written_date(block.text)):
                return when
            first = False
        for i, row in enumerate(block.text.split("\n")):
            if block.line + i <= DATE_LINES and is_dated(row) and (when := written_date(row)):
                return when
    return None
