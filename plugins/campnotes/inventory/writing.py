"""Write the inventory of a linked notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from campnotes.compact_json import compact_json
from campnotes.linking.model import (
    Backlink,
    Cited,
    LinkedLink,
    LinkedPresentation,
    Note,
    Notebook,
    Outcome,
    Person,
    Presented,
    Reference,
)
from campnotes.parsing.questions import Question

SCHEMA = "campnotes-inventory/1"
FILE_NAME = "campnotes.json"
_INTO_NOTEBOOK = frozenset(
    {Outcome.NOTE, Outcome.FILE, Outcome.FOLDER, Outcome.MISSING, Outcome.OUTSIDE}
)


def build_inventory(
    notebook: Notebook,
    *,
    note_urls: Mapping[str, str],
    person_urls: Mapping[str, str],
    title: str,
    language: str,
    repository: str | None = None,
    site_url: str | None = None,
    translate: Callable[[str], str] = str,
) -> dict[str, Any]:
    """Gather the inventory as plain data.

    `note_urls` (by path) and `person_urls` (by name) are addresses of pages, relative to the
    site's root.
    """
    return {
        "schema": SCHEMA,
        "notebook": {
            "title": title,
            "language": language,
            "repository": repository,
            "site_url": site_url,
        },
        "notes": [_note(note, notebook, note_urls[note.path]) for note in notebook.notes],
        "people": [_person(person, person_urls[person.name]) for person in notebook.people],
        "references": [_reference(reference) for reference in notebook.references],
        "findings": [finding.as_data(translate) for finding in notebook.findings],
    }


def _note(note: Note, notebook: Notebook, url: str) -> dict[str, Any]:
    place = note.place
    backlinks = notebook.backlinks.get(note.path, ())
    return {
        "path": note.path,
        "url": url,
        "title": note.title,
        "told_apart": note.told_apart or None,
        "topic": note.topic,
        "kind": str(place.kind),
        "week": place.week,
        "day": place.day,
        "date": place.date.isoformat() if place.date else None,
        "date_source": str(place.date_source) if place.date_source else None,
        "tags": list(note.tags),
        "headings": _headings(note),
        "toc": _contents(note),
        "presentations": [_presentation(given, note) for given in note.presentations],
        "presented_in": _presented(notebook.presented.get(note.path, ())),
        "questions": [_question(question) for question in note.questions],
        "people": _named_people(note),
        "links": [_link(link) for link in note.links if link.outcome in _INTO_NOTEBOOK],
        "references": [_citation(link) for link in note.citations],
        "mentions": _mentions(note),
        "backlinks": _places(backlinks),
    }


def _headings(note: Note) -> list[dict[str, Any]]:
    return [
        {
            "line": heading.line,
            "level": heading.level,
            "text": heading.text,
            "anchor": heading.anchor,
            "sentence": heading.sentence,
        }
        for heading in note.parsed.headings
    ]


def _contents(note: Note) -> list[dict[str, Any]]:
    return [
        {
            "line": linked.entry.line,
            "text": linked.entry.text,
            "anchor": linked.entry.anchor,
            "target_line": linked.heading.line if linked.heading else None,
            "target_anchor": linked.heading.anchor if linked.heading else None,
            "match": str(linked.match),
        }
        for linked in note.contents
    ]


def _presentation(presentation: LinkedPresentation, note: Note) -> dict[str, Any]:
    # A table's row may tell the date; else it is that of the day in which it stands.
    given_on = presentation.date or note.place_at(presentation.line).own_date
    return {
        "line": presentation.line,
        "date": given_on.isoformat() if given_on else None,
        "topic": presentation.topic,
        "anchor": presentation.anchor,
        "presenters": list(presentation.presenters),
        "materials": [material.link.url for material in presentation.materials],
        "questions": [_question(question) for question in presentation.questions],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "line": question.line,
        "text": question.text,
        "asker": question.asker,
        "answers": list(question.answers),
    }


def _presented(places: Iterable[Presented]) -> list[dict[str, Any]]:
    return [
        {
            "path": place.path,
            "line": place.line,
            "presenters": list(place.presenters),
            "date": place.date.isoformat() if place.date else None,
        }
        for place in places
    ]


def _link(linked: LinkedLink) -> dict[str, Any]:
    return {
        "line": linked.link.line,
        "url": linked.link.url,
        "target": linked.target,
        "target_anchor": linked.anchor or None,
        "ok": linked.ok,
    }


def _citation(linked: LinkedLink) -> dict[str, Any]:
    return {
        "line": linked.link.line,
        "url": linked.link.url,
        "canonical": linked.canonical,
        "kind": str(linked.kind),
    }


def _named_people(note: Note) -> list[dict[str, Any]]:
    return [
        {
            "line": named.line,
            "name": named.name,
            "role": str(named.role),
            "raw": named.raw,
        }
        for named in note.people
    ]


def _mentions(note: Note) -> list[dict[str, Any]]:
    return [
        {
            "line": linked.mention.line,
            "raw": linked.mention.raw,
            "target": linked.target,
        }
        for linked in note.mentions
    ]


def _person(person: Person, url: str) -> dict[str, Any]:
    return {
        "name": person.name,
        "aliases": list(person.aliases),
        "accounts": list(person.accounts),
        "url": url,
        "presentations": _places(person.presentations),
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "canonical": reference.canonical,
        "kind": str(reference.kind),
        "title": reference.title,
        "cited_by": _places(reference.cited_by),
    }


def _places(cited: Iterable[Cited | Backlink]) -> list[dict[str, Any]]:
    return [{"path": place.path, "line": place.line} for place in cited]


def write_inventory(inventory: Mapping[str, Any], file: Path) -> None:
    """Write an inventory into a file of a site."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = compact_json(inventory) + "\n"
    file.write_text(text, encoding="utf-8")
