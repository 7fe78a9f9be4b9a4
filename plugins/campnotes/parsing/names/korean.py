"""Korean names, as they are told from nouns: 전준영, 남궁민수, but not 정규화."""

from __future__ import annotations

from campnotes.parsing.names.words import is_nobody, words
from campnotes.patterns import regex

_COMMON_SURNAMES = words("common_surnames")
_SURNAMES = _COMMON_SURNAMES | words("rare_surnames")
_DOUBLE_SURNAMES = tuple(words("double_surnames"))
_LAST_SYLLABLES_OF_NOUNS = words("last_syllables_of_nouns")
_NOUNS_LIKE_NAMES = words("nouns_like_names")
_NOUNS_OF_TWO_SYLLABLES = words("nouns_of_two_syllables")

MAX_KOREAN = 4  # syllables of a name, unless its surname has two
_HANGUL = regex(r"^[가-힣]{2,5}$")


def is_in_hangul(word: str) -> bool:
    """Whether a word is a few syllables of Hangul, as Korean names are: 전준영, 정규화."""
    return _HANGUL.match(word) is not None


def is_as_long_as_name(word: str) -> bool:
    """Whether a word of Hangul is no longer than a name with its surname: 남궁민수나 isn't."""
    return len(word) <= MAX_KOREAN or word.startswith(_DOUBLE_SURNAMES)


def is_common_noun(name: str) -> bool:
    """Whether a word means something else more often than somebody: 정규화, 지연, 장점."""
    if name in _NOUNS_LIKE_NAMES or name in _NOUNS_OF_TWO_SYLLABLES:
        return True
    return is_in_hangul(name) and name[-1] in _LAST_SYLLABLES_OF_NOUNS


def can_be_given_name(name: str) -> bool:
    """Whether a Korean word may be what somebody is called: 도윤, 렉시, but not 장점."""
    if not is_in_hangul(name) or len(name) > 3:
        return False
    return not is_nobody(name) and not is_common_noun(name)


def can_be_short_korean_name(name: str) -> bool:
    """Whether two syllables can be a whole name (이한) beside longer ones: 장점 can't."""
    if len(name) != 2 or not is_full_korean_name(name):
        return False
    if name in _NOUNS_OF_TWO_SYLLABLES or name[-1] in _LAST_SYLLABLES_OF_NOUNS:
        return False
    return begins_with_surname(name)


def is_full_korean_name(name: str) -> bool:
    """Whether it is a surname with a given name, as far as can be told: 전준영, 남궁민수."""
    if not is_in_hangul(name):
        return False
    if is_nobody(name) or name in _NOUNS_LIKE_NAMES:
        return False
    if name.startswith(_DOUBLE_SURNAMES):
        return 3 <= len(name) <= MAX_KOREAN
    if name[0] not in _SURNAMES:
        return False
    return 2 <= len(name) <= 3


def begins_with_surname(name: str) -> bool:
    """Whether a Korean name begins with a frequent surname."""
    return name[:1] in _COMMON_SURNAMES


def is_likely_korean_name(name: str) -> bool:
    """Whether it is so much like a full Korean name that it can hardly be another word.

    - It has three syllables or more: 장점 begins with a surname, too.
    - Its surname is a frequent one.
    - Its last syllable isn't one that ends nouns: 정확도 is no name.
    """
    if len(name) < 3 or not is_full_korean_name(name):
        return False
    if name[-1] in _LAST_SYLLABLES_OF_NOUNS:
        return False
    if name.startswith(_DOUBLE_SURNAMES):
        return True
    return begins_with_surname(name)
