"""Recognise people's names as notes write them: 전준영, 준영님, `우창`, Minji Kim, @owner, 田中さん.

Two forms of a name go through this module, and the parameters tell them apart:

- `raw` is a name as written, with whatever marks it as one: `준영님`, `@minji`;
- `name` is a cleaned one, as `clean_name` makes it: 준영, minji.

The lists of words lie beside it, in `words.toml`.
"""

from __future__ import annotations

from functools import lru_cache

from campnotes.parsing.names.east_asian import (
    can_be_short_chinese_name,
    is_full_chinese_name,
    is_in_kana,
    is_likely_east_asian_name,
    is_name_of_thing,
    is_plausible_east_asian_name,
    without_space,
)
from campnotes.parsing.names.words import words
from campnotes.patterns import regex

_COMMON_SURNAMES = words("common_surnames")
_SURNAMES = _COMMON_SURNAMES | words("rare_surnames")
_DOUBLE_SURNAMES = tuple(words("double_surnames"))
_LAST_SYLLABLES_OF_NOUNS = words("last_syllables_of_nouns")
_NOUNS_LIKE_NAMES = words("nouns_like_names")
_GIVEN_NAMES = words("given_names")
_GIVEN_NAMES_OF_THINGS = words("given_names_of_things")
_NEVER_IN_NAMES = words("never_in_names")
_ROMANISED_SURNAMES = words("romanised_surnames")
_PINYIN_SURNAMES = words("pinyin_surnames")
_NOBODY = words("nobody")
_NOUNS_OF_TWO_SYLLABLES = words("nouns_of_two_syllables")

MAX_KOREAN = 4  # syllables of a name, unless its surname has two
MAX_LATIN = 40  # characters of a name in Latin letters
MAX_RAW = 200  # characters of a name with all that stands around it

# What is put behind the name of somebody who is spoken of: 준영님, 田中さん.
HONORIFIC = "님"
EAST_ASIAN_HONORIFIC = (
    "さん|くん|ちゃん|様|氏|先輩|同学|同學|师兄|师姐|師兄|師姐|学长|学姐|學長|學姊"
)
# Those who teach present no topic of a peer session.
_INSTRUCTOR = regex(
    r"(?:멘토|튜터|교수|강사|마스터|조교|선생)(?:님들?)?\s*$|(?:先生|老师|老師|教授|讲师|講師)\s*$"
)
_HONORIFIC_OR_TITLE = regex(
    rf"\s*(?:{HONORIFIC}들?|씨|캠퍼|학우|팀원|박사|대표)"
    rf"(?:{HONORIFIC})?(?:이|께서|께서는|은|는|의)?$|\s*(?:{EAST_ASIAN_HONORIFIC})$"
)
_KOREAN = regex(r"^[가-힣]{2,5}$")
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_LATIN = regex(rf"^@?[{_LETTER}][{_LETTER}0-9_.'\-]*(?: [A-ZÀ-ÖØ-Þ][{_LETTER}.'\-]*){{0,3}}$")
# What Chinese given names in Latin letters are made of: xiaoming.
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:a(?:i|o|ng?)?|e(?:i|ng?|r)?|i(?:a(?:o|ng?)?|e|u|ng?|ong)?|o(?:u|ng)?|u(?:a(?:i|ng?)?|e|i|n|o)?)"
)
_PINYIN = regex(rf"^(?=[a-z]{{2,12}}$)(?:{_SYLLABLE}){{1,3}}$")
_ACCOUNT = regex(r"^[@＠][\w][\w.\-]{1,38}$")
# A form's stand-in for an account: @xxxxx.
_STAND_IN = regex(r"^[@＠]?(\w)\1{2,}$")
# The number that a camp gives its members: T1234_윤서진, 윤서진(T1234).
_CAMPER_ID = regex(r"^[A-Z]?\d{3,5}[_\-\s]|(?<![A-Za-z])[_\-\s(]?(?<![A-Za-z])[A-Z]\d{3,5}\)?$")
_BRACKETS = regex(r"\s*[(（\[].*?[)）\]]?\s*$")
_NICKNAME = regex(r"^\W*[가-힣]{2,4}\s*[(（]\s*([가-힣]{2,6}|[A-Za-z]{2,12})\s*[)）]\s*$")
# What was said of somebody before the name: `(지각) 윤서진`.
_BRACKETS_BEFORE = regex(r"^[(（\[][^()（）\[\]]{1,10}[)）\]]\s*(?=\w)")
_PICTURES = regex("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d\u20e3]+")
_SEPARATORS = regex(
    r"\s*(?:[,，、/／|·ㆍ&+＆]|(?<=[\u4e00-\u9fff])・(?=[\u4e00-\u9fff])|(?<=\s)(?:and|및|과|와)(?=\s)|(?<=さん)と(?=\S)|"
    rf"(?<=[가-힣]{{2}}{HONORIFIC})[과와]\s)\s*"
)
# Where somebody is from may hold separators: 田中花子（研究所, 大学）.
_LIST_IN_BRACKETS = regex(
    r"(?<=[\u3041-\u9fff])\s?[（(][^()（）]{1,60}[,，、/／][^()（）]{1,60}[)）]"
)
# A word that somebody may call themselves, however odd.
_NICKNAME_ALONE = regex(r"^[^\W\d_][\w.\-]{1,11}$")
_MARKS = "`'\"“”‘’*_~[]{}<>「」『』:：.·-– "


