"""Which pages have a card, and what each says."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.cards.card import Card, Colour, initial_of
from campnotes.linking.model import TITLE_JOINT, Note, Person
from campnotes.site.labels import place_label
from campnotes.site.model import Site
from campnotes.site.sharing.shared_site import SharedSite

_MOST_PEOPLE = 4


def plan_cards(shared: SharedSite, colour: Colour) -> Iterator[tuple[str, Card]]:
    """Plan the cards of the home page, of the notes and of those who present, by address.

    All other pages show that of the home page.
    """
    site = shared.site
    yield site.home_url, _card(shared, colour, title=shared.name)
    for note in shared.told_notes:
        if note.path != site.home_note:
            url = site.note_urls[note.path]
            yield url, _note_card(note, shared, colour)
    for person in site.notebook.people:
        if person.presentations:
            url = site.person_url(person.name)
            yield url, _person_card(person, shared, colour)


def _note_card(note: Note, shared: SharedSite, colour: Colour) -> Card:
    site = shared.site
    return _card(
        shared,
        colour,
        title=note.full_title,
        place=place_label(note, site.group_of.get(note.path), site.language),
        people=_presenters(note, site),
    )


def _person_card(person: Person, shared: SharedSite, colour: Colour) -> Card:
    given = shared.site.presentations_of[person.name]
    topics = [presentation.topic for _, presentation in given]
    return _card(
        shared,
        colour,
        title=person.name,
        place=shared.site.translate("Presentations"),
        people=TITLE_JOINT.join(filter(None, topics)),
    )


def _card(
    shared: SharedSite, colour: Colour, *, title: str, place: str = "", people: str = ""
) -> Card:
    return Card(
        place=place,
        title=title,
        people=people,
        site=shared.name if title != shared.name else shared.description,
        initial=initial_of(shared.name),
        colour=colour,
    )


def _presenters(note: Note, site: Site) -> str:
    """Who presents in a note, as far as they have pages."""
    known = {person.name for person in site.notebook.people}
    names = [name for name in note.presenters if name in known]
    if not names:
        return ""
    label = site.translate("Presenters")
    shown = TITLE_JOINT.join(names[:_MOST_PEOPLE])
    return f"{label} {shown}"
