"""Notes in Material's own syntax: Python-Markdown with the user's `markdown_extensions`.

A note is in the `material` flavour if its front matter says so (`flavour: material`), if it lies in
one of the folders of the option `material`, or if it uses syntax that GitHub doesn't know. Its
links, anchors and safety are those of every other note.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig
from msgspec import Struct

from campnotes.linking.bold import bold_targets
from campnotes.linking.links import link_link
from campnotes.linking.model import LinkedLink, Match, Note
from campnotes.linking.of_blocks import of_blocks
from campnotes.linking.surroundings import Surroundings
from campnotes.linking.titles.heading_taken import title_heading
from campnotes.markdown.anchors import Slugger, slug
from campnotes.markdown.html import HEADINGS
from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.links import Link, Markup
from campnotes.parsing.outline import Heading
from campnotes.patterns import regex
from campnotes.rendering.headings import spoken_levels
from campnotes.rendering.sanitize import sanitize_material

Address = Callable[[LinkedLink], str | None]

_TEXT = {BlockKind.PARAGRAPH, BlockKind.HEADING}
_SYNTAX = regex(r'^(?:!!!|\?\?\?\+?|///) ?\w|^=== "|^--8<-- ', re.MULTILINE)
_ATTRIBUTES = regex(r"\{[^{}]*\}\s*$")  # of attr_list: `## Title {#id}`
_STASHED = regex("\x02[^\x02\x03]*\x03")  # where Python-Markdown keeps raw HTML in mind
_ADDRESS_OF = {"a": "href", "img": "src"}  # the attribute that holds it, by tag
_CLASS_IF_DEAD = {"href": "campnotes-dead", "src": "campnotes-dead-image"}


def is_material(note: Note, folders: tuple[str, ...]) -> bool:
    """Tell whether a note is in the `material` flavour; `folders` are those of the option."""
    front_matter = note.parsed.front_matter.raw
    flavour = front_matter.get("flavour")
    if flavour == "material":
        return True
    if flavour == "github":
        return False
    return _is_within(note.path, folders) or _uses_syntax(note)


def _is_within(path: str, folders: Sequence[str]) -> bool:
    for folder in folders:
        name = folder.strip("/")
        if path.startswith(f"{name}/"):
            return True
    return False


@of_blocks
def _uses_syntax(note: Note) -> bool:
    """Tell whether text of a note, not its code, has syntax that GitHub doesn't know."""
    for block in note.parsed.blocks:
        if block.kind not in _TEXT:
            continue
        if _SYNTAX.search(block.text):
            return True
    return False


class MaterialHtml(Struct, frozen=True):
    """A note's HTML, and the tokens of its table of contents as Python-Markdown makes them."""

    content: str
    toc_tokens: list[Any]


def render_material(
    note: Note,
    text: str,
    config: MkDocsConfig,
    surroundings: Surroundings,
    address: Address,
    ask: str = "",
) -> MaterialHtml:
    """Render a note's text; `address` gives a link's, `None` for one that leads nowhere.

    `ask` is the question in the place of media from other hosts; `""` shows them.
    """
    markdown = Markdown(
        extensions=list(config.markdown_extensions), extension_configs=config.mdx_configs or {}
    )
    anchors = _Anchors(markdown, note)
    links = _Links(markdown, note, surroundings, address)
    markdown.treeprocessors.register(anchors, "campnotes_anchors", 6)  # before toc, 5
    markdown.treeprocessors.register(links, "campnotes_links", 0)
    html = markdown.convert(text)
    return MaterialHtml(
        content=sanitize_material(html, ask), toc_tokens=getattr(markdown, "toc_tokens", [])
    )


