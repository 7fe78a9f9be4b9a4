"""Give each note its title, which tells it from the others of its notebook.

A note's first heading is its title where it says something of the whole note. It doesn't where it is
only the first section of several, or what a template puts at the top of every note.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from campnotes.linking.file_names import (
    beside_place,
    folder_name,
    name_beside_place,
    readable,
    telling_stem,
)
from campnotes.linking.model import TITLE_JOINT
from campnotes.linking.place_names import date_label, month_label, place_name, week_label
from campnotes.linking.recurring import (
    Recurring,
    day_key,
    form_key,
    is_generic,
    names_section,
    seen,
    text_key,
)
from campnotes.linking.titles.headings import (
    completed_beginning,
    heading_of_day,
    says_nothing,
    top_heading,
)
from campnotes.linking.titles.likeness import has_word_of, says_the_same
from campnotes.linking.titles.of_notebook import short_title
from campnotes.linking.titles.series import Series, headed_series, heads_series, series_of
from campnotes.linking.titles.title import Title
from campnotes.linking.titles.whole_notes import is_of_whole_note
from campnotes.notebook.layout import read_path
from campnotes.notebook.layout.habits import NO_HABITS, Habits, read_habits
from campnotes.notebook.layout.recognisers import read_name
from campnotes.notebook.paths import is_home, is_index
from campnotes.notebook.place import Kind, Place
from campnotes.notebook.plain_text import shortened
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex
from campnotes.settings import Settings

_MOST_FOLDERS = 8  # around a note that are looked at
_OF_TIME = frozenset({Kind.DAY, Kind.WEEK, Kind.RETROSPECTIVE})
_UNFINISHED = " -–—:|·"  # signs behind which nothing follows
_NUMBERED_PART = regex(r"(?P<part>[^\W\d_]+)[\s_.\-]*(?P<number>\d{1,3})")
BY_MONTH = "month"  # the rule of a title that is the month of the folder around
BY_PLACE = "place"  # the rule of a title that is a place's name


class Naming(Struct, frozen=True):
    """What the titles of a notebook's notes are made with.

    - `habits`: what its names mean, `Aug20` say;
    - `alike`: titles that several notes of a folder would have, each with the folder;
    - `places`: names of places that several notes would have for their title;
    - `forms`: how many notes have a title but for its numbers;
    - `headed`: series of files, most of which have their first heading for a title;
    - `notebook`: what the notebook is called, which its README is where it doesn't say so itself.
    """

    language: str = "en"
    habits: Habits = NO_HABITS
    recurring: Recurring = field(default_factory=Recurring)
    alike: frozenset[tuple[str, str]] = frozenset()
    places: frozenset[str] = frozenset()
    forms: Mapping[str, int] = field(default_factory=dict)
    headed: frozenset[Series] = frozenset()
    notebook: str = ""


def survey_titles(
    notes: Sequence[ParsedNote],
    places: Mapping[str, Place],
    recurring: Recurring,
    settings: Settings,
) -> Naming:
    """What the titles of these notes are made with."""
    habits = read_habits(note.path for note in notes)
    naming = Naming(settings.language, habits, recurring, notebook=settings.title)
    by_themselves = [_own_title(note, places[note.path], naming) for note in notes]
    naming = replace(naming, headed=headed_series(notes, by_themselves))
    in_folders: Counter[tuple[str, str]] = Counter()
    by_place: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for note, by_itself in zip(notes, by_themselves, strict=True):
        path = note.path
        title = by_itself
        if series_of(path) in naming.headed:
            title = _own_title(note, places[path], naming)
        in_folders.update(_in_folders(path, title))
        form = form_key(title.text)
        forms[form] += 1
        if title.rule == BY_PLACE:
            by_place[title.text] += 1
    return replace(
        naming,
        alike=seen(in_folders, 2),
        places=seen(by_place, 2),
        forms=forms,
    )


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
    if title.rule == BY_PLACE and title.text in naming.places:
        return _with_more_of_place(title, note.path, place, naming.language)
    if _is_told_apart(title, note.path, naming):
        return title
    return _with_name(title, note.path)


def _with_more_of_place(title: Title, path: str, place: Place, language: str) -> Title:
    """A place's name that several notes would have, with the week or the date: 「3주차 · 2일차」."""
    if place.day is not None and place.week is not None:
        week = week_label(place.week, language)
        with_week = f"{week}{TITLE_JOINT}{title.text}"
        return replace(title, text=with_week)
    date = date_label(place, language)
    if not date or date == title.text:
        return _with_name(title, path)
    with_date = f"{title.text}{TITLE_JOINT}{date}"
    return replace(title, text=with_date)


