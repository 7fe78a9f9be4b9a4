"""Compare how notes are rendered with GitHub's own parser (cmark-gfm).

    python bench/fidelity.py NOTEBOOK…        (or: make fidelity NOTEBOOKS="docs …")

Both renderings become a sequence of tags, addresses and words, without what may differ: ids,
classes, wrappers, highlighting. What cmark-gfm doesn't do but GitHub does (alerts, math, emoji) or
does in other markup (footnotes) is brought to one form on both sides. Printed per notebook, for
plain MkDocs, for Material's recommended extensions and for campnotes: the mean similarity, the
share of notes that are exactly equal, and how many elements of each kind are lost or made up.

Where campnotes means to show more than GitHub (emphasis that touches Korean, contents entries
without a link) it isn't equal; "as on GitHub" leaves that out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

import cmarkgfm
import markdown
from cmarkgfm.cmark import Options as Cmark
from lxml import html as lxml_html
from lxml.html import HtmlElement
from pymdownx.emoji import to_alt
from rapidfuzz.distance import Indel

from campnotes import Settings, read_notebook
from campnotes.linking.model import Note
from campnotes.linking.notebook import link_notebook
from campnotes.linking.surroundings import survey
from campnotes.parsing.note import parse_note
from campnotes.rendering.emoji import replace_shortcodes
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from campnotes.rendering.sanitize import sanitize

MKDOCS = ["toc", "tables", "fenced_code"]
RECOMMENDED = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.mark", "pymdownx.tilde",
    "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.keys", "pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed",
    "pymdownx.tasklist",
]  # fmt: skip
CONFIGURED = {"pymdownx.emoji": {"emoji_generator": to_alt}}  # as text, like the others
COUNTED = (
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "table", "tr", "td", "th", "pre",
    "blockquote", "strong", "em", "del", "code", "a", "img", "br", "hr", "input", "details",
)  # fmt: skip


@dataclass
class Result:
    """The figures of one renderer on one notebook."""

    similarities: list[float] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    unequal: list[str] = field(default_factory=list)


def reference(note: Note) -> str:
    """The note as GitHub's parser renders it, sanitised as GitHub does."""
    options = Cmark.CMARK_OPT_UNSAFE | Cmark.CMARK_OPT_FOOTNOTES
    raw = cmarkgfm.github_flavored_markdown_to_html(note.parsed.document.body, options=options)
    raw = re.sub(
        r'(<a href="#fn-[^"]*") id="[^"]*" data-footnote-ref', r'\1 class="footnote-ref"', raw
    )
    return sanitize(
        raw.replace('<section class="footnotes" data-footnotes>', '<div class="footnote">')
    )


def ours(note: Note) -> str:
    return render_note(note, lambda link: link.link.url, Options())


def as_on_github(note: Note) -> str:
    """Without the repairs: what remains is the difference that isn't meant."""
    parsed = parse_note(note.parsed.text, note.path, repair_emphasis=False, repair_addresses=False)
    (linked,) = link_notebook([parsed], survey([parsed], Settings())).notes
    return ours(replace(linked, contents=()))


def python_markdown(extensions: list[str]) -> Callable[[Note], str]:
    configured = {name: CONFIGURED[name] for name in extensions if name in CONFIGURED}

    def render(note: Note) -> str:
        html = markdown.markdown(
            note.parsed.document.body, extensions=extensions, extension_configs=configured
        )
        return sanitize(re.sub(r'style="text-align: (\w+);"', r'align="\1"', html))

    return render


RENDERERS: dict[str, Callable[[Note], str]] = {
    "plain MkDocs": python_markdown(MKDOCS),
    "Material, recommended": python_markdown(RECOMMENDED),
    "campnotes": ours,
    "  as on GitHub": as_on_github,
}


def tokens(html: str) -> list[str]:
    """The structure of a rendering: opening and closing tags, and words."""
    root = lxml_html.fragment_fromstring(html or "<p></p>", create_parent="div")
    found: list[str] = []
    text = ""
    for piece in _walk(root):
        if isinstance(piece, Text):
            text += piece.content
            continue
        found += [*text.split(), piece.name]
        text = ""
    return list(_without_alert_paragraphs([t for t in (*found, *text.split()) if t]))


@dataclass(frozen=True)
class Text:
    """A piece of running text, to be joined with its neighbours."""

    content: str


@dataclass(frozen=True)
class Mark:
    """A tag, or a line of code."""

    name: str


