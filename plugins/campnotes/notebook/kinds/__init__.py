"""What a note is: a day, a week's own note, a retrospective, a lecture, a page or an empty form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath

from msgspec import Struct

from campnotes.notebook.clues import Clues, Seen
from campnotes.notebook.dates.weekdays import DAYS_IN_WEEK
from campnotes.notebook.dates.years import LEAP_YEAR
from campnotes.notebook.kinds.course import course_level, names_exercise
from campnotes.notebook.kinds.teaching import find_folders_of_one_note, teaches
from campnotes.notebook.layout import FREE_DAYS
from campnotes.notebook.layout.recognisers import WEEK_PART, read_name, read_whole_name
from campnotes.notebook.paths import is_home, is_index, normal
from campnotes.notebook.place import ON_TOPIC, Kind
from campnotes.patterns import regex

_RETROSPECTIVE = regex(
    r"회고|(?<![a-z])retro(?:spect(?:ive)?)?s?(?![a-z])|(?<![a-z])kpt(?![a-z])|振り返り",
    re.IGNORECASE,
)
# A folder is one of retrospectives if it is called so, not if it holds one among other things.
_RETROSPECTIVE_FOLDER = regex(
    r"[\W\d_]*(?:개인|팀|주간|일일|주차|월|weekly|daily|my|team|week)?[\W\d_]*"
    r"(?:회고록?|retro(?:spect(?:ive)?)?s?|recollections?|kpt|振り返り)[\W\d_]*",
    re.IGNORECASE,
)
_RETROSPECTIVE_TITLE = regex(
    r"(?:회고록?|retrospective|retro|振り返り)[\W\d_]*$|^[\W_]*(?:[가-힣]{1,3}\s?)?회고록?(?![가-힣])",
    re.IGNORECASE,
)
# The report with which a project ends.
_WRAP_UP = regex(r"(?:wrap[-_ ]?up|랩\s?업)[-_ ]?(?:report|리포트|보고서)", re.IGNORECASE)
_WRAP_UP_WORDS = frozenset({"wrap up", "wrapup", "랩업", "랩 업"})
_WEEK_NOTE = regex(
    r"^(?:readme|index|summary|weekly|week(?:\s*end)?|weekend\d*|holidays?|주말|휴일|연휴|방학|"
    r"정리|요약|토요일|일요일|sat(?:urday)?|sun(?:day)?|회의록?|minutes|meetings?|"
    r"peer[-_ ]?sessions?|피어[-_ ]?세션)$|주말|weekend|week(?:ly)?[-_ ]?summary",
    re.IGNORECASE,
)
# What may stand beside a week's number in the name of its own note.
_WEEK_WORDS = frozenset(
    "readme index summary weekly week weekend note notes log til report minutes meeting study "
    "plan review peer session presentation 정리 요약 학습 학습정리 공부 기록 노트 일지 회의 회의록 "
    "스터디 발표 계획 보고서 주간 주말 휴일 연휴".split()
)
_LECTURE = regex(
    r"(?<![a-z])(?:ch(?:apter)?|lec(?:ture)?|unit|section|lesson|discussion|seminar|session)[-_ .]?\d+|"
    r"\d+\s*강(?:\b|_|$)|"
    r"강의|(?<![a-z])lectures?(?![a-z])",
    re.IGNORECASE,
)
_LECTURE_FOLDER = regex(
    r"학습[\s_]?(?:정리|내용)|특강|세미나|논문|(?<![a-z])(?:seminars?|papers?|courses?)(?![a-z])",
    re.IGNORECASE,
)
_LECTURE_TITLE = regex(
    r"^\W*(?:제\s?)?\d+\s?[강장](?![가-힣])|^\W*(?:lecture|chapter|section|unit)\s*\d+",
    re.IGNORECASE,
)
FEWEST_DAYS = 3  # as sections, for a note to be a week's
FEWEST_WEEKS = 2  # with notes named after them, of which most weeks have but one
RETROSPECTIVE_DAYS = 5  # with such titles and no others beside, and they are what days are called


class RecurringNames(Struct, frozen=True):
    """What recurs in a notebook, by which one note's kind is judged.

    - `weeks_with`: in how many weeks a name recurs but for the week's number (`week1_김나래`);
    - `one_a_week`: whether most weeks have but one note that is named after them;
    - `days_reflect`: whether it calls most of its days retrospectives;
    - `folders_of_one_note`: those that are a note each, rather than to hold some.
    """

    weeks_with: Mapping[str, int]
    one_a_week: bool = False
    days_reflect: bool = False
    folders_of_one_note: frozenset[str] = frozenset()


def read_recurring(notes: Sequence[Seen]) -> RecurringNames:
    """Gather what recurs in the names and titles of all notes."""
    named = list(_named_after_weeks(notes))
    days = [seen for seen in notes if seen.by_path.locates]
    reflecting = list(filter(_is_titled_as_retrospective, days))
    are_many = len(days) >= RETROSPECTIVE_DAYS
    return RecurringNames(
        weeks_with=_count_weeks(named),
        one_a_week=_is_one_a_week(named),
        days_reflect=are_many and 2 * len(reflecting) > len(days),
        folders_of_one_note=find_folders_of_one_note(seen.clue.path for seen in notes),
    )


def _named_after_weeks(notes: Iterable[Seen]) -> Iterator[tuple[int, str]]:
    """The weeks after which notes are named, with the words beside them."""
    for seen in notes:
        stem = _stem(seen.clue.path)
        name = read_whole_name(stem)
        week = name.evidence.week
        if week is not None:
            yield week, _words(name.rest)


def _count_weeks(named: Iterable[tuple[int, str]]) -> Mapping[str, int]:
    weeks: dict[str, set[int]] = defaultdict(set)
    for week, words in named:
        weeks_with = weeks[words]
        weeks_with.add(week)
    return {words: len(weeks_with) for words, weeks_with in weeks.items()}


def _is_one_a_week(named: Iterable[tuple[int, str]]) -> bool:
    """Whether most of several weeks have but one note that is named after them."""
    weeks = [week for week, _ in named]
    counts = Counter(weeks)
    alone = [week for week, count in counts.items() if count == 1]
    if len(counts) < FEWEST_WEEKS:
        return False
    return 2 * len(alone) > len(counts)


def _is_titled_as_retrospective(seen: Seen) -> bool:
    title = seen.clue.title or ""
    return _RETROSPECTIVE_TITLE.search(title) is not None


def kind_of(seen: Seen, recurring: RecurringNames) -> tuple[Kind, str]:
    """What a note is, and the rule that told so, the most telling first.

    1. 회고 in its own name, as a folder's around it, or as its title: a retrospective.
    2. Free days of a week, or what is in a week beside its days: the week's.
    3. A week's own note by its name: the week's, though its title may tell a date.
    4. A day, by its path, its title or its front matter: a day; a solved problem that is only
       dated: a page.
    5. In a week: a lecture.
    6. A lecture by its name, a folder around it, its title or the course's level: a lecture.
    7. With days of one week for sections: a week's. With a date in its title: a day.
    8. What teaches a topic, and isn't about the notebook: a lecture. All else: a page.
    """
    for judge in (_retrospective, _of_week, _day, _lecture, _dated_page, _on_topic):
        judged = judge(seen, recurring)
        if judged is not None:
            return judged
    return Kind.PAGE, ""


def _retrospective(seen: Seen, recurring: RecurringNames) -> tuple[Kind, str] | None:
    path = PurePosixPath(normal(seen.clue.path))
    if _RETROSPECTIVE.search(path.stem) or _is_wrap_up(path.stem):
        return Kind.RETROSPECTIVE, "name"
    for folder in path.parent.parts:
        if _RETROSPECTIVE_FOLDER.fullmatch(folder) or _is_wrap_up(folder):
            return Kind.RETROSPECTIVE, "folder"
    if is_home(seen.clue.path):
        return None
    title = seen.clue.title or ""
    if _WRAP_UP.search(title):
        return Kind.RETROSPECTIVE, "title"
    if not _is_titled_as_retrospective(seen):
        return None
    if seen.by_path.locates:
        # A day's note may begin with its section 「학습 회고」; one of its own tells of when it is.
        tells_when = any(map(str.isdigit, title))
        if recurring.days_reflect or not tells_when:
            return None
    return Kind.RETROSPECTIVE, "title"


def _is_wrap_up(name: str) -> bool:
    """Whether a file or a folder is called the report with which a project ends."""
    apart = name.replace("-", " ")
    words = _words(apart)
    if words in _WRAP_UP_WORDS:
        return True
    match = _WRAP_UP.fullmatch(words)
    return match is not None


def _of_week(seen: Seen, recurring: RecurringNames) -> tuple[Kind, str] | None:
    if seen.week is None or seen.clue.front_matter.day is not None:
        return None
    if seen.by_path.day is not None:
        return None
    path = PurePosixPath(normal(seen.clue.path))
    if WEEK_PART in seen.by_path.rules or _is_of_free_day(path):
        return Kind.WEEK, "beside-days"
    if seen.by_path.locates:
        return None
    if _names_week(path, recurring):
        return Kind.WEEK, "week-note"
    if seen.by_path.week is None and seen.evidence.week is not None and seen.day is None:
        return Kind.WEEK, "week-title"
    return None


def _is_of_free_day(path: PurePosixPath) -> bool:
    """Whether a note is called after free days, or a folder around it is."""
    folders = "/".join(path.parent.parts)
    if FREE_DAYS.search(folders):
        return True
    rest = read_whole_name(path.stem).rest
    beside, found = FREE_DAYS.subn(" ", rest)
    return found > 0 and says_no_topic(beside)


def _names_week(path: PurePosixPath, recurring: RecurringNames) -> bool:
    """Whether a note is its week's own by its name.

    - `week3.md`, `3주차 정리.md`: nothing but the week, or what is said of any;
    - `week3_김나래.md`: what recurs in other weeks, as members' names do;
    - `Week 3 - Loops.md`: where each week has but one note that is named after it;
    - `week3/README.md`, `week3/정리.md`: by its own name in the week's folder.
    """
    name = read_whole_name(path.stem)
    if name.evidence.week is None:
        is_weeks_folder = read_name(path.parent.name).week is not None
        return is_weeks_folder and _WEEK_NOTE.search(path.stem) is not None
    words = _words(name.rest)
    if says_no_topic(words):
        return True
    if recurring.weeks_with.get(words, 0) > 1:
        return True
    return recurring.one_a_week


def says_no_topic(words: str) -> bool:
    """Whether words beside a week's number are but what is said of any week: 「학습 정리」."""
    known = _words(words)
    return _WEEK_WORDS.issuperset(known.split())


