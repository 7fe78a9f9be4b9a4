"""What can be found: the sections of notes, presentations, questions, people, references."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from math import isnan
from typing import Any
from unicodedata import normalize

from campnotes.linking.model import LinkedPresentation, Note, Person, Reference, ReferenceKind
from campnotes.linking.references import short_address
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.outline import Heading
from campnotes.site.excerpts import anchor_at
from campnotes.site.labels import date_label, day_label
from campnotes.site.model import Site, reference_anchor

_SPACES = re.compile(r"\s+")
PRESENTATION, QUESTION, PERSON, REFERENCE = "presentation", "question", "person", "reference"
# How much less than a section of a note these count: they repeat what stands in the notes.
PERSON_BOOST, REFERENCE_BOOST, QUESTION_BOOST = 0.8, 0.4, 0.6
MOST_BOOST = 4  # that a note may ask for
MOST_TITLE = 200  # characters; what is longer is no title, and stands in every part below it
MOST_ANCHOR = 1000
MOST_PRESENTERS = 20  # that each question of a presentation tells

Doc = dict[str, Any]  # a unit as it is written into the index


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to be found; `title` and `text` are plain text.

    `location` is relative to the site's root; of a part of a note it is only `#` and the anchor, and
    what the note's own unit tells (kind, label, week, day, date, people, boost) holds for the part
    too. `level` is that of a heading, from which a part's breadcrumb follows; `label` tells a reader
    the place (2주차 · 6일차); `people` are names to be asked for; `date` is ISO 8601, without the
    year where that isn't known.
    """

    location: str
    title: str
    text: str = ""
    kind: str = ""
    level: int | None = None
    label: str = ""
    week: int | None = None
    day: int | None = None
    date: str = ""
    people: tuple[str, ...] = ()
    boost: float = 1.0


def find_units(site: Site) -> Iterator[tuple[Unit, ...]]:
    """The units of a site, page by page; those of a note begin with the note itself."""
    for note in site.notebook.notes:
        if not search_told(note).get("exclude"):
            yield _note_units(note, site)
    for person in site.notebook.people:
        yield (_person(person, site),)
    references = [r for r in site.notebook.references if r.kind is not ReferenceKind.ASSET]
    if references:
        title = site.translate("References")
        page = Unit(site.url("references"), title, "", REFERENCE, boost=REFERENCE_BOOST)
        yield (page, *map(_reference, references))


def plain(unit: Unit) -> Doc:
    """A unit as it is written into the index: without what it doesn't tell."""
    silent: dict[str, Any] = {"boost": 1.0}  # by name: 1.0 is equal to the first day too
    title, text = normalize("NFC", unit.title)[:MOST_TITLE], normalize("NFC", unit.text)
    return {
        key: value
        for key, value in asdict(replace(unit, title=title, text=text)).items()
        if key in {"location", "title"} or value not in (None, "", (), silent.get(key))
    }


def search_told(note: Note) -> Mapping[str, Any]:
    """What a note's front matter says of search, as Material reads it."""
    told = note.parsed.front_matter.raw.get("search")
    return told if isinstance(told, dict) else {}


def boost_of(note: Note) -> float:
    """How much more the note counts than others; within bounds, for it is no means to be the first of all."""
    told = search_told(note).get("boost")
    if not isinstance(told, int | float):
        return 1.0
    bounded = float(min(max(told, 1 / MOST_BOOST), MOST_BOOST))
    return 1.0 if isnan(bounded) else bounded


def _reference(reference: Reference) -> Unit:
    title = reference.title or short_address(reference.canonical)
    return Unit(f"#{reference_anchor(reference.canonical)}", title, reference.canonical)