def _with_name(title: Title, path: str) -> Title:
    """A title that several notes would have, with what the file is called."""
    told = name_beside_place(path) or _nearest_telling_folder(path) or telling_stem(path)
    name = readable(told)
    if says_the_same(title.text, name):
        return title
    rule = f"{title.rule}+name"
    return replace(
        title,
        rule=rule,
        apart=shortened(name),
    )


def _folder_beside_place(path: str) -> str:
    """What the folder of a file that is named after its day is called: `peer session/210803.md`."""
    folder = posixpath.dirname(path)
    said = beside_place(posixpath.basename(folder))
    return said if form_key(said) else ""


def _nearest_telling_folder(path: str) -> str:
    """What the nearest folder is called that isn't named after a place: `LEVEL 1/Day1/README.md`."""
    folder = path
    for _ in range(_MOST_FOLDERS):
        said = _folder_beside_place(folder)
        folder = posixpath.dirname(folder)
        if said or not folder:
            return said
    return ""


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
    return has_word_of(title.text, telling_stem(path), least=3)


def title_by_itself(note: ParsedNote) -> str:
    """A note's title, as far as it can be known without the notes around it."""
    nowhere = Place(kind=Kind.PAGE)
    naming = Naming()
    title = _own_title(note, nowhere, naming)
    return title.text


def _own_title(note: ParsedNote, place: Place, naming: Naming) -> Title:
    """A note's title, whatever the titles of others are."""
    told = note.front_matter.title
    if told:
        return Title(told, "front-matter")
    heading = top_heading(note)
    if naming.notebook and is_home(note.path) and _names_no_notebook(heading):
        return Title(short_title(naming.notebook), "notebook")
    if heading is None:
        return _unheaded(note, place, naming)
    tells = not says_nothing(heading, note, place, naming.recurring)
    if tells and is_of_whole_note(heading, note, place):
        return Title(_finished(heading.text), "heading", heading.line)
    if tells and series_of(note.path) in naming.headed and heads_series(heading, note):
        return Title(_finished(heading.text), "heading", heading.line)
    below = heading_of_day(heading, note, place)
    if below is not None and _is_named_after_subject(note.path):
        return _by_name(note.path, naming)
    if below is not None:
        return Title(_finished(below.text), "heading", below.line)
    completed = completed_beginning(heading, place)
    if completed:
        return Title(completed, "heading-completed", heading.line)
    if says_the_same(heading.text, telling_stem(note.path)):
        return _repeated(heading, note, place, naming)
    return _unheaded(note, place, naming)


def _names_no_notebook(heading: Heading | None) -> bool:
    """Tell whether a README begins without a heading, or with that of a section: 「진행 방식」."""
    return heading is None or names_section(heading.text)


def _is_named_after_subject(path: str) -> bool:
    """Tell whether a file is called after what it is on, and nothing in its name tells when."""
    name = telling_stem(path)
    return name == name_beside_place(path) and not is_generic(name)


def _finished(heading: str) -> str:
    """A heading as a title; what its author didn't come to say leaves no dash: 「Day 31 -」."""
    rest = heading.rstrip(_UNFINISHED)
    return shortened(rest or heading)


def _repeated(heading: Heading, note: ParsedNote, place: Place, naming: Naming) -> Title:
    """The title of a note whose heading other notes have too: it goes behind its place or folder."""
    where = _where(note.path, place, naming.language)
    is_only_one = day_key(place) not in naming.recurring.days
    if where and is_only_one and is_generic(heading.text):
        return Title(where, BY_PLACE)
    own = Title(shortened(heading.text), "heading", heading.line)
    around = where or _folder_of(note.path)
    if not around or says_the_same(heading.text, around):
        return own
    if not is_generic(heading.text):
        return replace(own, apart=around)
    text = f"{around}{TITLE_JOINT}{heading.text}"
    return Title(shortened(text), "place+heading", heading.line)


