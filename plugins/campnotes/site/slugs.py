"""The last parts of the addresses of pages that are called after a name."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable

from campnotes.notebook.paths import is_note, normal
from campnotes.patterns import regex

MAX_SLUG = 60
_NOT_IN_SLUG = regex(r"[^\w-]+")


def free_slug(name: str, taken: dict[str, int]) -> str:
    """A slug that isn't `taken` yet; each one that is has the last number that was tried for it."""
    composed = normal(name)  # nobody sees in which of its forms Hangul is written
    base = _slug(composed)
    slug = base
    key = base.casefold()
    number = taken.get(key, 1)
    while slug.casefold() in taken:
        number += 1
        slug = f"{base}-{number}"
    taken[key] = number
    taken.setdefault(slug.casefold(), 1)
    return slug


def names_at_top(paths: Iterable[str]) -> frozenset[str]:
    """The names of what stands at the top, in lower case; those of pages without their suffix."""
    names = set()
    for path in paths:
        top, _, below = path.partition("/")
        stem, suffix = posixpath.splitext(top)
        is_page = suffix.lower() == ".html" or is_note(top)
        name = stem if is_page and not below else top
        names.add(name.casefold())
    return frozenset(names)


def _slug(name: str) -> str:
    marked = _NOT_IN_SLUG.sub("-", name)
    stripped = marked.strip("-._")
    slug = stripped[:MAX_SLUG]
    if slug:
        return slug
    # A name of nothing but marks has an address too.
    digest = digest_of(name)
    return digest[:8]


def digest_of(text: str) -> str:
    """A name for a text that is the same in each build."""
    encoded = text.encode()
    return hashlib.sha256(encoded).hexdigest()
