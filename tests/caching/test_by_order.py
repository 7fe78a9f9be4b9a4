"""Lines are told by their order, and nothing else of a note is."""

from __future__ import annotations

import pytest
from msgspec import json

from campnotes.hosts.mkdocs.keeping.by_order import by_order


def told(*lines: int, text: str = "") -> bytes:
    first, second, third = lines
    return by_order(
        json.encode(
            {
                "heading": {"line": first, "text": text},
                "question": {"line": second, "answers": [second, third], "text": text},
                "excerpts": {third: text},
            }
        )
    )


def test_what_moves_down_with_all_below_it_stays_the_same() -> None:
    assert told(3, 9, 10) == told(3, 12, 13)


@pytest.mark.parametrize("lines", [(9, 3, 10), (3, 9, 9), (3, 3, 9)])
def test_what_moves_past_something_else_doesn_t(lines: tuple[int, int, int]) -> None:
    assert told(3, 9, 10) != told(*lines)


@pytest.mark.parametrize(
    "text", ['"line":{}', '{{"answers":[{}]}}', '"{}":', '\\"line":{}', "[{}]"]
)
def test_a_text_that_looks_like_a_line_is_told_as_it_is(text: str) -> None:
    assert told(3, 9, 10, text=text.format(3)) != told(3, 9, 10, text=text.format(4))