def _folder_of(path: str) -> str:
    """The name of the folder that holds a note; of a README, of the one around its folder."""
    if not is_index(path):
        return folder_name(path)
    return folder_name(posixpath.dirname(path))


def _unheaded(note: ParsedNote, place: Place, naming: Naming) -> Title:
    """The title of a note that has none of its own: its place, its file's name, or both."""
    where = _where(note.path, place, naming.language)
    rest = name_beside_place(note.path)
    if not where:
        return _by_month(note.path, naming) or _by_name(note.path, naming)
    if not form_key(rest):
        return Title(where, BY_PLACE)
    return _by_place(where, rest, place, naming)


def _by_place(where: str, rest: str, place: Place, naming: Naming) -> Title:
    """The title by a place and by what the file's name says beside it."""
    recurring = naming.recurring
    is_day = place.kind is Kind.DAY
    if is_day and not _tells_apart(rest, place, recurring):
        return Title(where, BY_PLACE)
    name = readable(rest)
    is_in_each_week = text_key(rest) in recurring.names
    if is_in_each_week and place.kind is Kind.LECTURE and is_generic(rest):
        return Title(where, BY_PLACE)
    says_something = not is_in_each_week and not is_generic(rest)
    if says_something and not is_day:
        return Title(name, "name")
    text = f"{where}{TITLE_JOINT}{name}"
    return Title(text, "place+name")


def _where(path: str, place: Place, language: str) -> str:
    """The place that a note goes by, if it goes by one.

    A week's note goes by the week, though it has a date too. What is of no certain day goes by a week
    only in the folder of one: another folder says more.
    """
    if place.kind not in _OF_TIME:
        if place.week is None or _folder_beside_place(path):
            return ""
        return week_label(place.week, language)
    if place.week is None or place.day is not None:
        return place_name(place, language)
    names_week = read_name(telling_stem(path)).week is not None
    if names_week or place.kind is Kind.WEEK:
        return week_label(place.week, language)
    return place_name(place, language)


def _tells_apart(rest: str, place: Place, recurring: Recurring) -> bool:
    """Tell whether what a file's name says beside its day is needed, or says something by itself.

    What tells the notes of other days apart does so of a day that has but one, too.
    """
    if day_key(place) in recurring.days:
        return True
    key = text_key(rest)
    return key in recurring.parts or key not in recurring.names


def _by_month(path: str, naming: Naming) -> Title | None:
    """The title of what a month's folder holds: “August 2020”, “August 2020 · Discussion 3”.

    It is that of the folder's README, and of a file in a numbered folder whose own name says nothing.
    """
    told = read_path(path, habits=naming.habits)
    if told.year is None or told.month is None:
        return None
    month = month_label(told.year, told.month, naming.language)
    folder = posixpath.basename(posixpath.dirname(path))
    told_by_folder = read_path(f"{folder}/", habits=naming.habits)
    if is_index(path) and told_by_folder.month is not None:
        return Title(month, BY_MONTH)
    numbered = _NUMBERED_PART.fullmatch(folder)
    says_nothing_else = is_index(path) or is_generic(telling_stem(path))
    if numbered is None or not says_nothing_else:
        return None
    part = readable(numbered["part"])
    text = f"{month}{TITLE_JOINT}{part} {numbered['number']}"
    return Title(text, f"{BY_MONTH}+folder")


def _by_name(path: str, naming: Naming) -> Title:
    """The title by a file's name, behind that of its folder if files in other folders are so called."""
    stem = telling_stem(path)
    name = readable(stem)
    folder = folder_name(path)
    is_shared = text_key(stem) in naming.recurring.names
    if not is_shared or not folder or is_index(path):
        return Title(name, "name")
    if form_key(stem) and not is_generic(stem):
        return Title(name, "folder+name", apart=folder)
    return Title(f"{folder}{TITLE_JOINT}{name}", "folder+name")
