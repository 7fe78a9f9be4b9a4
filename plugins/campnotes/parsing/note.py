"""Parse one note: the chain of recognisers, and what they found."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from campnotes.finding import Finding
from campnotes.markdown.document import Document, parse_document
from campnotes.notebook.front_matter import FrontMatter, split_front_matter
from campnotes.notebook.front_matter.ignored_rules import read_ignored
from campnotes.parsing.addressed import read_addressed
from campnotes.parsing.authorship import read_author
from campnotes.parsing.block_reader import read_blocks
from campnotes.parsing.blocks import Block
from campnotes.parsing.bold import BoldText, read_bold_texts
from campnotes.parsing.contents import Entry, find_titles, read_contents
from campnotes.parsing.day_sections import DaySection, read_day_sections
from campnotes.parsing.kept_blocks import KeptBlocks, opening_of, packed_blocks
from campnotes.parsing.kept_tokens import KeptDocument, tokens_for_once
from campnotes.parsing.links import Link
from campnotes.parsing.listings import Listing, read_listings
from campnotes.parsing.members import Member, read_members
from campnotes.parsing.mentions import Mention, read_mentions
from campnotes.parsing.outline import Heading, read_outline
from campnotes.parsing.presenters import NamedPerson
from campnotes.parsing.questions import Question, name_askers, read_questions_of_note
from campnotes.parsing.repairs import mark_findings, nesting_findings, repair_findings
from campnotes.parsing.sessions import PeerSessions, Presentation, read_sessions
from campnotes.parsing.written import Written, read_written_date
from campnotes.settings import ParseOptions

_AS_USUAL = ParseOptions()


class ParsedNote(Struct, frozen=True):
    """What one note says. Lines are 1-based lines of the file; `path` only labels findings.

    Its `questions` are all that are asked in it, those of its presentations too. `bold_texts` are
    read only where it has contents, which may lead there. `code_infos` say what its blocks of code
    are in, each once.

    Of a `sealed` note no more is told than its title and place; see `seal_note`.
    """

    path: str
    text: str
    front_matter: FrontMatter
    document: Document | KeptDocument
    blocks: tuple[Block, ...] | KeptBlocks
    headings: tuple[Heading, ...]
    contents: tuple[Entry, ...]
    presentations: tuple[Presentation, ...]
    named: tuple[NamedPerson, ...]
    links: tuple[Link, ...]
    html_ids: tuple[str, ...]
    mentions: tuple[Mention, ...]
    written: Written | None
    day_sections: tuple[DaySection, ...]
    findings: tuple[Finding, ...]
    members: tuple[Member, ...] = ()
    author: NamedPerson | None = None
    listings: tuple[Listing, ...] = ()
    questions: tuple[Question, ...] = ()
    bold_texts: tuple[BoldText, ...] = ()
    code_infos: tuple[str, ...] = ()
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
        if first.text and self.opens_with(first):
            return first.text
        return None

    def opens_with(self, heading: Heading) -> bool:
        """Tell whether nothing stands before a heading."""
        return self._first_line == heading.line

    @property
    def _first_line(self) -> int | None:
        """The line of the first block that isn't empty."""
        opening = opening_of(self.blocks)
        return None if opening is None else opening.line


def parse_note(
    text: str,
    path: str = "",
    options: ParseOptions = _AS_USUAL,
) -> ParsedNote:
    """Parse a note's whole text; `options` say what is repaired or read in it."""
    split = split_front_matter(text, path)
    document = parse_document(split.body, split.line, options)
    reading = read_blocks(document, text.split("\n"))
    blocks = reading.blocks
    body_begins = text.rfind(split.body)
    ignored = read_ignored(split.front_matter.raw, path, head=text[:body_begins])
    titles = find_titles(blocks)
    sessions = read_sessions(blocks, path, title=split.front_matter.title or "")
    headings = read_outline(blocks)
    day_sections = read_day_sections(blocks, headings)
    outside = read_questions_of_note(blocks, text, path)
    asked = _all_questions(sessions.presentations, outside)
    contents = read_contents(blocks, titles)
    return ParsedNote(
        path=path,
        text=text,
        front_matter=split.front_matter,
        document=document,
        blocks=blocks,
        headings=headings,
        contents=contents,
        presentations=sessions.presentations,
        named=(*sessions.others, *name_askers(asked), *read_addressed(blocks)),
        links=reading.links,
        html_ids=reading.ids,
        mentions=read_mentions(blocks),
        written=read_written_date(blocks, day_sections),
        day_sections=day_sections,
        findings=(
            *split.findings,
            *ignored.findings,
            *repair_findings(document, path),
            *mark_findings(document, path),
            *nesting_findings(reading.too_deep, path),
        ),
        members=read_members(blocks, reading.links, _presenters(sessions)),
        author=read_author(text, blocks),
        listings=read_listings(blocks, titles),
        questions=asked,
        bold_texts=tuple(read_bold_texts(document)) if contents else (),
        code_infos=_code_infos(document),
        ignored=ignored.rules,
    )


def without_talk(note: ParsedNote) -> ParsedNote:
    """An empty form without the people and questions in it, which are only examples."""
    return replace(
        note,
        presentations=(),
        named=(),
        members=(),
        author=None,
        questions=(),
    )


def with_tokens_once(note: ParsedNote, options: ParseOptions) -> ParsedNote:
    """Have a note take less memory as soon as it is rendered."""
    return replace(note, document=_given_up(note, options, are_packed=False))


def without_tokens(note: ParsedNote, options: ParseOptions) -> ParsedNote:
    """Have a note take less memory at once, and longer to be rendered."""
    return replace(
        note,
        document=_given_up(note, options, are_packed=True),
        blocks=packed_blocks(note.blocks),
    )


def with_blocks(note: ParsedNote) -> ParsedNote:
    """Have a note's blocks at hand, which takes more memory."""
    return replace(note, blocks=tuple(note.blocks))


def _given_up(note: ParsedNote, options: ParseOptions, *, are_packed: bool) -> KeptDocument:
    """Give the document of a note as one whose tokens are there for once."""
    document = note.document
    if isinstance(document, KeptDocument):
        return document
    return tokens_for_once(document, options, are_packed=are_packed)


def _presenters(sessions: PeerSessions) -> frozenset[str]:
    """The names of those who certainly present in a note."""
    names: set[str] = set()
    for presentation in sessions.presentations:
        names.update(person.name for person in presentation.presenters if person.certain)
    return frozenset(names)


def _code_infos(document: Document) -> tuple[str, ...]:
    """What the note's fences say that they hold: `python title="a.py"`."""
    infos = {token.info: None for token in document.tokens if token.type == "fence"}
    return tuple(infos)


def _all_questions(
    presentations: Sequence[Presentation], outside: Sequence[Question]
) -> tuple[Question, ...]:
    """All questions of a note in order: as its presentations have them, and the others.

    What may turn out to be no presentation has those alone that are questions anywhere.
    """
    by_line: dict[int, Question] = {}
    for presentation in presentations:
        people = presentation.presenters
        if people and not any(person.certain for person in people):
            continue
        for question in presentation.questions:
            by_line.setdefault(question.line, question)
    for question in outside:
        by_line.setdefault(question.line, question)
    lines = sorted(by_line)
    return tuple(by_line[line] for line in lines)
