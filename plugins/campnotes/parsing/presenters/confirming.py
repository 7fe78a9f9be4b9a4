"""Names that confirm each other: 정규화 stands alone among words, a presenter doesn't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from campnotes.parsing.east_asian_names import can_be_carried, is_plausible_east_asian_name
from campnotes.parsing.names import (
    can_be_given_name,
    can_be_short_name,
    has_two_latin_words,
    is_likely_name,
    is_spoken_of,
)
from campnotes.parsing.presenters.beside_accounts import called_by_name
from campnotes.parsing.presenters.claims import Claim, NamedPerson
from campnotes.parsing.presenters.reports import are_reports, shows_something
from campnotes.parsing.presenters.title_forms import ACCOUNT_BEHIND, NAME_BEHIND

LONGEST_WORD = 20  # characters of a topic that stands alone
LONGEST_SAID = 35  # characters of topics in a list, on the mean
NEIGHBOURS = 2  # names in the same form that make each other certain


def confirm_names(claims: Sequence[Claim]) -> list[Claim]:
    """Make certain the names that others in the same note confirm.

    - A name that is certain in one place is so in all.
    - Likely names in a form that needs neighbours confirm each other, if there are at least two
      of them in a list and hardly anything else stands in that form: in `- 정확도: 0.9`,
      `- 정밀도: 0.8`, `- 이상치: 3` nobody is named. So they do a short name between them: 이한.
    - A list in which people tell how far they are names no presenters, nor does one of guests.
    """
    called = list(called_by_name(claims))
    kept = list(_without_others(called))
    believed = _certain_names(kept)
    for members in _lists(kept).values():
        believed |= _confirmed_by_neighbours(members, believed)
    for members in _in_one_form(kept):
        believed |= _carried(members, believed)
        believed |= _carried_by_accounts(members)
    return [_confirm(claim, believed) for claim in kept]


def _without_others(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that don't stand in a list of others than presenters."""
    others = set()
    for group, members in _lists(claims).items():
        if _names_others(members):
            others.add(group)
    for claim in claims:
        in_list = claim.needs_neighbours and claim.group in others
        if not in_list:
            yield claim


def _lists(claims: Iterable[Claim]) -> Mapping[tuple[int, ...], list[Claim]]:
    """The claims that need neighbours, with those in the same list."""
    lists: dict[tuple[int, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.needs_neighbours:
            lists[claim.group].append(claim)
    return lists


def _in_one_form(claims: Iterable[Claim]) -> Iterable[list[Claim]]:
    """The claims of parts that are for presenting, with those in the same list and form."""
    lists: dict[tuple[str, tuple[int, ...]], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.is_among_topics:
            continue
        form = _form(claim)
        form_and_list = (form, claim.group)
        lists[form_and_list].append(claim)
    return lists.values()


def _form(claim: Claim) -> str:
    """The form of a claim; whether somebody is called by name or account makes no difference."""
    rule = claim.presenters[0].rule
    is_account = rule == ACCOUNT_BEHIND.rule
    return NAME_BEHIND.rule if is_account else rule


def _carried(claims: Sequence[Claim], certain: Collection[str]) -> set[str]:
    """The names that stand where others certainly do: the 도윤 of `- BERT (도윤)`.

    At most one of three may need that, and it must not be a common noun.
    """
    names = {person.name for person in _people(claims)}
    likely = set(filter(is_likely_name, names))
    known = names.intersection(certain)
    sure = likely | known
    others = names - sure
    if len(sure) < NEIGHBOURS:
        return set()
    if 2 * len(others) > len(sure):
        return set()
    return set(filter(can_be_given_name, others))


def _carried_by_accounts(claims: Sequence[Claim]) -> set[str]:
    """The names that stand where as many accounts or spoken names do: 森鷗外 beside @hanako.

    They must be written as names are. Behind its topic, any name may stand: イワタ.
    """
    sure = set()
    for person in _people(claims):
        if is_spoken_of(person.raw):
            sure.add(person.name)
    unsure = {person.name for person in _unsure(claims)}
    others = unsure - sure
    if len(sure) < NEIGHBOURS or len(others) > len(sure):
        return set()
    forms = map(_form, claims)
    is_name = is_plausible_east_asian_name if NAME_BEHIND.rule in forms else _is_written_as_name
    return set(filter(is_name, others))


def _is_written_as_name(text: str) -> bool:
    return can_be_carried(text) or has_two_latin_words(text)


def _names_others(claims: Sequence[Claim]) -> bool:
    """Whether a list tells how far people are, or guests with the firms that they come from."""
    said = [claim.said for claim in claims if claim.said]
    if are_reports(said) or _is_conversation(claims):
        return True
    firms = [person.nickname for person in _people(claims) if person.nickname]
    return len(set(firms)) < len(firms)


def _is_conversation(claims: Sequence[Claim]) -> bool:
    """Whether a list that isn't said to be for presenting tells who said what.

    - Somebody stands in it twice.
    - What is said is long.
    - There is but one item, and it is no mere word nor shows anything: no lecture, paper or link.
    """
    in_list = [claim for claim in claims if claim.said and claim.is_item]
    among_topics = [claim for claim in in_list if claim.is_among_topics]
    if not in_list or among_topics:
        return False
    names = [person.name for person in _people(in_list)]
    if len(set(names)) < len(names):
        return True
    length = sum(len(claim.said) for claim in in_list)
    if length > LONGEST_SAID * len(in_list):
        return True
    is_alone = len(in_list) == 1 and length > LONGEST_WORD
    return is_alone and not shows_something(in_list[0].said)


def _people(claims: Iterable[Claim]) -> Iterator[NamedPerson]:
    for claim in claims:
        yield from claim.presenters


def _certain_names(claims: Iterable[Claim]) -> set[str]:
    names: set[str] = set()
    for claim in claims:
        for person in claim.presenters:
            if person.certain:
                names.add(person.name)
    return names


def _confirmed_by_neighbours(claims: Iterable[Claim], certain: Collection[str]) -> set[str]:
    """The names in one list that its other names confirm."""
    unsure = {person.name for person in _unsure(claims)}
    likely = set(filter(is_likely_name, unsure))
    short = set(filter(can_be_short_name, unsure))
    known = unsure.intersection(certain)
    carried = likely | known
    if len(carried) < NEIGHBOURS:
        return set()
    # Two thirds of what stands in the form must look like names.
    alike = carried | short
    if 3 * len(alike) < 2 * len(unsure):
        return set()
    return alike


def _unsure(claims: Iterable[Claim]) -> list[NamedPerson]:
    return [person for person in _people(claims) if not person.certain]


def _confirm(claim: Claim, believed: Collection[str]) -> Claim:
    people: list[NamedPerson] = []
    for person in claim.presenters:
        confirmed = _believe(person, believed)
        people.append(confirmed)
    return replace(claim, presenters=tuple(people))


def _believe(person: NamedPerson, believed: Collection[str]) -> NamedPerson:
    if person.name in believed:
        return replace(person, certain=True)
    return person
