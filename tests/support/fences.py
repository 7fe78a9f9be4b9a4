"""Cases of tests written in Markdown: headings of level 2, and fenced blocks below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Fence:
    """A fenced block; `kind` and `path` are what its opening line tells: ```` ```text a.md ````."""

    kind: str
    path: str
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is in it, with the end of its last line."""
        return "\n".join([*self.lines, ""])


def read_parts(text: str) -> Iterator[str | Fence]:
    """Read the headings of level 2 and the fenced blocks of a text, in order."""
    fence: Fence | None = None
    mark = ""
    for row in text.split("\n"):
        if fence is None and row.startswith("## "):
            yield row.removeprefix("## ")
        elif fence is None and row.startswith("```"):
            info = row.lstrip("`")
            mark = row.removesuffix(info)
            kind, _, path = info.partition(" ")
            fence = Fence(kind, path)
        elif fence is not None and row == mark:
            yield fence
            fence = None
        elif fence is not None:
            fence.lines.append(row)
    assert fence is None, "A fence isn't closed"
