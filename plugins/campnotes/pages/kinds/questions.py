"""All questions that were asked, note by note, with who asked and whether they are answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.notebook.plain_text import shortened
from campnotes.pages.filtering import in_given_order, in_time, most_first, page_filter
from campnotes.pages.gathered import Gathering, gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.parsing.questions import Question
from campnotes.site.days.groups import Section
from campnotes.site.excerpts import EXCERPT, anchor_at
from campnotes.site.model import Site
from campnotes.site.parts import Listing, divide

_NOTE_ELEMENTS = 5
_QUESTION_ELEMENTS = 5


class AskedQuestion(Struct, frozen=True):
    """A question, where in its note it stands, who asked it, and what says if it is answered."""

    text: str
    anchor: str
    asker: str
    answered: str


class QuestionsAbout(Struct, frozen=True):
    """The questions about a presentation, or those of a note that are about none."""

    note: Note
    topic: str
    presenters: tuple[str, ...]
    questions: tuple[AskedQuestion, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the questions, or its parts."""
    listings = list(_listings(site))
    if not listings:
        return
    weeks: list[str] = []
    askers: list[str] = []
    kinds: list[str] = []
    for listing in listings:
        for about in listing.entries:
            questions = about.questions
            weeks += [listing.title] * len(questions)
            askers += [question.asker for question in questions]
            kinds += [question.answered for question in questions]
    facets = (
        in_given_order("week", site.translate("Weeks"), weeks),
        most_first("person", site.translate("Who asked"), askers),
        most_first("kind", site.translate("Answers"), kinds),
    )
    gathering = Gathering(
        name="questions",
        title=site.translate("Questions"),
        parts=divide(listings, _elements),
        call=_call,
        filter=page_filter(len(weeks), facets, in_time(site.translate)),
    )
    yield from gathered_pages(gathering, site)


def _listings(site: Site) -> Iterator[Listing[QuestionsAbout]]:
    for section in site.sections_of(lambda note: note.all_questions):
        yield Listing(
            anchor=section.anchor,
            title=section.title,
            entries=tuple(_of_section(section, site)),
        )


def _of_section(section: Section, site: Site) -> Iterator[QuestionsAbout]:
    for note in section.notes:
        for presentation in note.presentations:
            if presentation.questions:
                yield QuestionsAbout(
                    note=note,
                    topic=presentation.topic,
                    presenters=presentation.presenters,
                    questions=_asked(presentation.questions, note, site),
                )
        if note.questions:
            yield QuestionsAbout(
                note=note,
                topic="",
                presenters=(),
                questions=_asked(note.questions, note, site),
            )


def _asked(questions: Iterable[Question], note: Note, site: Site) -> tuple[AskedQuestion, ...]:
    asked = []
    answered = site.translate("Answered")
    unanswered = site.translate("Unanswered")
    for question in questions:
        shown = AskedQuestion(
            text=shortened(question.text, EXCERPT),
            anchor=anchor_at(note, question.line),
            asker=question.asker or "",
            answered=answered if question.answers else unanswered,
        )
        asked.append(shown)
    return tuple(asked)


def _elements(about: QuestionsAbout) -> int:
    return _NOTE_ELEMENTS + _QUESTION_ELEMENTS * len(about.questions)


def _call(about: QuestionsAbout) -> str:
    return about.topic or about.note.full_title
