"""Names in Latin letters: Minji Kim, Wang Xiaoming, Alice."""

from __future__ import annotations

from campnotes.parsing.names.words import words
from campnotes.patterns import regex

_GIVEN_NAMES = words("given_names")
_GIVEN_NAMES_OF_THINGS = words("given_names_of_things")
_NEVER_IN_NAMES = words("never_in_names")
_ROMANISED_SURNAMES = words("romanised_surnames")
_PINYIN_SURNAMES = words("pinyin_surnames")

MAX_LATIN = 40  # characters of a name in Latin letters
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_LATIN = regex(rf"^@?[{_LETTER}][{_LETTER}0-9_.'\-]*(?: [A-ZÀ-ÖØ-Þ][{_LETTER}.'\-]*){{0,3}}$")
# What Chinese given names in Latin letters are made of: xiaoming.
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:a(?:i|o|ng?)?|e(?:i|ng?|r)?|i(?:a(?:o|ng?)?|e|u|ng?|ong)?|o(?:u|ng)?|u(?:a(?:i|ng?)?|e|i|n|o)?)"
)
_PINYIN = regex(rf"^(?=[a-z]{{2,12}}$)(?:{_SYLLABLE}){{1,3}}$")


def is_plausible_latin_name(name: str) -> bool:
    """Whether words in Latin letters can be a name where a label has announced one: Minji Kim."""
    if _is_name_in_pinyin(name) or _is_written_small(name):
        return True
    if len(name) > MAX_LATIN or not _LATIN.match(name):
        return False
    return _NEVER_IN_NAMES.isdisjoint(name.lower().split())


def _is_written_small(name: str) -> bool:
    """Whether a known given name and surname are written without capitals: alice kim."""
    given, _, surname = name.partition(" ")
    if given not in _GIVEN_NAMES:
        return False
    return surname in _ROMANISED_SURNAMES


def _is_name_in_pinyin(name: str) -> bool:
    """Whether two words are a Chinese name in Latin letters: Xiaoming Wang, yunshuai zhou."""
    words = name.lower().split(" ")
    if len(words) != 2 or _PINYIN_SURNAMES.isdisjoint(words):
        return False
    return all(map(_PINYIN.match, words))


def has_two_latin_words(name: str) -> bool:
    """Whether it is two words in capitals, as names are written: Hanako Tanaka, Binary Search."""
    is_two = name.count(" ") == 1
    return is_two and _LATIN.match(name) is not None and _is_capitalised(name)


def is_likely_latin_name(name: str) -> bool:
    """Whether words in capitals are a person's name.

    - The first is a known given name: Alice, Alice Smith.
    - Or there are two, one of them a Korean or Chinese surname: Minji Kim, Wang Xiaoming.
    """
    if not _LATIN.match(name) or not _is_capitalised(name):
        return False
    parts = name.lower().split()
    is_thing = name.lower() in _GIVEN_NAMES_OF_THINGS
    if parts[0] in _GIVEN_NAMES and not is_thing:
        return True
    if len(parts) != 2:
        return False
    if _is_name_in_pinyin(name):
        return True
    return not _ROMANISED_SURNAMES.isdisjoint(parts)


def _is_capitalised(name: str) -> bool:
    # `title` makes a capital of the s behind an apostrophe, too.
    capitalised = name.title().replace("’S", "’s")
    return name == capitalised
