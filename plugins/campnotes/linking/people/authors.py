"""Whose notes are whose in a study group.

A notebook that one person writes has one author, who presents nothing by that. Nor does whoever has
a folder: summaries of one's own lie there. A comment that names a note's author tells who presents it.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from campnotes.parsing.names import clean_name, is_full_korean_name, is_likely_name
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.presenters import NamedPerson, Role
from campnotes.patterns import regex

FEWEST = 2  # authors make a group
BY_FOLDER = "윤서진/week1.md"
_SERIAL = regex(r"^[\d\W_]+|[\d\W_]+$|^(?:week|day|ch)[\d\W_]+", re.IGNORECASE)


def authors_of(notes: Sequence[ParsedNote], certain: Iterable[str]) -> Mapping[str, NamedPerson]:
    """The authors of the notes of a group, by the notes' paths.

    - Comments name at least two authors.
    - At least two folders side by side, or files in one folder, are named after people, and hardly
      anything else stands beside them. People are those who are `certain` in the notebook, by their
      accounts, too, and full names.
    """
    known = {name: name for name in certain}
    for note in notes:
        for member in note.members:
            account = posixpath.basename(member.account)
            known[account] = member.name
    by_path = _by_folder([note.path for note in notes], known)
    told = {note.path: note.author for note in notes if note.author is not None}
    names = {author.name for author in told.values()}
    if len(names) >= FEWEST:
        for path, author in told.items():
            by_path[path] = replace(author, certain=True)
    return by_path


def _by_folder(paths: Sequence[str], known: Mapping[str, str]) -> dict[str, NamedPerson]:
    """The authors of the notes in folders and files that are named after people."""
    beside: dict[str, dict[str, str | None]] = defaultdict(dict)
    for path in paths:
        for folder, part in _parts(path):
            names = beside[folder]
            if part not in names:
                names[part] = _name_of(part, known)
    groups = {folder: names for folder, names in beside.items() if _is_group(names)}
    found: dict[str, NamedPerson] = {}
    for path in paths:
        for folder, part in _parts(path):
            if folder not in groups:
                continue
            name = groups[folder][part]
            if name is None:
                continue
            author = _author(name, part)
            found.setdefault(path, author)
    return found


def _parts(path: str) -> Iterator[tuple[str, str]]:
    """The folders and the file's name on a path, each with the folder in which it stands."""
    folder = ""
    *folders, file = path.split("/")
    for part in folders:
        yield folder, part
        folder = posixpath.join(folder, part)
    stem, _ = posixpath.splitext(file)
    yield folder, stem


def _name_of(part: str, known: Mapping[str, str]) -> str | None:
    name = clean_name(_SERIAL.sub("", part))
    if name in known or (is_full_korean_name(name) and len(name) > FEWEST):
        return name
    return name if is_likely_name(name) else None


def _is_group(parts: Mapping[str, str | None]) -> bool:
    named = [name for name in parts.values() if name is not None]
    several = set(named)
    are_several = len(several) >= FEWEST
    # Two thirds of what stands side by side must be named after people.
    are_most = 3 * len(named) >= 2 * len(parts)
    return are_several and are_most


def _author(name: str, raw: str) -> NamedPerson:
    return NamedPerson(
        line=1,
        name=name,
        raw=raw,
        role=Role.MENTIONED,
        rule=BY_FOLDER,
    )
