"""The linked notebook: plain data that pages, search, inventory and checks are made from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field

from campnotes.finding import Finding
from campnotes.linking.hidden_names import HiddenNames
from campnotes.linking.lines import ByLine, kept_by_line
from campnotes.linking.origin import Origin
from campnotes.linking.silencing import Findings, Silenced, in_order, silence
from campnotes.notebook.place import Place
from campnotes.parsing.blocks import Block
from campnotes.parsing.contents import Entry
from campnotes.parsing.kept_blocks import KeptBlocks
from campnotes.parsing.links import Link
from campnotes.parsing.mentions import Mention
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.parsing.presenters import Role
from campnotes.parsing.questions import Question
from campnotes.parsing.tags import note_tags
from campnotes.settings import Settings

TITLE_JOINT = " · "  # between the parts of a title, and before a topic


class Match(StrEnum):
    """How an entry of the contents found its heading."""

    EXACT = "exact"
    REPAIRED = "repaired"
    MISSING = "missing"


class Outcome(StrEnum):
    """Where a link leads."""

    NOTE = "note"  # a note of the notebook, this one included
    FILE = "file"  # another file of the notebook
    FOLDER = "folder"  # a folder of the notebook that has no note of its own
    EMBEDDED = "embedded"  # an image that is written into the note
    EXTERNAL = "external"
    OTHER = "other"  # mailto: and the like
    TEXT = "text"  # no link after all: two brackets where nobody writes wikilinks
    MISSING = "missing"
    OUTSIDE = "outside"
    LOCAL = "local"  # a file on its author's computer
    UNSAFE = "unsafe"


class ReferenceKind(StrEnum):
    """What a reference is."""

    NOTE = "note"
    REPOSITORY = "repository"
    CODE = "code"
    PAPER = "paper"
    VIDEO = "video"
    ARTICLE = "article"
    DOCS = "docs"
    ASSET = "asset"
    NOTION = "notion"
    PAGE = "page"


class LinkedEntry(Struct, frozen=True):
    """A contents entry with the heading it leads to."""

    entry: Entry
    match: Match
    heading: Heading | None


class LinkedLink(Struct, frozen=True):
    """A link with its outcome.

    `target` is the path of a file of the notebook; `anchor` an anchor that this note has, `""` for
    the note itself. `own` marks an address of the notebook's own repository, `by_folder` one of the
    folder whose only note the target is. `canonical` and `kind` belong to an external one. `repaired`
    is the heading to which it leads whose anchor is written otherwise.
    """

    link: Link
    outcome: Outcome
    target: str | None = None
    anchor: str = ""
    ok: bool = True
    own: bool = False
    by_folder: bool = False
    canonical: str = ""
    kind: ReferenceKind | None = None
    repaired: Heading | None = None


class LinkedMention(Struct, frozen=True):
    """A mention with the note it names; `None` where the notebook doesn't have it."""

    mention: Mention
    target: str | None


class PersonPlace(Struct, frozen=True):
    """A place where a person is named: 1-based line, the person's name, and as written.

    `rule` is the form by which the role was read.
    """

    line: int
    name: str
    role: Role
    raw: str
    rule: str = ""


class LinkedPresentation(Struct, frozen=True):
    """A presentation; `presenters` are names of people, `anchor` the heading it stands under.

    - There are no presenters where the note doesn't tell who presented it.
    - `date` is when it was, where that stands beside it.
    - `rule` is the form by which its presenters were read.
    """

    line: int
    topic: str
    anchor: str
    presenters: tuple[str, ...]
    materials: tuple[LinkedLink, ...]
    questions: tuple[Question, ...]
    date: datetime.date | None = None
    rule: str = ""


class Presented(Struct, frozen=True):
    """A place, in another note, that tells who presented a note, and perhaps when."""

    path: str
    line: int
    presenters: tuple[str, ...]
    date: datetime.date | None = None


class NoteDay(Struct, frozen=True):
    """A section that is a day, in the one note of its week; `end` is the line of what follows.

    `level` is that of its heading, 7 if it has none.
    """

    line: int
    level: int
    end: int | None
    text: str
    anchor: str
    place: Place

    def has(self, line: int) -> bool:
        """Whether a line stands in the section."""
        if line < self.line:
            return False
        return self.end is None or line < self.end

    def has_below(self, line: int) -> bool:
        """Whether a line stands in the section behind the one that begins it."""
        return line > self.line and self.has(line)


