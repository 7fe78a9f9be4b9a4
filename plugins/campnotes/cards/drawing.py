"""Draw a card as a PNG in shades of one colour; the same version of Pillow gives the same bytes."""

from __future__ import annotations

import io
import zlib

from msgspec import Struct
from PIL import Image, ImageDraw

from campnotes.cards.card import Card, Colour, is_light
from campnotes.cards.lettering import cut, drawable, fitted, font_of

WIDTH = 1200  # pixels: the size that services ask for
HEIGHT = 630
_MARGIN = 84
_ROOM = WIDTH - 2 * _MARGIN
_BAND = 20  # height of the band at the top
_TITLE_SIZES = (82, 70, 60, 52)
_MOST_LINES = 3
_SMALL = 36
_TITLE_TOP = 168
_PLACE_TOP = 84
_PEOPLE_TOP = 482
_SITE_TOP = 534
_SMALLEST = 30
_SIGN = 96  # width of the square with the site's initial
_BESIDE_SIGN = _ROOM - _SIGN - 40

# Shades, from ink to paper; in between lies the site's colour.
_INK = 0
_MUTED = 51
_COLOUR = 102
_PAPER = 255
_SHADES = 16  # as many as a PNG of four bits has
_STEP = 17  # between two of them
_ROUNDED = [(shade + _STEP // 2) // _STEP for shade in range(256)]
_BLACK: Colour = (22, 24, 29)
_WHITE: Colour = (255, 255, 255)


class _Text(Struct, frozen=True):
    """A text on the card: where its upper left corner is, how large and how dark it is."""

    text: str
    top: int
    size: int
    shade: int


def draw_card(card: Card) -> bytes:
    """Draw a card, and give the bytes of its file.

    What the font can't draw is left out, and what there is no room for is cut.
    """
    image = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    band = (0, 0, WIDTH, _BAND)
    draw.rectangle(band, fill=_COLOUR)
    for line in _texts(card):
        font = font_of(line.size)
        corner = (_MARGIN, line.top)
        draw.text(corner, line.text, font=font, fill=line.shade)
    _draw_sign(draw, card)
    return _as_png(image, card.colour)


def _draw_sign(draw: ImageDraw.ImageDraw, card: Card) -> None:
    """Draw the sign of the site, its initial on its colour, as browsers show it in a tab."""
    initial = drawable(card.initial)
    left = WIDTH - _MARGIN - _SIGN
    top = HEIGHT - 60 - _SIGN
    square = (left, top, left + _SIGN, top + _SIGN)
    middle = (left + _SIGN // 2, top + _SIGN // 2)
    draw.rounded_rectangle(
        square,
        radius=20,
        fill=_COLOUR,
    )
    draw.text(
        middle,
        initial,
        font=font_of(56),
        fill=_INK if is_light(card.colour) else _PAPER,
        anchor="mm",
    )


def _texts(card: Card) -> list[_Text]:
    """Set the texts of a card."""
    place = _small(card.place)
    people = _small(card.people)
    site = _small(card.site)
    return [
        _Text(place, _PLACE_TOP, _SMALL, _MUTED),
        *_title(card),
        _Text(people, _PEOPLE_TOP, _SMALL, _INK),
        _Text(site, _SITE_TOP, _SMALLEST, _MUTED),
    ]


def _small(text: str) -> str:
    known = drawable(text)
    return cut(known, _SMALL, _BESIDE_SIGN)


def _title(card: Card) -> list[_Text]:
    known = drawable(card.title)
    size, lines = fitted(known, _TITLE_SIZES, _ROOM, _MOST_LINES)
    height = size * 4 // 3
    texts = []
    for number, line in enumerate(lines):
        top = _TITLE_TOP + number * height
        text = _Text(line, top, size, _INK)
        texts.append(text)
    return texts


def _as_png(image: Image.Image, colour: Colour) -> bytes:
    """Write an image in sixteen shades of a colour."""
    rounded = image.point(_ROUNDED)
    shaded = Image.frombytes("P", image.size, rounded.tobytes())
    shaded.putpalette(_palette(colour))
    written = io.BytesIO()
    shaded.save(
        written,
        "PNG",
        bits=4,
        compress_level=3,
        compress_type=zlib.Z_RLE,  # for what is mostly paper, smaller than the others and faster
    )
    return written.getvalue()


def _palette(colour: Colour) -> list[int]:
    """The shades: from ink to the colour, and from there to paper."""
    values: list[int] = []
    for number in range(_SHADES):
        shade = number * _STEP
        if shade <= _COLOUR:
            mixed = _mix(_BLACK, colour, shade / _COLOUR)
        else:
            mixed = _mix(colour, _WHITE, (shade - _COLOUR) / (_PAPER - _COLOUR))
        values += mixed
    return values


def _mix(first: Colour, second: Colour, part: float) -> list[int]:
    """A colour between two."""
    mixed = []
    for a, b in zip(first, second, strict=True):
        value = a + (b - a) * part
        mixed.append(round(value))
    return mixed
