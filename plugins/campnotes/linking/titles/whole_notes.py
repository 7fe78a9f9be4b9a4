"""Tell whether a note's first heading is of the whole note, and not its first section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campnotes.linking.file_names import name_beside_place, own_name, telling_stem
from campnotes.linking.recurring import form_key, is_generic, names_section
from campnotes.linking.titles.likeness import has_word_of, says_the_same
from campnotes.linking.titles.placed import LONGEST_BEGINNING, names_place
from campnotes.notebook.layout.recognisers import read_name
from campnotes.notebook.paths import is_home, is_index
from campnotes.notebook.place import Kind, Place
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex

_APPENDED = regex(
    r"(?:꼬리|추가|예상)\s?질문|상세\s?정리|follow-?\s?up\s+questions?|"
    r"참고|출처|부록|링크|더\s?읽을|references?|links?\b|bibliography|supplement|appendix|further\s+reading|参考",
    re.IGNORECASE,
)
OF_ONE_SUBJECT = frozenset({Kind.LECTURE, Kind.PAGE})
_NUMBERED = regex(r"^\W*(?:\d+(?:[-.]\d+)*[.)\s]|[IVXⅠ-Ⅻ]+[.)\s])")
# What is surely the number of a part, and no year or amount: `1. 나무`, `2-1 나무`.
_PART = regex(r"^\W*0?(?P<number>\d{1,2})(?:(?:[-.]\d{1,2})*[.)](?!\d)|(?:-\d{1,2})+\s)")
_CHAPTER = regex(rf"{_NUMBERED.pattern}|^\W*(?:제\s?)?\d+\s?[장강](?![가-힣])")
_NUMBERS = regex(r"[1-9]\d{0,3}")


def is_of_whole_note(heading: Heading, note: ParsedNote, place: Place) -> bool:
    """Tell whether a heading is of the whole note, and not its first section."""
    if is_numbered_part(heading, note.path):
        return False
    siblings = _siblings(heading, note.headings)
    if not siblings:
        return heading.level == 1 or _is_above_all(heading, note, place)
    if names_place(heading.text, place):
        return not any(_names_some_place(sibling.text) for sibling in siblings)
    if says_the_same(heading.text, own_name(note.path)):
        return True
    # A day's note may begin with its first lecture; a lecture's own ends with 「참고」 and the like.
    is_lone = all(_APPENDED.search(sibling.text) for sibling in siblings)
    if is_lone and (place.kind in OF_ONE_SUBJECT or _shares_word(heading, note.path)):
        return True
    if _opens_readme(heading, note, place) or _is_above_times(heading, siblings, note, place):
        return True
    if place.kind in OF_ONE_SUBJECT and _numbers_file(heading, siblings, note):
        return True
    return _opens_chapters(heading, siblings)


def is_numbered_part(heading: Heading, path: str) -> bool:
    """Tell whether a heading is the first part by its number: `# 1. 나무` in `3. 나무.md`.

    The file's own number is none, nor is any where the file's name says nothing.
    """
    numbered = _PART.match(heading.text)
    if numbered is None or is_home(path):
        return False
    stem = telling_stem(path)
    numbers = _NUMBERS.findall(stem)
    return numbered["number"] not in numbers and bool(form_key(stem))


def _is_above_times(
    heading: Heading, siblings: Sequence[Heading], note: ParsedNote, place: Place
) -> bool:
    """Tell whether a heading opens a note, and what comes behind it are but days or weeks."""
    if place.kind not in OF_ONE_SUBJECT:
        return False
    if _NUMBERED.match(heading.text):
        return False
    if not note.opens_with(heading):
        return False
    return all(_names_time(sibling.text) for sibling in siblings)


def _shares_word(heading: Heading, path: str) -> bool:
    """Tell whether a heading has a word of what a day's file is called beside the day."""
    name = name_beside_place(path)
    return has_word_of(heading.text, name, least=4)


def _opens_chapters(heading: Heading, siblings: Sequence[Heading]) -> bool:
    """Tell whether a heading stands above numbered ones of its rank: `# 나무`, `# 1. 뿌리`, `# 참고`."""
    if _CHAPTER.match(heading.text):
        return False
    texts = [sibling.text for sibling in siblings]
    chapters = [text for text in texts if not _stands_beside_chapters(text)]
    if len(chapters) < 2:
        return False
    return all(map(_CHAPTER.match, chapters))


def _stands_beside_chapters(text: str) -> bool:
    if _CHAPTER.match(text):
        return False
    return is_generic(text) or _APPENDED.search(text) is not None


def _is_above_all(heading: Heading, note: ParsedNote, place: Place) -> bool:
    """Tell whether a heading of lower rank opens a note on one subject, all others being below it.

    What shares no word with the file's name is a section, unless that is in other letters
    (`nlp_review.md`), which can't be compared.
    """
    if _has_word_of_name(heading, note.path):
        return True
    # A day's note may begin with its only lecture, unless its name says that it is on one.
    name = name_beside_place(note.path)
    is_on_one = place.kind in OF_ONE_SUBJECT or bool(name)
    if not is_on_one or not note.opens_with(heading):
        return False
    shares_word = has_word_of(name, heading.text, least=5)
    return shares_word or name.isascii() > heading.text.isascii()


def _numbers_file(heading: Heading, siblings: Sequence[Heading], note: ParsedNote) -> bool:
    """Tell whether a heading opens a file that is called by a number: `7.md`, `item_90.md`.

    Beside a word, the heading has the number, and none of its siblings has: 「아이템 90 : …」.
    """
    if _NUMBERED.match(heading.text) or not note.opens_with(heading):
        return False
    stem = telling_stem(note.path)
    numbers = frozenset(_NUMBERS.findall(stem))
    if len(numbers) == 1 and not form_key(stem):
        return True
    own = numbers & _numbers_at_beginning(heading.text)
    if not own:
        return False
    return not any(own & _numbers_at_beginning(sibling.text) for sibling in siblings)


def _numbers_at_beginning(text: str) -> frozenset[str]:
    beginning = text[:LONGEST_BEGINNING]
    return frozenset(_NUMBERS.findall(beginning))


def _opens_readme(heading: Heading, note: ParsedNote, place: Place) -> bool:
    """Tell whether a heading opens a README with an introduction of what is in its folder.

    A section's (「스터디 목적」) does nothing of the kind.
    """
    if not is_index(note.path) or place.kind not in OF_ONE_SUBJECT:
        return False
    is_numbered = _NUMBERED.match(heading.text) is not None
    if is_numbered or not note.opens_with(heading):
        return False
    return heading.level == 1 and not names_section(heading.text)


def _names_time(text: str) -> bool:
    """Tell whether a heading begins with a day or a week."""
    named = read_name(text[:LONGEST_BEGINNING])
    return named.locates or named.week is not None


def _has_word_of_name(heading: Heading, path: str) -> bool:
    """Tell whether a heading has a word of its file's name, or that has none which says anything."""
    name = name_beside_place(path)
    if not name or is_generic(name):
        return True
    return has_word_of(heading.text, name, least=2)


def _names_some_place(text: str) -> bool:
    named = read_name(text[:LONGEST_BEGINNING])
    return named.locates


def _siblings(heading: Heading, headings: Sequence[Heading]) -> list[Heading]:
    """The other headings of a heading's rank or above; sentences are none."""
    siblings = []
    for other in headings:
        if other.line <= heading.line or other.level > heading.level:
            continue
        if other.text and not other.sentence:
            siblings.append(other)
    return siblings
