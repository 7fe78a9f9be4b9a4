"""What may stay of a note's HTML: two lists, one for each flavour.

The list of the `github` flavour is that of GitHub's own pipeline (gjtorikian/html-pipeline,
sanitization_filter.rb), with the few classes that our renderer writes. The one of the `material`
flavour is the same with the tags, attributes and classes that Material's Markdown extensions write.
"""

from __future__ import annotations

import re

from pygments.token import STANDARD_TYPES
from pymdownx.keymap_db import keymap

from campnotes.markdown.html import HEADINGS
from campnotes.markdown.kept_tags import TAGS
from campnotes.parsing.embedded_images import is_embedded, is_embedded_image
from campnotes.patterns import regex
from campnotes.rendering.code import language_classes

EVERYWHERE = frozenset(
    "id title lang dir align valign width height alt colspan rowspan scope start type value "
    "role aria-label aria-hidden aria-describedby aria-labelledby open reversed".split()
)
OF_TAG = {
    "a": {"href", "name", "target"},
    "img": {"src", "loading", "srcset"},
    "source": {"srcset", "media"},
    "video": {"src", "controls", "poster"},
    "input": {"checked", "disabled"},
    "time": {"datetime"},
    "details": {"open"},
    "ol": {"start", "reversed"},
    "td": {"abbr"},
    "font": {"color"},
    **{heading: {"aria-level"} for heading in HEADINGS},
}
# The kinds of boxes, after which themes colour them.
BOXES = frozenset(
    "note abstract info tip important success question warning failure danger bug example quote".split()
)
OUR_CLASSES: dict[str, set[str]] = {
    "a": {"headerlink", "footnote-ref", "footnote-backref", "campnotes-dead", "campnotes-name"},
    "code": set(),
    "details": {*BOXES},
    "div": {"highlight", "admonition", "arithmatex", "footnote", *BOXES, *language_classes()},
    "img": {"campnotes-remote"},
    "input": set(),
    "label": {"task-list-control"},
    "li": {"task-list-item"},
    "ol": set(),
    "p": {"admonition-title"},
    "pre": {"mermaid"},
    "span": {
        "arithmatex", "task-list-indicator", "campnotes-dead-image", "campnotes-dead", "filename", "w",
        "campnotes-place",
        *STANDARD_TYPES.values(),
    },
    "ul": {"task-list"},
}  # fmt: skip
# `data:` stays in images of pixels alone; see `unsafe_attribute`.
SCHEMES = {"http", "https", "mailto", "tel", "xmpp", "ftp", "data"}
# Browsers leave these out of an address (URL, basic URL parser).
_LEFT_OUT = regex(r"[\t\n\r]|^[\x00- ]+")
# In a list of images, whose addresses nh3 doesn't look at.
_OTHER_SCHEME = regex(r"(?:^|,)\s*(?!https?:)[\w+.-]+:", re.IGNORECASE)


def unsafe_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Drop the values by which a note could take over a part of the page; a filter for nh3."""
    match attribute:
        case "id" | "name":
            # A theme's own ids begin so: __search, __drawer, __toc. Those of headings give way.
            is_safe = not value.startswith("__") or tag in HEADINGS
        case "type" if tag == "input":
            is_safe = value in {"checkbox", "radio"}
        case "target":
            is_safe = value == "_blank"
        case "aria-level":
            is_safe = value in {"1", "2", "3", "4", "5", "6"}
        case "loading":
            is_safe = value == "lazy"
        case "href" | "src" | "poster" if is_embedded(_LEFT_OUT.sub("", value)):
            is_safe = tag == "img" and attribute == "src" and is_embedded_image(value)
        case "srcset":
            is_safe = not _OTHER_SCHEME.search(value)
        case _:
            is_safe = True
    return value if is_safe else None


# What Python-Markdown's extensions write beyond that: tabs, and icons as drawings.
MATERIAL_TAGS = TAGS | {"svg", "path"}
MATERIAL_OF_TAG = {
    **OF_TAG,
    "input": {"name", "checked", "disabled"},
    "label": {"for"},
    "svg": {"viewBox", "xmlns"},
    "path": {"d"},
}
_ADMONITIONS = (
    "note abstract summary tldr info todo tip hint important success check done question help faq "
    "warning caution attention failure fail missing danger error bug example quote cite"
)
# By extension: admonition and details, tabbed, highlight, tasklist, arithmatex, critic, emoji, grids,
# footnotes, toc, attr_list as Material's reference has it, superfences, magiclink.
_OF_EXTENSIONS = (
    f"admonition admonition-title inline end {_ADMONITIONS} "
    "tabbed-set tabbed-alternate tabbed-labels tabbed-content tabbed-block "
    "highlight highlighttable linenos linenodiv normal special code filename hll codehilite "
    "annotate select copy no-copy no-select "
    "task-list task-list-item task-list-control task-list-indicator arithmatex "
    "critic addition deletion comment break block "
    "twemoji emojione gemoji lg middle grid cards card "
    "footnote footnote-ref footnote-backref headerlink toc toctitle toclink "
    "mermaid abbr "
    "magiclink magiclink-github magiclink-gitlab magiclink-bitbucket magiclink-mention "
    "magiclink-issue magiclink-pull magiclink-commit magiclink-compare magiclink-discussion "
    "magiclink-repository magiclink-ignore"
)
MATERIAL_CLASSES = frozenset(
    {
        *_OF_EXTENSIONS.split(),
        *{name for names in OUR_CLASSES.values() for name in names},
        "keys",
        *{f"key-{key}" for key in keymap},
    }
)


def unsafe_attribute_of_material(tag: str, attribute: str, value: str) -> str | None:
    """Drop the same, but for what ties labels to tabs."""
    if attribute in {"id", "name", "for"} and tag in {"input", "label"}:
        is_safe = not value.startswith("__") or _TAB.fullmatch(value)
        return value if is_safe else None
    return unsafe_attribute(tag, attribute, value)


_TAB = regex(r"__tabbed_\d+(?:_\d+)?")
