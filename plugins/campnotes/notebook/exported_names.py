"""Names of files as Notion exports them: `어텐션 0a1b2c3d4e5f60718293a4b5c6d7e8f9.md` is 어텐션."""

from __future__ import annotations

from campnotes.patterns import regex

_HASH = regex(r"(?<=\S) [0-9a-f]{32}(?=\.[A-Za-z]\w{0,9}$|$)")


def _without_hash(name: str) -> str:
    """Give a file's or folder's name without the 32 hexadecimal digits that Notion puts behind it."""
    if len(name) <= 33:
        return name
    return _HASH.sub("", name)


def without_hashes(path: str) -> str:
    """Give a path whose parts are without them."""
    parts = map(_without_hash, path.split("/"))
    return "/".join(parts)
