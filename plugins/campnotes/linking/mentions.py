"""Find the note that a mention names: `day31.md`, Day 31, 31일차."""

from __future__ import annotations

import posixpath

from campnotes.linking.addresses import FileIndex, read_relative
from campnotes.linking.model import LinkedMention
from campnotes.linking.surroundings import Surroundings
from campnotes.notebook.files import INDEX_STEMS, is_note
from campnotes.notebook.layout import read_name
from campnotes.parsing.mentions import Mention
from campnotes.parsing.note import ParsedNote

# Names that many folders have, so that none of the files is meant by one.
_GENERIC_STEMS = INDEX_STEMS | {"contributing", "changelog", "license"}


def link_mentions(note: ParsedNote, surroundings: Surroundings) -> tuple[LinkedMention, ...]:
    """The mentions in a note that name another note.

    - 「31일차」 is left out where the notebook has no such day: the number is of something else.
    - A missing `day31.md` is kept without a target if a day's or a week's note may be so named.
    """
    linked = []
    for mention in note.mentions:
        found = _link_mention(mention, note.path, surroundings)
        if found is not None:
            linked.append(found)
    return tuple(linked)


def _link_mention(mention: Mention, path: str, surroundings: Surroundings) -> LinkedMention | None:
    if mention.file is not None:
        return _link_file(mention, mention.file, path, surroundings.files)
    if mention.day is not None:
        return _link_day(mention, mention.day, path, surroundings)
    return None


def _link_file(mention: Mention, written: str, path: str, files: FileIndex) -> LinkedMention | None:
    target = _find_file(written, path, files)
    if target == path:
        return None
    if target is None:
        names_itself = posixpath.basename(written).lower() == posixpath.basename(path).lower()
        if names_itself or not _is_named_like_a_day_or_week(written):
            return None
    return LinkedMention(mention, target)


def _find_file(written: str, path: str, files: FileIndex) -> str | None:
    """The file that is meant by a name in the note at `path`, if there is exactly one.

    A path relative to the note comes first, then the only file whose path ends so, then the only
    such file in the folder around the note's own: `day2.md` in week1/day1/ is week1/day2/day2.md.
    """
    name = posixpath.basename(written)
    relative = read_relative(written, path).path
    here = files.find(relative) if relative else None
    has_folder = "/" in written
    if _stem(written).lower() in _GENERIC_STEMS and not (here and has_folder):
        return None
    if here is not None:
        return here.path
    ending = written.lower()
    alike = [file for file in files.named(name) if is_note(file) and file.lower().endswith(ending)]
    if len(alike) == 1:
        return alike[0]
    around = posixpath.dirname(posixpath.dirname(path))
    if not around:
        return None
    near = [file for file in alike if file.startswith(f"{around}/")]
    return near[0] if len(near) == 1 else None


def _is_named_like_a_day_or_week(written: str) -> bool:
    seen = read_name(_stem(written))
    return seen.day is not None or seen.week is not None or seen.month_day is not None


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _link_day(
    mention: Mention, day: int, path: str, surroundings: Surroundings
) -> LinkedMention | None:
    here = surroundings.places[path]
    target = surroundings.days.find(day, week=mention.week, here=here)
    if target is None or target == path:
        return None
    there = surroundings.places[target]
    is_same_day = (there.week, there.day) == (here.week, here.day)
    return None if is_same_day else LinkedMention(mention, target)
