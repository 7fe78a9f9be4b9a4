"""Find the files of a notebook and read its notes as text."""

from __future__ import annotations

import os
import posixpath
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from natsort import natsort_keygen, ns

from campnotes.finding import Finding
from campnotes.notebook.encoding import decode

NOTE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg")
# The names of a folder's own page, the first one preferred: GitHub's and MkDocs'.
INDEX_NAMES = ("README.md", "index.md")
INDEX_STEMS = frozenset({"readme", "index"})
_HOME_NAMES = frozenset(name.lower() for name in INDEX_NAMES)
_INDEX_BEGINNINGS = tuple(f"{stem}." for stem in sorted(INDEX_STEMS))
LARGE_IMAGE = 1_000_000  # bytes
IGNORED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "env", "site-packages"})

_natural_key = natsort_keygen(alg=ns.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NotebookFiles:
    """The files of a notebook: notes and everything else, as POSIX paths relative to it."""

    root: Path
    notes: tuple[str, ...]
    others: tuple[str, ...]


def normal(text: str) -> str:
    """`text` in Unicode's composed form: macOS writes Hangul file names decomposed."""
    return unicodedata.normalize("NFC", text)


def is_index(path: str) -> bool:
    """Tell whether a file is its folder's own page: `week1/README.md`, `Index.markdown`.

    The suffix doesn't matter, so it is to be asked of notes.
    """
    name = posixpath.basename(path)
    stem, _ = posixpath.splitext(name)
    return stem.lower() in INDEX_STEMS


def is_home(path: str) -> bool:
    """Tell whether a file opens the whole notebook: README.md or index.md at its top.

    It stands for the notebook as a whole, so only the two usual names count, in any case.
    """
    return path.lower() in _HOME_NAMES


def _opens_folder(name: str) -> bool:
    """Tell whether a file is sorted to the front of its folder: translations are, README.ko.md."""
    return name.lower().startswith(_INDEX_BEGINNINGS)


def natural_order(path: str) -> tuple[object, ...]:
    """A sort key that puts week2 before week10, and a folder's README before the rest of it."""
    composed = PurePosixPath(normal(path))
    *folders, name = composed.parts
    folder_keys = map(_natural_key, folders)
    if _opens_folder(name):
        return (*folder_keys, ())
    return (*folder_keys, _natural_key(name))


def is_note(path: str) -> bool:
    """Tell whether the path is that of a Markdown file."""
    return path.lower().endswith(NOTE_SUFFIXES)


def find_files(root: Path) -> NotebookFiles:
    """All files below `root` in natural order, without hidden and installed ones.

    A link that leads out of the notebook is left out: notes may come from strangers.
    """
    home = root.resolve()
    found: list[str] = []
    for folder, folders, names in os.walk(home):
        # os.walk goes down into what is left in its list.
        folders[:] = filter(_holds_notes, folders)
        for name in names:
            file = Path(folder, name)
            if _is_hidden(name) or not _is_inside(file, home):
                continue
            path = file.relative_to(home)
            found.append(path.as_posix())
    return arrange_files(home, found)


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _holds_notes(folder: str) -> bool:
    if _is_hidden(folder):
        return False
    return folder not in IGNORED_FOLDERS


def _is_inside(file: Path, home: Path) -> bool:
    if not file.is_symlink():
        return True
    return file.resolve().is_relative_to(home)


def arrange_files(root: Path, paths: Iterable[str]) -> NotebookFiles:
    """`paths` (relative to `root`) as the files of a notebook, in natural order."""
    notes: list[str] = []
    others: list[str] = []
    for path in sorted(paths, key=natural_order):
        if is_note(path):
            notes.append(path)
        else:
            others.append(path)
    return NotebookFiles(root, notes=tuple(notes), others=tuple(others))


def large_images(files: NotebookFiles) -> dict[str, int]:
    """The images that are too large for a phone, with their sizes in bytes."""
    large = {}
    for path in files.others:
        if not path.lower().endswith(IMAGE_SUFFIXES):
            continue
        try:
            size = (files.root / path).stat().st_size
        except OSError:
            continue
        if size > LARGE_IMAGE:
            large[path] = size
    return large


def read_text(root: Path, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text of a note with `\\n` line ends, however it is encoded; `""` if it can't be read."""
    try:
        raw = (root / path).read_bytes()
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