# What may stand around a name, in the order in which it is taken away.
_AROUND = (_BRACKETS_BEFORE, _BRACKETS, _CAMPER_ID, _HONORIFIC_OR_TITLE)


@lru_cache(maxsize=256)
def clean_name(raw: str) -> str:
    """Strip a name of quotes, brackets, camper number and honorific: `전준영(T1234)` is 전준영."""
    name = _without_marks(raw)
    for pattern in _AROUND:
        rest = pattern.sub("", name)
        name = rest.strip()
    bare = name.removeprefix("@").strip(_MARKS)
    # A space within tells surname and given name apart, and no two people: 王 伟 is 王伟.
    return without_space(bare)


def nickname_of(raw: str) -> str:
    """The other name that stands in brackets behind one: 치즈 of `김나래 (치즈)`."""
    match = _NICKNAME.search(raw[:MAX_RAW])
    if match is None or match[1].lower() in _NOBODY:
        return ""
    return match[1]


@lru_cache(maxsize=1024)
def _without_marks(raw: str) -> str:
    text = without_pictures(raw[:MAX_RAW])
    return text.strip().strip(_MARKS)


def without_pictures(text: str) -> str:
    """A text without emoji: 나래🐯 is 나래."""
    if text.isascii():
        return text
    return _PICTURES.sub("", text)


def has_honorific(raw: str) -> bool:
    """Whether a name is written with 님, a title or the like."""
    name = _without_marks(raw)
    return _HONORIFIC_OR_TITLE.search(name) is not None


def is_account(raw: str) -> bool:
    """Whether somebody is named by an account: `@minji`."""
    return _ACCOUNT.match(raw.strip(" `*_(")) is not None


def is_spoken_of(raw: str) -> bool:
    """Whether a name is written as only a person's name is: 준영님, 田中さん, `@minji`."""
    if is_account(raw):
        return True
    return has_honorific(raw)


def is_instructor(raw: str) -> bool:
    """Whether a name is that of somebody who teaches: 오지안 멘토님, 田中先生."""
    name = _BRACKETS.sub("", _without_marks(raw))
    return _INSTRUCTOR.search(name) is not None


def split_names(text: str) -> list[str]:
    """Split an enumeration (`전준영, 우창님 / Minji Kim`) into the names, as written."""
    names: list[str] = []
    told = text.strip()
    if not told.isascii():
        told = _LIST_IN_BRACKETS.sub("", told)
    for part in _SEPARATORS.split(told):
        words = part.split()
        # Names may stand with nothing but spaces between them: 김나래 박도윤.
        if len(words) > 1 and _are_whole_names(words):
            names += words
        elif words:
            names.append(part)
    return names


def _are_whole_names(words: list[str]) -> bool:
    """Whether words with but spaces between them are a name each: 김나래 박도윤, 王小明 李雷.

    An account behind the one name is the same person's: 王小明 @xiaoming.
    """
    has_account_behind = is_account(words[-1]) and not is_account(words[0])
    if len(words) == 2 and has_account_behind:
        return False
    if all(map(_is_whole_name, words)):
        return True
    # Of a surname and a given name, which a space tells apart, the first has fewer characters.
    return _is_whole_name(words[0]) and all(map(is_full_chinese_name, words))


def _is_whole_name(word: str) -> bool:
    """Whether a word can hardly be anything but a whole name: 김나래, 나래님, 王小明, @minji."""
    name = word.removesuffix(HONORIFIC)
    if name != word:
        return _KOREAN.match(name) is not None and name not in _NOBODY
    if is_account(word):
        return True
    is_chinese = len(word) == 3 and is_full_chinese_name(word)
    return is_chinese or is_likely_korean_name(word)


