"""What can be found: the sections of notes, presentations, questions, people, references."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from typing import Any
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from campnotes.linking.model import LinkedPresentation, Note, Person, Reference, ReferenceKind
from campnotes.notebook.place import Kind, date_for_programs
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex
from campnotes.search.anchors import shortened
from campnotes.site.excerpts import anchor_at
from campnotes.site.labels import place_label, reference_title
from campnotes.site.model import Site, reference_anchor

_SPACES = regex(r"\s+")
PRESENTATION, QUESTION, PERSON, REFERENCE = "presentation", "question", "person", "reference"
# How much less than a section of a note these count: they repeat what stands in the notes.
PERSON_BOOST, REFERENCE_BOOST, QUESTION_BOOST = 0.8, 0.4, 0.6
TEMPLATE_BOOST = 0.05
MOST_BOOST = 4  # that a note may ask for
MOST_TITLE = 200  # characters; what is longer is no title, and stands in every part below it
MOST_ANCHOR = 1000
MOST_PRESENTERS = 20  # that each question of a presentation tells

Doc = dict[str, Any]  # a unit as it is written into the index


class Unit(Struct, frozen=True, kw_only=True):
    """One thing to be found; `title` and `text` are plain text.

    - `location` is relative to the site's root. That of a part of a page is only `#` and the anchor:
      the page is that of the unit before which has one. Kind, label, week, day, date, people, tags
      and boost of a note's own unit hold for its parts too.
    - `level` is that of a heading, from which a part's breadcrumb follows.
    - `label` tells a reader the place: 2주차 · 6일차.
    - `date` is ISO 8601, without the year where that isn't known.
    - `materials` is how many a presentation has.
    - `people` are names to be asked for, and `tags` those of the note.
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
    tags: tuple[str, ...] = ()
    materials: int = 0
    boost: float = 1.0


_OF_UNIT = Unit.__struct_fields__
_TEXTS = frozenset({"title", "text"})


def found_notes(site: Site) -> Iterator[Note]:
    """Go through the notes that aren't left out of the search."""
    for note in site.notebook.notes:
        if not search_told(note).get("exclude"):
            yield note


def other_units(site: Site) -> Iterator[tuple[Unit, ...]]:
    """Find the units of the pages that are no notes."""
    for person in site.notebook.people:
        yield (_person(person, site),)
    yield from _reference_units(site)


def _reference_units(site: Site) -> Iterator[tuple[Unit, ...]]:
    """Make the units of the references, for each page that they are on."""
    parts = site.reference_parts
    for number, part in enumerate(parts, 1):
        units: list[Unit] = []
        for listing in part:
            found = [r for r in listing.entries if r.kind is not ReferenceKind.ASSET]
            units += map(_reference, found)
        page = Unit(
            location=site.part_url("references", number if len(parts) > 1 else 0),
            title=site.translate("References"),
            kind=REFERENCE,
            boost=REFERENCE_BOOST,
        )
        if units:
            yield (page, *units)


def plain(unit: Unit) -> Doc:
    """Write a unit as the index has it: without what it doesn't tell, or tells twice."""
    doc: Doc = {}
    for key in _OF_UNIT:
        value = getattr(unit, key)
        if key in _TEXTS:
            value = normalize("NFC", value)
        if key == "title":
            value = value[:MOST_TITLE]
        if _is_told(key, value):
            doc[key] = value
    doc["location"] = shortened(unit.location, doc["title"])
    return doc


def _is_told(key: str, value: object) -> bool:
    if key in {"location", "title"}:
        return True
    # By its name, for 1.0 is equal to the first day too.
    if key == "boost":
        return value != 1.0
    # A week or day may be the zeroth.
    if key == "materials":
        return bool(value)
    return value not in (None, "", ())


def search_told(note: Note) -> Mapping[str, Any]:
    """What a note's front matter says of search, as the theme's search reads it."""
    front_matter = note.parsed.front_matter
    told = front_matter.raw.get("search")
    if isinstance(told, dict):
        return told
    return {}


def boost_of(note: Note) -> float:
    """How much more a note counts than others.

    Its author may ask for that within bounds, as it is no means to be the first of all. An empty
    form comes last: its headings are those of the notes that were made from it.
    """
    if note.place.kind is Kind.TEMPLATE:
        return TEMPLATE_BOOST
    told = search_told(note).get("boost")
    if not isinstance(told, int | float):
        return 1.0
    least = 1 / MOST_BOOST
    bounded = min(max(told, least), MOST_BOOST)
    if isnan(bounded):
        return 1.0
    return float(bounded)


def note_units(note: Note, site: Site) -> tuple[Unit, ...]:
    """Make the units of a note: itself, its parts from heading to heading, and what was asked.

    But for `note_unit`, they come of the note alone.
    """
    headings = _part_headings(note)
    lead, *texts = _texts_between(note, headings)
    parts = list(map(_part, headings, texts))
    apart: list[Unit] = []
    by_anchor = {heading.anchor: at for at, heading in enumerate(headings)}
    for presentation in note.presentations:
        topic = by_anchor.get(presentation.anchor)
        if topic is not None and not _is_topic(headings[topic], presentation):
            topic = None
        if topic is None:
            unit = _presentation(presentation)
            apart.append(unit)
        else:
            parts[topic] = _presented(parts[topic], presentation)
        apart += _questions(presentation, note)
    apart += _questions_outside(note)
    whole = note_unit(note, lead, site)
    return (whole, *parts, *apart)


