"""The lists of words by which names are told from other words."""

from __future__ import annotations

import tomllib
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def words(key: str) -> frozenset[str]:
    """The words of one of the lists in `words.toml`."""
    return frozenset(_WORDS[key].split())


_NOBODY = words("nobody") | words("annotations")


def is_nobody(word: str) -> bool:
    """Whether a word stands where a name would, and is none: 없음, 미정, everybody."""
    return word.lower() in _NOBODY