def _note_units(note: Note, site: Site) -> tuple[Unit, ...]:
    """The note, its parts from each heading that is no sentence to the next, and what was asked."""
    listed = {linked.heading.line for linked in note.contents if linked.heading}
    headings = [
        heading
        for heading in note.parsed.headings
        if heading.text
        and heading.text != note.title
        # A sentence that the contents list is a title all the same.
        and (not heading.sentence or heading.line in listed)
    ]
    contents = {linked.entry.line for linked in note.contents}
    bounds = [heading.line for heading in headings]
    texts: list[list[str]] = [[] for _ in range(len(headings) + 1)]
    told = {*bounds, *contents, *(h.line for h in note.parsed.headings if h.text == note.title)}
    for block in note.parsed.blocks:
        if block.line not in told:
            texts[bisect_right(bounds, block.line)].append(_text(block))
    lead, *parts = (" ".join(filter(None, text)) for text in texts)
    sections = [_section(*part) for part in zip(headings, parts, strict=True)]
    apart: list[Unit] = []
    for presentation in note.presentations:
        topic = _heading_of(presentation, headings)
        if topic is None:
            apart.append(_presentation(presentation))
        else:
            people = (*sections[topic].people, *presentation.presenters)
            sections[topic] = replace(sections[topic], kind=PRESENTATION, people=people)
        apart.extend(_questions(presentation, note))
    return (_whole(note, lead, site), *sections, *apart)


def _text(block: Block) -> str:
    images = [link.text for link in block.links if link.image]
    text = _SPACES.sub(" ", " ".join((block.text, *images))).strip()
    return f"\n{text}\n" if block.kind is BlockKind.HEADING else text


def _whole(note: Note, lead: str, site: Site) -> Unit:
    place = note.place
    group = site.group_of.get(note.path)
    days = [day_label(place, site.language), date_label(place, site.language)]
    label = " · ".join(dict.fromkeys(t for t in (group.title if group else "", *days) if t))
    people = dict.fromkeys(n for p in note.presentations for n in p.presenters)
    when = "{:02}-{:02}".format(*place.month_day) if place.month_day else ""
    when = place.date.isoformat() if place.date else when
    return Unit(site.note_urls[note.path], note.title, lead, str(place.kind), None, label,
                place.week, place.day, when, tuple(people), boost_of(note))  # fmt: skip


def _section(heading: Heading, text: str) -> Unit:
    return Unit(_at(heading.anchor), heading.text, text, level=heading.level)


def _at(anchor: str) -> str:
    """Where a part of a page is; of an anchor that is longer than any title, the page."""
    return f"#{anchor}" if len(anchor) <= MOST_ANCHOR else "#"


def _heading_of(presentation: LinkedPresentation, headings: list[Heading]) -> int | None:
    """The heading that is the presentation's topic."""
    words = _letters(presentation.topic)
    for at, heading in enumerate(headings):
        if heading.anchor == presentation.anchor and words in _letters(heading.text):
            return at
    return None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _presentation(presentation: LinkedPresentation) -> Unit:
    """A presentation whose topic is no heading: an item of a list, say."""
    told = (*presentation.presenters, *(m.link.text for m in presentation.materials))
    return Unit(_at(presentation.anchor), presentation.topic, " · ".join(told), PRESENTATION,
                people=presentation.presenters)  # fmt: skip


def _questions(presentation: LinkedPresentation, note: Note) -> Iterator[Unit]:
    presenters = presentation.presenters[:MOST_PRESENTERS]
    about = " · ".join((presentation.topic[:MOST_TITLE], *presenters))
    for question in presentation.questions:
        anchor = anchor_at(note, question.line) or presentation.anchor
        yield Unit(_at(anchor), question.text, about, QUESTION, people=presenters,
                   boost=QUESTION_BOOST)  # fmt: skip


def _person(person: Person, site: Site) -> Unit:
    given = site.presentations_of[person.name]
    topics = dict.fromkeys(presentation.topic[:MOST_TITLE] for _, presentation in given)
    return Unit(site.person_url(person.name), person.name, " · ".join(topics), PERSON,
                people=(person.name, *person.aliases), boost=PERSON_BOOST)  # fmt: skip
