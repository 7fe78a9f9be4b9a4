"""Take out of a note's Markdown what its author hid: remarks, `<!-- … -->`."""

from __future__ import annotations

import re

_CLOSE = "-->"
# What opens code, in which a remark is shown, or a remark.
_OPENING = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})|(?P<code>`+)|(?P<remark><!--)", re.MULTILINE)


def without_remarks(text: str) -> str:
    """Give a note's Markdown without remarks; those in code stay, since they are shown.

    - For example, `A <!-- ask again --> B` is `A  B`.
    - One that is never closed goes on to the end of the note.
    """
    kept = []
    at = 0
    while True:
        opening = _OPENING.search(text, at)
        if opening is None:
            break
        if opening["remark"] is None:
            behind = _end_of_code(opening, text)
            kept.append(text[at:behind])
        else:
            kept.append(text[at : opening.start()])
            behind = _end_of_remark(opening, text)
        at = behind
    kept.append(text[at:])
    return "".join(kept)


def _end_of_code(opening: re.Match[str], text: str) -> int:
    """Where code ends: a fence at the next one or at the end, code in a line within that line."""
    if opening["fence"]:
        return _end_of_fence(opening, text)
    code = opening["code"]
    behind = opening.end()
    line_end = _found(text, "\n", behind)
    closed = text.find(code, behind, line_end)
    if closed == -1:
        return behind
    return closed + len(code)


def _end_of_fence(opening: re.Match[str], text: str) -> int:
    fence = opening["fence"]
    closing = re.compile(rf"^ {{0,3}}{fence}", re.MULTILINE)
    found = closing.search(text, opening.end())
    if found is None:
        return len(text)
    return found.end()


def _end_of_remark(opening: re.Match[str], text: str) -> int:
    closed = _found(text, _CLOSE, opening.end())
    behind = closed + len(_CLOSE)
    return min(behind, len(text))


def _found(text: str, what: str, begin: int) -> int:
    """Where something is found in a text from a place on; the text's end if it isn't."""
    at = text.find(what, begin)
    if at == -1:
        return len(text)
    return at
