"""Files that `campnotes init` writes into a repository: known again by their first line.

The line holds a digest of what follows. So a file is ours for as long as nobody has changed it, and
only then is it ever written again.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from campnotes.notebook.files import read_plain
from campnotes.patterns import regex

_FIRST_LINE = (
    "# Written by campnotes init ({digest}). Change it as you like; it is left alone then.\n"
)
_MARK = regex(r"# Written by campnotes init \(([0-9a-f]{12})\)[^\n]*\n")
_LONGEST = 1_000_000  # bytes


class Standing(StrEnum):
    """What is already in the place of a file that is to be written."""

    FREE = "free"
    AS_WISHED = "as wished"
    OURS = "ours"  # an older one that nobody has changed
    THEIRS = "theirs"


class OwnFile(Struct, frozen=True):
    """A file to be written: its path in the repository (POSIX), and its text with our first line."""

    path: str
    text: str


def own_file(path: str, text: str) -> OwnFile:
    """Give a text the line by which it is known again."""
    digest = _digest(text)
    first_line = _FIRST_LINE.format(digest=digest)
    return OwnFile(path, first_line + text)


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode())
    return digest.hexdigest()[:12]


def standing(file: OwnFile, root: Path) -> Standing:
    """Say what is in the place of a file; what can't be read there is somebody else's."""
    place = root / file.path
    if not os.path.lexists(place):
        return Standing.FREE
    if place.is_symlink():
        return Standing.THEIRS
    try:
        raw = read_plain(place, _LONGEST)
        text = raw.decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return Standing.THEIRS
    if text == file.text:
        return Standing.AS_WISHED
    mark = _MARK.match(text)
    if mark is not None and _digest(text[mark.end() :]) == mark[1]:
        return Standing.OURS
    return Standing.THEIRS


def leads_out(file: OwnFile, root: Path) -> bool:
    """Whether the folder of a file is a link to another place."""
    folder = (root / file.path).parent
    return not folder.resolve().is_relative_to(root.resolve())


def write_whole(file: Path, text: str) -> None:
    """Write a file whole or not at all; a link in its place is replaced, not followed."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        with part.open(
            "x",
            encoding="utf-8",
            newline="\n",
        ) as stream:
            stream.write(text)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
