"""Everybody named in the notebook, each on a card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campnotes.linking.model import LinkedPresentation, Note, Person
from campnotes.pages.gathered import gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.shown import one_a_note
from campnotes.site.model import Site
from campnotes.site.parts import Listing, divide

MOST_TOPICS = 3  # on a card


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person, how many presentations are theirs, and the first of them with their notes.

    `notes` counts those that name who presents nothing.
    """

    name: str
    presentations: int
    notes: int
    first: tuple[tuple[Note, LinkedPresentation], ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the people, or its parts."""
    people = site.notebook.people
    if people:
        named = [person for person in people if person.presentations or person.named_in]
        cards = [_card(person, site) for person in named]
        listing = Listing(anchor="", title="", entries=tuple(cards))
        parts = divide([listing], _elements)
        yield from gathered_pages("people", site.translate("People"), parts, site, _call)


def _elements(card: PersonCard) -> int:
    return 3 + len(card.first)


def _call(card: PersonCard) -> str:
    return card.name


def _card(person: Person, site: Site) -> PersonCard:
    given = site.presentations_of[person.name]
    return PersonCard(
        name=person.name,
        presentations=len(given),
        notes=len(one_a_note(person.named_in, site)),
        first=given[:MOST_TOPICS],
    )
