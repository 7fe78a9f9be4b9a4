"""What the words of a notebook are made of, by a morphological analyser where one is installed.

`pip install mkdocs-campnotes[ko]` brings kiwipiepy. Without it the rules of `words.stems` must do:
they know particles and endings, but neither that 고른 is of 고르 nor where 딥러닝모델 is to be cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from campnotes.search.analyser import Token, start_analyser, tokens
from campnotes.search.words import stems, words

_HANGUL = re.compile(r"[가-힣]{2,}")
# Tags of the Sejong corpus: what nouns are made of; the nouns among them; verbs and adjectives.
_NOMINAL = frozenset({"NNG", "NNP", "NNB", "NR", "XR", "XPN", "XSN", "SL", "SN"})
_NOUNS = frozenset({"NNG", "NNP", "XR"})
_VERBS = frozenset({"VV", "VA"})


def morphemes(texts: Iterable[str]) -> Mapping[str, str]:
    """Find of the Korean words of some texts what the rules don't.

    Returns, by the word without its particles, `FORMS|NOUNS`:

    - what the word is a form of: `고르|` for 고른;
    - the nouns that it is made of, but for the first: `|평균` for 가중평균.

    Empty where no analyser is installed. Words are taken for themselves, so that a word means the
    same wherever it stands.
    """
    if start_analyser() is None:
        return {}
    written = {word for text in texts for word in words(text) if _HANGUL.fullmatch(word)}
    # 경사하강법에 and 경사하강법을 are told once, by what is left of them without their particles.
    known = sorted({next(iter(stems(word)), word) for word in written})
    found = tokens(known)
    if found is None:
        return {}
    told: dict[str, str] = {}
    for word, made_of in zip(known, found, strict=True):
        what = _told(word, made_of)
        if what != "|":
            told[word] = what
    return told


def forms_of(word: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The forms and parts of a word that `morphemes` told, for the index."""
    for form in (word, *stems(word)):
        if form in known:
            return tuple(known[form].replace("|", " ").split())
    return ()


def _told(word: str, made_of: Iterable[Token]) -> str:
    """Tell of a word what its tokens say and the rules don't, as `morphemes` writes it."""
    whole, nouns = _read_tokens(made_of)
    rules = {word, *stems(word)}
    # 간단한 is found by 간단 as well as by 간단하.
    rules |= {f"{form}하" for form in rules}
    forms = [form for form in whole if form not in rules]
    # The rules find what a word begins with.
    inner = [noun for noun in nouns if noun not in forms and not word.startswith(noun)]
    return " ".join(forms) + "|" + " ".join(inner)


def _read_tokens(made_of: Iterable[Token]) -> tuple[list[str], list[str]]:
    """Read of a word's tokens its compounds and verbs as wholes, and its nouns, each once."""
    whole: list[str] = []
    nouns: list[str] = []
    for is_nominal, run in groupby(made_of, key=_is_nominal):
        if is_nominal:
            nominals = list(run)
            whole.append("".join(form for form, _ in nominals))
            nouns += [form for form, tag in nominals if tag in _NOUNS]
        else:
            whole += [form for form, tag in run if tag.split("-")[0] in _VERBS]
    return _long_ones(whole), _long_ones(nouns)


def _long_ones(forms: Iterable[str]) -> list[str]:
    """Keep each form once, without those of one letter, which say too little."""
    return [form for form in dict.fromkeys(forms) if len(form) > 1]


def _is_nominal(token: Token) -> bool:
    _, tag = token
    return tag in _NOMINAL
