"""Who is named twice: sentences and introductions often tell again who presented."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from campnotes.parsing.presenters import prose
from campnotes.parsing.presenters.claims import Claim
from campnotes.parsing.presenters.introduced import BELOW_LABEL
from campnotes.parsing.presenters.labels import BROUGHT, SPOKEN_BY, TALK_OF
from campnotes.parsing.presenters.lists import OF_PEOPLE

_SENTENCES = (*prose.FORMS, BROUGHT, SPOKEN_BY, TALK_OF)
_TELLING = frozenset({form.rule for form in (*_SENTENCES, BELOW_LABEL, OF_PEOPLE)})


def without_told_again(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without those that but tell again who presented.

    - A sentence, or what is told of somebody, counts for nothing if that person is named otherwise.
    - What guests are counts for nothing if anybody is named otherwise.
    """
    named = _named_otherwise(claims)
    told: set[str] = set()
    for claim in claims:
        if not _is_telling(claim):
            yield claim
            continue
        if named and _is_of_people(claim):
            continue
        name = claim.presenters[0].name
        if name in told or _is_named(name, named):
            continue
        told.add(name)
        yield claim


def _named_otherwise(claims: Sequence[Claim]) -> set[str]:
    named = set()
    for claim in claims:
        if _is_telling(claim):
            continue
        for person in claim.presenters:
            if person.certain:
                named.add(person.name)
    return named


def _is_named(name: str, named: Collection[str]) -> bool:
    """Whether somebody is named, in full or by surname: 田中 of 田中花子."""
    if name in named:
        return True
    return any(other.startswith(name) for other in named)


def _is_telling(claim: Claim) -> bool:
    return claim.presenters[0].rule in _TELLING


def _is_of_people(claim: Claim) -> bool:
    return claim.presenters[0].rule == OF_PEOPLE.rule
