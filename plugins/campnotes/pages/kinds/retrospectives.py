"""All retrospectives in one flow: whole notes, and the sections of other notes that are called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from campnotes.linking.model import Note
from campnotes.linking.recurring import is_generic
from campnotes.notebook.place import Kind, Place
from campnotes.pages.filtering import in_given_order, in_time, page_filter
from campnotes.pages.gathered import Gathering, gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.outline import Heading
from campnotes.site.excerpts import shortened
from campnotes.site.model import Site
from campnotes.site.parts import Listing, divide

_ELEMENTS = 6  # of an entry
_ENOUGH = 15  # characters of a line that says something
_MOST_BLOCKS = 12  # that are looked at for a first line
_CALLED_SO = re.compile(r"회고|돌아보기|retrospect|振り返り|\bkpt\b", re.IGNORECASE)
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.ROW})


@dataclass(frozen=True, slots=True)
class Retrospective:
    """A retrospective with its first line; `anchor` is that of a section."""

    note: Note
    place: Place
    anchor: str
    week: str
    opening: str


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the retrospectives, or its parts."""
    found = list(_in_order(site))
    if not found:
        return
    listing = Listing(
        anchor="",
        title="",
        entries=tuple(found),
    )
    weeks = [retrospective.week for retrospective in found]
    facets = (in_given_order("week", site.translate("Weeks"), weeks),)
    gathering = Gathering(
        name="retrospectives",
        title=site.translate("Retrospectives"),
        parts=divide([listing], _elements),
        call=_call,
        filter=page_filter(len(found), facets, in_time(site.translate)),
    )
    yield from gathered_pages(gathering, site)


def _in_order(site: Site) -> Iterator[Retrospective]:
    """Go through the retrospectives in the order of the home page."""
    in_groups = chain.from_iterable(group.notes for group in site.groups)
    for note in chain(in_groups, site.ungrouped):
        group = site.group_of.get(note.path)
        week = group.full_title if group else ""
        if note.place.kind is Kind.RETROSPECTIVE:
            yield _whole(note, week)
        else:
            yield from _sections(note, week)


def _whole(note: Note, week: str) -> Retrospective:
    return Retrospective(
        note=note,
        place=note.place,
        anchor="",
        week=week,
        opening=_opening(note.parsed.blocks),
    )


def _sections(note: Note, week: str) -> Iterator[Retrospective]:
    """Those of a note's sections that are retrospectives, and in which something stands."""
    headings = note.shown_headings()
    end_of_last = 0
    for at, heading in enumerate(headings):
        is_within_last = heading.line < end_of_last
        if is_within_last or not _is_called_so(heading):
            continue
        end_of_last = _end(heading, headings[at + 1 :])
        blocks = _blocks_between(note, heading.line, end_of_last)
        opening = _opening(blocks)
        if opening:
            yield Retrospective(
                note=note,
                place=note.place_at(heading.line),
                anchor=heading.anchor,
                week=week,
                opening=opening,
            )


def _is_called_so(heading: Heading) -> bool:
    """「학습 회고」 is one; 「회고 쓰는 법」 is a lecture on it."""
    text = heading.text
    called = _CALLED_SO.search(text)
    return called is not None and is_generic(text)


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
        return shortened(line)
    return ""


def _elements(_: Retrospective) -> int:
    return _ELEMENTS


def _call(retrospective: Retrospective) -> str:
    return retrospective.note.full_title
