"""Guess the language that a notebook is mostly written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from campnotes.notebook.files import find_files, read_text

_HANGUL = re.compile(r"[가-힣]")
_LATIN = re.compile(r"[A-Za-z]")
KOREAN_SHARE = 0.08  # of letters: Korean notes on programming are full of English words and code
SAMPLE = 40  # notes that tell the language


def guess_language(texts: Iterable[str]) -> str:
    """`ko` or `en`; an empty notebook is Korean."""
    hangul = 0
    latin = 0
    for text in texts:
        hangul += len(_HANGUL.findall(text))
        latin += len(_LATIN.findall(text))
    enough = KOREAN_SHARE * (hangul + latin)
    return "ko" if hangul >= enough else "en"


def language_of_folder(root: Path) -> str:
    """The language of the first notes in a folder."""
    texts = []
    files = find_files(root)
    for path in files.notes[:SAMPLE]:
        text, _findings = read_text(root, path)
        texts.append(text)
    return guess_language(texts)