class _Anchors(Treeprocessor):
    """Gives headings their anchors as on GitHub, and bold texts theirs if the contents leads to them."""

    def __init__(self, markdown: Markdown, note: Note) -> None:
        super().__init__(markdown)
        self._title = title_heading(note)
        self._bold: dict[str, str] = {}
        for target in bold_targets(note.contents):
            self._bold[target.text] = target.anchor
        self._waiting: dict[str, deque[str]] = defaultdict(deque)
        self._slugger = Slugger()
        for heading in note.parsed.headings:
            key = _heading_key(heading.text)
            self._waiting[key].append(heading.anchor)
            self._slugger.taken[heading.anchor] = 0

    def run(self, root: Element) -> None:
        headings = []
        for element in root.iter():
            if element.tag == "strong" and self._bold:
                self._name_bold(element)
            if element.tag in HEADINGS:
                headings.append(element)
        for element in headings:
            self._name(element)
        _tell_levels(headings, self._title)
        # What is no heading for Python-Markdown has its anchor at the top.
        left = [anchor for waiting in self._waiting.values() for anchor in waiting]
        for anchor in reversed(left):
            root.insert(0, Element("a", {"id": anchor}))

    def _name(self, element: Element) -> None:
        """Name a heading; the id that its author gave stays, with the anchor beside it."""
        text = "".join(element.itertext())
        waiting = self._waiting[_heading_key(text)]
        known = waiting.popleft() if waiting else None
        if "id" not in element.attrib:
            element.set("id", known or self._slugger.id(text.strip()))
        elif known is not None and known != element.get("id"):
            anchor = Element("a", {"id": known})
            anchor.tail = element.text
            element.text = None
            element.insert(0, anchor)

    def _name_bold(self, element: Element) -> None:
        text = "".join(element.itertext())
        anchor = self._bold.pop(text.strip(" :："), None)
        if anchor is not None:
            element.set("id", anchor)


def _tell_levels(headings: Sequence[Element], title: Heading | None) -> None:
    """Tell at which level headings are read aloud, where their tags tell another one."""
    levels = [int(element.tag[1:]) for element in headings]
    below_page = [1, *levels[1:]] if title is not None else levels
    spoken = spoken_levels(below_page)
    for element, written in zip(headings, levels, strict=True):
        level = next(spoken)
        if level != written:
            element.set("aria-level", str(level))


def _heading_key(text: str) -> str:
    """The key of a heading's text, which is the same for GitHub and for Python-Markdown."""
    bare = _STASHED.sub("", text)
    plain = _ATTRIBUTES.sub("", bare)
    return slug(plain.strip())


class _Links(Treeprocessor):
    """Leads links and images to the same places as in notes of GitHub's flavour."""

    def __init__(
        self, markdown: Markdown, note: Note, surroundings: Surroundings, address: Address
    ) -> None:
        super().__init__(markdown)
        self._path = note.path
        self._surroundings = surroundings
        self._address = address
        self._repaired = _repaired_anchors(note)

    def run(self, root: Element) -> None:
        for element in root.iter():
            attribute = _ADDRESS_OF.get(str(element.tag))
            if attribute is None or _is_made_by_extension(element):
                continue
            if attribute in element.attrib:
                self._lead(element, attribute)

    def _lead(self, element: Element, attribute: str) -> None:
        """Set the address of a link or image, or mark it as dead."""
        written = element.attrib[attribute]
        link = Link(
            line=1,  # Python-Markdown doesn't tell where
            column=1,
            url=self._repaired.get(written, written),
            text="",
            image=element.tag == "img",
            markup=Markup.MARKDOWN,
        )
        linked = link_link(link, self._path, {}, self._surroundings)
        address = self._address(linked)
        if address is None:
            del element.attrib[attribute]
            element.set("class", _CLASS_IF_DEAD[attribute])
        else:
            element.set(attribute, address)


def _repaired_anchors(note: Note) -> Mapping[str, str]:
    """Give the contents entries that were repaired: `#정-리` leads to `#정리`."""
    repaired = {}
    for linked in note.contents:
        if linked.match is not Match.REPAIRED:
            continue
        written = linked.entry.anchor
        heading = linked.heading
        if written and heading:
            repaired[f"#{written}"] = f"#{heading.anchor}"
    return repaired


def _is_made_by_extension(element: Element) -> bool:
    """Tell whether a link is no author's: beside a heading, or to a footnote and back."""
    classes = element.get("class")
    if not classes:
        return False
    return classes == "headerlink" or "footnote" in classes
