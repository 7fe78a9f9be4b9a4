"""What the name of a note's file says: its place in the camp, and what stands beside that."""

from __future__ import annotations

import posixpath
import re

from campnotes.notebook.exported_names import without_hashes
from campnotes.notebook.paths import is_index, normal
from campnotes.notebook.plain_text import one_line
from campnotes.patterns import regex

# What of a file's name tells its place, and is told by the place's own name.
_PLACE = regex(
    r"[\[(【<{]?\s*(?<![a-z])(?:weekend|weeks?|wk|days?|w|d)[\s_.\-]*\d{1,3}(?:[-_.]\d)?(?!\d)\s*[\])】>}]?|"
    r"(?<!\d)\d{1,2}\s*월\s*\d{1,2}\s*일(?!\s*차)|(?<!\d)\d{1,3}\s*(?:주\s*차?|일\s*차|월)(?![가-힣])|"
    r"(?<!\d)20\d\d[-_. ]?\d{1,2}[-_. ]?\d{1,2}(?!\d)|"
    r"(?<!\d)(?:(?:1[5-9]|[23]\d))?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)|"
    r"(?<=[\d_\-])(?:mon|tue|wed|thu|fri|sat|sun)(?![a-z])|^\d{1,2}일(?=$|[\s_])|"
    r"\(\s*(?:[월화수목금토일]|mon|tue|wed|thu|fri|sat|sun)\s*\)",
    re.IGNORECASE,
)
_EDGES = " _-.,·:"


def telling_stem(path: str) -> str:
    """The name of a note's file without suffix; of a README, its folder's."""
    folder, name = posixpath.split(without_hashes(normal(path)))
    if folder and is_index(name):
        return posixpath.basename(folder)
    stem, _suffix = posixpath.splitext(name)
    return stem


def name_beside_place(path: str) -> str:
    """What a file's name says beside its place, if anything: `[week 01] 서블릿.md` says 서블릿."""
    return beside_place(telling_stem(path))


def beside_place(text: str) -> str:
    """What a text says beside a place: `Day 2 · Peersession` says Peersession."""
    rest = _PLACE.sub(" ", text)
    return rest.strip(_EDGES)


def behind_place(text: str) -> str:
    """What a text says behind a place that it begins with: `Week 7 - Trees` says Trees."""
    beginning = _PLACE.match(text)
    if beginning is None:
        return text
    return text[beginning.end() :].strip(_EDGES) or text


def own_name(path: str) -> str:
    """What tells a file from others: its name beside its place, or else all of it."""
    return name_beside_place(path) or telling_stem(path)


def folder_name(path: str) -> str:
    """The name of the folder around a file as a title; `""` at the notebook's top."""
    folder = posixpath.dirname(normal(path))
    return readable(posixpath.basename(folder))


def readable(name: str) -> str:
    """A file's name as a title: `git_merge` is “Git merge”."""
    words = name.replace("_", " ")
    title = one_line(words) or one_line(name)
    first = title[:1].upper()
    return first + title[1:]
