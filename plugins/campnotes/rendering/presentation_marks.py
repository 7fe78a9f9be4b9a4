"""Marks in a note's HTML at presentations that have no heading of their own, for their cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from campnotes.linking.model import Note
from campnotes.linking.presentation_places import MARK, MarkedPresentation, marked_presentations


def what_marks_show(note: Note) -> list[list[Any]]:
    """List what marks come from."""
    shown: list[list[Any]] = []
    for marked in marked_presentations(note):
        told = [marked.line, marked.number, marked.topic]
        shown.append(told)
    return shown


class PresentationMarks:
    """Writes the marks of one note, as its blocks are gone through in order.

    - A paragraph, or an item's text, has its marks behind it.
    - A row has them in the cell with the topic, or else in its last one.
    """

    def __init__(self, note: Note) -> None:
        self._first_line = note.parsed.document.first_line
        self._by_line: dict[int, list[MarkedPresentation]] = {}
        for marked in marked_presentations(note):
            on_line = self._by_line.setdefault(marked.line, [])
            on_line.append(marked)
        self._waiting: list[MarkedPresentation] = []

    def begin(self, block: Token) -> None:
        """Take what stands on the lines of a block that begins."""
        if not self._by_line or not block.map:
            return
        first, behind = block.map
        for row in range(first, behind):
            line = self._first_line + row
            on_line = self._by_line.pop(line, [])
            self._waiting += on_line

    def end(self) -> str:
        """Write the marks of a block that ends."""
        marks = _write(self._waiting)
        self._waiting = []
        return marks

    def end_cell(self, tokens: Sequence[Token], idx: int) -> str:
        """Write the marks that belong into a cell which the token at `idx` closes."""
        if not self._waiting:
            return ""
        behind = tokens[idx + 1]
        if behind.type == "tr_close":
            return self.end()
        inline = tokens[idx - 1]
        text = _plain(inline)
        here: list[MarkedPresentation] = []
        elsewhere: list[MarkedPresentation] = []
        for marked in self._waiting:
            side = here if marked.topic in text else elsewhere
            side.append(marked)
        self._waiting = elsewhere
        return _write(here)


def _plain(inline: Token) -> str:
    children = inline.children or []
    texts = filter(_is_text, children)
    return "".join(child.content for child in texts)


def _is_text(token: Token) -> bool:
    return token.type in {"text", "code_inline"}


def _write(presentations: Sequence[MarkedPresentation]) -> str:
    marks = []
    for marked in presentations:
        mark = f'<span class="{MARK}" title="{marked.number}"></span>'
        marks.append(mark)
    return "".join(marks)
