"""Explain why a note is of its kind, week, day and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from campnotes.explaining.front_matter import told_in_front_matter
from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import Cited, Note
from campnotes.notebook.dates import written_date
from campnotes.notebook.evidence import Evidence
from campnotes.notebook.layout import read_path
from campnotes.notebook.place import DateSource, Kind
from campnotes.parsing.outline import Heading
from campnotes.settings import Settings

# The reason for a kind, by the kind and the last of its place's rules.
_KIND_REASONS = {
    (Kind.RETROSPECTIVE, "name"): "kind-retrospective-name",
    (Kind.RETROSPECTIVE, "title"): "kind-retrospective-title",
    (Kind.WEEK, "week-note"): "kind-week-note",
    (Kind.LECTURE, "in-week"): "kind-in-week",
    (Kind.LECTURE, "name"): "kind-lecture-name",
}
# The reason for a kind that needs no rule.
_PLAIN_KIND_REASONS = {
    Kind.DAY: "kind-day",
    Kind.PAGE: "kind-page",
}

_Read = Callable[[Evidence], object]


def explain_place(note: Note, settings: Settings) -> list[Explanation]:
    """Explain a note's kind, and its week, day and date as far as they are known.

    Of a day's note, and where its path tells one that wasn't believed, what isn't known is told too.
    """
    explained = [
        _explain_kind(note),
        _explain_number(note, settings, Subject.WEEK, note.place.week, _week),
        _explain_number(note, settings, Subject.DAY, note.place.day, _day),
        _explain_date(note, settings),
    ]
    return [explanation for explanation in explained if explanation is not None]


def _explain_kind(note: Note) -> Explanation:
    kind = note.place.kind
    values = {"name": PurePosixPath(note.path).name, "rule": note.place.rule}
    heading = _top_heading(note)
    line = None
    if note.parsed.front_matter.kind is not None:
        reason = told_in_front_matter(note.parsed, "kind")
        line = _line(reason)
    else:
        _, _, last_rule = note.place.rule.rpartition("+")
        code = _KIND_REASONS.get((kind, last_rule)) or _PLAIN_KIND_REASONS.get(kind, "rule")
        at = None
        if last_rule == "title" and kind is Kind.RETROSPECTIVE and heading is not None:
            line = heading.line
            at = Cited(note.path, heading.line)
        reason = Reason(code, values, at)
    return Explanation(Subject.KIND, str(kind), (reason,), line)


def _explain_number(
    note: Note, settings: Settings, subject: Subject, value: int | None, read: _Read
) -> Explanation | None:
    """Explain the number of a week or a day: who tells it, the most trusted first."""
    reason = _why_number(note, settings, subject, value, read)
    if reason is None:
        return None
    told = "" if value is None else str(value)
    return Explanation(subject, told, (reason,), _line(reason, within=note.path))


def _why_number(
    note: Note, settings: Settings, subject: Subject, value: int | None, read: _Read
) -> Reason | None:
    in_path = read(read_path(note.path, settings.layout))
    if value is None:
        return _why_unknown(note, subject, in_path)
    if getattr(note.parsed.front_matter, subject) is not None:
        return told_in_front_matter(note.parsed, subject)
    if in_path == value:
        return _told_by_path(note.path, settings, read)
    heading = _top_heading(note)
    if heading is not None and read(_read_name(heading.text)) == value:
        return Reason("in-heading", {"text": heading.text}, Cited(note.path, heading.line))
    if subject is Subject.WEEK and note.place.own_date is not None:
        return Reason("week-of-date", {"date": str(note.place.own_date)})
    return Reason("notebook", {"rule": note.place.rule})


def _why_unknown(note: Note, subject: Subject, in_path: object) -> Reason | None:
    if in_path is not None:
        return Reason("path-doubted", {"number": str(in_path)})
    if note.place.kind is Kind.DAY:
        return Reason("unknown", {"field": str(subject)})
    return None


def _told_by_path(path: str, settings: Settings, read: _Read) -> Reason:
    evidence = read_path(path, settings.layout)
    rule, _, pattern = evidence.rule.partition(":")
    if rule == "layout":
        return Reason("layout", {"pattern": pattern})
    return Reason("in-path", {"part": _telling_parts(path, read)})


def _telling_parts(path: str, read: _Read) -> str:
    """Those names of a path without which it wouldn't tell what it tells: `2026/03/04.md`.

    Where two names tell the same, it is the deepest of them: `day2.md` of `day2/day2.md`.
    """
    told = read(read_path(path))
    parts = PurePosixPath(path).parts
    needed = []
    for index, part in enumerate(parts):
        without = [*parts[:index], f"_{PurePosixPath(part).suffix}", *parts[index + 1 :]]
        if read(read_path("/".join(without))) != told:
            needed.append(part)
    if not needed:
        by_itself = [part for part in parts if read(_read_name(part)) == told]
        needed = by_itself[-1:]
    return "/".join(needed) or path


def _read_name(name: str) -> Evidence:
    """What one name tells by itself."""
    stem = name.removesuffix(PurePosixPath(name).suffix) if name.endswith(".md") else name
    return read_path(f"{stem.replace('/', ' ')}.md")


def _explain_date(note: Note, settings: Settings) -> Explanation:
    when = note.place.date
    if when is None:
        return Explanation(Subject.DATE, "", (_why_undated(note),))
    reasons = tuple(_why_date(note, settings))
    line = _line(reasons[0], within=note.path)
    return Explanation(Subject.DATE, when.isoformat(), reasons, line)


def _why_undated(note: Note) -> Reason:
    if note.place.month_day is None:
        return Reason("date-unknown")
    month, day = note.place.month_day
    return Reason("date-without-year", {"month": str(month), "day": str(day)})


def _why_date(note: Note, settings: Settings) -> Iterator[Reason]:
    source = note.place.date_source
    if source is DateSource.FRONT_MATTER:
        yield told_in_front_matter(note.parsed, "date")
    elif source is DateSource.PATH:
        yield from _why_date_of_path(note, settings)
    elif source is DateSource.TEXT:
        yield Reason("date-written", {}, _written_at(note))
    elif source is DateSource.CALENDAR and settings.start is not None:
        yield Reason("date-counted", {"start": str(settings.start), "day": str(note.place.day)})
    elif source is DateSource.CALENDAR:
        yield Reason("date-counted-from-others")
    else:
        yield Reason("date-git")


def _why_date_of_path(note: Note, settings: Settings) -> Iterator[Reason]:
    """The reasons for a date that the path tells, or a title instead of it; then those for its year."""
    in_path = read_path(note.path, settings.layout)
    heading = _top_heading(note)
    in_heading = _read_name(heading.text) if heading is not None else Evidence()
    evidence = in_path
    if in_path.date == note.place.date:
        yield _told_by_path(note.path, settings, _date)
    elif in_path.month_day is not None:
        yield _told_by_path(note.path, settings, _month_day)
    elif heading is not None:
        evidence = in_heading
        yield Reason("in-heading", {"text": heading.text}, Cited(note.path, heading.line))
    else:
        yield Reason("notebook", {"rule": note.place.rule})
    if evidence.date == note.place.date:
        return
    if settings.start is not None:
        yield Reason("year-of-start", {"start": str(settings.start)})
    else:
        yield Reason("year-of-git")


def _written_at(note: Note) -> Cited | None:
    """The first line on which a note's date is written."""
    rows = note.parsed.text.split("\n")
    for line, row in enumerate(rows, 1):
        if written_date(row) == note.place.date:
            return Cited(note.path, line)
    return None


def _top_heading(note: Note) -> Heading | None:
    """The heading that tells a note's place, if one does."""
    title = note.parsed.heading_place
    for heading in note.parsed.headings:
        if title is not None and heading.text == title:
            return heading
    return None


def _line(reason: Reason, within: str = "") -> int | None:
    at = reason.at
    if at is None or (within and at.path != within):
        return None
    return at.line


def _week(evidence: Evidence) -> object:
    return evidence.week


def _day(evidence: Evidence) -> object:
    return evidence.day


def _date(evidence: Evidence) -> object:
    return evidence.date


def _month_day(evidence: Evidence) -> object:
    return evidence.month_day
