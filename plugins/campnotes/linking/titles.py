"""Give each note its title, which tells it from the others of its notebook.

A note's first heading is its title where it says something of the whole note. It doesn't where it is
only the first section of several, or what a template puts at the top of every note.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from campnotes.linking.file_names import (
    folder_name,
    name_beside_place,
    own_name,
    readable,
    telling_stem,
)
from campnotes.linking.habits import (
    Habits,
    day_key,
    form_key,
    is_generic,
    seen,
    text_key,
)
from campnotes.linking.model import TITLE_JOINT, Origin
from campnotes.linking.place_names import place_name, week_label
from campnotes.notebook.files import is_index
from campnotes.notebook.layout import read_name
from campnotes.notebook.place import Kind, Place
from campnotes.notebook.plain_text import shortened
from campnotes.parsing.contents import is_contents_title
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading

ALIKE = 88  # of 100, from which on a heading says the same as a file's name
_LEAST_SHARE = 0.8  # of a file's name that a heading within it must make up
_LEAST_OF_HEADING = 0.5  # of a heading that a file's name within it must make up
_MOST_COMPARED = 120
_LONGEST_BEGINNING = 30

_NUMBERED = re.compile(r"^\W*(?:\d+(?:[-.]\d+)*[.)\s]|[IVXⅠ-Ⅻ]+[.)\s])")
_ONE_PART = re.compile(r"overview|introduction|intro\b|basics|소개|개요", re.IGNORECASE)
# What a template leaves to be completed: `# Day `, `# 일차 회고`.
_UNIT_FIRST = re.compile(r"^(?P<words>\W*(?:day|week))[\s#:.\-\[\]()]*$", re.IGNORECASE)
_UNIT_LAST = re.compile(r"^\W*(?P<words>(?:일\s*차|주\s*차).*)$")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Title:
    """A note's title, the rule by which it was found, and the line that it stands on, if any."""

    text: str
    rule: str
    line: int | None = None

    @property
    def origin(self) -> Origin:
        """Where it comes from."""
        return Origin(self.rule, self.line)


@dataclass(frozen=True, slots=True)
class Naming:
    """What the titles of a notebook's notes are made with.

    `alike` are titles that several notes of a folder would have, each with the folder; `forms` tell
    how many notes have one but for its numbers.
    """

    language: str = "en"
    habits: Habits = field(default_factory=Habits)
    alike: frozenset[tuple[str, str]] = frozenset()
    forms: Mapping[str, int] = field(default_factory=dict)


def survey_titles(
    notes: Sequence[ParsedNote], places: Mapping[str, Place], habits: Habits, language: str
) -> Naming:
    """What the titles of these notes are made with."""
    naming = Naming(language, habits)
    counted: Counter[tuple[str, str]] = Counter()
    forms: Counter[str] = Counter()
    for note in notes:
        title = _own_title(note, places[note.path], naming)
        counted.update(_in_folders(note.path, title))
        forms[form_key(title.text)] += 1
    return replace(naming, alike=seen(counted, 2), forms=forms)


def _in_folders(path: str, title: Title) -> list[tuple[str, str]]:
    """The folders in which a title stands beside others, a note's own first.

    A README stands for its folder, too, beside the READMEs of the folders around.
    """
    key = text_key(title.text)
    folder = posixpath.dirname(path)
    keys = [(folder, key)]
    if is_index(path) and folder:
        around = posixpath.dirname(folder)
        keys.append((f"{around}/*", key))
    return keys


def note_title(note: ParsedNote, place: Place, naming: Naming) -> Title:
    """A note's title, the first of these that says something:

    1. what its front matter says;
    2. a heading at its top that stands alone, names its day or says what its file's name does;
    3. the beginning of a template's heading, completed: `# Day ` in `day48.md` is “Day 48”;
    4. its place, with the file's name where several notes share it: 「2일차 · Peersession」;
    5. its file's name; of a README, its folder's.

    Of notes in one folder that would have the same, those that their names tell apart get them.
    """
    title = _own_title(note, place, naming)
    if _is_told_apart(title, note.path, naming):
        return title
    name = readable(own_name(note.path))
    if says_the_same(title.text, name):
        return title
    text = f"{title.text}{TITLE_JOINT}{name}"
    return replace(title, text=shortened(text), rule=f"{title.rule}+name")


