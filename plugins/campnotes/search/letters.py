"""The letters of every script, and each in one form.

The rules are those of `web/search/words/letters.js`; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from campnotes.patterns import regex

# Neither ASCII nor Hangul, whose letters have one form each.
_OTHERS = regex(r"[^\0-\x7f\u3131-\u318e가-힣]+")
_ACCENTS = regex(r"[\u0300-\u036f]")
# Small letters that aren't letters with something added, as they are typed without it.
_PLAIN = str.maketrans({"ς": "σ", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"})

_HAN = r"々〆\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HIRAGANA = "ぁ-ゖゝゞ"
_SOUTH_EAST = r"\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3"
_KATAKANA = "ァ-ヺヽヾ"
LONG = "ー"  # holds the vowel of kana
# Letters of all other scripts: Greek, Cyrillic, Arabic, Devanagari …, without their punctuation.
_ELSEWHERE = (
    r"\u00f0\u00fe\u0100-\u02af\u0370-\u037d\u037f-\u0386\u0388-\u0559\u0560-\u0588\u05d0-\u05f2"
    r"\u0620-\u0669\u066e-\u06d3\u06d5-\u07f5\u0800-\u0963\u0966-\u0dff\u0f00-\u0fff"
    r"\u10a0-\u10ff\u1200-\u177f\u1810-\u1fff"
)

# What is longer is no word, and an analyser takes minutes over it.
_KOREAN = "[가-힣ㄱ-ㅎㅏ-ㅣ]{1,40}"
_LATIN = "[a-z0-9]{1,40}(?:[+#]{1,4}|(?:[._-][a-z0-9]{1,40}){1,8})?"
_WITHOUT_SPACES = f"{_HAN}{_HIRAGANA}{_SOUTH_EAST}"
_PAIRED = f"[{_WITHOUT_SPACES}][{_WITHOUT_SPACES}{LONG}]{{0,39}}"
_KANA = f"[{_KATAKANA}{LONG}]{{1,40}}"
_REST = f"[{_ELSEWHERE}]{{1,40}}"
_RUN = regex(f"{_KOREAN}|{_LATIN}|{_KANA}|{_PAIRED}|{_REST}")
_IS_PAIRED = regex(f"[{_WITHOUT_SPACES}]")


def even(text: str) -> str:
    """Write each letter of a text in one form: small, without accents, of usual width.

    >>> even("Naïve ＡＷＳ ｶﾅ")
    'naive aws カナ'
    """
    composed = unicodedata.normalize("NFC", text)
    small = composed.lower()
    if small.isascii():
        return small
    return _OTHERS.sub(_fold_others, small)


def _fold_others(found: re.Match[str]) -> str:
    apart = unicodedata.normalize("NFKD", found[0])
    bare = _ACCENTS.sub("", apart)
    composed = unicodedata.normalize("NFC", bare)
    small = composed.lower()
    return small.translate(_PLAIN)


def runs(text: str) -> list[str]:
    """The words of scripts with spaces in a text, and the runs of letters of the others."""
    return _RUN.findall(even(text))


def has_paired(all_runs: Iterable[str]) -> bool:
    """Whether one of some runs is of a script without spaces, told by one look at all of them."""
    letters = "".join(all_runs)
    return _IS_PAIRED.search(letters) is not None


def is_paired(run: str) -> bool:
    """Whether a run is of a script without spaces, whose words are found by pairs of letters."""
    return _IS_PAIRED.match(run) is not None


def pairs_of(run: str) -> list[str]:
    """The pairs of neighbours in a run; a letter alone is its own.

    >>> pairs_of("部分型")
    ['部分', '分型']
    """
    if len(run) < 3:
        return [run]
    pairs = []
    for at in range(len(run) - 1):
        pair = run[at : at + 2]
        pairs.append(pair)
    return pairs
