"""Set texts on a card: in a font that has Hangul, as large as there is room for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

FONT = Path(__file__).parent / "assets" / "pretendard" / "Pretendard-SemiBold.woff2"
_MISSING = "\uffff"  # no font has it, and each shows for it what it shows for all that it lacks
_ELLIPSIS = "…"
_MOST = 400  # characters of a text; no card has room for as many


@cache
def font_of(size: int) -> FreeTypeFont:
    """Open the font in a size.

    Its layout is Pillow's own, as it is the same wherever Pillow is.
    """
    return ImageFont.truetype(
        str(FONT),
        size,
        layout_engine=ImageFont.Layout.BASIC,
    )


def drawable(text: str) -> str:
    """Give a text without what the font can't draw: emoji, Chinese characters."""
    known = [letter for letter in text[:_MOST] if letter.isspace() or _has(letter)]
    words = "".join(known).split()
    return " ".join(words)


@cache
def _has(letter: str) -> bool:
    font = font_of(24)
    shape = font.getmask(letter)
    missing = font.getmask(_MISSING)
    return bytes(shape) != bytes(missing)


def fitted(text: str, sizes: tuple[int, ...], width: int, most_lines: int) -> tuple[int, list[str]]:
    """Break a text into lines, in the largest of the sizes in which it fits.

    What doesn't fit in the smallest one either is cut.
    """
    for size in sizes:
        # One line more than there is room for tells that it doesn't fit.
        lines = list(islice(_lines(text, size, width), most_lines + 1))
        if len(lines) <= most_lines:
            return size, lines
    kept = lines[:most_lines]
    kept[-1] = cut(kept[-1] + _ELLIPSIS, size, width)
    return size, kept


def cut(text: str, size: int, width: int) -> str:
    """Cut a text at the width that there is for it."""
    font = font_of(size)
    if font.getlength(text) <= width:
        return text
    room = width - font.getlength(_ELLIPSIS)
    fits = _fitting(text, size, room)
    return text[:fits].rstrip() + _ELLIPSIS


def _lines(text: str, size: int, width: int) -> Iterator[str]:
    """Break a text between words; a word that is too long for a line, within it."""
    font = font_of(size)
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > width:
            fits = max(1, _fitting(line, size, width))
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line


def _fitting(text: str, size: int, width: float) -> int:
    """How many letters of a text fit in a width."""
    font = font_of(size)
    ends = range(len(text) + 1)
    longer = bisect_right(
        ends,
        width,
        key=lambda end: font.getlength(text[:end]),
    )
    return max(0, longer - 1)
