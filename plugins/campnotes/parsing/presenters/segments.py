"""Lines that hold several labels, each announcing something: `主讲人：王小明 主持人：李雷`."""

from __future__ import annotations

from itertools import pairwise

from campnotes.patterns import regex

# A label in Han characters or kana at the beginning of a line, or behind what ends another.
_LABEL = regex(
    r"(?:^|(?<=[\s,，;；、。|｜]))(?:[*_]{1,3}\s?)?[\u3041-\u30ff\u4e00-\u9fff]{2,8}(?:[*_]{1,3})?\s?[:：]"
)
_ENDS = " \t\u3000,，;；、。|｜"


def pieces_of(line: str) -> list[str]:
    """The pieces of a line, each with its label, if it has several; else the line.

    Only labels in Japanese and Chinese part a line.
    """
    if line.isascii():
        return [line]
    begins = [match.start() for match in _LABEL.finditer(line)]
    if len(begins) < 2:
        return [line]
    borders = [0, *begins, len(line)]
    pieces = []
    for begin, end in pairwise(borders):
        piece = line[begin:end].strip(_ENDS)
        if piece:
            pieces.append(piece)
    return pieces
