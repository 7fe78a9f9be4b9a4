"""How a notebook names its folders and files, told by all its paths together.

One path alone can't tell: `Aug20` is a day among `Aug19` and `Aug21`, and a month of 2020 beside
`Jun20`; `7.md` is no day of the month where its siblings go on to `70.md`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import PurePosixPath

from msgspec import Struct, field

from campnotes.notebook.dates.months import MONTH_NAME, month_number
from campnotes.notebook.dates.years import CENTURY
from campnotes.notebook.layout.evidence import Evidence
from campnotes.notebook.layout.recognisers import MONTH_DAY_NUMBERS, read_name
from campnotes.notebook.paths import normal
from campnotes.patterns import regex

MONTH_YEAR = "month-year"  # the rule of a folder such as `Aug20`
_MONTH_NUMBER = regex(rf"(?P<month>{MONTH_NAME})[\s_\-]?(?P<number>\d\d)", re.IGNORECASE)
_BARE_NUMBER = regex(r"0*(\d{1,3})(?:일)?")
_SECTION = regex(r"(?P<chapter>[1-9]\d?)[-.](?P<number>[1-9]\d?)[\s_.)]+(?=[^\W\d])")
_CHAPTER = regex(
    r"\W*(?:ch(?:apter)?[\s_.-]?)?0*(?P<chapter>[1-9]\d?)(?:[.)\]_\-\s]+(?=[^\W\d])|장)"
)
LATEST_MONTHLY_DAY = 31
FEWEST_CHAPTERS = 2  # whose sections count from 1, for `2.5 HTTP.md` to be one
FIRST_YEAR = 10  # of the century: `Aug09` is no year of a notebook kept with Git
LAST_WEEK_OF_MONTH = 6
FEWEST_WEEKS = 5  # of months, for none to be a day after the sixth by chance
FEWEST_MONTHS = 3
YEARS_APART = 4  # of folders of months at most; a camp doesn't take longer


class Habits(Struct, frozen=True):
    """What a notebook's names mean.

    - `months_have_years`: `Aug20` is August 2020, not the 20th;
    - `weeks_of_months`: 1주차 in 9월 is that month's, as its weeks are counted anew in each;
    - `month_week_folders`: folders in which `5-2.md` is the second week of May, as no number behind
      a month's is higher than a month has weeks;
    - `counts_sections`: `2.5 HTTP.md` is a section of a chapter, as those of several count from 1;
    - `last_numbers`: the highest of the bare numbers (`70.md`) in each folder, by the folder's path.
    """

    months_have_years: bool = False
    weeks_of_months: bool = False
    month_week_folders: frozenset[str] = frozenset()
    counts_sections: bool = False
    last_numbers: Mapping[str, int] = field(default_factory=dict)

    def month_of(self, folder: str) -> Evidence | None:
        """The month and year that a folder's name tells, where this notebook's folders do."""
        if not self.months_have_years:
            return None
        match = _MONTH_NUMBER.fullmatch(folder.strip())
        if match is None:
            return None
        return Evidence(
            month=month_number(match["month"]),
            year=CENTURY + int(match["number"]),
            rule=MONTH_YEAR,
        )

    def counts_beyond(self, folder: str, last: int) -> bool:
        """Whether the bare numbers in a folder go beyond the last that a day can have."""
        highest = self.last_numbers.get(folder, 0)
        return highest > last

    def without_section(self, name: str, folder: PurePosixPath) -> str:
        """A name without the number of a section in front, which is no month and day.

        It is one in the folder of the chapter, `2. 네트워크/2.5 HTTP.md`, or where the notebook's
        count from 1 in several chapters.
        """
        match = _SECTION.match(name)
        if match is None:
            return name
        chapters = map(_CHAPTER.match, folder.parts)
        is_in_chapter = any(found and found["chapter"] == match["chapter"] for found in chapters)
        if is_in_chapter or self.counts_sections:
            return name[match.end() :]
        return name


NO_HABITS = Habits()


def read_habits(paths: Iterable[str]) -> Habits:
    """Read off all of a notebook's paths what its names mean."""
    parts = list(_parts(paths))
    return Habits(
        months_have_years=_are_years(_numbered_months(parts)),
        weeks_of_months=_recur_in_months(parts),
        month_week_folders=_month_week_folders(parts),
        counts_sections=_are_sections(_sections_of_chapters(parts)),
        last_numbers=_last_numbers(parts),
    )


