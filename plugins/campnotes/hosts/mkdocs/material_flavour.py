"""Notes in Material's own syntax: Python-Markdown with the user's `markdown_extensions`.

A note is in the `material` flavour if its front matter says so (`flavour: material`), if it lies in
one of the folders of the option `material`, or if it uses syntax that GitHub doesn't know. Its
links, anchors and safety are those of every other note.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig

from campnotes.linking.links import link_link
from campnotes.linking.model import LinkedLink, Match, Note
from campnotes.linking.surroundings import Surroundings
from campnotes.parsing.anchors import Slugger
from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.links import Link, Markup
from campnotes.rendering.sanitize import unsafe_attribute

_SYNTAX = re.compile(r'^(?:!!!|\?\?\?\+?|///) ?\w|^=== "|^--8<-- ', re.MULTILINE)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def is_material(note: Note, folders: tuple[str, ...]) -> bool:
    """Whether a note is in the `material` flavour; `folders` are those of the option."""
    told = note.parsed.front_matter.raw.get("flavour")
    if told in {"material", "github"}:
        return bool(told == "material")
    if any(note.path.startswith(f"{folder.strip('/')}/") for folder in folders):
        return True
    return any(
        _SYNTAX.search(block.text)
        for block in note.parsed.blocks
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
    )


def render_material(
    note: Note,
    text: str,
    config: MkDocsConfig,
    surroundings: Surroundings,
    address: Callable[[LinkedLink], str | None],
) -> tuple[str, list[dict[str, object]]]:
    """A note's HTML, and the tokens of its table of contents as Python-Markdown makes them."""
    markdown = Markdown(
        extensions=list(config.markdown_extensions), extension_configs=config.mdx_configs or {}
    )
    markdown.treeprocessors.register(_Anchors(markdown), "campnotes_anchors", 6)  # before toc, 5
    links = _Links(markdown, note, surroundings, address)
    markdown.treeprocessors.register(links, "campnotes_links", 0)
    html = markdown.convert(text)
    return _cleaner().clean(html), getattr(markdown, "toc_tokens", [])


class _Anchors(Treeprocessor):
    """Gives headings the anchors that they have on GitHub."""

    def run(self, root: Element) -> None:
        slugger = Slugger()
        for element in root.iter():
            if element.tag in _HEADINGS and "id" not in element.attrib:
                element.set("id", slugger.anchor("".join(element.itertext()).strip()))


class _Links(Treeprocessor):
    """Leads links and images where those of other notes lead."""

    def __init__(
        self,
        markdown: Markdown,
        note: Note,
        surroundings: Surroundings,
        address: Callable[[LinkedLink], str | None],
    ) -> None:
        super().__init__(markdown)
        self._path = note.path
        self._surroundings = surroundings
        self._address = address
        self._repaired = {
            f"#{linked.entry.anchor}": f"#{linked.heading.anchor}"
            for linked in note.contents
            if linked.match is Match.REPAIRED and linked.heading and linked.entry.anchor
        }

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(str(element.tag))
            url = element.get(name) if name else None
            if not name or url is None or element.get("class") in {"headerlink", "footnote-ref"}:
                continue
            if "footnote" in (element.get("class") or ""):
                continue
            url = self._repaired.get(url, url)
            link = Link(1, 1, url, "", element.tag == "img", Markup.MARKDOWN)
            address = self._address(link_link(link, self._path, {}, self._surroundings))
            if address is None:
                element.attrib.pop(name)
                element.set("class", "campnotes-dead" if name == "href" else "campnotes-dead-image")
            else:
                element.set(name, address)


def _cleaner() -> nh3.Cleaner:
    """What Material's syntax makes may pass, and nothing that runs."""
    more = {"input", "label", "svg", "path", "section", "button", "figure", "figcaption", "nav"}
    attributes = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
    attributes["*"] = {"class", "id", "title", "align", "width", "height", "open", "role", "for"}
    attributes["a"] = {"href", "name", "title", "hreflang"}
    attributes["input"] = {"type", "name", "checked", "disabled"}
    attributes["svg"] = {"viewbox", "xmlns"}
    attributes["path"] = {"d"}
    return nh3.Cleaner(
        tags=set(nh3.ALLOWED_TAGS) | more,
        clean_content_tags={"script", "style"},
        attributes=attributes,
        generic_attribute_prefixes={"data-md-", "aria-"},
        attribute_filter=unsafe_attribute,
        link_rel="noopener",
    )
