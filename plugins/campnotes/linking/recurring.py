"""What the notes of a notebook have in common, and what therefore says nothing of one of them.

A template's headings stand in most notes (「학습 회고」), files of one name lie in many folders
(`Day1/Peersession.md`), and titles differ in nothing but their numbers. One note alone can't tell.
"""

from __future__ import annotations

import posixpath
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from campnotes.linking.file_names import own_name
from campnotes.notebook.place import Kind, Place
from campnotes.parsing.blocks import Block
from campnotes.parsing.kept_blocks import studied_of
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex

_Key = TypeVar("_Key", bound=Hashable)

FEWEST_SUBJECTS = 2  # folders whose notes have a heading of their own
LEAST = 3  # notes that have the same
LONGEST_KEY = 120  # characters by which texts are compared
_LONGEST_GENERIC = 60
_NUMBERING = regex(r"^\W*\d+(?:[-.]\d+)*[.)]\s*")
_NO_LETTERS = regex(r"[\W_]+")
_TELLING_NUMBER = regex(r"\d\s*(?:강|장|章|節)|\bp\.?\s*\d|chapter", re.IGNORECASE)
_DIGITS = regex(r"\d+")

# Words that name a part of any note, and no subject.
_WORDS = tomllib.loads(Path(__file__).with_name("recurring.toml").read_text(encoding="utf-8"))
_KOREAN_POINTS = r"(?:느낀|배운|알게\s*된|아쉬운|아쉬웠던|시도한|시도할|잘한|좋았던|부족한|할|한)\s*(?:점|것|일|사실)?"
# Several words that say as little: 「그 외에 한 일」.
_KOREAN_PHRASES = r"코드\s?리뷰|그\s?(?:외|밖)에?(?:\s?한\s?일)?"


def _one_of(key: str) -> str:
    """A pattern of the words of a list, the longest first."""
    words = _WORDS[key].split()
    return "|".join(sorted(words, key=len, reverse=True))


_GENERIC_WORD = regex(
    rf"(?<![a-z])(?:q\s*&\s*a|{_one_of('latin')})(?![a-z])|"
    rf"{_one_of('korean')}|{_KOREAN_POINTS}|{_KOREAN_PHRASES}|{_one_of('east_asian')}",
    re.IGNORECASE,
)


_SECTION_WORD = regex(
    rf"(?<![a-z])(?:{_one_of('readme')})(?![a-z])|{_one_of('korean_readme')}", re.IGNORECASE
)


class Recurring(Struct, frozen=True):
    """What the notes of one notebook have in common; keys are those of `text_key` and `topic_key`.

    - `openings`: what several notes have for their first heading, and say nothing by;
    - `subjects`: what those of one folder have, as where several people wrote on each chapter;
    - `headings`: the topics of headings that several notes have;
    - `sections`: those of them that more than a tenth of the notes have, as a template's sections;
    - `common`: those of them that more than a third of the notes have;
    - `items`: the topics of what several notes list as studied;
    - `names`: what several files are called beside their places;
    - `parts`: those of them that stand beside other notes of their days, in several days;
    - `days`: the days that several notes are of, as `day_key` gives them.
    """

    openings: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    days: frozenset[tuple[object, ...]] = frozenset()


def find_recurring(notes: Sequence[ParsedNote], places: Mapping[str, Place]) -> Recurring:
    """What these notes have in common."""
    openings = _openings(notes)
    headings = _count(_topics(note.headings) for note in notes)
    items = _count(_topics(studied_of(note.blocks)) for note in notes)
    names = Counter(text_key(own_name(note.path)) for note in notes)
    days = _count_days(places[note.path] for note in notes)
    tenth = len(notes) // 10 + 1
    third = len(notes) // 3 + 1
    return Recurring(
        openings=frozenset(openings),
        subjects=_subjects(openings, len(notes)),
        headings=seen(headings, LEAST),
        sections=seen(headings, max(LEAST, tenth)),
        common=seen(headings, max(LEAST, third)),
        items=seen(items, LEAST),
        names=seen(names, LEAST),
        parts=_parts_of_days(notes, places, days),
        days=seen(days, 2),
    )


def _openings(notes: Iterable[ParsedNote]) -> Mapping[str, list[str]]:
    """What several notes have for their first heading, with the paths of these."""
    openings: dict[str, list[str]] = defaultdict(list)
    for note in notes:
        for heading in note.headings[:1]:
            key = text_key(heading.text)
            opened = openings[key]
            opened.append(note.path)
    # A heading without letters says nothing anywhere.
    openings.pop("", None)
    return {key: paths for key, paths in openings.items() if len(paths) >= LEAST}


def _count(keys_of_notes: Iterable[set[str]]) -> Counter[str]:
    """How many notes have each key."""
    counted: Counter[str] = Counter()
    for keys in keys_of_notes:
        counted.update(keys)
    return counted


