"""Find the files of a notebook and read its notes as text."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct, field

from campnotes.finding import Finding
from campnotes.notebook.files.encoding import decode
from campnotes.notebook.paths import is_note, natural_order

IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg")
# What editors keep in hidden folders for notes to show or link to (`.gitbook/assets`).
MEDIA_SUFFIXES = (*IMAGE_SUFFIXES, ".avif", ".ico", ".pdf", ".mp4", ".mov", ".webm")
LARGE_IMAGE = 1_000_000  # bytes

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotebookFiles(Struct, frozen=True):
    """The files of a notebook: notes and everything else, as POSIX paths relative to it.

    `findings` tell of what was left out; `left_out` counts it by why: `{"ignored": 3}`. `drafts` are
    notes that the host's configuration calls so, and `kept_back` plain files that aren't published
    but may tell a host something: hidden ones (`.nav.yml`) and those that it excludes.
    `hidden_media` are pictures and the like in hidden folders, which only a note can ask for.
    """

    root: Path
    notes: tuple[str, ...]
    others: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    kept_back: tuple[str, ...] = ()
    hidden_media: tuple[str, ...] = ()

    @property
    def linkable(self) -> tuple[str, ...]:
        """The files besides notes that a note may link to or show."""
        return (*self.others, *self.hidden_media)


def arrange_files(root: Path, paths: Iterable[str]) -> NotebookFiles:
    """`paths` (relative to `root`) as the files of a notebook, in natural order."""
    notes: list[str] = []
    others: list[str] = []
    # What natural order has for the same, day1 and day01, stands the same way in each build.
    by_code_points = sorted(paths)
    for path in sorted(by_code_points, key=natural_order):
        if is_note(path):
            notes.append(path)
        else:
            others.append(path)
    return NotebookFiles(
        root,
        notes=tuple(notes),
        others=tuple(others),
    )


def large_images(files: NotebookFiles) -> dict[str, int]:
    """The images that are too large for a phone, with their sizes in bytes."""
    large = {}
    for path in files.linkable:
        if not path.lower().endswith(IMAGE_SUFFIXES):
            continue
        try:
            size = (files.root / path).stat().st_size
        except OSError:
            continue
        if size > LARGE_IMAGE:
            large[path] = size
    return large


def open_plain(file: Path) -> BinaryIO:
    """Open a plain file to be read; raises OSError for everything else.

    A pipe or a device is never waited for, even if it took the file's place a moment ago.
    """
    number = os.open(file, os.O_RDONLY | _WITHOUT_WAITING)
    source = os.fdopen(number, "rb")
    if stat.S_ISREG(os.fstat(number).st_mode):
        return source
    source.close()
    raise OSError(errno.EINVAL, "It is no plain file", str(file))


def read_plain(file: Path, most: int = -1) -> bytes:
    """Read a plain file, or the first `most` bytes of it; raises OSError for everything else."""
    with open_plain(file) as source:
        return source.read(most)


def is_within(file: Path, folder: Path) -> bool:
    """Tell whether a file lies in a folder, wherever links lead."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself: Python 3.13 raises the former
        return False


def read_text(root: Path, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text of a note with `\\n` line ends, however it is encoded; `""` if it can't be read."""
    try:
        raw = read_plain(root / path)
    except OSError as error:
        values = {"reason": error.strerror or str(error)}
        return "", (Finding("file-unreadable", path, 1, values=values),)
    text, encoding = decode(raw)
    text = _with_plain_line_ends(text)
    # NUL ends a string in some of the C and Rust code that the text goes through (CommonMark 2.3).
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    if encoding == "utf-8":
        return text, ()
    return text, (Finding("file-encoding", path, 1, values={"encoding": encoding}),)


def _with_plain_line_ends(text: str) -> str:
    text = text.replace("\r\n", "\n")
    return text.replace("\r", "\n")
