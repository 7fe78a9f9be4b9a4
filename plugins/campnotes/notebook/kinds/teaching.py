"""Tell a note that teaches a topic from a page about the notebook, a list of links and an exercise.

A study's notes lie in folders by subject, by book or by author (`OS/process.md`), and nothing in
their paths says that they are lectures: what a note holds does, and what it isn't.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set
from pathlib import PurePosixPath

from campnotes.notebook.clues import Clues
from campnotes.notebook.kinds.course import is_exercise
from campnotes.notebook.paths import is_home, is_index, normal
from campnotes.patterns import regex

# Words by which a note is called that is about the notebook or lists what is in it.
_ABOUT_WORDS = frozenset(
    "readme index contributing license licence changelog code of conduct toc todo home "
    "about help guide guides rule rules ground setup reference references links resources bookmarks "
    "schedule plan notice faq glossary tags tag categories category archive search members convention "
    "conventions sidebar navbar coverpage self introduction me "
    "그라운드룰 그라운드 룰 규칙 목차 소개 자기소개 안내 팀 소개 팀소개 공지 공지사항 일정 계획 멤버 "
    "컨벤션 링크 모음 참고 자료 참고자료 용어 용어집 할일".split()
)
_ABOUT_NOTEBOOK = regex(
    r"security|support|authors|news|template|404|summ?arr?y(?:[-_.]\w{2,5})?|readme[-_. ].*",
    re.IGNORECASE,
)
# Where a chapter each is in a README with its number: README-4.
_ONE_OF_READMES = regex(r"readme[-_. ]?\d{1,3}", re.IGNORECASE)
_LIST_OF = regex(
    r"(?:papers?|questions?|reading|books?|problems?|members?|links?|stud(?:y|ies)|seminars?|"
    r"presentations?|발표|문제|질문|논문|도서|책|링크)[\s_-]?(?:lists?|목록|리스트)(?:\W.*)?",
    re.IGNORECASE,
)
_NUMBERED = regex(r"\W*(?:[a-z]{1,8}[\s_.-]?)?\d{1,3}(?!\d)", re.IGNORECASE)
# Folders of what is no note of a study: a site's own pages, forms, minutes, introductions.
_ABOUT_FOLDER = regex(
    r"_pages|_includes|_layouts|_extras|boilerplate|\.github|guides?|rules?|admin|notices?|"
    r"introduc\w{0,20}|meetings?|minutes|회의록?|가이드|규칙|공지(?:사항)?|(?:자기\s?)?소개",
    re.IGNORECASE,
)
# Headings by which a README is that of a program.
_OF_PROGRAM = regex(
    r"^\W*(?:install(?:ation|ing)?|usage|getting\s+started|quick\s?start|requirements?|build(?:ing)?|"
    r"licen[sc]e|contribut(?:ing|ors?)|dependencies|how\s+to\s+(?:run|use)|file\s+structure|"
    r"설치(?:\s?방법)?|실행(?:\s?방법)?|사용(?:법|\s?방법)|폴더\s?구조|파일\s?구조)\W*$",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_]+")
FEWEST_HEADINGS = 2  # of a note that has nothing else, for it to say something
FEWEST_ALONE = 3  # READMEs beside each other, each alone in its folder, for them to be notes
LITTLE_PROSE = 200  # characters of a README that only tells what is in its folder


def find_folders_of_one_note(paths: Iterable[str]) -> frozenset[str]:
    """Find the folders that are notes rather than hold them: `01_intro/`, `02_loops/`.

    They have a number and hold nothing but a README, and several lie beside each other.
    """
    notes_below: Counter[PurePosixPath] = Counter()
    with_readme: set[PurePosixPath] = set()
    for path in paths:
        note = PurePosixPath(normal(path))
        if is_index(note.name):
            with_readme.add(note.parent)
        notes_below.update(note.parents)
    numbered = filter(_has_number, with_readme)
    alone = [folder for folder in numbered if notes_below[folder] == 1]
    beside = Counter(folder.parent for folder in alone)
    in_series = set()
    for folder in alone:
        if beside[folder.parent] >= FEWEST_ALONE:
            in_series.add(str(folder))
    return frozenset(in_series)


def _has_number(folder: PurePosixPath) -> bool:
    name = folder.name
    match = _NUMBERED.match(name)
    return match is not None


def teaches(clue: Clues, folders_of_one_note: Set[str]) -> bool:
    """Tell whether a note that belongs to no day or week is on a topic.

    It is none that

    - is called after what is about the notebook (`CONTRIBUTING.md`, 「자기소개」) or lies in a folder
      of such (`guide/`, `_pages/`, 「회의록」);
    - opens a folder; but where several with numbers each hold a README alone, these are notes;
    - is a problem that was solved for exercise;
    - has nothing of its own: little but headings, or hardly more than links to other notes.
    """
    path = PurePosixPath(normal(clue.path))
    lists = 2 * clue.linked > clue.prose
    if is_home(clue.path) or _is_about_notebook(path, lists=lists):
        return False
    if is_exercise(clue.path):
        return False
    if not _says_something(clue):
        return False
    if not is_index(path.name):
        return True
    is_alone = str(path.parent) in folders_of_one_note
    return is_alone and _explains(clue)


def _is_about_notebook(path: PurePosixPath, *, lists: bool) -> bool:
    """Whether a note is about the notebook by its name, or by a folder around it."""
    if any(_ABOUT_FOLDER.fullmatch(folder) for folder in path.parent.parts):
        return True
    if is_index(path.name) or _ONE_OF_READMES.fullmatch(path.stem):
        return False
    if _ABOUT_NOTEBOOK.fullmatch(path.stem) and (len(path.parts) == 1 or lists):
        return True
    if _LIST_OF.fullmatch(path.stem):
        return True
    words = _WORD.findall(path.stem.lower())
    return bool(words) and _ABOUT_WORDS.issuperset(words)


def _says_something(clue: Clues) -> bool:
    """Whether there is more in a note than links, and more than a heading."""
    if clue.prose > 0:
        others = clue.prose - clue.listed
        return others > clue.listed
    headings = len(clue.headings)
    return headings >= FEWEST_HEADINGS


def _explains(clue: Clues) -> bool:
    """Whether a README is on a topic, rather than on a program or on what lies beside it."""
    if clue.prose < LITTLE_PROSE or not clue.headings:
        return False
    of_program = map(_OF_PROGRAM.match, clue.headings)
    return not any(of_program)
