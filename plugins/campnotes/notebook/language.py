"""Guess the language that a notebook is mostly written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from campnotes.notebook.files import NotebookFiles, read_text
from campnotes.notebook.files.walk import find_files
from campnotes.patterns import regex

KOREAN = "ko"
JAPANESE = "ja"
CHINESE = "zh"
ENGLISH = "en"
EASTERN_SHARE = 0.08  # of letters: Korean notes on programming are full of English words and code
KANA_SHARE = 0.1  # of Japanese letters that aren't Latin; a Chinese note may quote a word in kana
SAMPLE = 40  # notes that tell the language
_HANGUL = regex(r"[가-힣]")
_KANA = regex(r"[\u3041-\u3096\u30a1-\u30fa]")
_HAN = regex(r"[\u4e00-\u9fff]")
_LATIN = regex(r"[A-Za-z]")


def guess_language(texts: Iterable[str]) -> str:
    """Tell in which language texts are mostly written.

    - Hangul makes them Korean, kana Japanese, and Han characters with hardly any kana Chinese.
    - There must be enough of them, or else the texts are English.
    - Texts without a letter are Korean.
    """
    everything = "\n".join(texts)
    hangul = _count(_HANGUL, everything)
    kana = _count(_KANA, everything)
    han = _count(_HAN, everything)
    latin = _count(_LATIN, everything)
    eastern = hangul + kana + han
    if eastern < EASTERN_SHARE * (eastern + latin):
        return ENGLISH
    if hangul >= kana + han:
        return KOREAN
    if kana >= KANA_SHARE * (kana + han):
        return JAPANESE
    return CHINESE


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
