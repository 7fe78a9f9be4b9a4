"""What stands on a line of a note, and in which section of it."""

from __future__ import annotations

from campnotes.linking.model import Note

EXCERPT = 160  # characters


def anchor_at(note: Note, line: int) -> str:
    """The anchor of the section that a line of a note stands in; `""` before the first one."""
    anchor = ""
    for heading in note.parsed.headings:
        if heading.line <= line and heading.text != note.title:
            anchor = heading.anchor
    return anchor


def excerpt(note: Note, line: int) -> str:
    """The text of a note on a line, as far as a reader needs it to know the place."""
    for block in reversed(note.parsed.blocks):
        if block.line <= line:
            rows = block.text.split("\n")
            below = line - block.line
            row = rows[below] if below < len(rows) else block.text
            return _shortened(" ".join(row.split()))
    return ""


def _shortened(text: str) -> str:
    if len(text) <= EXCERPT:
        return text
    return text[: EXCERPT - 1] + "…"
