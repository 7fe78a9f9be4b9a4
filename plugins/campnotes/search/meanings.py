"""Computing terms of the same meaning, in several languages, of which a notebook says one.

The list is `terms.toml`. What a notebook doesn't speak of isn't told its worker, so that a reader
loads little for it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from pathlib import Path

from msgspec import Struct

from campnotes.search.known_stems import Stems
from campnotes.search.letters import even
from campnotes.search.loanwords import spellings_in, spelt_pairs
from campnotes.search.words import parts_of_name, stems, words

_LIST = Path(__file__).parent / "terms.toml"
_SCRIPTS = ("[가-힣]", "[ぁ-ヺ一-鿿]")
_APART = "|"  # of the terms that are told


class Term(Struct, frozen=True):
    """A term, and the words by which it is told whether a text may say it."""

    text: str
    words: frozenset[str]


class _Sides(Struct, frozen=True):
    """A group of terms: those of a notebook, and others that lead to them."""

    ours: Sequence[Term]
    others: Sequence[Term]


@cache
def term_groups() -> tuple[tuple[Term, ...], ...]:
    """Read the list: groups of terms that mean the same."""
    written = _LIST.read_text(encoding="utf-8")
    groups = []
    for section in tomllib.loads(written).values():
        for row in section["terms"]:
            group = tuple(_terms(row))
            groups.append(group)
    return tuple(groups)


def _terms(row: str) -> Iterator[Term]:
    for language in row.split("="):
        for listed in language.split(","):
            text = even(listed.strip())
            yield Term(
                text=text,
                words=frozenset(words(text)),
            )


def meanings_among(written: Iterable[str], stems_of: Stems = stems) -> list[str]:
    """Choose what the worker is told of a notebook that has some words, as `meanings_of` does."""
    return meanings_of(_with_stems(written, stems_of))


def meanings_of(said: Set[str]) -> list[str]:
    """Choose the groups, and the loanwords, of which a notebook says a term.

    - A group is told as `said|said=others|others`, for what isn't said leads to what is.
    - The spellings of a word are told as `attention~어텐션`, for they lead to one another.
    """
    foreign = _scripts_without(said)
    told = []
    leading: set[str] = set()
    for group in term_groups():
        sides = _sides(group, said, foreign)
        if not _tells_more(sides):
            continue
        told.append(_told(sides))
        for term in (*sides.ours, *sides.others):
            leading.add(term.text)
    spelt = spellings_in(said, leading)
    told += [line for line in spelt if _is_typed(line, foreign)]
    return told


def _sides(group: Iterable[Term], said: Set[str], foreign: re.Pattern[str] | None) -> _Sides:
    """Tell the terms of a group that are said from those that only may be typed."""
    ours = []
    others = []
    for term in group:
        if term.words <= said:
            ours.append(term)
        elif _is_typed(term.text, foreign):
            others.append(term)
    fewest = _fewest(ours)
    spelt_otherwise = [term for term in others if not _is_spelling(term, fewest)]
    return _Sides(
        ours=fewest,
        others=_fewest(spelt_otherwise, beside=fewest),
    )


def _is_typed(text: str, foreign: re.Pattern[str] | None) -> bool:
    """Whether readers of a notebook may type a text: not one of foreign letters."""
    if foreign is None:
        return True
    return foreign.search(text) is None


def _fewest(terms: Sequence[Term], beside: Sequence[Term] = ()) -> list[Term]:
    """Leave out what is found by another term of the group: 손실 함수 by 손실, 전이 학습 by 전이학습."""
    fewest: dict[str, Term] = {}
    known = [*beside, *terms]
    for term in terms:
        if not any(other.words < term.words for other in known):
            fewest.setdefault(term.text.replace(" ", ""), term)
    return list(fewest.values())


def _tells_more(sides: _Sides) -> bool:
    """Whether a group leads from a term to one of ours that isn't only another spelling of it."""
    for term in (*sides.ours, *sides.others):
        for said in sides.ours:
            is_same = term.text == said.text
            if not is_same and not _is_spelling(term, [said]):
                return True
    return False


def _is_spelling(term: Term, others: Iterable[Term]) -> bool:
    """Whether a term is another spelling of one of others, to which its spelling leads."""
    spelt = spelt_pairs()
    for other in others:
        pair = frozenset((term.text, other.text))
        if pair in spelt:
            return True
    return False


def _scripts_without(said: Iterable[str]) -> re.Pattern[str] | None:
    """Letters of the scripts that a notebook has no words of: its readers don't type them either."""
    text = " ".join(said)
    scripts = [script for script in _SCRIPTS if not re.search(script, text)]
    if not scripts:
        return None
    return re.compile("|".join(scripts))


def _with_stems(written: Iterable[str], stems_of: Stems) -> set[str]:
    said = set(written)
    for word in written:
        said.update(stems_of(word))
        said.update(parts_of_name(word))
    return said


def _told(sides: _Sides) -> str:
    written = []
    for side in (sides.ours, sides.others):
        texts = [term.text for term in side]
        written.append(_APART.join(texts))
    return "=".join(written)
