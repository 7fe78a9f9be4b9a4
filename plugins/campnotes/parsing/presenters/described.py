"""Who is meant where more is told of somebody than the name: `某公司 架构师 王小明`, `王小明，某公司`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from campnotes.parsing.names import (
    clean_name,
    has_honorific,
    is_account,
    is_likely_name,
    is_possible_nickname,
    is_spoken_of,
    split_names,
)
from campnotes.parsing.names.east_asian import (
    is_full_chinese_name,
    is_full_name_in_han,
    is_in_han,
    is_name_of_thing,
)
from campnotes.patterns import regex

Test = Callable[[str], bool]

WHOLE = 3  # characters of most Chinese names

# Where somebody is from, as in `王小明@公司 工程师`; an account stands alone or behind a space.
AFFILIATION = regex(r"(?<=[\w)）])\s?[@＠].*$")
_SHORT_HAN = regex("^[\u4e00-\u9fff]{2,4}$")
# A name before what is told of somebody, or behind it: Ted Yin 某大学博士, 理事長 田中 花子, 某公司-王小明.
_LATIN_FIRST = regex(r"^(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})\s(?=[\w-]{0,20}[\u3041-\u9fff])")
_SPACED_LAST = regex(
    r"^\S.*\s(?P<name>[\u3041-\u30ff\u4e00-\u9fff々]{1,3}[ \u3000][\u3041-\u30ff\u4e00-\u9fff々]{1,4})$"
)
_BEHIND_FIRM = regex(
    r"^(?=.*[\u4e00-\u9fff]|[A-Za-z]+-[A-Z][a-z]+ [A-Z])[^-:：]{2,20}-"
    r"(?P<name>[\u4e00-\u9fff]{2,3}|[A-Z][a-z]+ [A-Z][a-z]+)$"
)
# What somebody is, with no space before the name: 某网站站长王小明.
_BEHIND_TITLE = regex(
    r"^.{2,24}(?:工程师|站长|创始人|总监|专家|架构师|负责人|经理|作者|博主|博士|主席|CEO|CTO)"
    r"(?P<name>[\u4e00-\u9fff]{2,3})$"
)
# A remark behind the name: 王小明（李雷提供文稿）.
_REMARK = regex(r"(?<=[\w)）])\s*[(（][^()（）]*[)）]$")
_COMMA = regex(r"[,，]")
_DIMINUTIVE = regex("^[小老阿大][\u4e00-\u9fff]{1,2}$")


def named_in(text: str, *, is_name: Test) -> Iterator[str]:
    """The names of a Japanese or Chinese enumeration, as written, in which each may be described.

    - What tells where somebody is from, or what they do, names nobody, nor does what follows it,
      unless it is a name in full or with an honorific: `王小明，爱好者，索引`, `王小明@公司，数据库`.
    - Behind a comma, a firm is as like a name as a nickname is: `王小明，Company` is one person.
    - Who is called by name and firm, or by title and account, is called by the name or the account.
    """
    before_sentence, _, _ = text.partition("。")
    parts = split_names(before_sentence)
    if _COMMA.search(text):
        parts = list(_without_firms(parts))
    is_anybody = False
    is_behind = False
    for part in parts:
        named = _called(part, is_name, is_first=part is parts[0])
        if not named:
            is_last_hope = not is_anybody and is_full_chinese_name(part)
            if is_last_hope:
                yield part
        elif not is_behind or _is_surely_named(part, named):
            yield named
        is_anybody = is_anybody or bool(named)
        is_behind = is_behind or named != part


def _without_firms(parts: Sequence[str]) -> Iterator[str]:
    """The parts between commas without what tells where somebody named among them is from.

    Beside a full name in Han characters, others stand who are called alike: `王小明，又拍云` is one person.
    """
    names = list(map(clean_name, parts))
    first = names[0]
    has_full_name = any(map(_is_whole_name, names))
    may_be_firm = has_full_name or not first.isascii()
    for part in parts:
        if may_be_firm and _is_latin_word(part):
            continue
        if has_full_name and _is_other_word(part):
            continue
        yield part


def _is_whole_name(name: str) -> bool:
    """Whether somebody is called in full, in Chinese or in Latin letters: 王小明, Alice Smith."""
    if name.isascii():
        return is_likely_name(name)
    is_whole = len(name) == WHOLE
    return is_whole and is_full_chinese_name(name)


def _is_latin_word(part: str) -> bool:
    """Whether a part in Latin letters is neither an account nor much like a name: LeanCloud."""
    name = clean_name(part)
    if is_account(part) or not name.isascii():
        return False
    return not is_likely_name(name)


def _is_other_word(part: str) -> bool:
    """Whether a part in Han characters isn't how somebody is called: neither 李雷, 小李 nor 李同学."""
    name = clean_name(part)
    if not is_in_han(name) or is_spoken_of(part):
        return False
    if is_full_chinese_name(name) or is_likely_name(name):
        return False
    return _DIMINUTIVE.match(name) is None


