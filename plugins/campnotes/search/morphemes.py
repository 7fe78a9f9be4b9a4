"""What the words of a notebook are made of, by a morphological analyser where one is installed.

`pip install mkdocs-campnotes[ko]` brings kiwipiepy. Without it the rules of `words.stems` must do:
they know particles and endings, but neither that 고른 is of 고르 nor where 딥러닝모델 is to be cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from msgspec import Struct, field, msgpack

from campnotes.decoding import decoded
from campnotes.patterns import regex
from campnotes.search.analyser import Token, analyser_version, is_installed, tokens
from campnotes.search.memory import NO_MEMORY, Memory
from campnotes.search.words import stems

_HANGUL = regex(r"[가-힣]{2,}")
# Tags of the Sejong corpus: what nouns are made of; the nouns among them; verbs and adjectives.
_NOMINAL = frozenset({"NNG", "NNP", "NNB", "NR", "XR", "XPN", "XSN", "SL", "SN"})
_NOUNS = frozenset({"NNG", "NNP", "XR"})
_VERBS = frozenset({"VV", "VA"})
_NOTHING = "|"  # is told of a word that the rules know as well


class _Known(Struct, frozen=True):
    """The words of a last build: what is `told` of each that is `bare` of particles."""

    told: dict[str, str] = field(default_factory=dict)
    bare: dict[str, str] = field(default_factory=dict)


def morphemes_of(said: Iterable[str], memory: Memory = NO_MEMORY) -> Mapping[str, str]:
    """Find of some Korean words what the rules don't.

    Returns, by the word without its particles, `FORMS|NOUNS`:

    - what the word is a form of: `고르|` for 고른;
    - the nouns that it is made of, but for the first: `|평균` for 가중평균.

    Empty where no analyser is installed. Words are taken for themselves, so that a word means the
    same wherever it stands; and so `memory` knows those of the last build, and the analyser isn't
    loaded where there are no others.
    """
    if not is_installed():
        return {}
    known = _remembered(memory)
    bare = _without_particles(said, known.bare)
    wanted = sorted(set(bare.values()))
    unknown = [word for word in wanted if word not in known.told]
    if unknown:
        found = tokens(unknown)
        if found is None:
            return {}
        for word, made_of in zip(unknown, found, strict=True):
            known.told[word] = _told(word, made_of)
    told = {word: known.told[word] for word in wanted}
    if bare.keys() != known.bare.keys():
        now = _Known(told, bare)
        memory.put(_name(), msgpack.encode(now))
    return {word: what for word, what in told.items() if what != _NOTHING}


def remembers_morphemes(memory: Memory) -> bool:
    """Tell whether the words of a last build are known, so that few may have to be asked for."""
    return memory.get(_name()) is not None


def _remembered(memory: Memory) -> _Known:
    kept = memory.get(_name())
    return decoded(kept, _Known) or _Known()


def _name() -> str:
    """The name of what is kept: another for another version of the analyser."""
    return f"morphemes {analyser_version()}"


def _without_particles(said: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Take the particles off the Korean ones of some words; of some it is known from before.

    경사하강법에 and 경사하강법을 are told once, as 경사하강법.
    """
    bare: dict[str, str] = {}
    for word in said:
        if word in known:
            bare[word] = known[word]
        elif _HANGUL.fullmatch(word):
            forms = iter(stems(word))
            bare[word] = next(forms, word)
    return bare


def forms_of(word: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The forms and parts of a word that `morphemes_of` told, for the index."""
    for form in (word, *stems(word)):
        if form in known:
            told = known[form]
            listed = told.replace("|", " ")
            forms = listed.split()
            return tuple(forms)
    return ()


def _told(word: str, made_of: Iterable[Token]) -> str:
    """Tell of a word what its tokens say and the rules don't, as `morphemes_of` writes it."""
    whole, nouns = _read_tokens(made_of)
    by_rules = _found_by_rules(word)
    forms = [form for form in whole if form not in by_rules]
    inner = []
    for noun in nouns:
        # The rules find what a word begins with.
        begins_word = word.startswith(noun)
        is_told = noun in forms
        if not begins_word and not is_told:
            inner.append(noun)
    forms_told = " ".join(forms)
    nouns_told = " ".join(inner)
    return f"{forms_told}|{nouns_told}"


def _found_by_rules(word: str) -> set[str]:
    """What the rules find a word by: 간단한 by 간단 as well as by 간단하."""
    found = set()
    forms = (word, *stems(word))
    for form in forms:
        found.add(form)
        found.add(f"{form}하")
    return found


def _read_tokens(made_of: Iterable[Token]) -> tuple[list[str], list[str]]:
    """Read of a word's tokens its compounds and verbs as wholes, and its nouns, each once."""
    whole: list[str] = []
    nouns: list[str] = []
    for is_nominal, run in groupby(made_of, key=_is_nominal):
        compound = ""
        for form, tag in run:
            compound += form
            if tag in _NOUNS:
                nouns.append(form)
            if _is_verb(tag):
                whole.append(form)
        if is_nominal:
            whole.append(compound)
    return _long_ones(whole), _long_ones(nouns)


def _is_verb(tag: str) -> bool:
    """Whether a tag is of a verb or an adjective, regular or not: `VV`, `VV-I`."""
    kind, _, _ = tag.partition("-")
    return kind in _VERBS


def _long_ones(forms: Iterable[str]) -> list[str]:
    """Keep each form once, without those of one letter, which say too little."""
    distinct = dict.fromkeys(forms)
    return [form for form in distinct if len(form) > 1]


def _is_nominal(token: Token) -> bool:
    _, tag = token
    return tag in _NOMINAL
