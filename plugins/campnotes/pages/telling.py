"""What tells a reader what is in a note: its contents without the words that most notes have.

Where such a word (「강의 정리」) is left out, what stands below it is shown instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from campnotes.linking.model import Note, Notebook
from campnotes.linking.recurring import is_generic, topic_key
from campnotes.pages.outline import DEEPEST_HEADING, OutlineEntry
from campnotes.parsing.outline import Heading

DEEPEST_SHOWN = 3  # what lies deeper is shown as deep
MOST_SHOWN = 20  # entries of a note
_LEVELS_BELOW = 2  # that are shown of a heading which says nothing


class _Row(Struct, frozen=True):
    """A heading as it is listed: under which text, and how deep."""

    heading: Heading
    text: str
    depth: int


def telling_entries(note: Note, notebook: Notebook) -> tuple[OutlineEntry, ...]:
    """Take what a note's contents, or else its headings, say of this note alone."""
    common = notebook.common_headings
    listed = _listed(note)
    rows = _with_what_is_below(listed, note, common) if listed else _headings(note)
    telling = [row for row in rows if not _says_nothing(row.text, common)]
    shown = telling[:MOST_SHOWN]
    entries = _entries(shown)
    return tuple(entries)


def _listed(note: Note) -> list[_Row]:
    rows = []
    for linked in note.contents:
        heading = linked.heading
        if heading is None:
            continue
        entry = linked.entry
        row = _Row(
            heading=heading,
            text=entry.text,
            depth=entry.depth,
        )
        rows.append(row)
    return rows


def _headings(note: Note) -> list[_Row]:
    rows = []
    for heading in note.shown_headings(deepest=DEEPEST_HEADING):
        row = _Row(
            heading=heading,
            text=heading.text,
            depth=heading.level,
        )
        rows.append(row)
    return rows


def _with_what_is_below(rows: Sequence[_Row], note: Note, common: frozenset[str]) -> list[_Row]:
    """Put below a row that says nothing, and that lists nothing, the headings of its section."""
    below = _Below.of(note)
    listed = {row.heading.line for row in rows}
    full: list[_Row] = []
    for at, row in enumerate(rows):
        full.append(row)
        following = at + 1
        is_divided = following < len(rows) and rows[following].depth > row.depth
        if is_divided:
            continue
        if not _says_nothing(row.text, common):
            continue
        for heading in below.headings(row.heading):
            if heading.line in listed:
                continue
            deeper = heading.level - row.heading.level
            row_below = _Row(
                heading=heading,
                text=heading.text,
                depth=row.depth + deeper,
            )
            full.append(row_below)
    return full


class _Below(Struct, frozen=True):
    """The headings of a note, in which those below one are looked up."""

    shown: tuple[Heading, ...]
    places: dict[int, int]

    @classmethod
    def of(cls, note: Note) -> _Below:
        shown = note.shown_headings()
        places = {heading.line: at for at, heading in enumerate(shown)}
        return cls(shown, places)

    def headings(self, top: Heading) -> list[Heading]:
        """The headings of a section that lie highest in it; authors leave levels out."""
        at = self.places.get(top.line)
        if at is None:
            return []
        first = at + 1
        within: list[Heading] = []
        for heading in self.shown[first : first + MOST_SHOWN]:
            if heading.level <= top.level:
                break
            within.append(heading)
        levels = sorted({heading.level for heading in within})
        highest = levels[:_LEVELS_BELOW]
        return [heading for heading in within if heading.level in highest]


def _says_nothing(text: str, common: frozenset[str]) -> bool:
    return topic_key(text) in common or _is_generic(text)


@lru_cache(maxsize=4096)  # the notes of a notebook share most of them
def _is_generic(text: str) -> bool:
    return is_generic(text)


def _entries(rows: Iterable[_Row]) -> Iterator[OutlineEntry]:
    """Show rows as deep as they lie within each other, whatever lay around them."""
    around: list[int] = []
    for row in rows:
        while around and around[-1] >= row.depth:
            around.pop()
        around.append(row.depth)
        yield OutlineEntry(
            text=row.text,
            anchor=row.heading.anchor,
            depth=min(len(around), DEEPEST_SHOWN),
        )
