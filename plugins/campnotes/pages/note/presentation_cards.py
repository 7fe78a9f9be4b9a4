"""The cards of presentations, at the places where these stand in their note."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment
from msgspec import Struct

from campnotes.linking.model import LinkedPresentation, Note
from campnotes.pages.environment import render_presentation_cards
from campnotes.pages.note.card_places import CardPlace, card_places
from campnotes.pages.shown import ShownPresentation, show_presentation
from campnotes.site.model import Site

_ANCHOR = "campnotes-talk-"


class PresentationCard(Struct, frozen=True):
    """A presentation's card, which leaves out what already stands beside it.

    A compact card calls its materials by their kinds alone, since their links stand beside it.
    `anchor` is its id; a card behind a heading needs none.
    """

    shown: ShownPresentation
    anchor: str
    is_compact: bool
    shows_topic: bool
    shows_people: bool

    @property
    def is_empty(self) -> bool:
        """Whether all of the presentation stands beside it."""
        if self.shows_topic or self.shows_people:
            return False
        return not self.shown.has_materials and not self.shown.questions


class CardedBody(Struct, frozen=True):
    """A note's HTML with the cards in it, and the anchors at which they are, by their numbers."""

    html: str
    anchors: Mapping[int, str]


def put_cards(environment: Environment, note: Note, html: str, site: Site) -> CardedBody:
    """Put the cards of a note's presentations into its HTML; one without a place there is left out."""
    named = _names_by_line(note)
    parts: list[str] = []
    anchors: dict[int, str] = {}
    end = 0
    for place in card_places(html, note):
        cards = []
        for number in place.numbers:
            presentation = note.presentations[number - 1]
            names = named.get(presentation.line, set())
            shown = show_presentation(presentation, note, site)
            told = _told_beside(presentation, place, names)
            card = _card(
                number,
                place,
                shown,
                told,
            )
            cards.append(card)
            anchors[number] = card.anchor or presentation.anchor
        before = html[end : place.begins]
        written = render_presentation_cards(environment, note, site, cards)
        parts += [before, written]
        end = place.ends
    rest = html[end:]
    parts.append(rest)
    return CardedBody("".join(parts), anchors)


def _names_by_line(note: Note) -> dict[int, set[str]]:
    """The people who are named on each line of a note."""
    named: dict[int, set[str]] = {}
    for person in note.people:
        on_line = named.setdefault(person.line, set())
        on_line.add(person.name)
    return named


class _Told(Struct, frozen=True):
    """What of a presentation stands on its own line: its people, and the links of its material."""

    people: bool
    materials: bool


def _told_beside(presentation: LinkedPresentation, place: CardPlace, names: set[str]) -> _Told:
    """Tell what already stands beside a card. A card behind a heading shows everything anyway."""
    if not place.is_marked:
        return _Told(people=False, materials=False)
    elsewhere = [
        linked for linked in presentation.materials if linked.link.line != presentation.line
    ]
    return _Told(
        people=names.issuperset(presentation.presenters),
        materials=not elsewhere,
    )


def _card(number: int, place: CardPlace, shown: ShownPresentation, told: _Told) -> PresentationCard:
    is_crowded = len(place.numbers) > 1
    anchor = ""
    if place.is_marked:
        anchor = f"{_ANCHOR}{number}"
    tells_all = told.people and told.materials
    is_compact = place.in_cell or tells_all
    has_more = bool(shown.has_materials or shown.questions)
    needs_people = not told.people or (has_more and not is_compact)
    return PresentationCard(
        shown=shown,
        anchor=anchor,
        is_compact=is_compact and not is_crowded,
        shows_topic=is_crowded,
        shows_people=is_crowded or needs_people,
    )