def _part_headings(note: Note) -> list[Heading]:
    """Take the headings that begin a part of a note.

    - They have a text, which isn't the note's title again.
    - They are no sentences; but a sentence that the contents list is a title all the same.
    """
    in_contents = set()
    for linked in note.contents:
        if linked.heading:
            in_contents.add(linked.heading.line)
    headings = []
    for heading in note.parsed.headings:
        if not heading.text or note.is_title(heading):
            continue
        is_listed = heading.line in in_contents
        if is_listed or not heading.sentence:
            headings.append(heading)
    return headings


def _texts_between(note: Note, headings: Sequence[Heading]) -> list[str]:
    """Read the text before the first of some headings of a note, and that below each of them.

    What is told otherwise is left out: the headings, the note's title and its contents.
    """
    bounds = [heading.line for heading in headings]
    left_out = set(bounds)
    for linked in note.contents:
        left_out.add(linked.entry.line)
    for heading in note.parsed.headings:
        if note.is_title(heading):
            left_out.add(heading.line)
    texts: list[list[str]] = [[]]
    texts.extend([] for _ in headings)
    for block in note.parsed.blocks:
        if block.line in left_out:
            continue
        text = _text(block)
        if text:
            part = bisect_right(bounds, block.line)
            texts[part].append(text)
    return list(map(" ".join, texts))


def _text(block: Block) -> str:
    """Read a block's text and what its images are called.

    A heading stands on a line of its own. A table's rows and cells are told apart.
    """
    images = [link.text for link in block.links if link.image]
    pieces = (_written(block), *images)
    joined = " ".join(pieces)
    text = _SPACES.sub(" ", joined)
    text = text.strip()
    if block.kind is BlockKind.HEADING:
        return f"\n{text}\n"
    return text


def _written(block: Block) -> str:
    """The text of a block; a row's is `| BERT · 0.91`, so that one sees where the next begins."""
    if block.kind is not BlockKind.ROW:
        return block.text
    cells = filter(str.strip, block.cells)
    row = " · ".join(cells)
    return f"| {row}" if row else ""


def note_unit(note: Note, lead: str, site: Site) -> Unit:
    """Make the unit of a note itself, with the text that it begins with."""
    place = note.place
    return Unit(
        location=site.note_urls[note.path],
        title=note.full_title,
        text=lead,
        kind=str(place.kind),
        label=place_label(note, site.group_of.get(note.path), site.language),
        week=place.week,
        day=place.day,
        date=date_for_programs(place.date, place.month_day),
        people=note.presentation_presenters,
        tags=note.tags,
        boost=boost_of(note),
    )


def _part(heading: Heading, text: str) -> Unit:
    return Unit(
        location=_at(heading.anchor),
        title=heading.text,
        text=text,
        level=heading.level,
    )


def _at(anchor: str) -> str:
    """Where a part of a page is; of an anchor that is longer than any title, the page."""
    if len(anchor) > MOST_ANCHOR:
        return "#"
    return f"#{anchor}"


def _is_topic(heading: Heading, presentation: LinkedPresentation) -> bool:
    """Whether a heading is the topic of the presentation that stands under it."""
    topic = _letters(presentation.topic)
    return topic in _letters(heading.text)


def _letters(text: str) -> str:
    letters = filter(str.isalnum, text)
    return "".join(letters)


def _presented(part: Unit, presentation: LinkedPresentation) -> Unit:
    """Make a part of a note whose heading is a topic the unit of the presentation."""
    people = (*part.people, *presentation.presenters)
    return replace(
        part,
        kind=PRESENTATION,
        people=people,
        materials=len(presentation.materials),
    )


def _presentation(presentation: LinkedPresentation) -> Unit:
    """Make the unit of a presentation whose topic is no heading: an item of a list, say."""
    materials = [material.link.text for material in presentation.materials]
    return Unit(
        location=_at(presentation.anchor),
        title=presentation.topic,
        text=" · ".join((*presentation.presenters, *materials)),
        kind=PRESENTATION,
        people=presentation.presenters,
        materials=len(presentation.materials),
    )


def _questions(presentation: LinkedPresentation, note: Note) -> Iterator[Unit]:
    presenters = presentation.presenters[:MOST_PRESENTERS]
    about = " · ".join((presentation.topic[:MOST_TITLE], *presenters))
    for question in presentation.questions:
        anchor = anchor_at(note, question.line) or presentation.anchor
        yield Unit(
            location=_at(anchor),
            title=question.text,
            text=about,
            kind=QUESTION,
            people=presenters,
            boost=QUESTION_BOOST,
        )


def _questions_outside(note: Note) -> Iterator[Unit]:
    """Make the units of the questions that were asked outside of a note's presentations."""
    for question in note.questions:
        yield Unit(
            location=_at(anchor_at(note, question.line)),
            title=question.text,
            text=question.section[:MOST_TITLE],
            kind=QUESTION,
            people=(question.asker,) if question.asker else (),
            boost=QUESTION_BOOST,
        )


def _person(person: Person, site: Site) -> Unit:
    topics: dict[str, None] = {}
    for _, presentation in site.presentations_of[person.name]:
        topics[presentation.topic[:MOST_TITLE]] = None
    return Unit(
        location=site.person_url(person.name),
        title=person.name,
        text=" · ".join(topics),
        kind=PERSON,
        people=(person.name, *person.aliases),
        boost=PERSON_BOOST,
    )


def _reference(reference: Reference) -> Unit:
    return Unit(
        location=f"#{reference_anchor(reference.canonical)}",
        title=reference_title(reference),
        text=reference.canonical,
    )
