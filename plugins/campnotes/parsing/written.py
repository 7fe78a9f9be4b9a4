"""The date that a note's text says it was written on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from campnotes.notebook.dates import is_dated, written_date
from campnotes.parsing.blocks import Block, BlockKind

DATE_LINES = 12  # a date further down tells of something else


def read_written_date(blocks: Sequence[Block]) -> date | None:
    """Read the date in a note's first heading, or on a line near the top that says it is one."""
    heading_seen = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            when = None if heading_seen else written_date(block.text)
            if when is not None:
                return when
            heading_seen = True
        when = _date_near_top(block)
        if when is not None:
            return when
    return None


def _date_near_top(block: Block) -> date | None:
    if block.line > DATE_LINES:
        return None
    for line, row in enumerate(block.text.split("\n"), block.line):
        when = written_date(row) if line <= DATE_LINES and is_dated(row) else None
        if when is not None:
            return when
    return None
