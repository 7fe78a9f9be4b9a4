"""Images that are written into a note itself: `![](data:image/png;base64,…)`.

Shown are those of the kinds that are nothing but pixels, which they must be by their first bytes.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping

from campnotes.patterns import regex

LARGEST = 1_000_000  # characters
MEGABYTE = 1_000_000
_EMBEDDED = regex(r"data:", re.IGNORECASE)
_IMAGE = regex(r"data:image/(?P<kind>png|jpe?g|gif|webp);base64,(?P<content>[A-Za-z0-9+/]+={0,2})")
_KIND = regex(r"data:(?P<kind>[\w.+\-]{1,20}/[\w.+\-]{1,40})", re.IGNORECASE)
_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "webp": (b"RIFF",),
}
_LOOKED_AT = 16  # characters of the content, which are twelve bytes


def is_embedded(url: str) -> bool:
    """Tell whether an address holds what it leads to."""
    return _EMBEDDED.match(url) is not None


def is_embedded_image(url: str) -> bool:
    """Tell whether an address is an image of pixels, and not too large a one."""
    if len(url) > LARGEST:
        return False
    match = _IMAGE.fullmatch(url)
    if match is None:
        return False
    content = match["content"][:_LOOKED_AT]
    try:
        first = base64.b64decode(content)
    except (binascii.Error, ValueError):
        return False
    return first.startswith(_BEGINNINGS[match["kind"]])


def embedded_kind(url: str) -> str:
    """Say what an address claims to hold: `image/svg+xml`."""
    match = _KIND.match(url)
    if match is None:
        return "data:"
    return match["kind"].lower()
