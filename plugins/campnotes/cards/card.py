"""What a card says, before it is drawn."""

from __future__ import annotations

from msgspec import Struct

Colour = tuple[int, int, int]  # red, green and blue, to 255

_LIGHT = 160  # of 255, as bright as the eye sees it


class Card(Struct, frozen=True):
    """A card: where in the camp a page belongs, its title, who presents, and the site.

    Each is a text of any length; `initial` and `colour` are the site's sign.
    """

    place: str
    title: str
    people: str
    site: str
    initial: str
    colour: Colour


def is_light(colour: Colour) -> bool:
    """Tell whether dark letters are read better on a colour than white ones."""
    red, green, blue = colour
    brightness = 0.299 * red + 0.587 * green + 0.114 * blue
    return brightness > _LIGHT


def initial_of(name: str) -> str:
    """The letter that stands for a site: the first one of its name, `물` of `물결캠프 노트`."""
    for letter in name:
        if letter.isalnum():
            return letter.upper()
    return ""