def _is_told_apart(title: Title, path: str, naming: Naming) -> bool:
    """Tell whether a title may stay though others have the same.

    A README's stays beside the notes of its folder; and beside READMEs of other folders, if it has
    a word of its folder's name.
    """
    if title.rule == "front-matter":
        return True
    beside, *around = _in_folders(path, title)
    if not is_index(path):
        return beside not in naming.alike
    if not naming.alike.intersection(around):
        return True
    return _has_word_of(title.text, telling_stem(path), least=3)


def title_by_itself(note: ParsedNote) -> str:
    """A note's title, as far as it can be known without the notes around it."""
    nowhere = Place(kind=Kind.PAGE)
    return _own_title(note, nowhere, Naming()).text


def _own_title(note: ParsedNote, place: Place, naming: Naming) -> Title:
    """A note's title, whatever the titles of others are."""
    told = note.front_matter.title
    if told:
        return Title(told, "front-matter")
    heading = top_heading(note)
    if heading is None:
        return _unheaded(note, place, naming)
    says_nothing = _says_nothing(heading, note, place, naming.habits)
    if not says_nothing and _is_of_whole_note(heading, note, place):
        return Title(shortened(heading.text), "heading", heading.line)
    completed = _completed(heading, place)
    if completed:
        return Title(completed, "heading-completed", heading.line)
    if says_the_same(heading.text, telling_stem(note.path)):
        return _repeated(heading, note, place, naming)
    return _unheaded(note, place, naming)


def top_heading(note: ParsedNote) -> Heading | None:
    """The heading that may be a note's title: its first, if that is of level 1 or opens the note.

    One heading of lower rank may stand above an only one of level 1. A note that opens with its
    contents (「목차」) has none.
    """
    if not note.headings or _opens_with_contents(note):
        return None
    first = note.headings[0]
    if first.level == 1:
        return first
    tops = [heading for heading in note.headings if heading.level == 1]
    if len(tops) == 1 and note.headings[1] is tops[0]:
        return tops[0]
    if note.opens_with(first):
        return first
    return None


def _opens_with_contents(note: ParsedNote) -> bool:
    for block in note.blocks:
        if block.text.strip():
            return is_contents_title(block)
    return False


def _says_nothing(heading: Heading, note: ParsedNote, place: Place, habits: Habits) -> bool:
    """Tell whether a heading could stand on any note, or on another one."""
    key = text_key(heading.text)
    if not key or key in habits.openings:
        return True
    if key.isdigit():
        return True
    if _names_other_day(heading.text, place):
        return True
    is_numbered = _DIGIT.search(key) is not None
    return is_generic(heading.text) and not is_numbered and not _is_alone_in_name(key, note)


def _is_alone_in_name(key: str, note: ParsedNote) -> bool:
    """Tell whether a heading is what the file is called, which says nothing else either."""
    return key == text_key(telling_stem(note.path))


def _names_place(text: str, place: Place) -> bool:
    """Tell whether a text names the note's own day, date or week."""
    if _DIGIT.search(text) is None:
        return False
    named = read_name(text)
    if named.day is not None:
        return named.day == place.day
    if named.month_day is not None:
        return named.month_day == _month_day(place)
    return named.week is not None and named.week == place.week


def _month_day(place: Place) -> tuple[int, int] | None:
    if place.own_date is None:
        return place.month_day
    return place.own_date.month, place.own_date.day


def _names_other_day(text: str, place: Place) -> bool:
    """Tell whether a text is nothing but another day than the note's own: a copied `# Day 11`."""
    is_long = len(text) > _LONGEST_BEGINNING
    if is_long or place.day is None or _DIGIT.search(text) is None:
        return False
    named = read_name(text)
    if named.day is None or named.day == place.day:
        return False
    return is_generic(text)


def _is_of_whole_note(heading: Heading, note: ParsedNote, place: Place) -> bool:
    """Tell whether a heading is of the whole note, and not its first section."""
    siblings = _siblings(heading, note.headings)
    if not siblings:
        return heading.level == 1 or _has_word_of_name(heading, note.path)
    if _names_place(heading.text, place):
        return not any(_names_some_place(sibling.text) for sibling in siblings)
    if says_the_same(heading.text, own_name(note.path)):
        return True
    is_numbered = _NUMBERED.match(heading.text) is not None
    if is_numbered or len(siblings) < 2:
        return False
    return all(_NUMBERED.match(sibling.text) for sibling in siblings)


def _has_word_of_name(heading: Heading, path: str) -> bool:
    """Tell whether a heading has a word of its file's name, or that has none which says anything."""
    name = name_beside_place(path)
    if not name or is_generic(name):
        return True
    return _has_word_of(heading.text, name, least=2)


