"""Text that may name another note without linking to it: `day31.md`, Day 31, 31일차, 2주차.

Which note is meant, and whether there is one, is decided when the notebook is linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campnotes.parsing.blocks import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A possible mention: its 1-based line, the text as written, and what that names.

    Either `file` (a file name with `.md`), or `week` and `day`.
    """

    line: int
    raw: str
    file: str | None = None
    week: int | None = None
    day: int | None = None


_FILE = re.compile(r"(?<![\w/.\-가-힣])(?P<file>(?:[\w\-가-힣]+/)*[\w\-.가-힣]*[\w가-힣]\.md)(?![a-z0-9_/])",
                   re.IGNORECASE)  # fmt: skip
_PLACES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![a-z])week\s*-?0*(?P<w>\d{1,2})[\s,/\-]*day\s*-?0*(?P<d>\d{1,3})(?![\d.])",
        r"(?<![a-z0-9])w0*(?P<w>\d{1,2})d0*(?P<d>\d{1,2})(?![a-z0-9])",
        r"(?<!\d)0*(?P<w>\d{1,2})\s*주차\s*0*(?P<d>\d{1,3})\s*일차",
        r"(?<![a-z])day\s*[-_#]?0*(?P<d>\d{1,3})(?![\d.]*\d|[-~]\d|\s*%)(?!\.md)",
        r"(?<!\d)0*(?P<d>\d{1,3})\s*일\s?차(?!이)",
    )
)
_MASK = "\N{REPLACEMENT CHARACTER}"


def read_mentions(blocks: Sequence[Block]) -> tuple[Mention, ...]:
    """The possible mentions of a note in order, without those inside of links."""
    found = [m for block in blocks if block.kind is not BlockKind.CODE for m in _in_block(block)]
    return tuple(sorted(found, key=lambda m: m.line))


def _in_block(block: Block) -> Iterator[Mention]:
    text = block.text
    for link in block.links:
        if link.text:
            text = text.replace(link.text, _MASK * len(link.text), 1)
    for i, row in enumerate(text.split("\n")):
        line = block.line + i
        for match in _FILE.finditer(row):
            if not match["file"].lower().startswith(("http", "www.")):
                yield Mention(line, match["file"], file=match["file"])
        row = _FILE.sub(lambda m: _MASK * len(m[0]), row)
        for pattern in _PLACES:
            for match in pattern.finditer(row):
                groups = match.groupdict()
                week = int(groups["w"]) if groups.get("w") else None
                yield Mention(line, match[0].strip(), week=week, day=int(groups["d"]))
            row = pattern.sub(lambda m: _MASK * len(m[0]), row)
