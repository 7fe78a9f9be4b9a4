"""Write the inventory of a linked notebook."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from campnotes.linking.model import LinkedLink, LinkedPresentation, Note, Notebook, Outcome

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
    """The inventory as plain data.

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
        "people": [
            {
                "name": person.name,
                "aliases": list(person.aliases),
                "accounts": list(person.accounts),
                "url": person_urls[person.name],
                "presentations": [{"path": c.path, "line": c.line} for c in person.presentations],
            }
            for person in notebook.people
        ],
        "references": [
            {
                "canonical": reference.canonical,
                "kind": str(reference.kind),
                "title": reference.title,
                "cited_by": [{"path": c.path, "line": c.line} for c in reference.cited_by],
            }
            for reference in notebook.references
        ],
        "findings": [
            {
                "code": finding.code,
                "severity": str(finding.severity),
                "path": finding.path,
                "line": finding.line,
                "column": finding.column,
                "message": finding.message(translate),
            }
            for finding in notebook.findings
        ],
    }


def _note(note: Note, notebook: Notebook, url: str) -> dict[str, Any]:
    place = note.place
    backlinks = notebook.backlinks.get(note.path, ())
    return {
        "path": note.path,
        "url": url,
        "title": note.title,
        "kind": str(place.kind),
        "week": place.week,
        "day": place.day,
        "date": place.date.isoformat() if place.date else None,
        "date_source": str(place.date_source) if place.date_source else None,
        "tags": list(note.parsed.front_matter.tags),
        "headings": _headings(note),
        "toc": _contents(note),
        "presentations": [_presentation(p) for p in note.presentations],
        "people": [
            {"line": p.line, "name": p.name, "role": str(p.role), "raw": p.raw} for p in note.people
        ],
        "links": [_link(link) for link in note.links if link.outcome in _INTO_NOTEBOOK],
        "references": [
            {
                "line": link.link.line,
                "url": link.link.url,
                "canonical": link.canonical,
                "kind": str(link.kind),
            }
            for link in note.citations
        ],
        "mentions": [
            {"line": m.mention.line, "raw": m.mention.raw, "target": m.target}
            for m in note.mentions
        ],
        "backlinks": [{"path": b.path, "line": b.line} for b in backlinks],
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


def _presentation(presentation: LinkedPresentation) -> dict[str, Any]:
    return {
        "line": presentation.line,
        "topic": presentation.topic,
        "anchor": presentation.anchor,
        "presenters": list(presentation.presenters),
        "materials": [material.link.url for material in presentation.materials],
        "questions": [{"line": q.line, "text": q.text} for q in presentation.questions],
    }


def _link(linked: LinkedLink) -> dict[str, Any]:
    return {
        "line": linked.link.line,
        "url": linked.link.url,
        "target": linked.target,
        "target_anchor": linked.anchor or None,
        "ok": linked.ok and linked.outcome is not Outcome.OUTSIDE
        and linked.outcome is not Outcome.MISSING,
    }  # fmt: skip


def write_inventory(inventory: Mapping[str, Any], folder: Path) -> Path:
    """Write an inventory into the folder of a site; returns its file."""
    file = folder / FILE_NAME
    text = json.dumps(inventory, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text + "\n", encoding="utf-8")
    return file
