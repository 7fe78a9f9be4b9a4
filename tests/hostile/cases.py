"""The cases in `cases/*/*.md`: hostile input, and what must come out.

How to add a case, which needs no Python: in the file of its family, write

- a heading of level 2 with what the case tries,
- the input in fenced blocks,
- what must come out, a line each, in a fenced block of `expect`; an empty one will do, since
  what no case may do is looked at for all of them.

`NNN` stands for the case's number, wherever it is written: `ran(NNN)` tells which case ran.

There are three rooms:

- `bodies/`: a block of `markdown` is a piece of a note. Each is a case, and is rendered in both
  flavours; several that must give the same may follow each other. Pieces share a page.
- `notes/`: a block tells its path, `markdown week1/day1.md`. The blocks of a case lie in a folder of
  their own in one big notebook.
- `notebooks/`: the blocks of a case are a whole notebook, which is built by itself.

A block is a file with that text, but for:

- `link`: a symbolic link; its text is where it leads;
- `pipe`: a named pipe, `folder`: a folder without a file, `secret`: a file outside, in
  the folder `outside/NNN` beside the notebook, which nothing may publish if it says `TOP-SECRET-NNN`;
- `bytes`: its text is a Python literal of bytes, or an expression that makes one: `b"a" * 9`.

Lines of `expect`:

- `shows: text`, `hides: text`: what a reader sees of the case, or of any of its pages;
- `has: selector`, `lacks: selector`: CSS selectors of elements in it;
- `link: text → address`: where a link leads; `nowhere`, if it is none;
- `finding: code`, `finding: code at line`: what the check says;
- `file: path`, `no file: path`: what the site has, or hasn't; a path may hold `*`;
- `holds: path: text`, `free: path: text`: what a file of the site holds, or doesn't;
- `find: query`: the search has a result for it, which is text as all results are;
- `asks: address`: the page may ask this of another host, such as an image that a note shows;
- `complains: text`: an error that the browser's console may show, as of a diagram with a fault;
- `refused: text`: the build ends with this message and makes no site;
- `says: text`: the build says so;
- `last`: the piece swallows what follows, so that it comes last on its page;
- `alone`: the piece has a page to itself;
- `open: A5`: it doesn't hold yet, by that point of the plan; the test fails once it does;
- `waits: B7`: likewise, but it isn't even run until then, as it would take the machine with it.

Before a line, `github` or `material` says that it is for one flavour only: `material shows: x`.
What is said of one piece among several stands behind `markdown`: `markdown last, open: A5`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from support.fences import Fence, read_parts

CASES = Path(__file__).parent / "cases"
ROOMS = ("bodies", "notes", "notebooks")
FLAVOURS = ("github", "material")


@dataclass(frozen=True)
class Expectation:
    """A line of what must come out."""

    name: str
    value: str
    flavour: str = ""


@dataclass(frozen=True)
class Case:
    """Hostile input with what must come out of it."""

    number: int
    room: str
    family: str
    title: str
    blocks: tuple[Fence, ...]
    expected: tuple[Expectation, ...]

    def told(self, name: str, flavour: str = "") -> list[str]:
        """The values of the lines of a name, in a flavour."""
        found = [line for line in self.expected if line.name == name]
        return [line.value for line in found if line.flavour in {"", flavour}]

    def says(self, name: str, flavour: str) -> bool:
        """Whether it has a line of a name, in a flavour."""
        return bool(self.told(name, flavour))

    def swallows(self, flavour: str) -> bool:
        """Whether nothing that follows it on its page need be seen."""
        return self.says("last", flavour) or self.says("alone", flavour)

    @property
    def waits(self) -> bool:
        """Whether it isn't to be run yet."""
        return bool(self.told("waits"))

    @property
    def folder(self) -> str:
        """The folder of the case in the notebook that it shares with others."""
        return f"c{self.number}"


def read_cases() -> list[Case]:
    """Read all cases, numbered in their order."""
    found: list[Case] = []
    for room in ROOMS:
        for file in sorted((CASES / room).glob("*.md")):
            for title, blocks, expected in _of_file(file, room):
                number = 1001 + len(found)
                found.append(_numbered(number, room, file.stem, title, blocks, expected))
    return found


def _numbered(
    number: int, room: str, family: str, title: str, blocks: list[Fence], expected: list[str]
) -> Case:
    def own(text: str) -> str:
        return text.replace("NNN", str(number))

    numbered = [Fence(b.kind, own(b.path), [own(row) for row in b.lines]) for b in blocks]
    lines = [_expectation(own(row)) for row in expected]
    if room == "bodies":
        told = ",".join(block.path for block in blocks)
        lines += [_expectation(row.strip()) for row in told.split(",") if row]
    return Case(number, room, family, title, tuple(numbered), tuple(lines))


def _expectation(row: str) -> Expectation:
    flavour, _, rest = row.partition(" ")
    if flavour not in FLAVOURS:
        flavour, rest = "", row
    name, _, value = rest.partition(":")
    return Expectation(name.strip(), value.strip(), flavour)


def _of_file(file: Path, room: str) -> Iterator[tuple[str, list[Fence], list[str]]]:
    title = ""
    blocks: list[Fence] = []
    for part in read_parts(file.read_text(encoding="utf-8")):
        if isinstance(part, str):
            assert not blocks, f"{file.name}: “{title}” doesn't say what must come out"
            title = part
        elif part.kind != "expect":
            blocks.append(part)
        else:
            assert blocks, f"{file.name}: “{title}” has no input"
            each = [[block] for block in blocks] if room == "bodies" else [blocks]
            for given in each:
                yield title, given, part.lines
            blocks = []