class Note(Struct, frozen=True, dict=True):
    """One note of the notebook, parsed and linked. `path` is relative to the notebook, POSIX.

    `told_apart` is what tells it from others that are called the same, its author say or its file's
    name. `topic` says what the note is about where its title doesn't. `days` are its sections that are
    days, if it holds a whole week.
    `questions` are those that are asked outside of its presentations.
    """

    path: str
    title: str
    place: Place
    parsed: ParsedNote
    title_origin: Origin = Origin()
    told_apart: str = ""
    topic: str | None = None
    topic_origin: Origin = Origin()
    contents: tuple[LinkedEntry, ...] = ()
    links: tuple[LinkedLink, ...] = ()
    mentions: tuple[LinkedMention, ...] = ()
    people: tuple[PersonPlace, ...] = ()
    presentations: tuple[LinkedPresentation, ...] = ()
    questions: tuple[Question, ...] = ()
    findings: tuple[Finding, ...] = ()
    days: tuple[NoteDay, ...] = ()

    def place_at(self, line: int) -> Place:
        """Where what stands on a line belongs: the day whose section that is in, or the note."""
        for day in self.days:
            if day.has(line):
                return day.place
        return self.place

    @property
    def full_title(self) -> str:
        """The title with the topic: what a reader is shown wherever the note is named."""
        title = self.own_title
        if self.topic is None:
            return title
        return f"{title}{TITLE_JOINT}{self.topic}"

    @property
    def own_title(self) -> str:
        """The title with what tells the note from others that have the same: 「Word2Vec · 나래」."""
        parts = (self.title, self.told_apart)
        return TITLE_JOINT.join(filter(None, parts))

    def is_title(self, heading: Heading) -> bool:
        """Whether a heading is the note's title, or says it again."""
        if heading.line == self.title_origin.line:
            return True
        return heading.text == self.title

    @property
    def presenters(self) -> tuple[str, ...]:
        """The names of those who present in the note, each once.

        Those of its presentations come first, then those whom its front matter names.
        """
        names = dict.fromkeys(self.presentation_presenters)
        for place in self.people:
            if place.role is Role.PRESENTER:
                names.setdefault(place.name)
        return tuple(names)

    @property
    def presentation_presenters(self) -> tuple[str, ...]:
        """The names of those who give one of the note's presentations, each once."""
        names: list[str] = []
        for presentation in self.presentations:
            names += presentation.presenters
        unique = dict.fromkeys(names)
        return tuple(unique)

    @property
    def all_questions(self) -> tuple[Question, ...]:
        """The questions outside of the note's presentations, and then those of each of these."""
        asked = list(self.questions)
        for presentation in self.presentations:
            asked += presentation.questions
        return tuple(asked)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The tags of the note, each once; each page, search and feeds ask for them."""
        return note_tags(self.parsed)

    @cached_property
    def sections_by_line(self) -> ByLine[Heading]:
        """The headings that begin a section, which the one with the note's title doesn't."""
        headings = [heading for heading in self.parsed.headings if not self.is_title(heading)]
        return ByLine.of(headings)

    @property
    def blocks_by_line(self) -> ByLine[Block]:
        """The note's blocks."""
        blocks = self.parsed.blocks
        if isinstance(blocks, KeptBlocks):
            return kept_by_line(blocks)
        return self._all_blocks_by_line

    @cached_property
    def _all_blocks_by_line(self) -> ByLine[Block]:
        return ByLine.of(self.parsed.blocks)

    def shown_headings(self, *, deepest: int = 6, among: int | None = None) -> tuple[Heading, ...]:
        """The headings that tell a reader what is in the note, down to the level `deepest`.

        Left out are those without text, those that are sentences, and the note's title.
        `among` has only that many of the note's first headings looked at.
        """
        shown = []
        for heading in self.parsed.headings[:among]:
            if heading.sentence or heading.level > deepest:
                continue
            if heading.text and not self.is_title(heading):
                shown.append(heading)
        return tuple(shown)

    @property
    def citations(self) -> tuple[LinkedLink, ...]:
        """The links that lead out of the notebook."""
        external = filter(_is_external, self.links)
        return tuple(external)


def _is_external(linked: LinkedLink) -> bool:
    return linked.outcome is Outcome.EXTERNAL


class Cited(Struct, frozen=True):
    """A place in a note: its path and 1-based line."""

    path: str
    line: int


class Person(Struct, frozen=True):
    """Somebody named in the notes; `accounts` are addresses of GitHub owners."""

    name: str
    aliases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    presentations: tuple[Cited, ...] = ()
    named_in: tuple[Cited, ...] = ()


class Reference(Struct, frozen=True):
    """An external resource, one per canonical address.

    `is_only_shown`: an image that notes show and none links to; to a reader it is no reference.
    """

    canonical: str
    kind: ReferenceKind
    title: str | None
    cited_by: tuple[Cited, ...]
    is_only_shown: bool = False


class Backlink(Struct, frozen=True):
    """A place in another note that links to or mentions this one; `by_name`, by its title alone."""

    path: str
    line: int
    mention: bool
    by_name: bool = False


class Notebook(Struct, frozen=True, dict=True):
    """A whole notebook. Notes are in natural order; so is everything made from them.

    `presented` are the places that tell who presented a note, by its path. `common_headings` are
    the topics of headings that so many notes have that they say nothing of one.
    """

    settings: Settings
    notes: tuple[Note, ...] = ()
    people: tuple[Person, ...] = ()
    references: tuple[Reference, ...] = ()
    backlinks: Mapping[str, tuple[Backlink, ...]] = field(default_factory=dict)
    presented: Mapping[str, tuple[Presented, ...]] = field(default_factory=dict)
    common_headings: frozenset[str] = frozenset()

    @cached_property
    def by_path(self) -> Mapping[str, Note]:
        """The notes by their paths."""
        return {note.path: note for note in self.notes}

    @cached_property
    def hidden_names(self) -> HiddenNames:
        """How those are written who are hidden."""
        return HiddenNames.of(self.settings.people)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are told, in the order of notes, lines and columns."""
        return self._judged.told

    @property
    def silenced(self) -> tuple[Silenced, ...]:
        """The findings that the settings or their notes silence, in the same order."""
        return self._judged.silenced

    @cached_property
    def _judged(self) -> Findings:
        ignored = {note.path: note.parsed.ignored for note in self.notes}
        return silence(self._all_findings(), self.settings.findings, ignored)

    def _all_findings(self) -> list[Finding]:
        findings: list[Finding] = []
        for note in self.notes:
            findings += in_order(note.findings)
        return findings
