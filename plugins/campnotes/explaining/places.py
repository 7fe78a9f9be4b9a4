"""Explain why a note is of its kind, week, day and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from msgspec import Struct

from campnotes.explaining.front_matter import told_in_front_matter
from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import Cited, Note, Notebook, NoteDay
from campnotes.notebook.layout import read_path
from campnotes.notebook.layout.evidence import Evidence
from campnotes.notebook.layout.habits import Habits, read_habits
from campnotes.notebook.place import DateSource, Kind
from campnotes.parsing.outline import Heading
from campnotes.settings import Settings

# The reason for a kind, by the kind and the rule that told it.
_KIND_REASONS = {
    (Kind.RETROSPECTIVE, "name"): "kind-retrospective-name",
    (Kind.RETROSPECTIVE, "folder"): "kind-retrospective-folder",
    (Kind.RETROSPECTIVE, "title"): "kind-retrospective-title",
    (Kind.WEEK, "beside-days"): "kind-beside-days",
    (Kind.WEEK, "week-note"): "kind-week-note",
    (Kind.DAY, "dated-title"): "kind-dated-title",
    (Kind.DAY, "dated-session"): "kind-dated-session",
    (Kind.LECTURE, "in-week"): "kind-in-week",
    (Kind.LECTURE, "name"): "kind-lecture-name",
    (Kind.LECTURE, "title"): "kind-lecture-title",
    (Kind.LECTURE, "folder"): "kind-lecture-folder",
    (Kind.LECTURE, "course-level"): "kind-course-level",
    (Kind.LECTURE, "topic"): "kind-topic",
    (Kind.PAGE, "exercise"): "kind-exercise",
    (Kind.TEMPLATE, "blank-form"): "kind-blank-form",
}
# The reason for a kind that needs no rule.
_PLAIN_KIND_REASONS = {
    Kind.DAY: "kind-day",
    Kind.PAGE: "kind-page",
}
_BY_TITLE = frozenset({"title", "dated-title"})
_LISTED = "listed"  # ends the rules of a place whose week another note told

_Read = Callable[[Evidence], object]


class _PlacedNote(Struct, frozen=True):
    """A note whose place is explained, the notebook's settings, and what its names mean."""

    note: Note
    settings: Settings
    habits: Habits

    def read_path(self, path: str) -> Evidence:
        """What a path tells in this notebook."""
        patterns = self.settings.layout
        return read_path(path, patterns, self.habits)

    @property
    def by_path(self) -> Evidence:
        """What the note's own path tells."""
        path = self.note.path
        return self.read_path(path)


def explain_place(note: Note, notebook: Notebook) -> list[Explanation]:
    """Explain a note's kind, and its week, day and date as far as they are known.

    Of a day's note, and where its path tells one that wasn't believed, what isn't known is told too.
    """
    habits = read_habits(other.path for other in notebook.notes)
    asked = _PlacedNote(note, notebook.settings, habits)
    explained = [
        _explain_kind(note),
        _explain_number(asked, Subject.WEEK, note.place.week, _week),
        _explain_number(asked, Subject.DAY, note.place.day, _day),
        _explain_date(asked),
    ]
    known = [explanation for explanation in explained if explanation is not None]
    return known + [_explain_section(day) for day in note.days]


def _explain_section(day: NoteDay) -> Explanation:
    """Explain a section that is a day of its note's week."""
    number = ""
    when = ""
    if day.place.day is not None:
        number = str(day.place.day)
    if day.place.date is not None:
        when = day.place.date.isoformat()
    reasons = [Reason("section-is-day", {"text": day.text})]
    if number and when:
        with_date = Reason("section-date", {"date": when})
        reasons.append(with_date)
    return Explanation(
        subject=Subject.DAY,
        value=number or when,
        reasons=tuple(reasons),
        line=day.line,
    )


def _explain_kind(note: Note) -> Explanation:
    reason = _why_kind(note)
    return Explanation(
        subject=Subject.KIND,
        value=str(note.place.kind),
        reasons=(reason,),
        line=_line(reason),
    )


