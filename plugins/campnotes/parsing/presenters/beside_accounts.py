"""Titles that are somebody's name beside the account: 行森奈雄 of `### 行森奈雄 (@nao)`.

One such title alone may as well be a topic with its presenter's account: `### 索引設計 (@nao)`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from campnotes.parsing.names import is_account, is_likely_name
from campnotes.parsing.names.east_asian import can_be_japanese_name
from campnotes.parsing.presenters.claims import Claim
from campnotes.parsing.presenters.naming import name_person, named_by
from campnotes.parsing.presenters.title_forms import NAME_WITH_ACCOUNT

FEWEST = 2  # titles of one form that tell that all of them are names

_Group = tuple[int, ...]


def called_by_name(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, of which those that are names beside accounts name their people by these.

    So they are where all titles in the same place that have an account are as long as names, and
    one of them is certainly one.
    """
    of_names = _groups_of_names(claims)
    for claim in claims:
        if claim.group in of_names and _is_beside_account(claim):
            yield _by_name(claim)
        else:
            yield claim


def _groups_of_names(claims: Sequence[Claim]) -> Collection[_Group]:
    """The lists and levels of headings whose titles with accounts are names."""
    groups: Mapping[_Group, list[str]] = defaultdict(list)
    for claim in claims:
        title = _title_with_account(claim)
        if title:
            groups[claim.group].append(title)
    of_names = set()
    for group, titles in groups.items():
        if _are_names(titles):
            of_names.add(group)
    return of_names


def _title_with_account(claim: Claim) -> str:
    """What a title says beside an account; nothing if it has none."""
    if _is_beside_account(claim):
        return claim.topic or ""
    person = claim.presenters[0]
    return person.name if person.rule == NAME_WITH_ACCOUNT.rule else ""


def _are_names(titles: Sequence[str]) -> bool:
    if len(titles) < FEWEST:
        return False
    are_alike = all(map(can_be_japanese_name, titles))
    return are_alike and any(map(is_likely_name, titles))


def _is_beside_account(claim: Claim) -> bool:
    """Whether a claim is a title with somebody's account in brackets: `### 行森奈雄 (@nao)`."""
    if len(claim.presenters) != 1 or not claim.group or claim.is_named_after:
        return False
    return bool(claim.topic) and is_account(claim.presenters[0].raw)


def _by_name(claim: Claim) -> Claim:
    account = claim.presenters[0]
    person = name_person(claim.topic or "", account.line)
    return replace(
        claim,
        presenters=tuple(named_by(NAME_WITH_ACCOUNT, [person])),
        is_named_after=True,
    )
