"""Compare how notes are rendered with GitHub's own parser (cmark-gfm).

    python bench/fidelity.py NOTEBOOK…        (or: make fidelity NOTEBOOKS="docs …")
    python bench/fidelity.py --ours NOTEBOOK… (without Python-Markdown, which takes long)

Both renderings become a sequence of tags, addresses and words, without what may differ: ids,
classes, wrappers, highlighting. What cmark-gfm doesn't do but GitHub does (alerts, math, emoji) or
does in other markup (footnotes) is brought to one form on both sides. Printed per notebook, for
plain MkDocs, for Material's recommended extensions and for campnotes: the mean similarity, the
share of notes that are exactly equal, and how many elements of each kind are lost or made up.

Formulas are taken out before, as GitHub does before its parser reads a note.

Where campnotes means to show something else than GitHub it isn't equal. `MEANT` lists these kinds;
for each is printed in how many notes it shows, and "as on GitHub" leaves all of them out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from urllib.parse import unquote

import cmarkgfm
import markdown
from cmarkgfm.cmark import Options as Cmark
from lxml import html as lxml_html
from lxml.html import HtmlElement
from markdown_it.token import Token
from msgspec.structs import replace
from pymdownx.emoji import to_alt
from rapidfuzz.distance import Indel

from campnotes import Settings, read_notebook
from campnotes.linking.model import Note
from campnotes.linking.notebook import link_notebook
from campnotes.linking.surroundings import survey
from campnotes.markdown.emoji import replace_shortcodes
from campnotes.parsing.note import parse_note
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from campnotes.rendering.sanitize import sanitize
from campnotes.settings import ParseOptions

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


@dataclass(frozen=True)
class Compared:
    """A note, and what of it is meant to be shown as GitHub doesn't."""

    note: Note
    repair_emphasis: bool = True
    repair_addresses: bool = True
    read_marks: bool = True
    contents: bool = True
    code_indent: bool = True

    def expected(self) -> list[str]:
        """What GitHub shows."""
        return self._indented(tokens(reference(self.note)))

    def found(self) -> list[str]:
        """What we show."""
        text = self.note.parsed.text
        options = ParseOptions(
            repair_emphasis=self.repair_emphasis,
            repair_addresses=self.repair_addresses,
            read_marks=self.read_marks,
        )
        parsed = parse_note(text, self.note.path, options)
        (note,) = link_notebook([parsed], survey([parsed], Settings())).notes
        if not self.contents:
            note = replace(note, contents=())
        return self._indented(tokens(ours(note)))

    def likeness(self) -> float:
        """How like the two are, from 0 to 1."""
        return Indel.normalized_similarity(self.expected(), self.found())

    def _indented(self, found: list[str]) -> list[str]:
        return found if self.code_indent else list(without_indents(found))


# What is meant: its name, and how to do without it. Each is tried behind those above it.
MEANT: dict[str, dict[str, bool]] = {
    "marks of other tools": {"read_marks": False},
    "emphasis that touches Korean": {"repair_emphasis": False},
    "addresses that touch Korean": {"repair_addresses": False},
    "contents entries without a link": {"contents": False},
    "code behind tabs, a space further left": {"code_indent": False},
}
AS_ON_GITHUB = {name: value for kind in MEANT.values() for name, value in kind.items()}


def kinds_meant(note: Note) -> list[str]:
    """The kinds of what is meant that show in a note: it is more like GitHub's without them."""
    kinds = []
    compared = Compared(note)
    likeness = compared.likeness()
    for kind, changes in MEANT.items():
        compared = replace(compared, **changes)
        before, likeness = likeness, compared.likeness()
        if likeness > before:
            kinds.append(kind)
    return kinds


def without_indents(found: list[str]) -> Iterator[str]:
    """Blocks of code without what stands before all of their lines, and without empty lines."""
    code: list[str] | None = None
    for token in found:
        if token == "<pre>":
            code = []
        elif token == "</pre>" and code is not None:
            lines = [line for line in code if line.strip()]
            yield from dedent("\n".join(lines)).split("\n")
            code = None
        elif code is not None:
            code.append(token)
            continue
        yield token


_FORMULAS = {"math_inline": "$", "math_inline_double": "$$", "math_block": "$$"}


