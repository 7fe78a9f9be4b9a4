"""What the path of a file tells: whether it is a note, a folder's own page, and where it is sorted."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from natsort import natsort_keygen, ns

NOTE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
# The names of a folder's own page, the first one preferred: GitHub's and MkDocs'.
INDEX_NAMES = ("README.md", "index.md")
INDEX_STEMS = frozenset({"readme", "index"})
_HOME_NAMES = frozenset(name.lower() for name in INDEX_NAMES)
_INDEX_BEGINNINGS = tuple(f"{stem}." for stem in sorted(INDEX_STEMS))

_natural_key = natsort_keygen(alg=ns.IGNORECASE)
_HERE = frozenset({"", "."})  # the parts of a path that lead nowhere


def normal(text: str) -> str:
    """`text` in Unicode's composed form: macOS writes Hangul file names decomposed."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """`text` as it is compared where neither case nor the form of Hangul matters."""
    lower = normal(text).casefold()
    return normal(lower)


def is_note(path: str) -> bool:
    """Tell whether the path is that of a Markdown file."""
    return path.lower().endswith(NOTE_SUFFIXES)


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


def folders_around(path: str) -> Iterator[str]:
    """The folders that a file lies in, the nearest first, without the notebook's own."""
    folder = posixpath.dirname(path)
    while folder:
        yield folder
        folder = posixpath.dirname(folder)


def _opens_folder(name: str) -> bool:
    """Tell whether a file is sorted to the front of its folder: translations are, README.ko.md."""
    return name.lower().startswith(_INDEX_BEGINNINGS)


def natural_order(path: str) -> tuple[object, ...]:
    """A sort key that puts week2 before week10, and a folder's README before the rest of it.

    The notebook itself, `.`, comes before all that is in it.
    """
    parts = [part for part in normal(path).split("/") if part not in _HERE]
    if not parts:
        return ()
    *folders, name = parts
    folder_keys = map(_name_order, folders)
    if _opens_folder(name):
        return (*folder_keys, ())
    return (*folder_keys, _name_order(name))


@lru_cache(maxsize=10_000)
def _name_order(name: str) -> object:
    """Give the key of a folder's or a file's name; most names of a notebook are in it many times."""
    return _natural_key(name)
