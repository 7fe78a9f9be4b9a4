"""What can be found: the sections of notes, people, references, each with its place in the camp."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from html import escape
from typing import Any

from campnotes.linking.model import Note, ReferenceKind
from campnotes.pages.environment import date_label, day_label
from campnotes.pages.site import Site, reference_anchor
from campnotes.parsing.blocks import Block, BlockKind

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to be found. `location` is relative to the site's root; `title` and `text` are HTML.

    `label` tells a reader its place (2주차 · 6일차); `people` are presenters, to be asked for.
    """

    location: str
    title: str
    text: str
    kind: str
    label: str = ""
    week: int | None = None
    day: int | None = None
    date: str = ""
    people: str = ""
    boost: float = 1.0


def find_units(site: Site) -> Iterator[Unit]:
    """All units of a site, the sections of a note behind the note itself."""
    for note in site.notebook.notes:
        if not _told(note).get("exclude"):
            yield from _sections(note, site)
    for person in site.notebook.people:
        topics = [
            presentation.topic
            for cited in person.presentations
            for presentation in site.notebook.by_path[cited.path].presentations
            if presentation.line == cited.line
        ]
        names = " ".join((person.name, *person.aliases))
        text = " · ".join(dict.fromkeys(topics))
        yield Unit(site.person_url(person.name), escape(person.name), escape(text), "person",
                   people=names, boost=0.8)  # fmt: skip
    for reference in site.notebook.references:
        if reference.kind is not ReferenceKind.ASSET and reference.title:
            location = f"{site.url('references')}#{reference_anchor(reference.canonical)}"
            yield Unit(location, escape(reference.title), escape(reference.canonical),
                       "reference", boost=0.4)  # fmt: skip


def _told(note: Note) -> Mapping[str, Any]:
    """What a note's front matter says of search, as Material reads it."""
    told = note.parsed.front_matter.raw.get("search")
    return told if isinstance(told, dict) else {}


def _sections(note: Note, site: Site) -> Iterator[Unit]:
    """The note, and its parts from each heading that is no sentence to the next."""
    starts = [h for h in note.parsed.headings if not h.sentence and h.text and h.text != note.title]
    bounds = [heading.line for heading in starts]
    parts: list[list[str]] = [[] for _ in range(len(starts) + 1)]
    for block in note.parsed.blocks:
        at = sum(line <= block.line for line in bounds)
        if block.kind is not BlockKind.HEADING or block.line not in bounds:
            parts[at].append(_text(block))
    make = _unit_of(note, site)
    yield make("", note.title, parts[0])
    for heading, part in zip(starts, parts[1:], strict=True):
        yield make(heading.anchor, heading.text, part)


def _text(block: Block) -> str:
    images = [link.text for link in block.links if link.image]
    return _SPACES.sub(" ", " ".join((block.text, *images))).strip()


def _unit_of(note: Note, site: Site) -> Callable[[str, str, list[str]], Unit]:
    place = note.place
    group = next((g for g in site.groups if note.path in {n.path for n in g.notes}), None)
    days = [day_label(place, site), date_label(place, site.language)]
    label = " · ".join(dict.fromkeys(t for t in (group.title if group else "", *days) if t))
    people = " ".join(dict.fromkeys(n for p in note.presentations for n in p.presenters))
    told = _told(note).get("boost", 1)
    boost = float(told) if isinstance(told, int | float) else 1.0
    when = place.date.isoformat() if place.date else ""
    url = site.note_urls[note.path]

    def unit(anchor: str, title: str, part: list[str]) -> Unit:
        text = " ".join(filter(None, part))
        location = f"{url}#{anchor}" if anchor else url
        return Unit(location, escape(title), escape(text), str(place.kind), label, place.week,
                    place.day, when, people, boost)  # fmt: skip

    return unit


def plain(unit: Unit) -> dict[str, Any]:
    """A unit as it is written into the index: without what it doesn't tell."""
    kept = {"location", "title", "text"}
    return {k: v for k, v in asdict(unit).items() if k in kept or v not in {None, "", 1.0}}
