"""Anchors that a unit's title tells, which the index needn't: `web/search/ranking/anchors.js` works them out.

They are those of titles without what GitHub treats otherwise in other scripts. Whatever is told by its
title has just that anchor, so both need only agree.
"""

from __future__ import annotations

import re

TOLD = "#"  # an anchor that the title tells
_OTHERS = re.compile("[^A-Za-z0-9_가-힣ぁ-ゖァ-ヺー一-鿿 -]")


def shortened(location: str, title: str) -> str:
    """Leave out the anchor of a part where its title tells it.

    Example:
        "#1-큐란" of "1. 큐란?" is "#"
    """
    if location == whole_location(TOLD, title):
        return TOLD
    return location


def whole_location(location: str, title: str) -> str:
    """Give a location with the anchor that was left out of it."""
    if location != TOLD:
        return location
    letters = _OTHERS.sub("", title)
    anchor = letters.lower().replace(" ", "-")
    return f"{TOLD}{anchor}"
