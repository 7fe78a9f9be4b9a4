"""The cards of presentations, at the places where these stand in their note."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

from campnotes.linking.model import Note
from campnotes.pages.environment import render_talk_cards
from campnotes.pages.shown import ShownPresentation, show_presentation
from campnotes.pages.talk_places import TalkPlace, talk_places
from campnotes.records import dataclass
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
    named = _names_by_line(note)
    parts: list[str] = []
    anchors: dict[int, str] = {}
    end = 0
    for place in talk_places(html, note):
        cards = []
        for number in place.numbers:
            presentation = note.presentations[number - 1]
            names = named.get(presentation.line, set())
            card = _card(
                number,
                place,
                show_presentation(presentation, note, site),
                names,
            )
            cards.append(card)
            anchors[number] = card.anchor or presentation.anchor
        before = html[end : place.begins]
        written = render_talk_cards(environment, note, site, cards)
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


def _card(number: int, place: TalkPlace, shown: ShownPresentation, names: set[str]) -> TalkCard:
    is_crowded = len(place.numbers) > 1
    anchor = ""
    if place.is_marked:
        anchor = f"{_ANCHOR}{number}"
    return TalkCard(
        shown=shown,
        anchor=anchor,
        in_cell=place.in_cell,
        shows_topic=is_crowded,
        shows_people=is_crowded or _needs_people(place, shown, names),
    )


def _needs_people(place: TalkPlace, shown: ShownPresentation, names: set[str]) -> bool:
    """Whether a card shows its people: not where a row or an item names them, and tells all."""
    if not place.is_marked:
        return True
    if not names.issuperset(shown.presenters):
        return True
    has_more = bool(shown.has_materials or shown.questions)
    return has_more and not place.in_cell
