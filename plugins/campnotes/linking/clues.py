"""What each note tells of its place, gathered from what was parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from campnotes.linking.addresses import read_inner
from campnotes.linking.file_index import FileIndex
from campnotes.notebook.clues import Clues, Listed, SectionClue
from campnotes.notebook.dates.written import (
    DateOfWeek,
    WrittenDate,
    dates_of_weeks,
    is_only_date,
    only_date,
)
from campnotes.notebook.layout.recognisers import read_name
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.links import Link
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.written import date_column
from campnotes.patterns import regex
from campnotes.settings import Settings

LONGEST_WEEK_HEADING = 30
LONGEST_LISTING = 120  # characters of a line that lists a note with its date
# Of Jekyll: `{% for post in posts %}`, `{{ page.title }}`.
_COMMAND = regex(r"\{%[^%]{0,200}%\}|\{\{[^{}]{0,200}\}\}")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ROW, BlockKind.CODE})


class TextClues(Struct, frozen=True):
    """What of a note's clues its whole text has to be looked through for; see `Clues`."""

    prose: int
    linked: int
    listed: int
    of_weeks: tuple[DateOfWeek, ...]
    lists: tuple[Listed, ...]
    listed_days: tuple[int, ...]


def read_text_clues(note: ParsedNote, files: FileIndex, settings: Settings) -> TextClues:
    """Look for clues in a note's text; its links are looked up among the notebook's files."""
    prose = [block for block in note.blocks if block.kind in _PROSE]
    links = list(_own_links(prose))
    return TextClues(
        prose=sum(map(_own_length, prose)),
        linked=sum(len(link.text) for link in links),
        listed=sum(len(link.text) for link in links if _is_inner(link, files, settings)),
        of_weeks=tuple(dates_of_weeks(note.text)),
        lists=tuple(_lists(note, files, settings)),
        listed_days=tuple(_listed_days(note)),
    )


def read_clues(note: ParsedNote, of_text: TextClues) -> Clues:
    """Gather a note's clues."""
    written = note.written
    sections = [SectionClue(section.day, section.when) for section in note.day_sections]
    return Clues(
        path=note.path,
        front_matter=note.front_matter,
        title=_title(note),
        written=written.when if written else None,
        written_line=written.line if written else 1,
        written_rule=written.rule if written else "",
        headings=tuple(heading.text for heading in note.headings),
        prose=of_text.prose,
        linked=of_text.linked,
        listed=of_text.listed,
        sections=tuple(sections),
        of_weeks=of_text.of_weeks,
        lists=of_text.lists,
        listed_days=of_text.listed_days,
    )


def _own_length(block: Block) -> int:
    """How many characters a block has, without the commands of a site's generator."""
    text = block.text
    if block.kind is BlockKind.CODE:
        return len(text)
    plain = _COMMAND.sub("", text)
    bare = plain.strip()
    return len(bare)


def _own_links(blocks: Iterable[Block]) -> Iterator[Link]:
    """The links of blocks that lead out of the note."""
    for block in blocks:
        for link in block.links:
            if not link.image and not link.url.startswith("#"):
                yield link


def _is_inner(link: Link, files: FileIndex, settings: Settings) -> bool:
    """Whether a link leads to something of the notebook, be it by its repository's address."""
    inner = read_inner(link.url, "", settings, files)
    return inner is not None


def _title(note: ParsedNote) -> str | None:
    """The note's title, if that isn't the first of its sections that are days."""
    title = note.heading_place
    begun = {section.text for section in note.day_sections}
    return None if title in begun else title


def _lists(note: ParsedNote, files: FileIndex, settings: Settings) -> Iterator[Listed]:
    """What a note's links lead to, with the week of the heading above and the date beside them.

    Of a note that isn't a week's, only links with one of these are looked up.
    """
    is_week = _is_weeks(note.path)
    week: int | None = None
    level = 0
    column: int | None = None
    for position, block in enumerate(note.blocks):
        if block.kind is BlockKind.HEADING:
            named = _week_of_heading(block)
            if named is not None:
                week, level = named, block.level
            elif block.level <= level:
                week, level = None, 0
        if block.header:
            column = date_column(block)
        if not block.links:
            continue
        below = note.blocks[position + 1 : position + 2]
        when = _date_beside(block, column) or _date_below(below)
        if not is_week and week is None and when is None:
            continue
        for link in block.links:
            target = _target(link, note.path, files, settings)
            if target is not None:
                yield Listed(target, week, when)


def _is_weeks(path: str) -> bool:
    """Whether a note is called after a week, or its folder is."""
    note = PurePosixPath(path)
    own = read_name(note.stem)
    if own.week is not None:
        return True
    around = read_name(note.parent.name)
    return around.week is not None


def _week_of_heading(heading: Block) -> int | None:
    if len(heading.text) > LONGEST_WEEK_HEADING:
        return None
    return read_name(heading.text).week


def _date_beside(block: Block, column: int | None) -> WrittenDate | None:
    """The date on a line that lists a note: in the table's column of dates, or beside the link."""
    if block.cells:
        if column is None or column >= len(block.cells):
            return None
        return only_date(block.cells[column], allow_vague=True)
    if len(block.text) > LONGEST_LISTING or "\n" in block.text:
        return None
    return only_date(block.text)


def _date_below(below: Sequence[Block]) -> WrittenDate | None:
    """The date on the line below one that lists a note, if there is nothing else on it."""
    for block in below:
        when = only_date(block.text)
        if when is not None and not block.links and is_only_date(block.text, when):
            return when
    return None


def _listed_days(note: ParsedNote) -> Iterator[int]:
    """The numbers of the days that a week's note lists in its headings, items and rows."""
    if not _is_weeks(note.path):
        return
    for block in note.blocks:
        lists = block.leads or block.kind in {BlockKind.HEADING, BlockKind.ROW}
        if not lists:
            continue
        beginning = block.text[:LONGEST_WEEK_HEADING]
        day = read_name(beginning).day
        if day is not None:
            yield day


def _target(link: Link, path: str, files: FileIndex, settings: Settings) -> str | None:
    """The other note or the folder of the notebook that a link leads to."""
    if link.image:
        return None
    inner = read_inner(link.url, path, settings, files)
    if inner is None or not inner.path:
        return None
    clean = inner.path.strip("/")
    if clean in files.folders:
        return clean
    found = files.find(clean)
    if found is None or found.path == path:
        return None
    return found.path
