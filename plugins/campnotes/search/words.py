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
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_SUFFIXES_ENGLISH = frozenset({"ing", "ed", "es", "s"})


def _table(name: str) -> list[str]:
    """Read the words of a table, which are written several in a row."""
    rows: list[str] = _TABLES[name]
    return " ".join(rows).split()


_STACKED = [base + added for base in _table("bases") for added in _table("added")]
PARTICLES = frozenset(_STACKED + _table("particles"))
ENDINGS = frozenset(_table("endings"))
_LONGEST = max(map(len, PARTICLES | ENDINGS))


def tables() -> dict[str, Any]:
    """Give the worker's analysis what it needs to know of Korean."""
    return {
        "particles": sorted(PARTICLES),
        "endings": sorted(ENDINGS),
        "deriving": _table("deriving"),
        "loanwords": _TABLES["loanwords"],
        "translations": _TABLES["translations"],
    }


def words(text: str) -> list[str]:
    """The words of a text in order; a change of script ends a word, so that `BERT는` is two."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=200_000)
def stems(word: str) -> tuple[str, ...]:
    """Guess what a word is a form of: 학습하는 of 학습, 모델에서는 of 모델, layers of layer."""
    forms: tuple[str, ...] = ()
    least = 1
    if _HANGUL.fullmatch(word):
        bare = without_particle(word)
        root = _cut(word, ENDINGS, least=2)
        bare_root = _cut(bare, ENDINGS, least=2)
        forms = (bare, root, bare_root, _cut(root, PARTICLES, least=2))
        least = 2 if len(word) > 2 else 1
    elif _LATIN.fullmatch(word) and not word.endswith("ss"):
        forms = (_cut(word, _SUFFIXES_ENGLISH, least=3),)
    others = [form for form in forms if form != word and len(form) >= least]
    return tuple(dict.fromkeys(others))


def without_particle(word: str) -> str:
    """Take the particles off a Korean word: 큐는 is of 큐, but 강의 isn't of 강."""
    if len(word) > 2:
        return _cut(word, PARTICLES, least=2)
    return _cut(word, _SHORT_PARTICLES, least=1)


def _cut(word: str, endings: Set[str], *, least: int) -> str:
    """Take the longest ending off, so that 에서는 goes as a whole; `least` letters stay."""
    for length in range(min(_LONGEST, len(word) - least), 0, -1):
        if word[-length:] in endings:
            return word[:-length]
    return word


@lru_cache(maxsize=200_000)
def grams(word: str) -> tuple[str, ...]:
    """Cut a word into the pieces by which it is found in an index in parts.

    - How a word begins: `^모` for a Korean word, `^la` for another one.
    - What it is made of: pairs of syllables, 모델 and 델링; runs of three letters, lay and aye.
    - The initial consonants that a Korean word begins with, two and three: ㅁㄷ, ㅁㄷㄹ.
    - The whole, as many words share the others: `=layers`, and `=layer` of which it is a form.
    - What another word is put together from: `=batch` and `=norm` for batch-norm.
    """
    wholes = [word, *stems(word)]
    if is_syllable(word[0]) or "ㄱ" <= word[0] <= "ㅣ":
        first = initials(word[:3])
        pieces = [f"^{word[:1]}"]
        pieces += _runs(word, 2)
        pieces += [first[:2], first]
    else:
        pieces = [f"^{word[:2]}"]
        pieces += _runs(word, 3)
        wholes += filter(None, _INNER.split(word))
    pieces += [f"={whole}" for whole in wholes]
    return tuple(dict.fromkeys(pieces))


def _runs(word: str, length: int) -> list[str]:
    starts = range(len(word) - length + 1)
    return [word[start : start + length] for start in starts]


def is_syllable(character: str) -> bool:
    """Whether a character is a whole Korean syllable (Unicode 15, block AC00)."""
    return "가" <= character <= "힣"


def initials(word: str) -> str:
    """The initial consonants of Korean syllables (Unicode 15, 3.12); other letters as they are."""
    return "".join(_initial(character) for character in word)


def _initial(character: str) -> str:
    if not is_syllable(character):
        return character
    # Each initial consonant begins 588 syllables in a row.
    return _INITIALS[(ord(character) - ord("가")) // 588]
