"""What stands for a name or a number at a glance: initials, and one of eight hues."""

from __future__ import annotations

import zlib

from campnotes.patterns import regex

HUES = 8
_GIVEN_NAME = 2  # syllables of a Korean name, behind the family's
_KOREAN_NAME = regex(r"[가-힣]{2,4}")


def initials(name: str) -> str:
    """What an avatar shows of a name.

    - Of a Korean name the given one, as people call each other: 「나래」 of 「김나래」.
    - Of several words the first letters of the first and the last: “MK” of “Minji Kim”.
    - Of one word its first letter.
    """
    words = name.split()
    if not words:
        return ""
    first = words[0]
    if len(words) > 1:
        letters = first[0] + words[-1][0]
        return letters.upper()
    if _KOREAN_NAME.fullmatch(first):
        return first[-_GIVEN_NAME:]
    letter = first[0]
    return letter.upper()


def hue_of_number(number: int | None) -> int:
    """The hue of a numbered thing, such as a week: those beside each other differ."""
    if number is None:
        return 1
    return (number - 1) % HUES + 1


def hue_of_name(name: str) -> int:
    """The hue of a name, the same from build to build: 1 to 8."""
    digest = zlib.crc32(name.encode())
    return digest % HUES + 1
