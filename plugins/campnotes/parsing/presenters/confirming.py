"""Names that confirm each other: 정규화 stands alone among words, a presenter doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from campnotes.parsing.names import is_likely_name
from campnotes.parsing.presenters.claims import Claim, NamedPerson

NEIGHBOURS = 2  # names in the same form that make each other certain


def confirm_names(claims: Sequence[Claim]) -> list[Claim]:
    """Make certain the names that others in the same note confirm.

    - A name that is certain in one place is so in all.
    - Likely names in a form that needs neighbours confirm each other, if there are at least two
      of them and hardly anything else stands in that form: in `- 정확도: 0.9`, `- 정밀도: 0.8`,
      `- 이상치: 3` nobody is named.
    """
    certain = _certain_names(claims)
    unsure = _unsure_names(claims)
    likely = {name for name in unsure if is_likely_name(name)}
    believed = certain
    if _are_neighbours(unsure, likely, certain):
        believed = certain | likely
    return [_confirm(claim, believed) for claim in claims]


def _certain_names(claims: Sequence[Claim]) -> set[str]:
    names: set[str] = set()
    for claim in claims:
        for person in claim.presenters:
            if person.certain:
                names.add(person.name)
    return names


def _unsure_names(claims: Sequence[Claim]) -> set[str]:
    names: set[str] = set()
    for claim in claims:
        if not claim.needs_neighbours:
            continue
        for person in claim.presenters:
            if not person.certain:
                names.add(person.name)
    return names


def _are_neighbours(unsure: set[str], likely: set[str], certain: set[str]) -> bool:
    """Whether so many of the unsure names are people's that the likely ones are all believed."""
    known_elsewhere = unsure & certain
    known = likely | known_elsewhere
    if len(known) < NEIGHBOURS:
        return False
    # Two thirds of what stands in the form must look like names.
    return 3 * len(likely) >= 2 * len(unsure)


def _confirm(claim: Claim, believed: set[str]) -> Claim:
    people: list[NamedPerson] = []
    for person in claim.presenters:
        confirmed = _believe(person, believed)
        people.append(confirmed)
    return replace(claim, presenters=tuple(people))


def _believe(person: NamedPerson, believed: set[str]) -> NamedPerson:
    if person.name in believed:
        return replace(person, certain=True)
    return person
