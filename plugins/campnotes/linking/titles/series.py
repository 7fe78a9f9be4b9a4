"""Files that are called alike but for a number, and what they call themselves: `Seminar-4.md`.

Where most of a series have their first heading for a title, so do those of which that alone couldn't
be told: a heading that stands above others of its rank.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence

from campnotes.linking.file_names import name_beside_place
from campnotes.linking.recurring import LEAST, form_key, is_generic
from campnotes.linking.titles.title import Title
from campnotes.linking.titles.whole_notes import is_numbered_part
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading

Series = tuple[str, str]  # the folder of its files, and what they are called but for the number
_NONE: Series = ("", "")


def series_of(path: str) -> Series:
    """The series that a file would belong to; of one that is called by its place alone, `("", "")`."""
    words = form_key(name_beside_place(path))
    if not words:
        return _NONE
    return posixpath.dirname(path), words


def headed_series(notes: Sequence[ParsedNote], titles: Sequence[Title]) -> frozenset[Series]:
    """The series of which more than half have the first heading for a title by themselves."""
    notes_of: Counter[Series] = Counter()
    headed: Counter[Series] = Counter()
    for note, title in zip(notes, titles, strict=True):
        series = series_of(note.path)
        notes_of[series] += 1
        headed[series] += title.rule == "heading"
    are_most = set()
    headed.pop(_NONE, None)
    for series, count in headed.items():
        if count < LEAST:
            continue
        if 2 * count > notes_of[series]:
            are_most.add(series)
    return frozenset(are_most)


def heads_series(heading: Heading, note: ParsedNote) -> bool:
    """Tell whether a heading opens a note of a series, says something, and is no numbered part of it."""
    if heading.level > 1 or is_generic(heading.text) or not note.opens_with(heading):
        return False
    return not is_numbered_part(heading, note.path)
