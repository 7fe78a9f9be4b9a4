"""Tell what a note is about where its title doesn't: 「32일차」 is about 「9강 Transformer」."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile

from msgspec import Struct
from msgspec.structs import replace

from campnotes.linking.file_names import behind_place, beside_place
from campnotes.linking.model import LinkedPresentation
from campnotes.linking.origin import Origin
from campnotes.linking.people.directory import Directory
from campnotes.linking.recurring import (
    Recurring,
    form_key,
    is_generic,
    text_key,
    topic_key,
    without_generic,
)
from campnotes.linking.titles import BY_MONTH, BY_PLACE, Naming
from campnotes.linking.titles.listed import ListedTopic
from campnotes.linking.titles.title import Title
from campnotes.notebook.place import Kind
from campnotes.notebook.plain_text import one_line
from campnotes.parsing.blocks import Block
from campnotes.parsing.kept_blocks import studied_of
from campnotes.parsing.names import clean_name
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading, is_sentence
from campnotes.parsing.questions.titles import is_title as is_title_of_questions
from campnotes.patterns import regex

LONGEST_TOPIC = 60
_MOST_HEADINGS = 60  # of a note that are looked at
_LEAST_LETTERS = 2
_LONGEST_ITEM = 8  # words; what is longer tells what happened
_SET_SMALL = 2  # ranks below what follows
_SERIES = 5  # notes whose titles differ in numbers alone, from which on these are no subject
_SERIES_BY_NAME = 3  # of titles that are files' names
# Rules of titles that tell no subject, whatever the note is.
_OF_SEVERAL = frozenset({"place+heading", BY_MONTH, f"{BY_MONTH}+folder"})
_WITHOUT_TOPIC = frozenset({"page", "template"})
_TASK = regex(r"^\s*\[[ xX]\]\s*")
_NUMBERING = regex(r"^\W*(?:[Qq]\s?)?\d+(?:(?:[-.]\d+)*[.)](?!\d)|(?:-\d+)+\s)\s*")
_EXERCISE = regex(r"과제|퀴즈|quiz|assignment|homework", re.IGNORECASE)
_EMPTY_BRACKETS = regex(r"[(\[（]\s*[)\]）]")
_WORD = regex(r"[^\W_]\S*")
_NAME = regex(r"^\W*\S{1,12}님(?:의?\s*(?:발표|정리|리뷰|강의|코드))*\W*$")
_ADDRESS = regex(r"https?://|www\.", re.IGNORECASE)
# How an item ends that tells how it went: 「잘 안 됨」, 「다 읽었음」, 「내일 하기로 함」.
_TELLS_HOW = regex(
    r"(?:[안못]\s?[됨함]|[했됐었았겠]음|[가-힣]{2}됨|하기로\s?함|[야]\s?[함됨]|같음)[\s.!~]{0,4}$"
)
# Sections that tell how the day was, or what others said, rather than what it was about.
_ASIDE = regex(
    r"회고|느낀|소감|후기|피어|질문|질답|질의|참고|출처|일기|회의|다짐|아쉬|잘한|멘토링|"
    r"(?<![a-z])(?:retro|peer|kpt|references?|questions?|q\s*&\s*a|feedback)|振り返り|疑問|気づき",
    re.IGNORECASE,
)


class Topic(Struct, frozen=True):
    """What a note is about, the rule by which that was found, and where that stands.

    `path` is that of another note, whose list says it.
    """

    text: str
    rule: str
    line: int
    path: str | None = None

    @property
    def origin(self) -> Origin:
        """Where it comes from."""
        return Origin(self.rule, self.line, self.path)


def note_topic(
    note: ParsedNote,
    kind: Kind,
    title: Title,
    naming: Naming,
    *,
    presentations: Sequence[LinkedPresentation],
    directory: Directory,
    listed: ListedTopic | None = None,
) -> Topic | None:
    """What a note is about where its title says no more than which day or part it is.

    It is the first that tells something of: what a list of notes says of it, what it lists as
    studied, its headings, and the topics of its presentations; of a month's note, what it links,
    and of a list of questions, the first.
    What several notes have tells nothing, but where it opens the note and few have it; nor does
    a sentence, a name, or how the day was.
    """
    is_of_somebody = kind not in _WITHOUT_TOPIC and _is_name(beside_place(title.text), directory)
    if not is_of_somebody and not _wants_topic(title, kind, naming):
        return None
    known = text_key(title.text)
    subject = _subject_of_folder(note, title, naming.recurring)
    candidates = _candidates(note, kind, title, presentations, naming.recurring)
    opening = _opening_heading(note, kind, title, naming.recurring)
    for candidate in chain(_of_list(listed), subject, candidates, opening):
        is_known = text_key(candidate.text) in known
        if not is_known and not _is_name(candidate.text, directory):
            return candidate
    return None


def _of_list(listed: ListedTopic | None) -> Iterator[Topic]:
    """What a list says of a note beside which day it is: of 「Day 1 - 벡터」, 「벡터」."""
    if listed is None:
        return
    said = beside_place(listed.text)
    nothing: frozenset[str] = frozenset()
    for topic in _topic(said, "listed", listed.line, nothing):
        yield replace(topic, path=listed.path)


def _subject_of_folder(note: ParsedNote, title: Title, recurring: Recurring) -> Iterator[Topic]:
    """The first heading, if the notes of the folder have it: the chapter that several people wrote on."""
    for heading in _telling_headings(note.headings[:1], title):
        if text_key(heading.text) in recurring.subjects:
            yield from _topic(heading.text, "opening", heading.line, frozenset())


def _wants_topic(title: Title, kind: Kind, naming: Naming) -> bool:
    """Tell whether a title says only a place, or differs from others in numbers alone."""
    if title.rule in _OF_SEVERAL:
        return True
    if kind in _WITHOUT_TOPIC:
        return False
    series = naming.forms.get(form_key(title.text), 0)
    least = _SERIES_BY_NAME if title.rule == "name" else _SERIES
    if title.rule == BY_PLACE or series >= least:
        return True
    return is_generic(beside_place(title.text))


def _candidates(
    note: ParsedNote,
    kind: Kind,
    title: Title,
    presentations: Sequence[LinkedPresentation],
    recurring: Recurring,
) -> Iterator[Topic]:
    studied = studied_of(note.blocks)
    exercises: list[Block] = []
    if kind is not Kind.RETROSPECTIVE:
        exercises = [item for item in studied if _EXERCISE.search(item.text)]
    for item in studied:
        if item not in exercises:
            yield from _studied(item, recurring)
    if kind is not Kind.RETROSPECTIVE:
        for heading in _highest_first(note.headings[:_MOST_HEADINGS], title):
            yield from _topic(heading.text, "heading", heading.line, recurring.headings)
    for item in exercises:
        yield from _studied(item, recurring)
    if title.rule == BY_MONTH:
        yield from _linked(note, recurring)
    for presentation in presentations:
        topic = presentation.topic
        yield from _topic(topic, "presentation", presentation.line, recurring.headings)
    yield from _asked(note)


def _studied(item: Block, recurring: Recurring) -> Iterator[Topic]:
    """What a note lists as studied."""
    task = _TASK.sub("", item.text)
    yield from _topic(task, "studied", item.line, recurring.items)


def _highest_first(headings: Sequence[Heading], title: Title) -> Iterator[Heading]:
    """The telling headings in order, but those last that open the note below what follows them.

    `##### 1. 뿌리` in front of `## 나무` is set in small letters, and no part of it.
    """
    telling = list(_telling_headings(headings, title))
    highest = min((heading.level for heading in headings), default=1)
    small = list(takewhile(lambda heading: heading.level >= highest + _SET_SMALL, headings))
    others = [heading for heading in telling if heading not in small]
    yield from others
    for heading in small:
        if heading in telling:
            yield heading


def _asked(note: ParsedNote) -> Iterator[Topic]:
    """The first question of a note that is one of questions altogether, if it isn't long."""
    if not any(is_title_of_questions(heading.text) for heading in note.headings[:1]):
        return
    for question in note.questions[:1]:
        if len(question.text) <= LONGEST_TOPIC:
            yield Topic(question.text, "question", question.line)