def _why_kind(note: Note) -> Reason:
    if note.parsed.front_matter.kind is not None:
        return told_in_front_matter(note.parsed, "kind")
    path = PurePosixPath(note.path)
    kind = note.place.kind
    rule = _kind_rule(note)
    plain = _PLAIN_KIND_REASONS.get(kind, "rule")
    code = _KIND_REASONS.get((kind, rule), plain)
    at = None
    if rule in _BY_TITLE and code != "kind-day":
        at = _top_place(note)
    values = {
        "name": path.name,
        "rule": note.place.rule,
    }
    return Reason(code, values, at)


def _kind_rule(note: Note) -> str:
    """The rule that told a note's kind: the last of its place's, but for what told its week."""
    rule = note.place.rule
    before = rule.removesuffix(_LISTED)
    *_, last = before.rstrip("+").split("+")
    return last


def _explain_number(
    asked: _PlacedNote, subject: Subject, value: int | None, read: _Read
) -> Explanation | None:
    """Explain the number of a week or a day: who tells it, the most trusted first."""
    reason = _why_number(asked, subject, value, read)
    if reason is None:
        return None
    told = ""
    if value is not None:
        told = str(value)
    return Explanation(
        subject=subject,
        value=told,
        reasons=(reason,),
        line=_line(reason),
    )


def _why_number(
    asked: _PlacedNote, subject: Subject, value: int | None, read: _Read
) -> Reason | None:
    note = asked.note
    in_path = read(asked.by_path)
    if value is None:
        return _why_unknown(note, subject, in_path)
    if getattr(note.parsed.front_matter, subject) is not None:
        return told_in_front_matter(note.parsed, subject)
    if in_path == value:
        return _told_by_path(asked, read)
    in_heading = read(_by_heading(note))
    if in_heading == value:
        return _told_by_heading(note)
    if subject is Subject.WEEK and note.place.rule.endswith(_LISTED):
        return Reason("listed")
    return _told_by_date(asked, subject)


def _told_by_date(asked: _PlacedNote, subject: Subject) -> Reason:
    when = asked.note.place.own_date
    if when is None:
        return Reason("notebook", {"rule": asked.note.place.rule})
    values = {"date": str(when)}
    if subject is Subject.WEEK and asked.settings.start is not None:
        return Reason("week-of-date", values)
    return Reason("where-date-lies", values)


def _why_unknown(note: Note, subject: Subject, in_path: object) -> Reason | None:
    if in_path is not None:
        return Reason("path-doubted", {"number": str(in_path)})
    if note.place.kind is Kind.DAY:
        return Reason("unknown", {"field": str(subject)})
    return None


def _told_by_path(asked: _PlacedNote, read: _Read) -> Reason:
    rule, _, pattern = asked.by_path.rule.partition(":")
    if rule == "layout":
        return Reason("layout", {"pattern": pattern})
    return Reason("in-path", {"part": _telling_parts(asked, read)})


def _telling_parts(asked: _PlacedNote, read: _Read) -> str:
    """Those names of a path without which it wouldn't tell what it tells: `2026/03/04.md`.

    Where two names tell the same, it is the deepest of them: `day2.md` of `day2/day2.md`.
    """
    path = asked.note.path
    told = read(asked.by_path)
    parts = PurePosixPath(path).parts
    needed = []
    for index, part in enumerate(parts):
        without = asked.read_path(_without(parts, index))
        if read(without) != told:
            needed.append(part)
    if needed:
        return "/".join(needed)
    deepest = path
    for part in parts:
        by_itself = _read_name(part)
        if read(by_itself) == told:
            deepest = part
    return deepest


def _without(parts: Sequence[str], index: int) -> str:
    """A path in which one of the names tells nothing."""
    suffix = PurePosixPath(parts[index]).suffix
    changed = list(parts)
    changed[index] = f"_{suffix}"
    return "/".join(changed)