def _parts(paths: Iterable[str]) -> Iterator[PurePosixPath]:
    """Each note and each folder around notes, once."""
    seen: set[PurePosixPath] = set()
    for path in paths:
        note = PurePosixPath(normal(path))
        for part in (note, *note.parents):
            # The folders around this one were seen with it.
            if part in seen:
                break
            seen.add(part)
            yield part


def _numbered_months(parts: Iterable[PurePosixPath]) -> set[tuple[int, int]]:
    """The months whose names have a number behind them (`Aug20`), with that number."""
    months = set()
    for part in parts:
        match = _MONTH_NUMBER.fullmatch(part.name.strip())
        if match is not None:
            month = month_number(match["month"])
            number = int(match["number"])
            months.add((month, number))
    return months


def _recur_in_months(parts: Iterable[PurePosixPath]) -> bool:
    """Whether a week's number stands in the folders of several months."""
    months: dict[int, set[int]] = defaultdict(set)
    for part in parts:
        week = read_name(part.stem).week
        month_around = read_name(part.parent.name).month
        if week is not None and month_around is not None:
            around = months[week]
            around.add(month_around)
    return any(len(around) > 1 for around in months.values())


def _month_week_folders(parts: Iterable[PurePosixPath]) -> frozenset[str]:
    """The folders whose names are those of months with a week's number: `4-4.md`, `5-2.md`."""
    dates: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for part in parts:
        read = read_name(part.stem)
        if MONTH_DAY_NUMBERS in read.rules and read.month_day is not None:
            in_folder = dates[str(part.parent)]
            in_folder.add(read.month_day)
    return frozenset(folder for folder, found in dates.items() if _are_weeks(found))


def _are_weeks(dates: Set[tuple[int, int]]) -> bool:
    """Whether what reads as months and days are months and their weeks."""
    months = {month for month, _ in dates}
    last = max(number for _, number in dates)
    are_enough = len(dates) >= FEWEST_WEEKS and len(months) >= FEWEST_MONTHS
    return are_enough and last <= LAST_WEEK_OF_MONTH


def _sections_of_chapters(parts: Iterable[PurePosixPath]) -> Mapping[int, set[int]]:
    """The numbers of the sections that names begin with, by those of their chapters."""
    sections: dict[int, set[int]] = defaultdict(set)
    for part in parts:
        section = _SECTION.match(part.name)
        if section is not None:
            numbers = sections[int(section["chapter"])]
            numbers.add(int(section["number"]))
    return sections


def _last_numbers(parts: Iterable[PurePosixPath]) -> Mapping[str, int]:
    """The highest of the bare numbers in each folder, by the folder's path."""
    last: dict[str, int] = {}
    for part in parts:
        match = _BARE_NUMBER.fullmatch(part.stem.strip())
        if match is not None:
            folder = str(part.parent)
            last[folder] = max(last.get(folder, 0), int(match[1]))
    return last


def _are_sections(numbers: Mapping[int, set[int]]) -> bool:
    """Whether numbers such as 2.5 are those of sections: without a gap from 1 in several chapters."""
    if len(numbers) < FEWEST_CHAPTERS:
        return False
    for found in numbers.values():
        has_gap = max(found) > len(found)
        if has_gap:
            return False
    sections = sum(map(len, numbers.values()))
    return sections > len(numbers)


def _are_years(months: Iterable[tuple[int, int]]) -> bool:
    """Whether the numbers behind months' names are years: few, near each other, in several months."""
    named = {month for month, _ in months}
    numbers = {number for _, number in months}
    if not numbers:
        return False
    if max(numbers) > LATEST_MONTHLY_DAY:
        return True
    are_near = max(numbers) - min(numbers) <= YEARS_APART
    return len(named) > 1 and are_near and min(numbers) >= FIRST_YEAR