_ALERT = re.compile(r"^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$")


def _without_alert_paragraphs(found: list[str]) -> Iterator[str]:
    """An alert's title stands in a paragraph of its own with GitHub, in the first one with cmark."""
    for i, token in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else ""
        if token == "<p>" and _ALERT.match(after) and i and found[i - 1] == "<blockquote>":
            continue
        yield token
        if _ALERT.match(token) and after != "<p>":
            yield "<p>"


_UNWRAPPED = {"span", "div", "label", "section", "tbody", "thead", "font", "center", "figure", "u"}
_RENAMED = {"s": "del", "strike": "del", "b": "strong", "i": "em", "tt": "code"}


def _walk(element: HtmlElement) -> Iterator[Text | Mark]:
    tag = _RENAMED.get(str(element.tag), str(element.tag))
    classes = (element.get("class") or "").split()
    if {"headerlink", "footnote-backref"} & set(classes):
        return
    if tag == "hr" and "footnote" in (element.getparent().get("class") or "").split():
        return
    if "footnote-ref" in classes:
        yield Mark("[^]")
    elif "arithmatex" in classes:
        yield _text(re.sub(r"\\[()\[\]]", "", element.text_content()))
    elif "campnotes-dead-image" in classes:
        yield Mark("<img>")
    elif "admonition-title" in classes:
        yield Mark(f"[!{element.text_content().strip().upper()}]")
    elif tag in {"pre", "code"}:
        lines = element.text_content().rstrip("\n").split("\n")
        yield from map(Mark, (f"<{tag}>", *lines, f"</{tag}>"))
    else:
        yield from _inside(element, classes, tag)


def _inside(element: HtmlElement, classes: list[str], tag: str) -> Iterator[Text | Mark]:
    tag = "a" if "campnotes-dead" in classes else "blockquote" if "admonition" in classes else tag
    shown = tag not in _UNWRAPPED
    if shown:
        yield Mark(f"<{tag}>")
        yield from (Mark(f"{name}={value}") for name, value in _told(element))
    yield _text(element.text)
    for child in element:
        if isinstance(child.tag, str):
            yield from _walk(child)
        yield _text(child.tail)
    if shown and tag not in {"img", "br", "hr", "input"}:
        yield Mark(f"</{tag}>")


_TELLING = {
    "a": "href",
    "img": "src",
    "ol": "start",
    "td": "align",
    "th": "align",
    "input": "checked",
}


def _told(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """The attribute by which an element shows something else than others of its tag."""
    name = _TELLING.get(str(element.tag))
    value = element.get(name) if name else None
    if name and value is not None and (name, value) != ("start", "1"):
        yield name, "" if name == "checked" else unquote(value)


def _text(text: str | None) -> Text:
    return Text(re.sub(r"\$\$?", "", replace_shortcodes(text or "")))


def compare(notes: list[Note], render: Callable[[Note], str]) -> Result:
    """The figures of a renderer over notes."""
    result = Result()
    for note in notes:
        expected, found = tokens(reference(note)), tokens(render(note))
        similarity = Indel.normalized_similarity(expected, found)
        result.similarities.append(similarity)
        if expected != found:
            result.unequal.append(note.path)
        for tag in COUNTED:
            missing = expected.count(f"<{tag}>") - found.count(f"<{tag}>")
            (result.lost if missing > 0 else result.extra)[tag] += abs(missing)
    return result


def main(folders: list[str]) -> None:
    """Print the figures of every renderer for every notebook."""
    for folder in folders:
        notes = [n for n in read_notebook(Path(folder), Settings()).notes if n.parsed.text.strip()]
        print(f"{folder}: {len(notes)} notes")
        for name, render in RENDERERS.items():
            result = compare(notes, render)
            mean = sum(result.similarities) / max(len(notes), 1)
            equal = 1 - len(result.unequal) / max(len(notes), 1)
            print(f"  {name:22} similarity {mean:.4f}   exactly equal {equal:7.1%}")
            for label, counts in (("lost", result.lost), ("made up", result.extra)):
                told = ", ".join(f"{tag} {n}" for tag, n in counts.most_common() if n)
                print(f"    {label + ':':9} {told or 'nothing'}")
            if name == "campnotes" and result.unequal:
                print(f"    unequal:  {', '.join(result.unequal)}")


if __name__ == "__main__":
    main(sys.argv[1:] or ["docs"])
