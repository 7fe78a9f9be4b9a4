"""Let through of a note's HTML only what the policy lists.

Authors' styles, scripts, events, forms and embedded pages are dropped; what a dropped tag held stays,
but for scripts and styles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import nh3

from campnotes.markdown.kept_tags import TAGS
from campnotes.patterns import regex
from campnotes.rendering.directions import show_directions
from campnotes.rendering.ids import free_names
from campnotes.rendering.media import shield_media
from campnotes.rendering.policy import (
    EVERYWHERE,
    MATERIAL_CLASSES,
    MATERIAL_OF_TAG,
    MATERIAL_TAGS,
    OF_TAG,
    OUR_CLASSES,
    SCHEMES,
    unsafe_attribute,
    unsafe_attribute_of_material,
)
from campnotes.rendering.tags import ATTRIBUTES

# Scripts and the like leave nothing behind.
_DROPPED_WHOLE = {"script", "style", "iframe", "object", "embed", "noscript", "template"}
_INPUT = regex(rf"<input{ATTRIBUTES}>")
_TAB = regex(r' name="__tabbed_\d+"')


def sanitize(html: str, ask: str = "") -> str:
    """Drop from a note's HTML what could run, or reach out of the note's place in the page.

    `ask` is the question in the place of media from elsewhere; `""` shows them.
    """
    clean = _cleaner().clean(html)
    return _finish(clean, ask)


def sanitize_material(html: str, ask: str = "") -> str:
    """Drop the same from HTML that Python-Markdown's extensions have written."""
    clean = _material_cleaner().clean(html)
    inputs = _INPUT.sub(_only_tabs, clean)
    return _finish(inputs, ask)


def _finish(clean: str, ask: str) -> str:
    shielded = shield_media(clean, ask)
    freed = free_names(shielded)
    return show_directions(freed)


def _only_tabs(given: re.Match[str]) -> str:
    """Leave the inputs of tabs; any other is a box that is ticked or isn't, as on GitHub."""
    if ' type="radio"' in given[0] and _TAB.search(given[0]):
        return given[0]
    checked = ' checked=""' if " checked=" in given[0] else ""
    return f'<input type="checkbox" disabled=""{checked}>'


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=_DROPPED_WHOLE,
        attributes=_attributes(OF_TAG),
        set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
        attribute_filter=unsafe_attribute,
        allowed_classes=OUR_CLASSES,
        url_schemes=SCHEMES,
        link_rel="noopener",
        strip_comments=True,
    )


@lru_cache(maxsize=1)
def _material_cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(MATERIAL_TAGS),
        clean_content_tags=_DROPPED_WHOLE,
        attributes=_attributes(MATERIAL_OF_TAG),
        attribute_filter=unsafe_attribute_of_material,
        allowed_classes={tag: set(MATERIAL_CLASSES) for tag in MATERIAL_TAGS},
        url_schemes=SCHEMES,
        link_rel="noopener",
        strip_comments=True,
    )


def _attributes(of_tag: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Give what nh3 takes: the attributes of each tag, and those of every tag under `*`."""
    attributes = {tag: set(names) for tag, names in of_tag.items()}
    attributes["*"] = set(EVERYWHERE)
    return attributes
