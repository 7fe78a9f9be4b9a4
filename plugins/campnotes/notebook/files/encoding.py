"""Tell how a note's bytes are encoded, as far as authors' editors differ."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

# A byte order mark tells the UTF-16 of Notepad. That of UTF-32 begins with that of UTF-16.
_MARKED = (
    ("utf-32", (BOM_UTF32_LE, BOM_UTF32_BE)),
    ("utf-16", (BOM_UTF16_LE, BOM_UTF16_BE)),
)
# Without a mark, the zeros of spaces, digits and Latin letters tell these.
_UNMARKED = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_LEAST_ZEROS = 4
_LEAST_SHARE = 0.05  # of zeros among all bytes
# Korean editors on Windows still save in CP949.
_OLDER = ("cp949", "latin-1")
_PLAIN_SPACE = frozenset("\t\n\r\f")


def decode(raw: bytes) -> tuple[str, str]:
    """Give the text of a file, and the name of its encoding."""
    for encoding, marks in _MARKED:
        if raw.startswith(marks):
            return raw.decode(encoding, errors="replace"), encoding
    if raw.count(0) >= max(_LEAST_ZEROS, _LEAST_SHARE * len(raw)):
        for encoding in _UNMARKED:
            text = _strictly(raw, encoding)
            if text is not None and _is_text(text):
                return text, encoding
    for encoding in ("utf-8-sig", *_OLDER):
        text = _strictly(raw, encoding)
        if text is not None:
            return text, encoding.removesuffix("-sig")
    raise AssertionError("latin-1 decodes every byte")


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_text(text: str) -> bool:
    """Tell whether a text has spaces or lines, and no other control characters.

    In the wrong order of bytes a space is U+2000, and a line's end U+0A00.
    """
    characters = set(text)
    if characters.isdisjoint(" \n"):
        return False
    controls = {character for character in characters if character < " "}
    return controls <= _PLAIN_SPACE
