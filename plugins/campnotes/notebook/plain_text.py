"""Texts of strangers as they may be written and shown: encodable, on one line, not too long."""

from __future__ import annotations

from reprlib import Repr

from campnotes.patterns import regex

MOST_SHOWN = 200  # characters of a title, a tag or a value in a message
_ELLIPSIS = "…"
_SHORT = Repr()
_SHORT.maxlevel = 3  # of lists and mappings within each other
_SURROGATE = regex(r"[\ud800-\udfff]")
# What turns the direction of all text behind it, on the page around it too.
_DIRECTION = regex(r"[\u202a-\u202e\u2066-\u2069]")
_CONTROL = regex(r"[\x00-\x1f\x7f-\x9f]")
_ACTING = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def encodable(text: str) -> str:
    """Give a text that can be written as UTF-8: half a surrogate pair, `"\\ud800"`, can't.

    JSON and YAML have such halves as escapes, and Python has them in names of files that are no
    UTF-8.
    """
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def shortened(text: str, most: int = MOST_SHOWN) -> str:
    """Give a text as it is, cut at `most` characters."""
    if len(text) <= most:
        return text
    return text[: most - 1] + _ELLIPSIS


def harmless(text: str) -> str:
    """Give a text without what acts on the text around it: turned directions, control characters."""
    if text.isprintable():
        return text
    undirected = _DIRECTION.sub("", text)
    return _ACTING.sub("\N{REPLACEMENT CHARACTER}", undirected)


def one_line(text: str, most: int = MOST_SHOWN) -> str:
    """Give a text as it may be shown: on one line, without control characters, cut at `most`.

    For example, `one_line("Attention\\n is  all")` is `"Attention is all"`.
    """
    undirected = _DIRECTION.sub("", text)
    words = undirected.split()
    line = shortened(" ".join(words), most)
    without_controls = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line)
    return encodable(without_controls)


def is_one_line(text: str) -> bool:
    """Tell whether a text can be shown as it is."""
    if len(text) > MOST_SHOWN or len(text.splitlines()) != 1:
        return False
    line = one_line(text)
    return line.split() == text.split()


def shown(value: object) -> str:
    """Give any value as a message may name it, however large it is and whatever it holds."""
    try:
        written = _SHORT.repr(value)
    except ValueError:  # Python writes no number of more than 4300 digits
        written = type(value).__name__
    return one_line(written)