def _read_name(name: str) -> Evidence:
    """What one name tells by itself."""
    stem = name.removesuffix(".md")
    flat = stem.replace("/", " ")
    return read_path(f"{flat}.md")


def _explain_date(asked: _PlacedNote) -> Explanation:
    when = asked.note.place.date
    if when is None:
        reason = _why_undated(asked.note)
        return Explanation(Subject.DATE, "", (reason,))
    reasons = list(_why_date(asked))
    return Explanation(
        subject=Subject.DATE,
        value=when.isoformat(),
        reasons=tuple(reasons),
        line=_line(reasons[0]),
    )


def _why_undated(note: Note) -> Reason:
    if note.place.month_day is None:
        return Reason("date-unknown")
    month, day = note.place.month_day
    values = {
        "month": str(month),
        "day": str(day),
    }
    return Reason("date-without-year", values)


def _why_date(asked: _PlacedNote) -> Iterator[Reason]:
    place = asked.note.place
    start = asked.settings.start
    in_path = asked.by_path
    source = place.date_source
    if source is DateSource.FRONT_MATTER:
        yield told_in_front_matter(asked.note.parsed, "date")
    elif source is DateSource.PATH:
        has_year = in_path.date is not None
        yield _told_by_path(asked, _date if has_year else _month_day)
        if not has_year:
            yield _why_year(start)
    elif source is DateSource.TEXT:
        yield from _why_date_of_text(asked)
    elif source is DateSource.CALENDAR and start is not None:
        values = {"start": str(start), "day": str(place.day)}
        yield Reason("date-counted", values)
    elif source is DateSource.CALENDAR:
        yield Reason("date-counted-from-others")
    else:
        yield Reason("date-git")


def _why_date_of_text(asked: _PlacedNote) -> Iterator[Reason]:
    """The reasons for a date that is written: on a line, in the title, or where the note is listed."""
    note = asked.note
    when = note.place.date
    written = note.parsed.written
    in_heading = _by_heading(note)
    if written is not None and _is_of(when, written.when.month_day):
        at = Cited(note.path, written.line)
        yield Reason("date-written", at=at)
        told = written.when.date
    elif _is_of(when, in_heading.month_day):
        yield _told_by_heading(note)
        told = in_heading.date
    else:
        yield Reason("date-listed")
        told = when
    # One that is told without a year, or with a wrong one.
    if told != when:
        yield _why_year(asked.settings.start)


def _is_of(when: date | None, month_day: tuple[int, int] | None) -> bool:
    """Whether a month and day are those of a date."""
    if when is None:
        return False
    return month_day == (when.month, when.day)


def _why_year(start: date | None) -> Reason:
    if start is None:
        return Reason("year-settled")
    return Reason("year-of-start", {"start": str(start)})


def _top_heading(note: Note) -> Heading | None:
    """The heading that tells a note's place, if one does."""
    title = note.parsed.heading_place
    for heading in note.parsed.headings:
        if title is not None and heading.text == title:
            return heading
    return None


def _top_place(note: Note) -> Cited | None:
    heading = _top_heading(note)
    if heading is None:
        return None
    return Cited(note.path, heading.line)


def _by_heading(note: Note) -> Evidence:
    """What the heading tells that tells a note's place."""
    heading = _top_heading(note)
    if heading is None:
        return Evidence()
    return _read_name(heading.text)


def _told_by_heading(note: Note) -> Reason:
    heading = _top_heading(note)
    text = heading.text if heading else ""
    return Reason(
        code="in-heading",
        values={"text": text},
        at=_top_place(note),
    )


def _line(reason: Reason) -> int | None:
    at = reason.at
    return at.line if at else None


def _week(evidence: Evidence) -> object:
    return evidence.week


def _day(evidence: Evidence) -> object:
    return evidence.day


def _date(evidence: Evidence) -> object:
    return evidence.date


def _month_day(evidence: Evidence) -> object:
    return evidence.month_day
