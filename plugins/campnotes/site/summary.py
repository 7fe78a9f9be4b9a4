"""The order of a book: what its SUMMARY.md lists, under which titles.

GitBook and mdBook have it of that name; that of docsify and of GitHub's wikis is the sidebar.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from campnotes.linking.model import LinkedLink, Note, Notebook, Outcome
from campnotes.notebook.plain_text import one_line

# In capitals: a `summary.md` is a note like others.
NAMES = frozenset({"SUMMARY.md", "_sidebar.md", "_Sidebar.md"})
LEAST = 2  # notes that it must list


class Listed(Struct, frozen=True):
    """A note in the order of a book: its place in it, its title and the part that it stands in."""

    place: int
    title: str
    part: str


def read_summary(notebook: Notebook) -> Mapping[str, Listed]:
    """The notes that the notebook's summaries list, by path; of two places, the first."""
    listed: dict[str, Listed] = {}
    for note in notebook.notes:
        if posixpath.basename(note.path) not in NAMES:
            continue
        leading = list(_leading_to_notes(note))
        if len({linked.target for linked in leading}) < LEAST:
            continue
        for linked in leading:
            entry = Listed(
                place=len(listed),
                title=one_line(linked.link.text),
                part=_part(note, linked.link.line),
            )
            listed.setdefault(linked.target or "", entry)
    return listed


def in_order_of_book(notes: Iterable[Note], summary: Mapping[str, Listed]) -> tuple[Note, ...]:
    """Notes in the order of a book, and those that it doesn't list behind them as they were."""
    behind = len(summary)
    places = {path: listed.place for path, listed in summary.items()}

    def place(note: Note) -> int:
        return places.get(note.path, behind)

    return tuple(sorted(notes, key=place))


def _leading_to_notes(note: Note) -> Iterator[LinkedLink]:
    for linked in note.links:
        is_other_note = linked.outcome is Outcome.NOTE and linked.target != note.path
        if is_other_note and not linked.anchor:
            yield linked


def _part(note: Note, line: int) -> str:
    """The heading that a line stands under, but for that of the whole summary."""
    headings = [heading for heading in note.parsed.headings if heading.line < line]
    if not headings or headings[-1].level == 1:
        return ""
    nearest = headings[-1]
    return one_line(nearest.text)
