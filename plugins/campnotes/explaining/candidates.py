"""Explain what stands where a presenter's name would stand but was taken for no name.

The recognisers keep only what they take for a name. So the blocks in which they took nothing are held
against the same forms once more, to see what stood in them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from campnotes.explaining.forms import presenter_forms
from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import Note
from campnotes.linking.people.names import named_people
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import (
    clean_name,
    has_honorific,
    is_instructor,
    is_likely_name,
    is_plausible_name,
    split_names,
)
from campnotes.parsing.presenters import Form, Role
from campnotes.parsing.presenters.context import BlockInContext, blocks_in_context
from campnotes.parsing.presenters.naming import announced_names
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.parsing.presenters.reports import is_report
from campnotes.patterns import regex

LONGEST_ROW = 300  # characters; nobody is named in a longer one
MOST_PARTS = 10  # of an enumeration that are explained
_LEADING = regex(r"^[^\w(（\[【@`]+")


class _Place(Struct, frozen=True):
    """A block, and what the recognisers see around it; `None` where it lies in no session."""

    block: Block
    here: BlockInContext | None

    @property
    def in_session(self) -> bool:
        """Whether the block lies in a peer session."""
        return self.here is not None and self.here.in_session

    @property
    def begins_something(self) -> bool:
        """Whether the block is a title, or begins an item of a list."""
        return self.block.is_title or self.block.leads


def explain_candidates(note: Note, *, only_sure: bool) -> Iterator[Explanation]:
    """Explain what a form finds on the lines on which nobody was named.

    `only_sure` looks at the forms alone that can hardly mean anything else.
    """
    taken = _lines_of_people(note)
    for found in _places(note):
        for line, row in _rows(found.block):
            if line in taken:
                continue
            form, names = _find_names(row, only_sure=only_sure)
            if form is not None:
                yield from _explain_names(names, line, form, found)


def _places(note: Note) -> Iterator[_Place]:
    """The blocks in which somebody may be named, with what is around them as far as it matters."""
    blocks = note.parsed.blocks
    body = [block for block in blocks if not block.aside]
    title = note.parsed.front_matter.title or ""
    in_context = blocks_in_context(body, note.path, title)
    contexts = {here.index: here for here in in_context}
    for index, block in enumerate(body):
        here = contexts.get(index)
        yield _Place(block, here)


def _lines_of_people(note: Note) -> set[int]:
    """The lines on which somebody has a role: who is merely mentioned may be a presenter, too."""
    lines = set()
    for person in named_people(note.parsed):
        if person.role is not Role.MENTIONED:
            lines.add(person.line)
    return lines


def _rows(block: Block) -> Iterator[tuple[int, str]]:
    # A table's names are told by its head, which no form of a line has.
    if block.kind in {BlockKind.CODE, BlockKind.ROW}:
        return
    rows = block.text.split("\n")
    for line, row in enumerate(rows, block.line):
        length = len(row)
        if not 0 < length <= LONGEST_ROW:
            continue
        text = _LEADING.sub("", row.strip())
        yield line, text


def _find_names(row: str, *, only_sure: bool) -> tuple[Form | None, str]:
    """The first form that a row has, and what stands in it for the names."""
    for form in presenter_forms():
        if form.of_a_place or (only_sure and not form.sure):
            continue
        match = form.pattern.match(row)
        if match is None:
            continue
        names = match.groupdict().get("names")
        if names:
            return form, announced_names(names)
    return None, ""


def _explain_names(names: str, line: int, form: Form, found: _Place) -> Iterator[Explanation]:
    for part in split_names(names)[:MOST_PARTS]:
        written = part.strip("`*_> ")
        why = _why_not(written, form, found)
        reasons = (
            Reason("form", {"form": form.rule}),
            Reason(why, {"raw": written, "name": clean_name(written)}),
        )
        yield Explanation(
            subject=Subject.NOT_TAKEN,
            value=clean_name(written),
            reasons=reasons,
            line=line,
            written=written,
            role=Role.PRESENTER,
        )


def _why_not(written: str, form: Form, found: _Place) -> str:
    """The code of the reason for which a name wasn't taken for a presenter's."""
    if is_instructor(written):
        return "teaches"
    if not is_plausible_name(written):
        return "no-name"
    around = _what_speaks_against_it(found)
    if around:
        return around
    is_like_a_name = form.sure or has_honorific(written) or is_likely_name(clean_name(written))
    if not is_like_a_name:
        return "unconfirmed"
    if not found.in_session:
        return "outside-session"
    return "left-out" if found.begins_something else "running-text"


def _what_speaks_against_it(found: _Place) -> str:
    """The code of what a block's text, or its part of the session, says against a presenter."""
    text = found.block.first_row
    purpose = found.here.purpose if found.here else None
    if is_planned(text) or purpose is Purpose.PLANNING:
        return "planned"
    if purpose is Purpose.TALKING:
        return "talking"
    _, _, behind = text.partition(":")
    return "report" if behind and is_report(behind.strip()) else ""
