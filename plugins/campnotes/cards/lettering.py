"""Set texts on a card: in a font that has Hangul, as large as there is room for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
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
        lines = list(_lines(text, size, width))
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
    kept = text
    while kept and font.getlength(kept) > room:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


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
            fits = _fitting(line, size, width)
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line


def _fitting(word: str, size: int, width: int) -> int:
    """How many letters of a word fit in a line, one at least."""
    font = font_of(size)
    for end in range(len(word), 1, -1):
        if font.getlength(word[:end]) <= width:
            return end
    return 1
