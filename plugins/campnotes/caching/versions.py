"""What notes are read and rendered by: with another version of it, nothing kept counts any more."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_SUFFIXES = frozenset(
    {".html", ".json", ".po", ".py", ".toml", ".yml"}
)  # of our own files that decide
# The libraries that have a say in it.
_LIBRARIES = (
    "babel",
    "imagesize",
    "markdown-it-py",
    "mdit-py-plugins",
    "msgspec",
    "nh3",
    "pygments",
    "pymdown-extensions",
    "python-frontmatter",
    "pyyaml",
    "rapidfuzz",
    "w3lib",
)


@cache
def versions() -> str:
    """Digest the versions of Python, of the libraries, and our own files byte by byte."""
    digest = hashlib.blake2b(digest_size=16)
    for told in _all_told():
        digest.update(told)
        digest.update(b"\0")
    return digest.hexdigest()


def _all_told() -> Iterator[bytes]:
    yield sys.version.encode()
    yield unicodedata.unidata_version.encode()
    for library in _LIBRARIES:
        yield f"{library} {_version(library)}".encode()
    ours = (file for file in _PACKAGE.rglob("*") if file.suffix in _SUFFIXES)
    for file in sorted(ours):
        yield file.relative_to(_PACKAGE).as_posix().encode()
        yield file.read_bytes()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
