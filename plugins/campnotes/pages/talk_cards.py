"""The cards of presentations, at the places where these stand in their note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment

from campnotes.linking.model import LinkedPresentation, Note
from campnotes.pages.environment import render_talk_cards
from campnotes.pages.shown import ShownPresentation, show_presentation
from campnotes.pages.talk_places import TalkPlace, talk_places
from campnotes.site.model import Site

_ANCHOR = "campnotes-talk-"


@dataclass(frozen=True, slots=True)
class TalkCard:
    """A presentation's card. What stands beside it already isn't shown again.

    `anchor` is its id; one behind a heading needs none.
    """

    shown: ShownPresentation
    anchor: str
    in_cell: bool
    shows_topic: bool
    shows_people: bool

    @property
    def is_empty(self) -> bool:
        """Whether all of the presentation stands beside it."""
        if self.shows_topic or self.shows_people:
            return False
        return not self.shown.has_materials and not self.shown.questions


@dataclass(frozen=True, slots=True)
class CardedBody:
    """A note's HTML with the cards in it, and the anchors at which they are, by their numbers."""

    html: str
    anchors: Mapping[int, str]


def put_cards(environment: Environment, note: Note, html: str, site: Site) -> CardedBody:
    """Put the cards of a note's presentations into its HTML. What has no place there is left out."""
    parts: list[str] = []
    anchors: dict[int, str] = {}
    end = 0
    for place in talk_places(html, note):
        cards = [_card(number, place, note, site) for number in place.numbers]
        before = html[end : place.begins]
        parts.append(before)
        written = render_talk_cards(environment, note, site, cards)
        parts.append(written)
        for number, card in zip(place.numbers, cards, strict=True):
            anchors[number] = card.anchor or card.shown.anchor
        end = place.ends
    rest = html[end:]
    parts.append(rest)
    return CardedBody("".join(parts), anchors)


def _card(number: int, place: TalkPlace, note: Note, site: Site) -> TalkCard:
    presentation = note.presentations[number - 1]
    anchor = f"{_ANCHOR}{number}" if place.is_marked else ""
    is_crowded = len(place.numbers) > 1
    return TalkCard(
        shown=show_presentation(presentation, note, site),
        anchor=anchor,
        in_cell=place.in_cell,
        shows_topic=is_crowded,
        shows_people=is_crowded or _needs_people(presentation, place, note),
    )


def _needs_people(presentation: LinkedPresentation, place: TalkPlace, note: Note) -> bool:
    """Whether a card shows its people: not in a row, or beside an item, which is all of the card."""
    if not place.is_marked:
        return True
    named = {person.name for person in note.people if person.line == presentation.line}
    if not named.issuperset(presentation.presenters):
        return True
    has_more = bool(presentation.materials or presentation.questions)
    return has_more and not place.in_cell
