"""What may stay of a note's HTML: two lists, one for each flavour.

The list of the `github` flavour is that of GitHub's own pipeline (gjtorikian/html-pipeline,
sanitization_filter.rb), with the few classes that our renderer writes. The one of the `material`
flavour is wider, for what the user's Markdown extensions write.
"""

from __future__ import annotations

import nh3
from pygments.token import STANDARD_TYPES

from campnotes.rendering.code import language_classes

TAGS = frozenset(
    "h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table "
    "thead tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary "
    "details caption figure figcaption abbr bdo cite dfn mark small source span time wbr center "
    "input label section u font colgroup col video".split()
)
EVERYWHERE = frozenset(
    "id title lang dir align valign width height alt colspan rowspan scope start type value "
    "role aria-label aria-hidden aria-describedby aria-labelledby open reversed".split()
)
OF_TAG = {
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
OUR_CLASSES: dict[str, set[str]] = {
    "a": {"headerlink", "footnote-ref", "footnote-backref", "campnotes-dead"},
    "code": set(),
    "details": {"note"},
    "div": {
        "highlight", "admonition", "note", "tip", "important", "warning", "danger", "arithmatex",
        "footnote", *language_classes(),
    },
    "img": {"campnotes-remote"},
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
SCHEMES = {"http", "https", "mailto", "tel", "xmpp", "ftp"}


def unsafe_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Drop the values by which a note could take over a part of the page; a filter for nh3."""
    match attribute:
        case "id" | "name":
            # A theme's own ids begin so: __search, __drawer, __toc.
            is_safe = not value.startswith("__") or value.startswith("__tabbed")
        case "type" if tag == "input":
            is_safe = value in {"checkbox", "radio"}
        case "target":
            is_safe = value == "_blank"
        case _:
            is_safe = True
    return value if is_safe else None


# What Python-Markdown's extensions write beyond nh3's own list.
MATERIAL_TAGS = nh3.ALLOWED_TAGS | {
    "input", "label", "svg", "path", "section", "button", "figure", "figcaption", "nav",
}  # fmt: skip
MATERIAL_ATTRIBUTES = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "*": {"class", "id", "title", "align", "width", "height", "open", "role", "for"},
    "a": {"href", "name", "title", "hreflang"},
    "input": {"type", "name", "checked", "disabled"},
    "svg": {"viewbox", "xmlns"},
    "path": {"d"},
}
# By an attribute of its own a theme knows its parts, so that none may come from a note.
MATERIAL_PREFIXES = frozenset({"aria-"})
