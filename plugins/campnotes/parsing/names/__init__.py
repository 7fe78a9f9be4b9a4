"""Recognise people's names as notes write them: 전준영, 준영님, `우창`, Minji Kim, @owner, 田中さん.

Two forms of a name go through these modules, and the parameters tell them apart:

- `raw` is a name as written, with whatever marks it as one: `준영님`, `@minji`;
- `name` is a cleaned one, as `clean_name` makes it: 준영, minji.

Each kind of letters has a module of its own. The lists of words lie beside them, in `words.toml`.
"""

from __future__ import annotations

from campnotes.parsing.names.east_asian import (
    can_be_short_chinese_name,
    is_in_kana,
    is_likely_east_asian_name,
    is_name_of_thing,
    is_plausible_east_asian_name,
)
from campnotes.parsing.names.enumerations import split_names
from campnotes.parsing.names.korean import (
    begins_with_surname,
    can_be_given_name,
    can_be_short_korean_name,
    is_as_long_as_name,
    is_common_noun,
    is_full_korean_name,
    is_in_hangul,
    is_likely_korean_name,
)
from campnotes.parsing.names.latin import (
    has_two_latin_words,
    is_likely_latin_name,
    is_plausible_latin_name,
)
from campnotes.parsing.names.words import is_nobody
from campnotes.parsing.names.written import (
    EAST_ASIAN_HONORIFIC,
    HONORIFIC,
    clean_name,
    has_honorific,
    is_account,
    is_instructor,
    is_spoken_of,
    name_key,
    nickname_of,
    without_pictures,
)
from campnotes.patterns import regex

__all__ = [
    "EAST_ASIAN_HONORIFIC",
    "HONORIFIC",
    "begins_with_surname",
    "can_be_given_name",
    "can_be_short_name",
    "clean_name",
    "has_honorific",
    "has_two_latin_words",
    "is_account",
    "is_certain_name",
    "is_common_noun",
    "is_full_korean_name",
    "is_instructor",
    "is_likely_korean_name",
    "is_likely_latin_name",
    "is_likely_name",
    "is_plausible_name",
    "is_possible_nickname",
    "is_spoken_of",
    "name_key",
    "nickname_of",
    "split_names",
    "without_pictures",
]

# A form's stand-in for an account: @xxxxx.
_STAND_IN = regex(r"^[@＠]?(\w)\1{2,}$")
# A word that somebody may call themselves, however odd.
_NICKNAME_ALONE = regex(r"^[^\W\d_][\w.\-]{1,11}$")


def is_plausible_name(raw: str) -> bool:
    """Whether it can be a name where a label has announced one (`발표자: …`)."""
    name = clean_name(raw)
    if not name or is_nobody(name):
        return False
    if is_instructor(raw) or _STAND_IN.match(name):
        return False
    if is_in_hangul(name):
        return is_as_long_as_name(name)
    if is_account(raw) or is_plausible_east_asian_name(name):
        return True
    # With an honorific, a name may end as verbs do: まつしたさん.
    if is_in_kana(name) and has_honorific(raw):
        return True
    return is_plausible_latin_name(name)


def is_possible_nickname(word: str) -> bool:
    """Whether a word can be what somebody is called where others are named: 吃不动了, pylon."""
    if is_nobody(word) or is_instructor(word):
        return False
    return _NICKNAME_ALONE.match(word) is not None and not is_name_of_thing(word)


def is_certain_name(raw: str) -> bool:
    """Whether it is a name even where no label announces one: 전준영, 준영님, Minji Kim, @minji."""
    if not is_plausible_name(raw):
        return False
    if is_spoken_of(raw):
        return True
    return is_likely_name(clean_name(raw))


def is_likely_name(name: str) -> bool:
    """Whether it is so much like a name that it can hardly be another word."""
    if is_likely_korean_name(name) or is_likely_east_asian_name(name):
        return True
    return is_likely_latin_name(name)


def can_be_short_name(name: str) -> bool:
    """Whether two characters can be a whole name (이한, 王伟) beside longer ones."""
    if can_be_short_chinese_name(name):
        return not is_nobody(name)
    return can_be_short_korean_name(name)