def _count_days(places: Iterable[Place]) -> Counter[tuple[object, ...]]:
    """How many notes are of each day."""
    of_days = [place for place in places if place.kind is Kind.DAY]
    return Counter(map(day_key, of_days))


def _parts_of_days(
    notes: Sequence[ParsedNote],
    places: Mapping[str, Place],
    days: Counter[tuple[object, ...]],
) -> frozenset[str]:
    """What files are called that stand beside others of their days: `Day1/Peersession.md`."""
    parts: Counter[str] = Counter()
    for note in notes:
        place = places[note.path]
        if place.kind is Kind.DAY and days[day_key(place)] > 1:
            name = own_name(note.path)
            parts[text_key(name)] += 1
    return seen(parts, LEAST)


def seen(counted: Counter[_Key], least: int) -> frozenset[_Key]:
    """What was counted at least so often."""
    often = [key for key, count in counted.items() if count >= least]
    return frozenset(filter(None, often))


def _subjects(openings: Mapping[str, Sequence[str]], notes: int) -> frozenset[str]:
    """The headings that stand in one folder each, and so are no template's: several folders have one.

    - A template's stands everywhere, or in a folder that has most of the notes.
    - Where everybody has a folder, a subject's stands in what all of them number alike:
      `seojin/chapter4/README.md`, `gaon/README-4.md`.
    """
    folders: dict[str, str] = {}
    numbers: dict[str, str] = {}
    for key, paths in openings.items():
        if 2 * len(paths) >= notes:
            continue
        folder = _folder_around(paths)
        if folder:
            folders[key] = folder
        number = _number_of_all(paths)
        if number:
            numbers[key] = number
    return _if_several(folders) | _if_several(numbers)


def _if_several(told: Mapping[str, str]) -> frozenset[str]:
    """The headings, if not all of them stand in the same folder or number."""
    several = len(set(told.values())) >= FEWEST_SUBJECTS
    return frozenset(told) if several else frozenset()


def _number_of_all(paths: Sequence[str]) -> str:
    """The last number in each of these paths, if it is the same: 4 of `seojin/README-4.md`."""
    around = len(_folder_around(paths))
    numbers = set()
    for path in paths:
        below = path[around:]
        found = _DIGITS.findall(below)
        numbers.add(found[-1].lstrip("0") if found else "")
    return numbers.pop() if len(numbers) == 1 else ""


def _folder_around(paths: Iterable[str]) -> str:
    """The innermost folder that holds all of these notes; `""` is the notebook itself."""
    return posixpath.commonpath(map(posixpath.dirname, paths))


def _topics(parts: Iterable[Heading | Block]) -> set[str]:
    return {topic_key(part.text) for part in parts}


def text_key(text: str) -> str:
    """What two texts that say the same have in common: their letters and numbers.

    For example, that of `2. 📙 Note` is `note`, and that of `# Day 12 #` is `day12`.
    """
    beginning = text[:LONGEST_KEY]
    unnumbered = _NUMBERING.sub("", beginning)
    key = _NO_LETTERS.sub("", unnumbered)
    if not key:
        key = _NO_LETTERS.sub("", beginning)
    return key.casefold()


def form_key(text: str) -> str:
    """What texts that differ in numbers alone have in common: that of `Day 12` is `day`."""
    letters = _NO_LETTERS.sub("", text[:LONGEST_KEY])
    return _DIGITS.sub("", letters).casefold()


def topic_key(text: str) -> str:
    """What texts of one topic have in common.

    Numbers don't tell topics apart (「과제 2」), but for those of lectures and pages (「4~5강 듣기」).
    """
    if _TELLING_NUMBER.search(text[:LONGEST_KEY]):
        return text_key(text)
    return form_key(text)


def is_generic(text: str) -> bool:
    """Tell whether a text names parts that any note may have: 「2. 강의 내용 정리」, “📙 Note”."""
    if len(text) > _LONGEST_GENERIC:
        return False
    return not form_key(without_generic(text))


@lru_cache(maxsize=5_000)  # the headings of a template are in many notes
def without_generic(text: str) -> str:
    """A text without the words that name parts of any note: 「발표자 : 나래」 is 「 : 나래」."""
    return _GENERIC_WORD.sub("", text)


def names_section(text: str) -> bool:
    """Tell whether a text names but a section of a README: 「스터디 진행 방식」, “About this project”."""
    if len(text) > _LONGEST_GENERIC:
        return False
    beside = without_generic(text)
    rest, found = _SECTION_WORD.subn("", beside)
    return found > 0 and not _NO_LETTERS.sub("", rest)


def day_key(place: Place) -> tuple[object, ...]:
    """What notes of one day have in common."""
    return place.week, place.day, place.own_date, place.month_day
