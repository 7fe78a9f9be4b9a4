"""Recognise names in Han characters and kana: 王小明, 田中花子, いっしー."""

from __future__ import annotations

from campnotes.parsing.name_words import words
from campnotes.patterns import regex

_CHINESE_SURNAMES = words("chinese_surnames")
_JAPANESE_SURNAMES = tuple(words("japanese_surnames"))
_ALONE = words("japanese_surnames") - words("japanese_surnames_of_places")

_HAN = "\u4e00-\u9fff々"
_KANA = "\u3041-\u3096\u30a1-\u30faー"
_WRITTEN = regex(rf"^[{_HAN}{_KANA}]{{2,8}}(?:[ \u3000・][{_HAN}{_KANA}]{{1,8}})?$")
_HAN_ALONE = regex(rf"^[{_HAN}]{{2,6}}$")
# Particles and verbs' endings, which no name has: 発表する, 今日の, 待って.
_IN_SENTENCES = regex(r"[をはがへ]|する|です|ます|した|して|から|まで|の$|^の|的|了$|是")
LONGEST_JAPANESE = 5  # characters of a full name without a space between


def is_written_in_east_asian(name: str) -> bool:
    """Whether a name is written in Han characters or kana alone."""
    return _WRITTEN.match(name) is not None


def is_plausible_east_asian_name(name: str) -> bool:
    """Whether it can be a name where a label has announced one: 田中, 小明, いっしー."""
    if not is_written_in_east_asian(name):
        return False
    return _IN_SENTENCES.search(name) is None


def is_likely_east_asian_name(name: str) -> bool:
    """Whether it is so much like a full name that it can hardly be another word.

    - A frequent Japanese surname, alone unless places have it, or with a given name: 田中花子.
    - A frequent Chinese surname with a given name of two characters: 王小明.
    """
    if not is_plausible_east_asian_name(name):
        return False
    if name in _ALONE:
        return True
    joined = name.replace(" ", "").replace("\u3000", "")
    if joined.startswith(_JAPANESE_SURNAMES):
        is_spaced = joined != name
        return is_spaced or 3 <= len(joined) <= LONGEST_JAPANESE
    if not _HAN_ALONE.match(name):
        return False
    return len(name) == 3 and name[0] in _CHINESE_SURNAMES
