"""The levels of a course (`LEVEL1_U_1`, `P-Stage-1`, `u-stage`), and what is no course at all."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from campnotes.notebook.paths import normal
from campnotes.patterns import regex

_LEVEL = regex(
    r"(?:level|lv|stage|phase|module|track|semester|레벨|단계)[-_ .]?\d+(?!\d).*"
    r"|[a-z][-_ ]stage(?![a-z]).*|\d+\s*(?:단계|학기)",
    re.IGNORECASE,
)


_JUDGES = (
    r"(?<![a-z])(?:boj|baekjoon|programmers|pgms?|leetcode|swea|hackerrank|codeforces)(?![a-z])|"
    r"백준|프로그래머스"
)
# Problems of online judges, solved beside the camp; they have levels of their own.
_EXERCISE = regex(_JUDGES, re.IGNORECASE)
_EXERCISE_FOLDER = regex(
    rf"{_JUDGES}|(?<![a-z])algorithms?(?![a-z])|알고리즘|코딩\s?테스트", re.IGNORECASE
)


def names_exercise(name: str) -> bool:
    """Whether a file is called after a problem that is solved for exercise."""
    match = _EXERCISE.search(name)
    return match is not None


def is_exercise(path: str) -> bool:
    """Whether a note is a solved problem, by its name or by a folder around it that says a judge."""
    note = PurePosixPath(normal(path))
    if names_exercise(note.stem):
        return True
    folders = note.parent.parts
    return any(map(names_exercise, folders))


def course_level(path: str) -> str:
    """The folder that is the course's level around a note, the deepest; `""` if there is none."""
    note = PurePosixPath(normal(path))
    if _EXERCISE_FOLDER.search(str(note.parent)):
        return ""
    for folder in note.parents:
        if _LEVEL.fullmatch(folder.name.strip()):
            return str(folder)
    return ""
