"""What is measured against labels made by reading: each thing as labelled, and as read.

Both sides of a measure are sets of plain items, so that what is in one and not in the other is
wrong or missing. An item begins with the note's path. Labels hold lines rather than text: a title
that is a heading is told by the heading's line, and a topic by the lines that may tell it.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from campnotes import Notebook
from campnotes.linking.model import LinkedPresentation, Note
from campnotes.notebook.place import DateSource
from campnotes.parsing.names import clean_name
from campnotes.parsing.presenters import Role

Label = Mapping[str, Any]
Items = Iterator[Hashable]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label beside the note that it is about, in its notebook."""

    path: str
    label: Label
    note: Note
    notebook: Notebook


@dataclass(frozen=True, slots=True)
class Measure:
    """A thing that is labelled: the keys that its labels have, what they say, and what is read."""

    name: str
    keys: tuple[str, ...]
    expected: Callable[[Labelled], Items]
    read: Callable[[Labelled], Items]


def letters(text: str) -> str:
    """The letters and digits of a text: of titles, what counts."""
    folded = text.casefold()
    return "".join(filter(str.isalnum, folded))


def _person(name: str, notebook: Notebook) -> str:
    """The person whom a label names, as the notebook calls that person."""
    for person in notebook.people:
        known = {clean_name(alias) for alias in person.aliases}
        if name == person.name or name in known:
            return person.name
    return name


def _expected_kind(it: Labelled) -> Items:
    yield it.label["kind"]


def _read_kind(it: Labelled) -> Items:
    yield str(it.note.place.kind)


def _expected_week(it: Labelled) -> Items:
    yield from _told(it, "week", it.note.place.week)


def _read_week(it: Labelled) -> Items:
    yield from _known(it.note.place.week)


def _expected_day(it: Labelled) -> Items:
    yield from _told(it, "day", it.note.place.day)


def _read_day(it: Labelled) -> Items:
    yield from _known(it.note.place.day)


def _known(value: object) -> Items:
    if value is not None:
        yield value


def _told(it: Labelled, name: str, read: object) -> Items:
    """A labelled week, day or date. One that is told elsewhere only may be missed, but not wrong.

    The label says where: `"date_by": "README"`. What the camp's calendar tells is expected.
    """
    value = it.label[name]
    by = it.label.get(f"{name}_by", "calendar")
    if by != "calendar" and read is None:
        return
    yield from _known(value)


def _expected_date(it: Labelled) -> Items:
    when = it.note.place.own_date
    yield from _told(it, "date", when)


def _read_date(it: Labelled) -> Items:
    """The note's date, but for Git's: nobody who reads knows it.

    Nor does who labels a month and a day know the year, or count on the calendar unless told so.
    """
    place = it.note.place
    if place.date is None or place.date_source is DateSource.GIT:
        return
    is_year_told = "month_day" not in it.label
    is_read = is_year_told and place.date_source is not DateSource.CALENDAR
    if it.label["date"] is None and not is_read:
        return
    yield place.date.isoformat()


_PLACES = (
    (re.compile(r"(\d+)\s*일차"), r"day\1"),
    (re.compile(r"(\d+)\s*주차"), r"week\1"),
)


_MONTH = re.compile(r"(20\d\d)년\s*(\d{1,2})월(?!\s*\d)")


def _english_month(match: re.Match[str]) -> str:
    """「2020년 8월」 as “August 2020”."""
    year, month = match.groups()
    return f"{month_name[int(month)]} {year}"


def _title_key(title: str) -> str:
    """What counts of a title; a place is the same in each language of the site: `Day 3`, 「3일차」."""
    for pattern, place in _PLACES:
        title = pattern.sub(place, title)
    title = _MONTH.sub(_english_month, title)
    return letters(title)


def _expected_title(it: Labelled) -> Items:
    line = it.label.get("title_line")
    if line is None:
        yield _title_key(it.label["title"])
    else:
        yield _title_key(_text_at(it.note, line))


def _read_title(it: Labelled) -> Items:
    yield _title_key(it.note.title)


def _text_at(note: Note, line: int) -> str:
    for heading in note.parsed.headings:
        if heading.line == line:
            return heading.text
    rows = note.parsed.text.split("\n")
    return rows[line - 1]


def _expected_topic(it: Labelled) -> Items:
    if it.label["topic_lines"]:
        yield True


def _read_topic(it: Labelled) -> Items:
    """Whether the topic is on one of the lines that may tell it."""
    topic = it.note.topic
    if topic is None:
        return
    found = letters(topic)
    for line in it.label["topic_lines"]:
        told = letters(_text_at(it.note, line))
        if told and (found in told or told in found):
            yield True
            return
    yield topic


def _expected_contents(it: Labelled) -> Items:
    for entry in it.label["contents"]:
        yield entry["line"], entry["target_line"]


