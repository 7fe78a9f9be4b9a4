"""Names that confirm each other: 정규화 stands alone among words, a presenter doesn't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from campnotes.parsing.names import (
    can_be_given_name,
    can_be_short_name,
    has_two_latin_words,
    is_likely_name,
    is_spoken_of,
)
from campnotes.parsing.names.east_asian import (
    can_be_carried,
    can_be_japanese_surname,
    is_full_chinese_name,
    is_full_name_in_han,
    is_in_han,
    is_name_of_thing,
    is_plausible_east_asian_name,
)
from campnotes.parsing.presenters.beside_accounts import called_by_name
from campnotes.parsing.presenters.claims import Claim, NamedPerson
from campnotes.parsing.presenters.reports import are_reports, shows_something
from campnotes.parsing.presenters.title_forms import (
    ACCOUNT_BEHIND,
    BEFORE_QUOTED,
    HANDLE_BEFORE_QUOTED,
    NAME_BEHIND,
)

LONGEST_WORD = 20  # characters of a topic that stands alone
LONGEST_SAID = 35  # characters of topics in a list, on the mean
_QUOTED = (HANDLE_BEFORE_QUOTED.rule, BEFORE_QUOTED.rule)
FEWEST_HANDLES = 3  # before quoted topics
FEWEST_FULL = 3  # certain names in the same form that make others so
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
    listed = [claim for claim in kept if claim.needs_neighbours]
    among_topics = [claim for claim in kept if claim.is_among_topics]
    headings = list(filter(_is_heading, kept))
    believed = _certain_names(kept)
    for members in _grouped(listed, _list):
        believed |= _confirmed_by_neighbours(members, believed)
    for members in _grouped(among_topics, _form_and_list):
        believed |= _carried(members, believed)
        believed |= _carried_by_accounts(members)
    # 이한 has one list, others the next.
    for members in _grouped(among_topics, _form):
        carried = _carried(members, believed)
        believed |= set(filter(can_be_short_name, carried))
    for members in _grouped(headings, _form_and_list):
        believed |= _carried_in_han(members, believed)
    for members in _grouped(kept, _form_and_list):
        believed |= _carried_by_full_names(members, believed)
        believed |= _carried_by_surnames(members, believed)
    quoting = [claim for claim in kept if claim.presenters[0].rule in _QUOTED]
    for members in _grouped(quoting, _is_item):
        believed |= _before_quotes(members)
    return [_confirm(claim, believed) for claim in kept]


def _without_others(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that don't stand in a list of others than presenters."""
    others = set()
    listed = [claim for claim in claims if claim.needs_neighbours]
    for members in _grouped(listed, _list):
        if _names_others(members):
            others.add(_list(members[0]))
    for claim in claims:
        in_list = claim.needs_neighbours and claim.group in others
        if not in_list:
            yield claim


def _grouped(
    claims: Iterable[Claim], key: Callable[[Claim], Hashable]
) -> Collection[Sequence[Claim]]:
    """The claims in groups of those that have the same key."""
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        group = groups[key(claim)]
        group.append(claim)
    return groups.values()


def _is_heading(claim: Claim) -> bool:
    # Those of headings are negative; see `titles`.
    is_level = any(number < 0 for number in claim.group[:1])
    return is_level and not claim.needs_neighbours


def _is_item(claim: Claim) -> bool:
    return claim.is_item


def _list(claim: Claim) -> tuple[int, ...]:
    """The list in which a claim stands beside others, or the level of its heading."""
    return claim.group


def _form_and_list(claim: Claim) -> tuple[str, tuple[int, ...]]:
    return _form(claim), claim.group


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
    return set(filter(_can_stand_there, others))


def _can_stand_there(name: str) -> bool:
    """Whether a word may be what somebody is called where others are: 도윤, 王磊."""
    return can_be_given_name(name) or can_be_carried(name)


def _carried_in_han(claims: Sequence[Claim], certain: Collection[str]) -> set[str]:
    """The Chinese names of headings that stand where twice as many certain ones do: 王磊."""
    names = {person.name for person in _people(claims)}
    sure = names.intersection(certain)
    others = names - sure
    if 2 * len(others) > len(sure):
        return set()
    return set(filter(can_be_short_name, others))


def _carried_by_full_names(claims: Sequence[Claim], certain: Collection[str]) -> set[str]:
    """The Chinese names that stand where half as many certain ones do, and nothing but full names: 王磊.

    Beside two certain ones, one more may stand.
    """
    names = {person.name for person in _people(claims)}
    sure = names.intersection(certain)
    others = names - sure
    most = 2 * len(sure) if len(sure) >= FEWEST_FULL else 1
    if len(sure) < NEIGHBOURS:
        return set()
    if len(others) > most:
        return set()
    are_full = all(map(is_full_chinese_name, names))
    return others if are_full else set()


def _carried_by_surnames(claims: Sequence[Claim], certain: Collection[str]) -> set[str]:
    """The Japanese surnames that stand where as many certain names do: 菅沼 beside 田中 and 鈴木."""
    names = {person.name for person in _people(claims)}
    sure = names.intersection(certain)
    others = names - sure
    if len(sure) < NEIGHBOURS:
        return set()
    if len(others) > len(sure):
        return set()
    are_surnames = all(map(can_be_japanese_surname, others))
    return others if are_surnames else set()


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


def _before_quotes(claims: Sequence[Claim]) -> set[str]:
    """The handles before quoted topics, where several people have one each: `- lapla「索引」`.

    Most of them must be such as no heading has: in kana or Latin letters, or full names.
    """
    handles = [claim.presenters[0].name for claim in claims]
    people = set(handles)
    are_many = len(people) >= FEWEST_HANDLES
    are_different = 3 * len(people) >= 2 * len(handles)
    like_handles = list(filter(_is_like_handle, people))
    are_handles = 2 * len(like_handles) > len(people)
    if are_many and are_different and are_handles:
        return people
    return set()


def _is_like_handle(name: str) -> bool:
    return not is_in_han(name) or is_likely_name(name)


def _is_written_as_name(text: str) -> bool:
    return can_be_carried(text) or has_two_latin_words(text)


def _names_others(claims: Sequence[Claim]) -> bool:
    """Whether a list tells how far people are, or what guests are and from which firms they come."""
    said = [claim.said for claim in claims if claim.said]
    if are_reports(said) or _is_conversation(claims):
        return True
    trades = list(filter(_is_trade, said))
    if trades and 2 * len(trades) >= len(said):
        return True
    firms = [person.nickname for person in _people(claims) if person.nickname]
    different = set(firms)
    return len(different) < len(firms)


def _is_trade(said: str) -> bool:
    """Whether what stands with a name says what somebody is; 第1章 ends as that does, too."""
    if shows_something(said):
        return False
    return is_name_of_thing(said)


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
    different = set(names)
    if len(different) < len(names):
        return True
    lengths = [len(claim.said) for claim in in_list]
    length = sum(lengths)
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
    # Two thirds of what stands in the form must look like names; of names in Han characters, half.
    in_han = set(filter(is_full_name_in_han, unsure))
    alike = carried | short | in_han
    if 3 * len(alike) >= 2 * len(unsure):
        return alike
    are_enough = 2 * len(in_han) >= len(unsure)
    return in_han if are_enough else set()


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
