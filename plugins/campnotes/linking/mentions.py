"""Find the note that a mention names: `day31.md`, Day 31, 31일차."""

from __future__ import annotations

import posixpath

from campnotes.linking.addresses import read_relative
from campnotes.linking.file_index import FileIndex
from campnotes.linking.model import LinkedMention
from campnotes.linking.surroundings import Surroundings
from campnotes.notebook.layout.recognisers import read_name
from campnotes.notebook.paths import INDEX_STEMS, is_note
from campnotes.parsing.mentions import Mention
from campnotes.parsing.note import ParsedNote

MOST_ALIKE = 200  # files of one name among which one may be meant
# Names that many folders have, so that none of the files is meant by one.
_GENERIC_STEMS = INDEX_STEMS | {"contributing", "changelog", "license"}


def link_mentions(note: ParsedNote, surroundings: Surroundings) -> tuple[LinkedMention, ...]:
    """The mentions in a note that name another note.

    - 「31일차」 is left out where the notebook has no such day: the number is of something else.
    - What the titles of notes name comes last, where nothing else names that note.
    - A missing `day31.md` is kept without a target if a day's or a week's note may be so named.
    """
    linked = []
    for mention in note.mentions:
        found = _link_mention(mention, note.path, surroundings)
        if found is not None:
            linked.append(found)
    known = {mentioned.target for mentioned in linked}
    by_name = surroundings.note_names.in_note(note)
    news = [LinkedMention(named.mention, named.target) for named in by_name]
    more = [mentioned for mentioned in news if mentioned.target not in known]
    return (*linked, *more)


def _link_mention(mention: Mention, path: str, surroundings: Surroundings) -> LinkedMention | None:
    file = mention.file
    if file is not None:
        return _link_file(mention, file, path, surroundings.files)
    day = mention.day
    if day is not None:
        return _link_day(mention, day, path, surroundings)
    return None


def _link_file(mention: Mention, written: str, path: str, files: FileIndex) -> LinkedMention | None:
    target = _find_file(written, path, files)
    if target == path:
        return None
    if target is None and not _may_be_missing(written, path):
        return None
    return LinkedMention(mention, target)


def _may_be_missing(written: str, path: str) -> bool:
    """Tell whether a name that no file has is a missing note's: another day's or week's."""
    name = posixpath.basename(written)
    own_name = posixpath.basename(path)
    if name.lower() == own_name.lower():
        return False
    return _is_named_like_a_day_or_week(name)


def _find_file(written: str, path: str, files: FileIndex) -> str | None:
    """The file that is meant by a name in the note at `path`, if there is exactly one.

    A path relative to the note comes first, then the only file whose path ends so, then the only
    such file in the folder around the note's own: `day2.md` in week1/day1/ is week1/day2/day2.md.
    """
    here = _find_relative(written, path, files)
    if _is_generic(written):
        has_folder = "/" in written
        return here if has_folder else None
    if here is not None:
        return here
    alike = _notes_ending_as(written, files)
    if len(alike) == 1:
        return alike[0]
    folder = posixpath.dirname(path)
    around = posixpath.dirname(folder)
    if not around:
        return None
    near = [file for file in alike if file.startswith(f"{around}/")]
    return near[0] if len(near) == 1 else None


def _find_relative(written: str, path: str, files: FileIndex) -> str | None:
    address = read_relative(written, path)
    if not address.path:
        return None
    found = files.find(address.path)
    return found.path if found else None


def _is_generic(written: str) -> bool:
    stem = _stem(written)
    return stem.lower() in _GENERIC_STEMS


def _notes_ending_as(written: str, files: FileIndex) -> list[str]:
    """The notes whose paths end as a name that may begin with folders: `day2/day2.md`."""
    name = posixpath.basename(written)
    ending = written.lower()
    alike: list[str] = []
    named = files.named(name)
    if len(named) > MOST_ALIKE:
        return alike
    for file in named:
        path = file.lower()
        if is_note(file) and path.endswith(ending):
            alike.append(file)
    return alike


def _is_named_like_a_day_or_week(name: str) -> bool:
    stem = _stem(name)
    seen = read_name(stem)
    numbers = (seen.day, seen.week, seen.month_day)
    return any(number is not None for number in numbers)


def _stem(path: str) -> str:
    name = posixpath.basename(path)
    stem, _suffix = posixpath.splitext(name)
    return stem


def _link_day(
    mention: Mention, day: int, path: str, surroundings: Surroundings
) -> LinkedMention | None:
    here = surroundings.places[path]
    target = surroundings.days.find(
        day,
        week=mention.week,
        path=path,
        here=here,
    )
    if target is None or target == path:
        return None
    # Another note of the same day says nothing new.
    there = surroundings.places[target]
    is_same_week = there.week == here.week
    if is_same_week and there.day == here.day:
        return None
    return LinkedMention(mention, target)
