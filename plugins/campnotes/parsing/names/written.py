"""Names as they are written: with honorifics, brackets, accounts and emoji around them."""

from __future__ import annotations

from functools import lru_cache

from campnotes.parsing.names.east_asian import without_space
from campnotes.parsing.names.words import is_nobody
from campnotes.patterns import regex

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
_ACCOUNT = regex(r"^[@＠][\w][\w.\-]{1,38}$")
# The number that a camp gives its members: T1234_윤서진, 윤서진(T1234).
_CAMPER_ID = regex(r"^[A-Z]?\d{3,5}[_\-\s]|(?<![A-Za-z])[_\-\s(]?(?<![A-Za-z])[A-Z]\d{3,5}\)?$")
_BRACKETS = regex(r"\s*[(（\[].*?[)）\]]?\s*$")
_NICKNAME = regex(
    r"^\W*(?:[가-힣]{2,4}\s*[(（]\s*(?P<nickname>[가-힣]{2,6}|[A-Za-z]{2,12})|"
    # The same name in two scripts: Minji Kim (김민지).
    r"[A-Z][\w'’\-]{1,15}(?: [A-Z][\w'’\-]{1,15}){1,2}\s*[(（]\s*(?P<in_korean>[가-힣]{3}))\s*[)）]\s*$"
)
# What was said of somebody before the name: `(지각) 윤서진`.
_BRACKETS_BEFORE = regex(r"^[(（\[][^()（）\[\]]{1,10}[)）\]]\s*(?=\w)")
# In Japanese, the firm before a surname that has an honorific: DMM田中さん.
_FIRM_BEFORE = regex(
    r"^(?:[A-Za-z][A-Za-z0-9.&]{1,20}|[ァ-ヺー・]{2,20})\s?(?=[一-龥々]{1,4}\s?(?:さん|氏|様)$)"
)
_PICTURES = regex("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d\u20e3]+")
_MARKS = "`'\"“”‘’*_~[]{}<>「」『』:：.·-– "


# What may stand around a name, in the order in which it is taken away.
_AROUND = (_BRACKETS_BEFORE, _BRACKETS, _CAMPER_ID, _FIRM_BEFORE, _HONORIFIC_OR_TITLE)


@lru_cache(maxsize=256)
def clean_name(raw: str) -> str:
    """Strip a name of quotes, brackets, camper number and honorific: `전준영(T1234)` is 전준영."""
    name = _without_marks(raw)
    for pattern in _AROUND:
        rest = pattern.sub("", name)
        name = rest.strip()
    bare = name.lstrip("@＠").strip(_MARKS)
    # A space within tells surname and given name apart, and no two people: 王 伟 is 王伟.
    return without_space(bare)


def name_key(name: str) -> str:
    """What is the same of a name however it is spaced, and in whatever letters: `Minji Kim`, `minjikim`."""
    words = name.split()
    joined = "".join(words)
    return joined.casefold()


def nickname_of(raw: str) -> str:
    """The other name that stands in brackets behind one: 치즈 of `김나래 (치즈)`."""
    match = _NICKNAME.search(raw[:MAX_RAW])
    if match is None:
        return ""
    nickname = match["nickname"] or match["in_korean"]
    return "" if is_nobody(nickname) else nickname


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
