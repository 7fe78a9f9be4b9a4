"""What there is on a day besides what it was about: presentations, questions, a retrospective."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from gettext import NullTranslations

from msgspec import Struct

from campnotes.linking.lines import ByLine
from campnotes.linking.model import Note
from campnotes.linking.of_blocks import of_blocks
from campnotes.notebook.place import Kind
from campnotes.parsing.blocks import Block
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex
from campnotes.rules import N_
from campnotes.site.days.groups import Day

PRESENTATION = "presentation"
QUESTION = "question"
ASSIGNMENT = "assignment"
RETROSPECTIVE = "retrospective"

MARK_NAMES = {
    PRESENTATION: N_("Presentations"),
    QUESTION: N_("Questions"),
    ASSIGNMENT: N_("Assignment"),
    RETROSPECTIVE: N_("Retrospective"),
}

# Headings of the parts of a day; a heading that says more is about something else.
_ASSIGNMENT = regex(
    r"(?:필수|선택|심화|오늘의?|개인|팀)?\s*(?:과제|숙제|미션)(?:\s*(?:정리|수행|진행|결과|제출|\d+))*"
    r"|(?:수행\s*과정|과제\s*수행\s*과정)(?:\s*[/,·&]?\s*결과물?)?(?:\s*정리)?"
    r"|(?:home\s?work|assignments?|missions?)\s*\d*",
    re.IGNORECASE,
)
_RETROSPECTIVE = regex(
    r"(?:학습|오늘의?|하루|개인|일일|데일리)?\s*(?:회고|돌아보기)록?(?:\s*(?:정리|kpt))?"
    r"|(?:daily\s*)?(?:retrospectives?|retro)|振り返り|kpt(?:\s*회고)?",
    re.IGNORECASE,
)
_BESIDE_WORDS = regex(r"^[\W\d_]+|[\W_]+$")
_LONGEST = 40  # characters of such a heading


class Mark(Struct, frozen=True):
    """What a day has, and how many of it where that is counted."""

    kind: str
    count: int = 0


def mark_name(mark: Mark, catalogue: NullTranslations) -> str:
    """What a mark is called: 「질문 2개」 where it is counted, or else its kind."""
    if mark.kind == PRESENTATION:
        text = catalogue.ngettext("%(num)d presentation", "%(num)d presentations", mark.count)
    elif mark.kind == QUESTION:
        text = catalogue.ngettext("%(num)d question", "%(num)d questions", mark.count)
    else:
        return catalogue.gettext(MARK_NAMES[mark.kind])
    return text % {"num": mark.count}


def day_marks(day: Day) -> tuple[Mark, ...]:
    """What is marked of a day, in the order in which it mostly happened."""
    marks = []
    given = len(day.presentations)
    if given:
        marks.append(Mark(PRESENTATION, given))
    asked = day.questions
    if asked:
        marks.append(Mark(QUESTION, asked))
    headings = [_part(heading) for heading in _own_headings(day)]
    if any(map(_ASSIGNMENT.fullmatch, headings)):
        marks.append(Mark(ASSIGNMENT))
    is_whole = any(note.place.kind is Kind.RETROSPECTIVE for note in day.notes)
    if is_whole or any(map(_RETROSPECTIVE.fullmatch, headings)):
        marks.append(Mark(RETROSPECTIVE))
    return tuple(marks)


def is_retrospective(heading: Heading) -> bool:
    """Whether a heading says that its section is one: 「학습 회고」, and not 「회고 쓰는 법」."""
    part = _part(heading)
    return _RETROSPECTIVE.fullmatch(part) is not None


def _own_headings(day: Day) -> Iterator[Heading]:
    """The headings of a day below which something stands."""
    for note in day.notes:
        for heading in note.parsed.headings:
            is_of_day = day.section is None or day.section.has_below(heading.line)
            if is_of_day and _with_text(note).get(heading.line):
                yield heading


@of_blocks
def _with_text(note: Note) -> Mapping[int, bool]:
    """Whether something stands below each heading, by its line."""
    blocks = note.blocks_by_line
    told = {}
    for heading in note.parsed.headings:
        told[heading.line] = _has_text(blocks, heading)
    return told


def _has_text(blocks: ByLine[Block], heading: Heading) -> bool:
    """Whether the next block isn't another heading: an empty part of a template is no mark."""
    below = blocks.after(heading.line)
    if below is None:
        return False
    is_text = below.level == 0
    return is_text or below.level > heading.level


def _part(heading: Heading) -> str:
    text = heading.text[:_LONGEST]
    return _BESIDE_WORDS.sub("", text)