def _is_surely_named(part: str, named: str) -> bool:
    """Whether a part names somebody, rather than to tell more of who was named before."""
    if _has_title(part) or has_honorific(named):
        return True
    name = clean_name(named)
    return is_likely_name(name)


def _called(part: str, is_name: Test, *, is_first: bool) -> str:
    """By which name a part calls somebody; nothing if by none.

    What comes first is a name with what is told of it; what follows may tell more of that person.
    """
    named = AFFILIATION.sub("", part)
    words = named.split()
    if _has_title(named):
        return words[-1]
    bare = _REMARK.sub("", named)
    behind = _behind(bare)
    if is_name(behind):
        return behind
    if is_name(named) and not _are_words(words):
        return named
    bare = _REMARK.sub("", part)
    words = bare.split()
    if len(words) < 2:
        return ""
    return _called_in_words(words, is_first=is_first)


def _behind(named: str) -> str:
    """The name that stands behind a firm or a title, with no space between."""
    match = _BEHIND_FIRM.match(named)
    if match is None:
        match = _BEHIND_TITLE.match(named)
    return match["name"] if match else ""


def _are_words(words: Sequence[str]) -> bool:
    """Whether words in Han characters are too long for a surname and a given name: 乌云白帽子 专业种田."""
    before = words[:-1]
    return any(map(_is_long, before))


def _is_long(word: str) -> bool:
    is_longer = len(word) > WHOLE
    return is_longer and is_in_han(word)


def _called_in_words(words: Sequence[str], *, is_first: bool) -> str:
    """By which of several words somebody is called."""
    first = words[0]
    last = words[-1]
    name = clean_name(first)
    if is_full_name_in_han(name):
        return first
    may_be_named = is_first or is_full_chinese_name(first)
    is_short = _SHORT_HAN.match(first) is not None
    is_described = is_short and is_name_of_thing(last)
    if may_be_named and is_described:
        return first
    if is_account(last):
        return last
    if _is_behind_firm(words):
        return last
    if not is_first:
        return ""
    part = " ".join(words)
    match = _LATIN_FIRST.match(part) or _SPACED_LAST.match(part)
    return match["name"] if match else ""


def _is_behind_firm(words: Sequence[str]) -> bool:
    """Whether the last word is who is told of by the others: 某团队 vini, Example 安全专家 王小明."""
    *told, last = words
    if is_full_name_in_han(last):
        return True
    is_described = any(map(is_name_of_thing, told))
    if is_described and last.isascii():
        return is_possible_nickname(last)
    firm = told[0]
    is_told = is_described or firm.isascii()
    return is_told and is_full_chinese_name(last)


def _has_title(part: str) -> bool:
    """Whether what somebody is stands before a short name: 某公司架构师 黄河."""
    words = part.split()
    if len(words) < 2:
        return False
    title, name = words[-2:]
    if is_name_of_thing(name) or _SHORT_HAN.match(name) is None:
        return False
    return is_name_of_thing(title)