def _day(seen: Seen, _recurring: RecurringNames) -> tuple[Kind, str] | None:
    if seen.day is not None:
        return Kind.DAY, ""
    if not seen.evidence.locates:
        return None
    if names_exercise(_stem(seen.clue.path)):
        return Kind.PAGE, "exercise"
    return Kind.DAY, ""


def _lecture(seen: Seen, _recurring: RecurringNames) -> tuple[Kind, str] | None:
    if seen.week is not None:
        return Kind.LECTURE, "in-week"
    path = PurePosixPath(normal(seen.clue.path))
    title = seen.clue.title or ""
    if _LECTURE.search(path.stem):
        return Kind.LECTURE, "name"
    if _LECTURE_TITLE.search(title):
        return Kind.LECTURE, "title"
    if is_index(path.name):
        # A README stands for its folder: a lecture's, but not for the folder of all lectures.
        if _LECTURE.search(path.parent.name) and any(map(str.isdigit, path.parent.name)):
            return Kind.LECTURE, "folder"
        return None
    for folder in path.parent.parts:
        if _LECTURE.search(folder) or _LECTURE_FOLDER.search(folder):
            return Kind.LECTURE, "folder"
    if course_level(seen.clue.path):
        return Kind.LECTURE, "course-level"
    return None


def _dated_page(seen: Seen, _recurring: RecurringNames) -> tuple[Kind, str] | None:
    """A note that dates make a week's or a day's: of its sections, in its title, of a session."""
    clue = seen.clue
    if _has_days_of_week(clue):
        return Kind.WEEK, "week-in-days"
    is_dated = clue.written is not None and clue.written_rule in {"title", "session"}
    if is_dated and not is_index(clue.path):
        return Kind.DAY, f"dated-{clue.written_rule}"
    return None


def _on_topic(seen: Seen, recurring: RecurringNames) -> tuple[Kind, str] | None:
    if not teaches(seen.clue, recurring.folders_of_one_note):
        return None
    return Kind.LECTURE, ON_TOPIC


def _has_days_of_week(clue: Clues) -> bool:
    """Whether a note's sections are days of one week."""
    days = []
    for section in clue.sections:
        when = section.when
        if when is not None:
            year = when.year or LEAP_YEAR
            day = date(year, when.month, when.day)
            days.append(day)
    if len(days) < FEWEST_DAYS or is_home(clue.path):
        return False
    apart = max(days) - min(days)
    return apart.days < DAYS_IN_WEEK


def _stem(path: str) -> str:
    composed = normal(path)
    note = PurePosixPath(composed)
    return note.stem


def _words(rest: str) -> str:
    """The words of what is left of a name, in small letters, without signs and numbers."""
    words = re.sub(r"[\W\d_]+", " ", rest)
    return words.strip().lower()
