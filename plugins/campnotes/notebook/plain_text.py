"""Texts of strangers as they may be written and shown: encodable, on one line, not too long."""

from __future__ import annotations

import re

MOST_SHOWN = 200  # characters of a title, a tag or a value in a message
_ELLIPSIS = "…"
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# What turns the direction of all text behind it, on the page around it too.
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def encodable(text: str) -> str:
    """Give a text that can be written as UTF-8: half a surrogate pair, `"\\ud800"`, can't.

    JSON and YAML have such halves as escapes, and Python has them in names of files that are no
    UTF-8.
    """
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str, most: int = MOST_SHOWN) -> str:
    """Give a text as it may be shown: on one line, without control characters, cut at `most`.

    For example, `one_line("Attention\\n is  all")` is `"Attention is all"`.
    """
    undirected = _DIRECTION.sub("", text)
    words = undirected.split()
    line = " ".join(words)
    if len(line) > most:
        line = line[: most - 1] + _ELLIPSIS
    without_controls = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line)
    return encodable(without_controls)
