"""Addresses of the site as they are written on a page: percent-encoded, and as seen from there."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import quote

from msgspec import Struct

_MOST_TARGETS = 10_000  # that stay known: pages lead to the same ones again and again
_IN_ADDRESS = "/#%:@!$&'()*+,;=~"  # what an address may hold (RFC 3986, 3.3), and % of one encoded


def encoded(url: str) -> str:
    """Percent-encode an address of the site once, however often this is called."""
    return quote(url, safe=_IN_ADDRESS)


def relative_url(target: str, here: str) -> str:
    """Give an address of the site as seen from the page at `here`, percent-encoded once.

    For example, `week1/day2/` is `../day2/` as seen from `week1/day1/`.
    """
    to = _target(target)
    base = _folders_of(here)
    shared = 0
    for part, of_base in zip(to.parts, base, strict=False):
        if part != of_base:
            break
        shared += 1
    ways_up = [".."] * (len(base) - shared)
    relative = "/".join([*ways_up, *to.parts[shared:]])
    if to.is_folder:
        relative = f"{relative or '.'}/"
    return relative + to.fragment


class _Target(Struct, frozen=True):
    """An address, percent-encoded, in parts; `fragment` begins with its `#`."""

    parts: tuple[str, ...]
    is_folder: bool
    fragment: str


@lru_cache(maxsize=_MOST_TARGETS)
def _target(url: str) -> _Target:
    path, mark, fragment = encoded(url).partition("#")
    parts = filter(None, path.split("/"))
    return _Target(
        parts=tuple(parts),
        is_folder=path == "" or path.endswith("/"),
        fragment=f"{mark}{fragment}",
    )


@lru_cache(maxsize=1)  # for one page after another
def _folders_of(here: str) -> list[str]:
    """The folders that a page lies in, percent-encoded."""
    folder = posixpath.dirname(encoded(here))
    return [part for part in folder.split("/") if part]
