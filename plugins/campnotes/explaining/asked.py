"""What an author asks to have explained: a note, or a line of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from rapidfuzz import fuzz, process

from campnotes.notebook.paths import folded, natural_order, normal
from campnotes.patterns import regex

MOST_NEAREST = 3
_LEAST_ALIKE = 50  # of 100
_LONGEST = 1000  # characters of a path; a longer one is like none
_PLACE = regex(r"(?P<path>.+?):(?P<line>\d{1,9})(?::\d{1,9})?:?")


class AskedPath(Struct, frozen=True):
    """A path as asked for, and the 1-based line, if one is asked about."""

    path: str
    line: int | None = None


def read_asked(text: str, find: Callable[[str], str | None]) -> AskedPath:
    """Read `PATH`, `PATH:LINE` or `PATH:LINE:COLUMN`, which `campnotes check` prints.

    `find` tells the note that a path leads to: `a:1.md` and even `a:1` may be whole names.
    """
    match = _PLACE.fullmatch(text)
    if match is None or find(text) is not None:
        return AskedPath(text)
    return AskedPath(match["path"], int(match["line"]))


def find_note(path: str, notes: Iterable[str]) -> str | None:
    """Find a note by its path, however its letters are composed: macOS takes names apart."""
    wanted = normal(path)
    for note in notes:
        if normal(note) == wanted:
            return note
    return None


def nearest_notes(path: str, notes: Sequence[str]) -> list[str]:
    """Name the notes whose paths are the most like one that leads to none; those in a folder first."""
    wanted = normal(path[:_LONGEST]).strip("/")
    folder = f"{wanted}/"
    within = [note for note in notes if normal(note).startswith(folder)]
    within.sort(key=natural_order)
    if within:
        return within[:MOST_NEAREST]
    alike = process.extract(
        folded(wanted),
        {note: folded(note) for note in notes},
        scorer=fuzz.WRatio,
        limit=MOST_NEAREST,
        score_cutoff=_LEAST_ALIKE,
    )
    return [str(note) for _, _, note in alike]
