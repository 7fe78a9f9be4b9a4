"""Guess the language that a notebook is mostly written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from campnotes.notebook.files import NotebookFiles, read_text
from campnotes.notebook.walk import find_files
from campnotes.patterns import regex

KOREAN = "ko"
ENGLISH = "en"
KOREAN_SHARE = 0.08  # of letters: Korean notes on programming are full of English words and code
SAMPLE = 40  # notes that tell the language
_HANGUL = regex(r"[가-힣]")
_LATIN = regex(r"[A-Za-z]")


def guess_language(texts: Iterable[str]) -> str:
    """Tell whether texts are Korean or English; those without a letter are Korean."""
    hangul = 0
    latin = 0
    for text in texts:
        hangul += _count(_HANGUL, text)
        latin += _count(_LATIN, text)
    letters = hangul + latin
    if hangul >= KOREAN_SHARE * letters:
        return KOREAN
    return ENGLISH


def _count(letters: re.Pattern[str], text: str) -> int:
    return len(letters.findall(text))


def language_of_folder(root: Path) -> str:
    """Guess the language of the notes in a folder."""
    files = find_files(root)
    return language_of_notes(files)


def language_of_notes(files: NotebookFiles) -> str:
    """Guess the language of a notebook by its first notes."""
    texts = []
    for path in files.notes[:SAMPLE]:
        text, _ = read_text(files.root, path)
        texts.append(text)
    return guess_language(texts)
