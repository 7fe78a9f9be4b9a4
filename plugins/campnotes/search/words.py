"""From text to terms, as the worker does it: words, their stems, and the grams that parts go by.

The rules are those of `assets/worker/02-analysis.js`; a test holds the two together. The tables of
particles, endings and loanwords are in `korean.json`, and the worker is given them from here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Set
from functools import lru_cache
from pathlib import Path
from typing import Any

_TABLES: Mapping[str, Any] = json.loads(
    (Path(__file__).parent / "korean.json").read_text(encoding="utf-8")
)
# What is longer is no word, and an analyser takes minutes over it.
_WORD = re.compile(
    r"[가-힣ㄱ-ㅎㅏ-ㅣ]{1,40}|[a-z0-9]{1,40}(?:[+#]{1,4}|(?:[._-][a-z0-9]{1,40}){1,8})?"
)
_HANGUL = re.compile(r"[가-힣]{2,}")
_LATIN = re.compile(r"[a-z]{4,}")
_INNER = re.compile("[._-]")
_SHORT_PARTICLES = frozenset("은는을를")
_SUFFIXES_ENGLISH = frozenset({"ing", "ed", "es", "s"})


def _listed(table: str) -> list[str]:
    return [word for row in _TABLES[table] for word in row.split()]


_STACKED = [base + added for base in _listed("bases") for added in _listed("added")]
PARTICLES = frozenset(_STACKED + _listed("particles"))
ENDINGS = frozenset(_listed("endings"))
_LONGEST = max(map(len, PARTICLES | ENDINGS))


def tables() -> dict[str, Any]:
    """What the worker's analysis needs to know of Korean."""
    pairs = {name: _TABLES[name] for name in ("loanwords", "translations")}
    return {
        "particles": sorted(PARTICLES), "endings": sorted(ENDINGS), "deriving": _listed("deriving"), **pairs,
    }  # fmt: skip


def words(text: str) -> list[str]:
    """The words of a text in order; a change of script ends a word, so that `BERT는` is two."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=200_000)
def stems(word: str) -> tuple[str, ...]:
    """What a word may be a form of: 학습하는 of 학습, 모델에서는 of 모델, layers of layer."""
    if _HANGUL.fullmatch(word):
        bare = without_particle(word)
        root = _cut(word, ENDINGS, 2)
        forms = (bare, root, _cut(bare, ENDINGS, 2), _cut(root, PARTICLES, 2))
        least = 2 if len(word) > 2 else 1
        return tuple(dict.fromkeys(f for f in forms if f != word and len(f) >= least))
    if _LATIN.fullmatch(word) and not word.endswith("ss"):
        bare = _cut(word, _SUFFIXES_ENGLISH, 3)
        return (bare,) if bare != word else ()
    return ()


def without_particle(word: str) -> str:
    """A Korean word without its particles: 큐는 is of 큐, but 강의 isn't of 강."""
    return _cut(word, PARTICLES, 2) if len(word) > 2 else _cut(word, _SHORT_PARTICLES, 1)


def _cut(word: str, endings: Set[str], least: int) -> str:
    """A word without its longest ending, so that 에서는 goes as a whole; `least` letters stay."""
    for length in range(min(_LONGEST, len(word) - least), 0, -1):
        if word[-length:] in endings:
            return word[:-length]
    return word


@lru_cache(maxsize=200_000)
def grams(word: str) -> tuple[str, ...]:
    """The pieces by which a word is found in an index in parts.

    Those of a Korean word are its pairs of syllables, its first syllable and its first two and three
    initial consonants; of another one, its runs of three letters and its first two. Many words share
    them, and so there is also the whole: `=layers`, what it is a form of, and what it is put together
    from.
    """
    wholes = [word, *stems(word)]
    if is_syllable(word[0]) or "ㄱ" <= word[0] <= "ㅣ":
        start = word[:1]
        first = initials(word[:3])
        runs = [*(word[i : i + 2] for i in range(len(word) - 1)), first[:2], first]
    else:
        start = word[:2]
        runs = [word[i : i + 3] for i in range(len(word) - 2)]
        wholes += filter(None, _INNER.split(word))
    return tuple(dict.fromkeys((f"^{start}", *runs, *(f"={whole}" for whole in wholes))))


def is_syllable(character: str) -> bool:
    """Whether a character is a whole Korean syllable (Unicode 15, block AC00)."""
    return "가" <= character <= "힣"


def initials(word: str) -> str:
    """The initial consonants of Korean syllables (Unicode 15, 3.12); other letters as they are."""
    return "".join(
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[(ord(c) - 0xAC00) // 588] if is_syllable(c) else c
        for c in word
    )
