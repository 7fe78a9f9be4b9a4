"""From text to terms, as the worker does it: words, their stems, and the grams that parts go by.

The rules are those of `web/search/words/words.js`; a test holds the two together. The tables of particles,
endings and verbs are in `korean.json`, which both read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Set
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from campnotes.patterns import regex
from campnotes.search.letters import LONG, has_paired, is_paired, pairs_of, runs

_TABLES: Mapping[str, Any] = json.loads(
    (Path(__file__).parent / "korean.json").read_text(encoding="utf-8")
)
_HANGUL = regex(r"[가-힣]{2,}")
_LATIN = regex(r"[a-z]{4,}")
_INNER = regex("[._-]")
_SHORT_PARTICLES = frozenset("은는을를")
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_SUFFIXES_ENGLISH = frozenset({"ing", "ed", "es", "s"})


def _table(name: str) -> list[str]:
    """Read the words of a table, which are written several in a row."""
    rows: list[str] = _TABLES[name]
    listed = " ".join(rows)
    return listed.split()


_STACKED = [base + added for base in _table("bases") for added in _table("added")]
# Particles that are none of a word's own syllables even where one syllable is left.
_BEHIND_ONE = frozenset(_table("behindOne"))
PARTICLES = frozenset(_STACKED + _table("particles"))
ENDINGS = frozenset(_table("endings"))
_LONGEST = max(map(len, PARTICLES | ENDINGS))
_VERBS = _table("verbs")


def _bent(verb: str) -> str:
    """Write a verb as a pattern of its forms, letter by letter: 고르 of 골라, too."""
    pattern = normalize("NFD", verb)
    for end, ends in _TABLES["bending"].items():
        pattern = re.sub(end, ends, pattern)
    return f"({pattern})"


def _of_verbs() -> str:
    bent = "|".join(map(_bent, _VERBS))
    doing = _TABLES["doing"]
    tail = _TABLES["tail"]
    return f"^(?:{bent}|{doing}){tail}"


# A group for each verb; then one for a noun, with 하다 and the like behind it.
_VERB = regex(_of_verbs())


def words(text: str) -> list[str]:
    """The words of a text in order; a change of script ends a word, so that `BERT는` is two.

    Where a script has no spaces, pairs of letters are its words: 部分 and 分型 of 部分型.
    """
    all_runs = runs(text)
    if not has_paired(all_runs):
        return all_runs
    found: list[str] = []
    for run in all_runs:
        if is_paired(run):
            found.extend(pairs_of(run))
        else:
            found.append(run)
    return found


@lru_cache(maxsize=50_000)
def stems(word: str) -> tuple[str, ...]:
    """Guess what a word is a form of: 학습하는 of 학습, 모델에서는 of 모델, layers of layer."""
    forms: list[str] = []
    least = 1
    if _HANGUL.fullmatch(word):
        forms = _korean_forms(word)
        if len(word) > 2:
            least = 2
    elif _LATIN.fullmatch(word):
        forms = _english_forms(word)
    elif len(word) > 2 and word.endswith(LONG):
        # サーバー is written サーバ too.
        forms = [word[:-1]]
    others: dict[str, None] = {}
    for form in forms:
        is_other = form != word
        if is_other and len(form) >= least:
            others[form] = None
    if word[1:] in _BEHIND_ONE:
        # 웹이랑 is of 웹.
        others[word[0]] = None
    return tuple(others)


def _english_forms(word: str) -> list[str]:
    if word.endswith("ss"):
        return []
    cut = _cut(
        word,
        _SUFFIXES_ENGLISH,
        least=3,
    )
    return [cut]


def _korean_forms(word: str) -> list[str]:
    """Take a Korean word's particles and endings off: alone, and one behind the other."""
    bare = without_particle(word)
    root = _without_ending(word)
    return [
        bare,
        root,
        _without_ending(bare),
        _cut(root, PARTICLES, least=2),
    ]


def _without_ending(word: str) -> str:
    return _verbal(word) or _cut(word, ENDINGS, least=2)


def _verbal(word: str) -> str:
    """The noun or the verb that a word is made of; `""` where it is no form of a verb.

    제공 of 제공해주었다, and 고르다, as dictionaries have it, of 골랐다.
    """
    letters = normalize("NFD", word)
    form = _VERB.match(letters)
    if form is None or form.lastindex is None:
        return ""
    if form.lastindex > len(_VERBS):
        return normalize("NFC", form[form.lastindex])
    verb = _VERBS[form.lastindex - 1]
    return f"{verb}다"


def without_particle(word: str) -> str:
    """Take the particles off a Korean word: 큐는 is of 큐, but 강의 isn't of 강."""
    if len(word) > 2:
        return _cut(word, PARTICLES, least=2)
    # 는 is a particle behind one letter, too; most others are a part of the word there.
    return _cut(word, _SHORT_PARTICLES, least=1)


def _cut(word: str, endings: Set[str], *, least: int) -> str:
    """Take the longest ending off, so that 에서는 goes as a whole; `least` letters stay."""
    may_go = len(word) - least
    longest = min(_LONGEST, may_go)
    for start in range(len(word) - longest, len(word)):
        ending = word[start:]
        if ending in endings:
            return word[:start]
    return word


def grams(word: str) -> tuple[str, ...]:
    """Cut a word into the pieces by which it is found in an index in parts.

    - How a word begins: `^모` for a Korean word, `^la` for another one.
    - What it is made of: pairs of syllables, 모델 and 델링; runs of three letters, lay and aye.
    - The initial consonants that a Korean word begins with, two and three: ㅁㄷ, ㅁㄷㄹ.
    - The whole, as many words share the others: `=layers`, and `=layer` of which it is a form.
    - What another word is put together from: `=batch` and `=norm` for batch-norm.
    """
    wholes = [word, *stems(word)]
    if _is_korean(word[0]):
        pieces = _korean_pieces(word)
    else:
        beginning = word[:2]
        pieces = [f"^{beginning}"]
        pieces += _runs(word, 3)
        wholes += parts_of_name(word)
    for whole in wholes:
        pieces.append(f"={whole}")
    return tuple(dict.fromkeys(pieces))


def parts_of_name(word: str) -> list[str]:
    """The words that a longer one is put together from: `batch` and `norm` of batch-norm."""
    if _INNER.search(word) is None:
        return []
    return list(filter(None, _INNER.split(word)))


def _korean_pieces(word: str) -> list[str]:
    beginning = word[0]
    first_letters = initials(word[:3])
    return [
        f"^{beginning}",
        *_runs(word, 2),
        first_letters[:2],
        first_letters,
    ]


def _runs(word: str, length: int) -> list[str]:
    runs = []
    ends = range(length, len(word) + 1)
    for start, end in enumerate(ends):
        run = word[start:end]
        runs.append(run)
    return runs


def _is_korean(character: str) -> bool:
    """Whether a character is a Korean syllable or a letter of one."""
    if is_syllable(character):
        return True
    return "ㄱ" <= character <= "ㅣ"


def is_syllable(character: str) -> bool:
    """Whether a character is a whole Korean syllable (Unicode 15, block AC00)."""
    return "가" <= character <= "힣"


def initials(word: str) -> str:
    """The initial consonants of Korean syllables (Unicode 15, 3.12); other letters as they are."""
    first_letters = map(_initial, word)
    return "".join(first_letters)


def _initial(character: str) -> str:
    if not is_syllable(character):
        return character
    # Each initial consonant begins 588 syllables in a row.
    place = ord(character) - ord("가")
    initial = place // 588
    return _INITIALS[initial]