def without_formulas(note: Note) -> str:
    """A note's text with a word in the place of each formula that stands in a paragraph or block."""
    document = note.parsed.document
    kept = []
    done = 0
    for token in _formulas(document.tokens):
        mark = re.escape(_FORMULAS[token.type])
        lines = map(re.escape, token.content.split("\n"))
        # What stands before a line is no part of it: the mark of a quotation, or an indent.
        written = mark + r"\n[\s>]*".join(lines) + mark
        formula = re.compile(written).search(document.body, done)
        if formula:
            kept += [document.body[done : formula.start()], "FORMULA"]
            done = formula.end()
    head = note.parsed.text[: -len(document.body) or None]
    return "".join((head, *kept, document.body[done:]))


def _formulas(found: Iterable[Token]) -> Iterator[Token]:
    for token in found:
        if token.type in _FORMULAS:
            yield token
        yield from _formulas(token.children or ())


def python_markdown(extensions: list[str]) -> Callable[[Note], str]:
    configured = {name: CONFIGURED[name] for name in extensions if name in CONFIGURED}

    def render(note: Note) -> str:
        html = markdown.markdown(
            note.parsed.document.body, extensions=extensions, extension_configs=configured
        )
        return sanitize(re.sub(r'style="text-align: (\w+);"', r'align="\1"', html))

    return render


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
    shown = tag not in _UNWRAPPED and not _is_target(element)
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


def _is_target(element: HtmlElement) -> bool:
    """Tell whether an element is there for its id alone, and shows nothing."""
    is_link = element.tag == "a" and element.get("href") is None
    return is_link and not len(element) and not (element.text or "").strip()


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


Pair = Callable[[Note], tuple[list[str], list[str]]]  # what GitHub shows, and what we do


def by(render: Callable[[Note], str]) -> Pair:
    """Compare with what a renderer makes of a note."""
    return lambda note: (tokens(reference(note)), tokens(render(note)))


def as_meant(note: Note) -> tuple[list[str], list[str]]:
    compared = Compared(note)
    return compared.expected(), compared.found()


def as_on_github(note: Note) -> tuple[list[str], list[str]]:
    """Without what is meant: what remains is the difference that isn't."""
    compared = Compared(note, **AS_ON_GITHUB)
    return compared.expected(), compared.found()


OTHERS: dict[str, Pair] = {
    "plain MkDocs": by(python_markdown(MKDOCS)),
    "Material, recommended": by(python_markdown(RECOMMENDED)),
}
OURS: dict[str, Pair] = {"campnotes": as_meant, "  as on GitHub": as_on_github}


def compare(notes: list[Note], pair: Pair) -> Result:
    """The figures of a renderer over notes."""
    result = Result()
    for note in notes:
        expected, found = pair(note)
        similarity = Indel.normalized_similarity(expected, found)
        result.similarities.append(similarity)
        if expected != found:
            result.unequal.append(note.path)
        for tag in COUNTED:
            missing = expected.count(f"<{tag}>") - found.count(f"<{tag}>")
            (result.lost if missing > 0 else result.extra)[tag] += abs(missing)
    return result


def prepared(folder: Path) -> list[Note]:
    """The notes of a notebook that say something, without their formulas."""
    notes = []
    for note in read_notebook(folder, Settings()).notes:
        if note.parsed.text.strip():
            parsed = parse_note(without_formulas(note), note.path)
            notes += link_notebook([parsed], survey([parsed], Settings())).notes
    return notes


def main(folders: list[str], renderers: dict[str, Pair]) -> None:
    """Print the figures of every renderer for every notebook, and what differs on purpose."""
    for folder in folders:
        notes = prepared(Path(folder))
        print(f"{folder}: {len(notes)} notes")
        for name, pair in renderers.items():
            result = compare(notes, pair)
            mean = sum(result.similarities) / max(len(notes), 1)
            equal = 1 - len(result.unequal) / max(len(notes), 1)
            print(f"  {name:22} similarity {mean:.4f}   exactly equal {equal:7.1%}")
            for label, counts in (("lost", result.lost), ("made up", result.extra)):
                told = ", ".join(f"{tag} {n}" for tag, n in counts.most_common() if n)
                print(f"    {label + ':':9} {told or 'nothing'}")
            if pair in OURS.values() and result.unequal:
                print(f"    unequal:  {', '.join(result.unequal)}")
        meant = Counter(kind for note in notes for kind in kinds_meant(note))
        for kind, count in meant.most_common():
            print(f"  on purpose: {kind}, in {count} notes")


if __name__ == "__main__":
    asked = [argument for argument in sys.argv[1:] if argument != "--ours"]
    main(asked or ["docs"], OURS if "--ours" in sys.argv else OTHERS | OURS)
