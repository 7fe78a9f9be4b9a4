"""Everybody named in the notebook, each on a card; who presented most comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from campnotes.linking.model import LinkedPresentation, Note, Person
from campnotes.linking.place_names import date_label
from campnotes.pages.filtering import by_weight, page_filter
from campnotes.pages.gathered import Gathering, gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.shown import one_a_note
from campnotes.site.by_person import Given
from campnotes.site.model import Site
from campnotes.site.parts import Listing, divide

MOST_TOPICS = 3  # on a card


class PersonCard(Struct, frozen=True):
    """A person, how many presentations are theirs, and the first of them with their notes.

    `span` tells from when to when they presented; `notes` counts those that name who presents
    nothing.
    """

    name: str
    presentations: int
    notes: int
    span: str
    first: tuple[tuple[Note, LinkedPresentation], ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the people, or its parts."""
    people = site.notebook.people
    if not people:
        return
    named = [person for person in people if person.presentations or person.named_in]
    cards = [_card(person, site) for person in named]
    cards.sort(key=_most_first)
    listing = Listing(
        anchor="",
        title="",
        entries=tuple(cards),
    )
    orders = by_weight(site.translate, site.translate("Most presentations first"))
    by_number, by_name = orders[1:]
    gathering = Gathering(
        name="people",
        title=site.translate("People"),
        parts=divide([listing], _elements),
        call=_call,
        filter=page_filter(len(cards), (), (by_number, by_name)),
    )
    yield from gathered_pages(gathering, site)


def _most_first(card: PersonCard) -> tuple[int, int]:
    return -card.presentations, -card.notes


def _elements(card: PersonCard) -> int:
    return 8 + len(card.first)


def _call(card: PersonCard) -> str:
    return card.name


def _card(person: Person, site: Site) -> PersonCard:
    given = site.presentations_of[person.name]
    return PersonCard(
        name=person.name,
        presentations=len(given),
        notes=len(one_a_note(person.named_in, site)),
        span=span_of(given, site),
        first=given[:MOST_TOPICS],
    )


def span_of(given: Sequence[Given], site: Site) -> str:
    """From when to when presentations were given: 「2주차 – 14주차」."""
    labels: dict[str, None] = {}
    for note, presentation in given:
        label = when_given(note, presentation, site)
        if label:
            labels[label] = None
    ends = list(labels)
    if len(ends) > 1:
        return f"{ends[0]} – {ends[-1]}"
    return "".join(ends)


def when_given(note: Note, presentation: LinkedPresentation, site: Site) -> str:
    """The week of a presentation, or what else its note is grouped by; or else its date."""
    group = site.group_of.get(note.path)
    if group is not None:
        return group.title
    place = note.place_at(presentation.line)
    return date_label(place, site.language)
