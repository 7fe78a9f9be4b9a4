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
    """What the rules don't find of the Korean words of some texts, by the word without its particles.

    It tells what the word is a form of, and behind a bar the nouns that it is made of, but for the
    first: 고른 is of `고르|`, 가중평균 made of `|평균`. Empty where no analyser is installed. Words
    are taken for themselves, so that a word means the same wherever it stands.
    """
    if start_analyser() is None:
        return {}
    written = {word for text in texts for word in words(text) if _HANGUL.fullmatch(word)}
    # 경사하강법에 and 경사하강법을 are told once, by what is left of them without their particles.
    known = sorted({next(iter(stems(word)), word) for word in written})
    found = tokens(known)
    if found is None:
        return {}
    told = zip(known, map(_told, known, found), strict=True)
    return {word: what for word, what in told if what != "|"}


def forms_of(word: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The forms and parts of a word that `morphemes` told, for the index."""
    told = next((known[form] for form in (word, *stems(word)) if form in known), "|")
    return tuple(told.replace("|", " ").split())


def _told(word: str, made_of: Iterable[Token]) -> str:
    whole: list[str] = []
    parts: list[str] = []
    for is_nominal, run in groupby(made_of, key=lambda token: token[1] in _NOMINAL):
        if is_nominal:
            nominals = list(run)
            whole.append("".join(form for form, _ in nominals))
            parts += [form for form, tag in nominals if tag in _NOUNS]
        else:
            whole += [form for form, tag in run if tag.split("-")[0] in _VERBS]
    rules = {word, *stems(word)}
    rules |= {f"{form}하" for form in rules}  # 간단한 is found by 간단 as well as by 간단하
    new = [form for form in dict.fromkeys(whole) if len(form) > 1 and form not in rules]
    # The rules find what a word begins with.
    inner = [
        p for p in dict.fromkeys(parts) if len(p) > 1 and p not in new and not word.startswith(p)
    ]
    return f"{' '.join(new)}|{' '.join(inner)}"
