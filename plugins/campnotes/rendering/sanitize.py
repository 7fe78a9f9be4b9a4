"""Let through of a note's HTML only what the policy lists.

Authors' styles, scripts, events, forms and embedded pages are dropped; what a dropped tag held stays,
but for scripts and styles.
"""

from __future__ import annotations

from functools import lru_cache

import nh3

from campnotes.rendering.policy import (
    EVERYWHERE,
    MATERIAL_ATTRIBUTES,
    MATERIAL_PREFIXES,
    MATERIAL_TAGS,
    OF_TAG,
    OUR_CLASSES,
    SCHEMES,
    TAGS,
    unsafe_attribute,
)


def sanitize(html: str) -> str:
    """Drop from a note's HTML what could run, or reach out of the note's place in the page."""
    return _cleaner().clean(html)


def sanitize_material(html: str) -> str:
    """Drop the same from HTML that Python-Markdown's extensions have written."""
    return _material_cleaner().clean(html)


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    attributes = {tag: set(names) for tag, names in OF_TAG.items()}
    attributes["*"] = set(EVERYWHERE)
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags={"script", "style", "iframe", "object", "embed", "noscript", "template"},
        attributes=attributes,
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
        clean_content_tags={"script", "style"},
        attributes=MATERIAL_ATTRIBUTES,
        generic_attribute_prefixes=set(MATERIAL_PREFIXES),
        attribute_filter=unsafe_attribute,
        link_rel="noopener",
    )
