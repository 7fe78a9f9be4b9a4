"""The retrospectives of a notebook: whole notes, and the sections of other notes that are called so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from campnotes.linking.hidden_names import HiddenNames
from campnotes.linking.model import Note
from campnotes.linking.of_blocks import of_blocks
from campnotes.notebook.place import Kind, Place
from campnotes.notebook.plain_text import shortened
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.outline import Heading
from campnotes.site.days.day_marks import is_retrospective
from campnotes.site.excerpts import EXCERPT
from campnotes.site.model import Site

_ENOUGH = 15  # characters of a line that says something
_MOST_BLOCKS = 12  # that are looked at for a first line
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.ROW})


class Retrospective(Struct, frozen=True):
    """A retrospective with its first line; `anchor` is that of a section."""

    note: Note
    place: Place
    anchor: str
    week: str
    opening: str


def find_retrospectives(site: Site) -> Iterator[Retrospective]:
    """Go through the retrospectives in the order of the home page."""
    in_groups = chain.from_iterable(group.notes for group in site.groups)
    for note in chain(in_groups, site.ungrouped):
        group = site.group_of.get(note.path)
        week = group.full_title if group else ""
        if note.place.kind is Kind.RETROSPECTIVE:
            yield _whole(note, week, site.notebook.hidden_names)
        else:
            yield from _sections(note, week, site.notebook.hidden_names)


def _whole(note: Note, week: str, hidden: HiddenNames) -> Retrospective:
    return Retrospective(
        note=note,
        place=note.place,
        anchor="",
        week=week,
        opening=hidden.left_out(_opening_of_note(note)),
    )


@of_blocks
def _opening_of_note(note: Note) -> str:
    return _opening(note.parsed.blocks)


def _sections(note: Note, week: str, hidden: HiddenNames) -> Iterator[Retrospective]:
    """Those of a note's sections that are retrospectives, and in which something stands."""
    for section in _told_sections(note):
        heading = section.heading
        yield Retrospective(
            note=note,
            place=note.place_at(heading.line),
            anchor=heading.anchor,
            week=week,
            opening=hidden.left_out(section.opening),
        )


class _Section(Struct, frozen=True):
    heading: Heading
    opening: str


@of_blocks
def _told_sections(note: Note) -> tuple[_Section, ...]:
    headings = note.shown_headings()
    told = []
    end_of_last = 0
    for at, heading in enumerate(headings):
        is_within_last = heading.line < end_of_last
        if is_within_last or not is_retrospective(heading):
            continue
        end_of_last = _end(heading, headings[at + 1 :])
        blocks = _blocks_between(note, heading.line, end_of_last)
        opening = _opening(blocks)
        if opening:
            section = _Section(heading, opening)
            told.append(section)
    return tuple(told)


def _end(heading: Heading, following: Sequence[Heading]) -> int:
    """The line of the heading that ends a section, or one that no note has."""
    for other in following:
        if other.level <= heading.level:
            return other.line
    return 1_000_000_000


def _blocks_between(note: Note, first: int, end: int) -> Sequence[Block]:
    within = [block for block in note.parsed.blocks if first < block.line < end]
    return within[:_MOST_BLOCKS]


def _opening(blocks: Sequence[Block]) -> str:
    """The first line that says something; or else the first of all."""
    lines = []
    for block in blocks[:_MOST_BLOCKS]:
        words = block.text.split()
        if block.kind in _TEXT and words:
            lines.append(" ".join(words))
    telling = [line for line in lines if len(line) >= _ENOUGH]
    for line in (*telling, *lines):
        return shortened(line, EXCERPT)
    return ""
