"""What a note's place brings with it: its sections that are days, and what is wrong with dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from campnotes.finding import Finding
from campnotes.linking.model import NoteDay
from campnotes.notebook.clues import Clues
from campnotes.notebook.dates.calendar import Contradiction, KnownDate
from campnotes.notebook.place import Place
from campnotes.notebook.placing import Placed
from campnotes.parsing.note import ParsedNote


def note_days(parsed: ParsedNote, placed: Placed) -> tuple[NoteDay, ...]:
    """The days that a week's one note has as sections."""
    places = placed.sections.get(parsed.path, ())
    days = []
    for section, place in zip(parsed.day_sections, places, strict=False):
        day = NoteDay(
            line=section.line,
            level=section.level,
            end=section.end,
            text=section.text,
            anchor=section.anchor,
            place=place,
        )
        days.append(day)
    return tuple(days)


def date_findings(clues: Iterable[Clues], placed: Placed) -> Mapping[str, Sequence[Finding]]:
    """What there is to say of the dates of notes, by path."""
    found: dict[str, list[Finding]] = defaultdict(list)
    lines = {}
    for clue in clues:
        lines[clue.path] = clue.written_line
        place = placed.places[clue.path]
        doubt = _doubt(clue, place)
        if doubt is not None:
            found[clue.path].append(doubt)
    for contradiction in placed.contradictions:
        path = contradiction.later.path
        finding = _contradiction(contradiction, lines.get(path, 1))
        found[path].append(finding)
    return found


def _doubt(clue: Clues, place: Place) -> Finding | None:
    """A date with a weekday that it isn't."""
    written = clue.written
    if written is None or not written.is_doubtful or written.date is None:
        return None
    when = place.own_date or written.date
    return Finding(
        "date-weekday",
        clue.path,
        clue.written_line,
        values={"written": written.date.isoformat(), "date": when.isoformat()},
    )


def _contradiction(contradiction: Contradiction, line: int) -> Finding:
    later = contradiction.later
    earlier = contradiction.earlier
    return Finding(
        "date-contradicts",
        later.path,
        line,
        values={
            "day": _number(later),
            "date": later.when.isoformat(),
            "other_day": _number(earlier),
            "other_date": earlier.when.isoformat(),
            "other": earlier.path,
        },
    )


def _number(known: KnownDate) -> str:
    return str(known.slot.number)
