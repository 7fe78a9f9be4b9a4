"""Explain where a note's title comes from."""

from __future__ import annotations

from dataclasses import dataclass

from campnotes.explaining.front_matter import front_matter_line
from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import Cited, Note
from campnotes.notebook.plain_text import shortened

# What each rule is called among the reasons.
_REASONS = {
    "front-matter": "front-matter",
    "heading": "title-heading",
    "name": "title-name",
}


@dataclass(frozen=True, slots=True)
class _Origin:
    """The rule that gave a note its title, and the line that it stands on, if any."""

    rule: str
    line: int | None = None


def explain_title(note: Note) -> list[Explanation]:
    """Explain a note's title."""
    origin = _title_origin(note)
    values = {
        "field": "title",
        "name": note.path,
        "rule": origin.rule,
    }
    at = Cited(note.path, origin.line) if origin.line else None
    reason = Reason(_REASONS.get(origin.rule, "rule"), values, at)
    return [Explanation(Subject.TITLE, note.title, (reason,), origin.line)]


def _title_origin(note: Note) -> _Origin:
    parsed = note.parsed
    if parsed.front_matter.title:
        line = front_matter_line(parsed, "title")
        return _Origin("front-matter", line)
    for heading in parsed.headings:
        if shortened(heading.text) == note.title:
            return _Origin("heading", heading.line)
    return _Origin("name")