def is_plausible_name(raw: str) -> bool:
    """Whether it can be a name where a label has announced one (`발표자: …`)."""
    name = clean_name(raw)
    if not name or name.lower() in _NOBODY:
        return False
    if is_instructor(raw) or _STAND_IN.match(name):
        return False
    if _KOREAN.match(name):
        return len(name) <= MAX_KOREAN or name.startswith(_DOUBLE_SURNAMES)
    if is_account(raw) or is_plausible_east_asian_name(name):
        return True
    # With an honorific, a name may end as verbs do: まつしたさん.
    if is_in_kana(name) and has_honorific(raw):
        return True
    if is_name_in_pinyin(name):
        return True
    if len(name) > MAX_LATIN or not _LATIN.match(name):
        return False
    return _NEVER_IN_NAMES.isdisjoint(name.lower().split())


def is_name_in_pinyin(name: str) -> bool:
    """Whether two words are a Chinese name in Latin letters: Xiaoming Wang, yunshuai zhou."""
    words = name.lower().split(" ")
    if len(words) != 2 or _PINYIN_SURNAMES.isdisjoint(words):
        return False
    return all(map(_PINYIN.match, words))


def has_two_latin_words(name: str) -> bool:
    """Whether it is two words in capitals, as names are written: Hanako Tanaka, Binary Search."""
    is_two = name.count(" ") == 1
    return is_two and _LATIN.match(name) is not None and _is_capitalised(name)


def is_possible_nickname(word: str) -> bool:
    """Whether a word can be what somebody is called where others are named: 吃不动了, pylon."""
    if word.lower() in _NOBODY or is_instructor(word):
        return False
    return _NICKNAME_ALONE.match(word) is not None and not is_name_of_thing(word)


def is_certain_name(raw: str) -> bool:
    """Whether it is a name even where no label announces one: 전준영, 준영님, Minji Kim, @minji."""
    if not is_plausible_name(raw):
        return False
    if is_spoken_of(raw):
        return True
    return is_likely_name(clean_name(raw))


def is_common_noun(name: str) -> bool:
    """Whether a word means something else more often than somebody: 정규화, 지연, 장점."""
    if name in _NOUNS_LIKE_NAMES or name in _NOUNS_OF_TWO_SYLLABLES:
        return True
    return bool(_KOREAN.match(name)) and name[-1] in _LAST_SYLLABLES_OF_NOUNS


def can_be_given_name(name: str) -> bool:
    """Whether a Korean word may be what somebody is called: 도윤, 렉시, but not 장점."""
    if not _KOREAN.match(name) or len(name) > 3:
        return False
    return name not in _NOBODY and not is_common_noun(name)


def can_be_short_name(name: str) -> bool:
    """Whether two syllables can be a whole name (이한, 王伟) beside longer ones: 장점 can't."""
    if can_be_short_chinese_name(name):
        return name not in _NOBODY
    if len(name) != 2 or not is_full_korean_name(name):
        return False
    if name in _NOUNS_OF_TWO_SYLLABLES or name[-1] in _LAST_SYLLABLES_OF_NOUNS:
        return False
    return name[0] in _COMMON_SURNAMES


def is_full_korean_name(name: str) -> bool:
    """Whether it is a surname with a given name, as far as can be told: 전준영, 남궁민수."""
    if not _KOREAN.match(name):
        return False
    if name in _NOBODY or name in _NOUNS_LIKE_NAMES:
        return False
    if name.startswith(_DOUBLE_SURNAMES):
        return 3 <= len(name) <= MAX_KOREAN
    if name[0] not in _SURNAMES:
        return False
    return 2 <= len(name) <= 3


def begins_with_surname(name: str) -> bool:
    """Whether a Korean name begins with a frequent surname."""
    return name[:1] in _COMMON_SURNAMES


def is_likely_name(name: str) -> bool:
    """Whether it is so much like a name that it can hardly be another word."""
    if is_likely_korean_name(name) or is_likely_east_asian_name(name):
        return True
    return is_likely_latin_name(name)


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
    return name[0] in _COMMON_SURNAMES


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
    if is_name_in_pinyin(name):
        return True
    return not _ROMANISED_SURNAMES.isdisjoint(parts)


def _is_capitalised(name: str) -> bool:
    # `title` makes a capital of the s behind an apostrophe, too.
    capitalised = name.title().replace("’S", "’s")
    return name == capitalised
