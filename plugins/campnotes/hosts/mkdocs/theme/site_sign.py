"""The sign of a site, by which it is known in a browser's tab: its initial on the theme's colour."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape, unescape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from campnotes.cards.card import Colour, initial_of, is_light
from campnotes.hosts.mkdocs.assets import ASSETS

PLACE = f"{ASSETS}/sign.svg"
# The icons that themes have where nobody names one.
_OF_THEMES = frozenset({None, "", "assets/images/favicon.png", "img/favicon.ico"})
_INDIGO: Colour = (63, 81, 181)
# What Material calls colours by (Material Design, 500; what is too pale for white letters, darker).
_COLOURS: Mapping[str, Colour] = {
    "red": (239, 85, 82),
    "pink": (233, 30, 99),
    "purple": (171, 71, 189),
    "deep-purple": (126, 87, 194),
    "indigo": _INDIGO,
    "blue": (33, 150, 243),
    "light-blue": (2, 166, 242),
    "cyan": (0, 188, 212),
    "teal": (0, 148, 133),
    "green": (76, 174, 79),
    "light-green": (139, 194, 74),
    "lime": (203, 220, 56),
    "yellow": (255, 236, 61),
    "amber": (255, 193, 5),
    "orange": (255, 167, 38),
    "deep-orange": (255, 112, 66),
    "brown": (121, 85, 71),
    "grey": (117, 117, 117),
    "blue-grey": (84, 109, 120),
    "black": (40, 42, 48),
}
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
    '<rect width="64" height="64" rx="14" fill="rgb({red},{green},{blue})"/>'
    '<text x="32" y="34" fill="{ink}" font-family="sans-serif" font-size="38" font-weight="700" '
    'text-anchor="middle" dominant-baseline="central">{initial}</text></svg>\n'
)


def site_colour(config: MkDocsConfig) -> Colour:
    """Give the colour that the theme is told first; indigo, which is Material's, for others."""
    theme: Any = config.theme
    palette = theme.get("palette")
    first = palette[0] if isinstance(palette, list) and palette else palette
    if not isinstance(first, dict):
        return _INDIGO
    name = str(first.get("primary")).replace(" ", "-")
    return _COLOURS.get(name, _INDIGO)


def take_sign(config: MkDocsConfig) -> bool:
    """Have the theme show our sign, where the user names no icon; tells whether it does."""
    theme: Any = config.theme
    if theme.get("favicon") not in _OF_THEMES or "favicon" not in theme:
        return False
    theme["favicon"] = PLACE
    return True


def sign(config: MkDocsConfig) -> str:
    """Draw the sign."""
    name = unescape(config.site_name)
    colour = site_colour(config)
    red, green, blue = colour
    return _SVG.format(
        red=red,
        green=green,
        blue=blue,
        ink="#16181d" if is_light(colour) else "#fff",
        initial=escape(initial_of(name)),
    )
