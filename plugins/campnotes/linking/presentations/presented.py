"""The notes that were presented: a row or an item that names a presenter links to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from campnotes.linking.model import Note, Outcome, Presented


def presented_notes(notes: Sequence[Note]) -> Mapping[str, tuple[Presented, ...]]:
    """By their paths, where notes are said to have been presented, by whom and when.

    A link counts that stands on the line of the topic, as in
    `- 윤서진 : [인덱스](index.md)` or in a table's row.
    """
    found: dict[str, list[Presented]] = defaultdict(list)
    for note in notes:
        for target, presented in _presented_by(note):
            if target != note.path:
                found[target].append(presented)
    return {path: tuple(places) for path, places in found.items()}


def _presented_by(note: Note) -> Iterator[tuple[str, Presented]]:
    for presentation in note.presentations:
        for material in presentation.materials:
            is_beside = material.link.line == presentation.line
            if material.outcome is not Outcome.NOTE or material.target is None or not is_beside:
                continue
            presented = Presented(
                path=note.path,
                line=presentation.line,
                presenters=presentation.presenters,
                date=presentation.date,
            )
            yield material.target, presented