def _has_word_of(text: str, name: str, *, least: int) -> bool:
    """Tell whether a text has a word of a name, of at least so many letters."""
    folded = text.casefold()
    folded_name = name.casefold()
    words = _WORD.findall(folded_name)
    telling = [word for word in words if len(word) >= least]
    return any(word in folded for word in telling)


def _names_some_place(text: str) -> bool:
    named = read_name(text[:_LONGEST_BEGINNING])
    return named.locates


def _siblings(heading: Heading, headings: Sequence[Heading]) -> list[Heading]:
    """The other headings of a heading's rank or above; sentences are none."""
    siblings = []
    for other in headings:
        if other is heading or other.level > heading.level:
            continue
        if other.text and not other.sentence:
            siblings.append(other)
    return siblings


def says_the_same(heading: str, name: str) -> bool:
    """Tell whether a heading says what a file's name does: 「SQL Injection이란」, `sql_injection`.

    It may say more; but an overview of it is one part of it.
    """
    in_heading = text_key(heading)
    in_name = text_key(name)
    if not in_heading or not in_name:
        return False
    if in_name in in_heading:
        says_little_more = len(in_name) >= _LEAST_OF_HEADING * len(in_heading)
        return says_little_more and _ONE_PART.search(heading) is None
    if in_heading in in_name:
        return len(in_heading) >= _LEAST_SHARE * len(in_name)
    likeness = fuzz.token_sort_ratio(heading[:_MOST_COMPARED].lower(), readable(name).lower())
    return max(likeness, fuzz.ratio(in_heading, in_name)) >= ALIKE


def _completed(heading: Heading, place: Place) -> str:
    """The beginning that a template gives a heading, completed by the note's place."""
    text = heading.text[:_LONGEST_BEGINNING]
    unit_first = _UNIT_FIRST.match(text)
    if unit_first is not None:
        words = unit_first["words"]
        is_week = words.lower().endswith("week")
        number = _number(place, of_week=is_week)
        return f"{words} {number}" if number else ""
    unit_last = _UNIT_LAST.match(text)
    if unit_last is None:
        return ""
    words = unit_last["words"]
    is_week = words.startswith("주")
    number = _number(place, of_week=is_week)
    return f"{number}{words}" if number else ""


def _number(place: Place, *, of_week: bool) -> str:
    number = place.week if of_week else place.day
    return "" if number is None else str(number)


def _repeated(heading: Heading, note: ParsedNote, place: Place, naming: Naming) -> Title:
    """The title of a note whose heading other notes have too: it goes behind its place or folder."""
    where = _where(note.path, place, naming.language)
    around = where or folder_name(note.path)
    if not around:
        own = shortened(heading.text)
        return Title(own, "heading", heading.line)
    text = f"{around}{TITLE_JOINT}{heading.text}"
    return Title(shortened(text), "place+heading", heading.line)


def _unheaded(note: ParsedNote, place: Place, naming: Naming) -> Title:
    """The title of a note that has none of its own: its place, its file's name, or both."""
    where = _where(note.path, place, naming.language)
    rest = name_beside_place(note.path)
    if not where:
        return _by_name(note.path, naming)
    if not rest:
        return Title(where, "place")
    says_something = not is_generic(rest) and text_key(rest) not in naming.habits.names
    if says_something and place.kind is not Kind.DAY:
        return Title(readable(rest), "name")
    if place.kind is Kind.DAY and not _tells_apart(rest, place, naming.habits):
        return Title(where, "place")
    return Title(f"{where}{TITLE_JOINT}{readable(rest)}", "place+name")


def _where(path: str, place: Place, language: str) -> str:
    """The place that a note goes by: of a week's note the week, though it has a date too."""
    if place.week is None or place.day is not None:
        return place_name(place, language)
    names_week = read_name(telling_stem(path)).week is not None
    if names_week or place.kind is Kind.WEEK:
        return week_label(place.week, language)
    return place_name(place, language)


def _tells_apart(rest: str, place: Place, habits: Habits) -> bool:
    """Tell whether what a file's name says beside its day is needed, or says something by itself."""
    if day_key(place) in habits.days:
        return True
    return text_key(rest) not in habits.names


def _by_name(path: str, naming: Naming) -> Title:
    """The title by a file's name, behind that of its folder if files in other folders are so called."""
    stem = telling_stem(path)
    name = readable(stem)
    folder = folder_name(path)
    if text_key(stem) in naming.habits.names and folder and not is_index(path):
        return Title(f"{folder}{TITLE_JOINT}{name}", "folder+name")
    return Title(name, "name")
