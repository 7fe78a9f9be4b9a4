"""Let through of a note's HTML what GitHub lets through, and of ours what we write ourselves.

The list is that of GitHub's own pipeline (gjtorikian/html-pipeline, sanitization_filter.rb), with
the few classes that our renderer uses. Authors' styles, scripts, events, forms and embedded pages
are dropped; what a dropped tag held stays, but for scripts and styles.
"""

from __future__ import annotations

from functools import lru_cache

import nh3
from pygments.token import STANDARD_TYPES

from campnotes.rendering.code import language_classes

_TAGS = frozenset(
    "h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table "
    "thead tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary "
    "details caption figure figcaption abbr bdo cite dfn mark small source span time wbr center "
    "input label section u font colgroup col video".split()
)
_EVERYWHERE = frozenset(
    "id title lang dir align valign width height alt colspan rowspan scope start type value "
    "role aria-label aria-hidden aria-describedby aria-labelledby open reversed".split()
)
_OF_TAG = {
    "a": {"href", "name", "target"},
    "img": {"src", "loading", "srcset", "longdesc"},
    "source": {"srcset", "media"},
    "video": {"src", "controls", "poster"},
    "input": {"checked", "disabled"},
    "time": {"datetime"},
    "details": {"open"},
    "ol": {"start", "reversed"},
    "td": {"abbr"},
    "font": {"color"},
}
_OUR_CLASSES: dict[str, set[str]] = {
    "a": {"headerlink", "footnote-ref", "footnote-backref", "campnotes-dead"},
    "code": set(),
    "details": {"note"},
    "div": {
        "highlight", "admonition", "note", "tip", "important", "warning", "danger", "arithmatex",
        "footnote", *language_classes(),
    },
    "img": {"campnotes-remote", "emojione", "twemoji"},
    "input": set(),
    "label": {"task-list-control"},
    "li": {"task-list-item"},
    "ol": set(),
    "p": {"admonition-title"},
    "pre": {"mermaid"},
    "span": {
        "arithmatex", "task-list-indicator", "campnotes-dead-image", "campnotes-dead", "filename", "w",
        *STANDARD_TYPES.values(),
    },
    "ul": {"task-list"},
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto", "tel", "xmpp", "ftp"}


def unsafe_attribute(tag: str, attribute: str, value: str) -> str | None:
    """A filter for nh3 that drops the values by which a note could take over part of a page."""
    if attribute in {"id", "name"} and value.startswith("__") and not value.startswith("__tabbed"):
        return None  # Material's own ids: __search, __drawer, __toc
    if tag == "input" and attribute == "type" and value not in {"checkbox", "radio"}:
        return None
    if attribute == "target" and value != "_blank":
        return None
    return value


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    attributes = {tag: set(names) for tag, names in _OF_TAG.items()}
    attributes["*"] = set(_EVERYWHERE)
    return nh3.Cleaner(
        tags=set(_TAGS),
        clean_content_tags={"script", "style", "iframe", "object", "embed", "noscript", "template"},
        attributes=attributes,
        set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
        attribute_filter=unsafe_attribute,
        allowed_classes=_OUR_CLASSES,
        url_schemes=_SCHEMES,
        link_rel="noopener",
        strip_comments=True,
    )


def sanitize(html: str) -> str:
    """The HTML without anything that could run, or reach out of the note's place in the page."""
    return _cleaner().clean(html)
