"""Enumerations of names: `전준영, 우창님 / Minji Kim`."""

from __future__ import annotations

from campnotes.parsing.names.east_asian import is_full_chinese_name
from campnotes.parsing.names.korean import is_in_hangul, is_likely_korean_name
from campnotes.parsing.names.words import is_nobody
from campnotes.parsing.names.written import HONORIFIC, is_account
from campnotes.patterns import regex

_SEPARATORS = regex(
    r"\s*(?:[,，、/／|·ㆍ&+＆]|(?<=[\u4e00-\u9fff])・(?=[\u4e00-\u9fff])|(?<=\s)(?:and|및|과|와)(?=\s)|(?<=さん)と(?=\S)|"
    rf"(?<=[가-힣]{{2}}{HONORIFIC})[과와]\s)\s*"
)
# Where somebody is from may hold separators: 田中花子（研究所, 大学）.
_LIST_IN_BRACKETS = regex(
    r"(?<=[\u3041-\u9fff])\s?[（(][^()（）]{1,60}[,，、/／][^()（）]{1,60}[)）]"
)


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
        return is_in_hangul(name) and not is_nobody(name)
    if is_account(word):
        return True
    is_chinese = len(word) == 3 and is_full_chinese_name(word)
    return is_chinese or is_likely_korean_name(word)
