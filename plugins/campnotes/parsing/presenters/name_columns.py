"""Columns whose cells are names, as can be seen from all of them together.

佳奇 alone is a word like another. Below 小组成员 it is a name, where the column's cells are all as short
and the same few stand in many rows, or where most of them are full names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from campnotes.parsing.names import (
    can_be_given_name,
    clean_name,
    is_certain_name,
    is_likely_name,
    is_plausible_name,
    split_names,
)
from campnotes.parsing.names.east_asian import is_full_chinese_name, is_written_in_east_asian
from campnotes.patterns import regex

_SPACED_AT_END = regex(
    r"(?:^|\s)[\u3041-\u30ff\u4e00-\u9fff々]{1,5}[ \u3000][\u3041-\u30ff\u4e00-\u9fff々]{1,5}$"
)
_AFFILIATION = regex(
    r"会社|法人|協会|協會|大学|ユーザ会|コミュ|研究[所室]|[部局課室]$|エバンジェリスト|ディレクター|エンジニア|顧問|役員|"
    r"取締役|理事長|\b(?:CEO|CTO|Inc|Corporation|LLC|Ltd)\b|公司|集团|团队|学院|实验室"
)
_CAPITALISED = regex(r"^[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,11}$")
FEWEST_CELLS = 3  # in which the same names recur
FEWEST_NAMES = 2
MOST_IN_CELL = 3  # names on the mean; where more stand, they are those who attended
LONGEST_NAME = 4  # Han characters or kana
STRANGE = 0.1  # of what stands in the cells may be no name


def names_in_lines(cell: str) -> str:
    """The names of a cell with a line each, without the firm and the trade of whom they tell.

    In `株式会社例<br>執行役員<br>田中 花子`, the last line is the name.
    """
    lines = cell.split("\n")
    full = [line for line in lines if _is_full_line(line)]
    if full and any(map(_is_affiliation, lines)):
        lines = full
    return "、".join(lines)


def _is_full_line(line: str) -> bool:
    """Whether a line ends with a full name: 理事長 田中 花子."""
    if _SPACED_AT_END.search(line):
        return True
    name = clean_name(line)
    return is_likely_name(name)


def _is_affiliation(line: str) -> bool:
    """Whether a line tells a firm, a trade or a group: 株式会社例, AWS, Java Kuche."""
    if _AFFILIATION.search(line):
        return True
    if not line.isascii() or is_likely_name(line):
        return False
    words = line.split()
    return line.isupper() or len(words) > 1


def are_names(cells: Sequence[str]) -> bool:
    """Whether the cells of a column hold names and hardly anything else."""
    filled = list(filter(str.strip, cells))
    names: list[str] = []
    for cell in filled:
        listed = cell.replace("\n", "、")
        parts = split_names(listed)
        names += map(clean_name, parts)
    are_few = len(names) < FEWEST_NAMES
    are_attending = len(filled) > 1 and len(names) > MOST_IN_CELL * len(filled)
    if are_few or are_attending:
        return False
    likely = list(filter(_is_like_name, names))
    if len(names) - len(likely) > STRANGE * len(names):
        return False
    if _are_full(likely):
        return True
    return len(filled) >= FEWEST_CELLS and _recur(likely)


def _is_like_name(name: str) -> bool:
    if not is_plausible_name(name):
        return False
    is_short = len(name) <= LONGEST_NAME
    return is_short or not is_written_in_east_asian(name)


def _are_full(names: Sequence[str]) -> bool:
    """Whether most of the names are full ones: 王小明."""
    full = list(filter(_is_full, names))
    return 2 * len(full) > len(names)


def _is_full(name: str) -> bool:
    return is_full_chinese_name(name) or is_certain_name(name)


def _recur(names: Sequence[str]) -> bool:
    """Whether the same few names stand in the cells again and again."""
    if not any(map(is_written_in_east_asian, names)):
        return False
    again = 0
    for count in Counter(names).values():
        if count > 1:
            again += count
    return 2 * again > len(names)


def are_names_in_turns(cells: Sequence[str], *, may_be_short: bool) -> bool:
    """Whether the cells of a column hold Korean or Latin names and hardly anything else.

    Most are full names. Where they `may_be_short`, given names count, too, if most cells hold one
    that stands in others, as those of people who take turns do: 나래, 도윤.
    """
    filled = list(filter(str.strip, cells))
    names = _names_in(filled)
    most = MOST_IN_CELL * len(filled)
    if not FEWEST_CELLS <= len(names) <= most:
        return False
    like_names = list(filter(_is_like_short_name, names))
    strange = len(names) - len(like_names)
    if strange > STRANGE * len(names):
        return False
    full = list(filter(is_likely_name, like_names))
    if 2 * len(full) > len(names):
        return True
    return may_be_short and _is_taken_in_turns(like_names)


def _names_in(cells: Iterable[str]) -> list[str]:
    """What stands in cells where names do, without emoji and other signs that stand for none."""
    names: list[str] = []
    for cell in cells:
        parts = split_names(cell)
        called = map(clean_name, parts)
        names += filter(None, called)
    return names


def _is_like_short_name(name: str) -> bool:
    if is_likely_name(name) or can_be_given_name(name):
        return True
    if _CAPITALISED.match(name) is None:
        return False
    return is_plausible_name(name)


def _is_taken_in_turns(names: Sequence[str]) -> bool:
    """Whether several names stand several times, and hardly anything else does."""
    counts = Counter(names).values()
    several = [count for count in counts if count > 1]
    if len(several) < FEWEST_NAMES:
        return False
    return 3 * sum(several) >= 2 * len(names)