def _read_contents(it: Labelled) -> Items:
    for linked in it.note.contents:
        target = linked.heading.line if linked.heading else None
        yield linked.entry.line, target


def _expected_presenters(it: Labelled) -> Items:
    for presenter in it.label["presenters"]:
        yield presenter["line"], _person(presenter["name"], it.notebook)


def _read_presenters(it: Labelled) -> Items:
    for person in it.note.people:
        if person.role is Role.PRESENTER:
            yield person.line, person.name


def _expected_presentations(it: Labelled) -> Items:
    for presentation in it.label["presentations"]:
        yield presentation["line"]


def _read_presentations(it: Labelled) -> Items:
    for presentation in it.note.presentations:
        yield presentation.line


def _expected_materials(it: Labelled) -> Items:
    """The lines of materials; which presentation they belong to is measured by its line."""
    for presentation in it.label["presentations"]:
        for line in presentation["materials"]:
            yield presentation["line"], line


def _read_materials(it: Labelled) -> Items:
    for presentation in it.note.presentations:
        for line in _material_lines(presentation):
            yield presentation.line, line


def _material_lines(presentation: LinkedPresentation) -> set[int]:
    return {material.link.line for material in presentation.materials}


_ROLES = frozenset({"moderator", "scribe", "attendee"})


def _expected_roles(it: Labelled) -> Items:
    for person in it.label["people"]:
        if person["role"] in _ROLES:
            yield person["line"], _person(person["name"], it.notebook), person["role"]


def _read_roles(it: Labelled) -> Items:
    for person in it.note.people:
        role = str(person.role)
        if role in _ROLES:
            yield person.line, person.name, role


def _expected_askers(it: Labelled) -> Items:
    """Who asks in a note, by name: a name may stand beside each question, or once above several."""
    for person in it.label["people"]:
        if person["role"] == Role.ASKER:
            yield _person(person["name"], it.notebook)
    for question in it.label.get("questions", ()):
        if question.get("asker"):
            yield _person(question["asker"], it.notebook)


def _read_askers(it: Labelled) -> Items:
    for person in it.note.people:
        if person.role is Role.ASKER:
            yield person.name


def _expected_questions(it: Labelled) -> Items:
    for question in it.label["questions"]:
        yield question["line"]


def _read_questions(it: Labelled) -> Items:
    for question in it.note.questions:
        yield question.line
    for presentation in it.note.presentations:
        for question in presentation.questions:
            yield question.line


def _expected_references(it: Labelled) -> Items:
    for reference in it.label["references"]:
        if not reference.get("own"):
            yield reference["line"], reference["url"]


def _read_references(it: Labelled) -> Items:
    """The links out of the notebook; not those to its own repository's issues and attachments."""
    own = {reference["url"] for reference in it.label["references"] if reference.get("own")}
    for citation in it.note.citations:
        if citation.link.url not in own:
            yield citation.link.line, citation.link.url


def _expected_mentions(it: Labelled) -> Items:
    for mention in it.label["mentions"]:
        yield mention["line"], mention["raw"], mention["target"]


def _read_mentions(it: Labelled) -> Items:
    for linked in it.note.mentions:
        # What names a note by its title alone was labelled nowhere.
        if linked.mention.by_name:
            continue
        yield linked.mention.line, linked.mention.raw, linked.target


MEASURES: Sequence[Measure] = (
    Measure("kind", ("kind",), _expected_kind, _read_kind),
    Measure("week", ("week",), _expected_week, _read_week),
    Measure("day", ("day",), _expected_day, _read_day),
    Measure("date", ("date",), _expected_date, _read_date),
    Measure("title", ("title", "title_line"), _expected_title, _read_title),
    Measure("topic", ("topic_lines",), _expected_topic, _read_topic),
    Measure("contents", ("contents",), _expected_contents, _read_contents),
    Measure("presenters", ("presenters",), _expected_presenters, _read_presenters),
    Measure("presentations", ("presentations",), _expected_presentations, _read_presentations),
    Measure("materials", ("presentations",), _expected_materials, _read_materials),
    Measure("roles", ("people",), _expected_roles, _read_roles),
    Measure("askers", ("people",), _expected_askers, _read_askers),
    Measure("questions", ("questions",), _expected_questions, _read_questions),
    Measure("references", ("references",), _expected_references, _read_references),
    Measure("mentions", ("mentions",), _expected_mentions, _read_mentions),
)


def measured(measure: Measure, label: Label) -> bool:
    """Whether a label says anything of what is measured."""
    return any(key in label for key in measure.keys)


def items_of(notes: Iterable[Labelled], side: Callable[[Labelled], Items]) -> set[Hashable]:
    """The items of one side of a measure, each with its note's path."""
    items: set[Hashable] = set()
    for it in notes:
        for item in side(it):
            items.add((it.path, item))
    return items