def _linked(note: ParsedNote, recurring: Recurring) -> Iterator[Topic]:
    """What a note links on lines of their own."""
    for block in note.blocks:
        texts = [link.text for link in block.links]
        if block.text.strip() in texts:
            yield from _topic(block.text, "link", block.line, recurring.headings)


def _opening_heading(
    note: ParsedNote, kind: Kind, title: Title, recurring: Recurring
) -> Iterator[Topic]:
    """The first heading, if only some notes have it, as those of one project do, and no template's."""
    # Of a week's notes, all may have it without being a tenth of the notebook.
    if kind is not Kind.DAY:
        return
    for heading in _telling_headings(note.headings[:1], title):
        yield from _topic(heading.text, "opening", heading.line, recurring.sections)


def _is_name(text: str, directory: Directory) -> bool:
    """Tell whether a text is only who presents or is spoken of: 「나래님 발표」, 「김나래」."""
    if _NAME.match(text):
        return True
    rest = without_generic(text)
    name = clean_name(rest.strip(" :：-"))
    return directory.is_name(name)


def _telling_headings(headings: Iterable[Heading], title: Title) -> Iterator[Heading]:
    """The headings outside of what tells how the day was; neither sentences nor the title."""
    aside: int | None = None
    for heading in headings:
        is_title = heading.line == title.line or heading.text == title.text
        if is_title or (aside is not None and heading.level > aside):
            continue
        aside = heading.level if _ASIDE.search(heading.text) else None
        if aside is None and not heading.sentence:
            yield heading


def _topic(written: str, rule: str, line: int, recurring: frozenset[str]) -> Iterator[Topic]:
    """A text as a topic, if it tells something."""
    first = written.partition("\n")[0]
    apart = behind_place(first)
    unnumbered = _NUMBERING.sub("", apart)
    bare = _EMPTY_BRACKETS.sub("", unnumbered)
    words = _WORD.findall(bare)
    if len(words) > _LONGEST_ITEM:
        return
    text = one_line(bare.strip(" :-,"), LONGEST_TOPIC)
    if len(form_key(written)) < _LEAST_LETTERS or topic_key(written) in recurring:
        return
    if _ADDRESS.search(text) or is_sentence(text) or _TELLS_HOW.search(text):
        return
    if not is_generic(beside_place(text)):
        yield Topic(text, rule, line)
