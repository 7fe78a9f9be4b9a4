"""A page for each person, like a portfolio: what they presented when, with which materials, and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from campnotes.linking.model import LinkedPresentation, Note, Person
from campnotes.notebook.plain_text import shortened
from campnotes.pages.gathered import presentation_elements
from campnotes.pages.generated import GeneratedPage, TocEntry, toc_entry
from campnotes.pages.kinds.people import span_of, when_given
from campnotes.pages.shown import (
    ShownMaterial,
    ShownPlace,
    ShownPresentation,
    one_a_note,
    show_place,
    show_presentation,
)
from campnotes.site.by_person import NoteQuestion, questions_by_person
from campnotes.site.excerpts import EXCERPT
from campnotes.site.model import Site
from campnotes.site.parts import Listing, Part, divide
from campnotes.site.sharing.feeds import is_news
from campnotes.site.sharing.shared_site import RSS, feed_url

MOST_CITING = 3  # other notes that are told of a material
_PLACE_ELEMENTS = 3
_MATERIAL_ELEMENTS = 8


class PersonPresentation(Struct, frozen=True):
    """A presentation, and the week in which it was given."""

    week: str
    shown: ShownPresentation


class WeekOfPerson(Struct, frozen=True):
    """The presentations that a person gave in a week."""

    week: str
    presentations: tuple[PersonPresentation, ...]


class PersonMaterial(Struct, frozen=True):
    """A material of a person's presentations, and the other notes that cite it too."""

    material: ShownMaterial
    also_in: tuple[ShownPlace, ...]


class PersonQuestion(Struct, frozen=True):
    """A question that a person asked, and where."""

    text: str
    place: ShownPlace


class PersonNumbers(Struct, frozen=True):
    """What a person's page says at a glance; `span` is from when to when they presented."""

    presentations: int
    materials: int
    answered: int
    asked: int
    span: str


_Shown = PersonPresentation | PersonMaterial | PersonQuestion | ShownPlace


class PersonView(Struct, frozen=True):
    """A person with their places in the notebook, or a part of these.

    `before` and `after` are the addresses of the parts beside this one, `feed` that of what is new of
    the person, in the site.
    """

    person: Person
    numbers: PersonNumbers
    weeks: tuple[WeekOfPerson, ...]
    materials: tuple[_Shown, ...]
    asked: tuple[_Shown, ...]
    moderated: tuple[_Shown, ...]
    named: tuple[_Shown, ...]
    feed: str = ""
    whole: str = ""
    before: str = ""
    after: str = ""


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the pages of all people; they are found through the page of the people."""
    asked = questions_by_person(site.notebook.notes)
    for person in site.notebook.people:
        yield from _pages(person, asked.get(person.name, ()), site)


def _pages(person: Person, asked: Sequence[NoteQuestion], site: Site) -> Iterator[GeneratedPage]:
    name = person.name
    listings = _listings(person, asked, site)
    parts = divide(listings, _elements) or ((),)
    count = len(parts)
    sources = [site.person_source(name, number) for number in range(1, count + 1)]
    urls = list(map(site.page_url, sources))
    around = ["", *urls, ""]
    numbers = _numbers(person, listings, site)
    feed = _feed(person, site)
    for number, part in enumerate(parts, 1):
        shown = {listing.anchor: listing.entries for listing in part}
        view = PersonView(
            person=person,
            numbers=numbers,
            weeks=tuple(_by_week(shown.get("presentations", ()))),
            materials=shown.get("materials", ()),
            asked=shown.get("asked", ()),
            moderated=shown.get("moderated", ()),
            named=shown.get("named", ()),
            feed=feed,
            whole=urls[0] if count > 1 else "",
            before=around[number - 1],
            after=around[number + 1],
        )
        yield GeneratedPage(
            source=sources[number - 1],
            title=_title(person, number, parts),
            template="campnotes/person.html",
            section="people",
            view=view,
            toc=_toc(part),
            in_nav=False,
        )


def _by_week(shown: Iterable[_Shown]) -> Iterator[WeekOfPerson]:
    presentations = [given for given in shown if isinstance(given, PersonPresentation)]
    for week, of_week in groupby(presentations, key=_week):
        yield WeekOfPerson(week, tuple(of_week))


def _week(given: PersonPresentation) -> str:
    return given.week


def _feed(person: Person, site: Site) -> str:
    """The address of a person's feed, which is there where a note of theirs is news."""
    given = site.presentations_of[person.name]
    has_news = any(is_news(note) for note, _ in given)
    if not site.has_feeds or not has_news:
        return ""
    page = site.person_url(person.name)
    return feed_url(page, RSS)


