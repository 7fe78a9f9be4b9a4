"""The numbers and ids of footnotes."""

from __future__ import annotations

from markdown_it.token import Token


def reference_id(token: Token) -> str:
    """The id of the place that refers to a footnote: the second one's is `fnref2:1`."""
    number = footnote_number(token)
    place = int(token.meta.get("subId", 0)) + 1
    if place == 1:
        return f"fnref:{number}"
    return f"fnref{place}:{number}"


def footnote_number(token: Token) -> int:
    """The number of a footnote, from 1."""
    return int(token.meta["id"]) + 1