def _title(person: Person, number: int, parts: Sequence[object]) -> str:
    if number == 1:
        return person.name
    return f"{person.name} {number}/{len(parts)}"


def _numbers(person: Person, listings: Sequence[Listing[_Shown]], site: Site) -> PersonNumbers:
    given = site.presentations_of[person.name]
    counts = {listing.anchor: len(listing.entries) for listing in listings}
    answered = 0
    for _, presentation in given:
        with_answers = [question for question in presentation.questions if question.answers]
        answered += len(with_answers)
    return PersonNumbers(
        presentations=counts["presentations"],
        materials=counts["materials"],
        answered=answered,
        asked=counts["asked"],
        span=span_of(given, site),
    )


def _listings(person: Person, asked: Sequence[NoteQuestion], site: Site) -> list[Listing[_Shown]]:
    name = person.name
    given = site.presentations_of[name]
    presentations = [_show(note, presentation, name, site) for note, presentation in given]
    moderated = one_a_note(site.moderated_by.get(name, ()), site)
    # A note is listed once, where it tells most.
    told = {note.path for note, _ in given}
    told.update(place.note.path for place in moderated)
    elsewhere = [place for place in person.named_in if place.path not in told]
    translate = site.translate
    return [
        _listing("presentations", translate("Presentations"), presentations),
        _listing("materials", translate("Materials"), _materials(presentations, site)),
        _listing("asked", translate("Asked"), _questions(asked, site)),
        _listing("moderated", translate("Moderated"), moderated),
        _listing("named", translate("Named in"), one_a_note(elsewhere, site)),
    ]


def _listing(anchor: str, title: str, entries: Iterable[_Shown]) -> Listing[_Shown]:
    return Listing(
        anchor=anchor,
        title=title,
        entries=tuple(entries),
    )


def _show(
    note: Note, presentation: LinkedPresentation, name: str, site: Site
) -> PersonPresentation:
    return PersonPresentation(
        week=when_given(note, presentation, site),
        shown=show_presentation(presentation, note, site, person=name),
    )


def _materials(presentations: Iterable[PersonPresentation], site: Site) -> Iterator[PersonMaterial]:
    """Go through the materials of presentations, each once, at its first presentation."""
    first: dict[str, tuple[Note, ShownMaterial]] = {}
    for given in presentations:
        for material in given.shown.materials:
            first.setdefault(material.url, (given.shown.note, material))
    for note, material in first.values():
        others = _citing(material, site)
        elsewhere = [place for place in others if place.note.path != note.path]
        yield PersonMaterial(
            material=material,
            also_in=tuple(elsewhere[:MOST_CITING]),
        )


def _citing(material: ShownMaterial, site: Site) -> Sequence[ShownPlace]:
    reference = site.references.get(material.canonical)
    if reference is None:
        return ()
    return one_a_note(reference.cited_by, site)


def _questions(asked: Iterable[NoteQuestion], site: Site) -> Iterator[PersonQuestion]:
    for note, question in asked:
        yield PersonQuestion(
            text=shortened(question.text, EXCERPT),
            place=show_place(note.path, question.line, site),
        )


def _elements(shown: _Shown) -> int:
    if isinstance(shown, PersonPresentation):
        return 2 + presentation_elements(shown.shown)
    if isinstance(shown, PersonMaterial):
        return _MATERIAL_ELEMENTS
    return _PLACE_ELEMENTS


def _toc(part: Part[_Shown]) -> tuple[TocEntry, ...]:
    entries = [toc_entry(listing.title, listing.anchor) for listing in part]
    return tuple(entries)
