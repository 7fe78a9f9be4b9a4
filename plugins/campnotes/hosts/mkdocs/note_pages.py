"""MkDocs pages that come from campnotes: notes, and the pages made from all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from campnotes.linking.model import LinkedLink, Note, Outcome
from campnotes.pages.generated import GeneratedPage as PageView
from campnotes.parsing.outline import Heading
from campnotes.search.units import boost_of, search_told

_MOST_NUMBER = 10**18  # Python refuses to write numbers of thousands of digits
_SAFE_META = re.compile(r"^[\w\-/]+$")


class NotePage(Page):
    """The page of a note, rendered by campnotes instead of Python-Markdown.

    `render` sets the page's content and returns the note that it shows.
    """

    def __init__(
        self,
        title: str | None,
        note: Note,
        file: File,
        config: MkDocsConfig,
        render: Callable[[NotePage], Note],
    ) -> None:
        super().__init__(title, file, config)
        self.note = note
        self._render = render

    def read_source(self, config: MkDocsConfig) -> None:
        """The note's text as campnotes has read it, unless another plugin brings its own."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        if source is not None:
            self.file.content_string = source
            super().read_source(config)
        else:
            self.markdown = self.note.parsed.document.body
        self.meta = _safe_meta(self.note)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the note, its table of contents too; what MkDocs gives isn't needed."""
        del config, files
        self.note = self._render(self)
        self._title_from_render = escape(self.note.title)
        self.present_anchor_ids = {heading.anchor for heading in self.note.parsed.headings}


class GeneratedPage(Page):
    """A page made from the whole notebook."""

    def __init__(
        self,
        title: str,
        view: PageView,
        file: File,
        config: MkDocsConfig,
        render: Callable[[GeneratedPage], str],
    ) -> None:
        super().__init__(escape(title), file, config)
        self.view = view
        self._render = render

    @property
    def is_index(self) -> bool:
        """Whether a theme may merge the page with the section that it stands in."""
        return super().is_index and self.view.section in {"home", "weeks"}

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source, only meta data for the theme."""
        del config
        self.markdown = ""
        self.meta = {"title": escape(self.view.title)}
        if not self.view.search:
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the page's template."""
        del config, files
        self.content = self._render(self)
        self.toc = _nested((entry.level, entry.text, entry.anchor) for entry in self.view.toc)
        self.present_anchor_ids = {entry.anchor for entry in self.view.toc}


def _safe_meta(note: Note) -> dict[str, Any]:
    """A note's front matter, without what would make a theme's template fail or run a script.

    Notes may be strangers': a template or icon that isn't there would end the whole build, and
    themes write titles and the like into pages as the HTML that MkDocs takes them for.
    """
    told = note.parsed.front_matter
    meta = {
        key: _harmless(value)
        for key, value in told.raw.items()
        if isinstance(key, str) and key not in {"template", "icon", "status", "search", "tags"}
    }
    if search := search_told(note):
        meta["search"] = {"exclude": bool(search.get("exclude")), "boost": boost_of(note)}
    hidden = meta.get("hide")
    if hidden is not None:
        meta["hide"] = [h for h in (hidden if isinstance(hidden, list) else [hidden])
                        if isinstance(h, str) and _SAFE_META.match(h)]  # fmt: skip
    if told.tags:
        meta["tags"] = list(map(escape, told.tags))
    meta["title"] = escape(note.title)
    description = meta.get("description")
    if description is not None and not isinstance(description, str):
        meta.pop("description")
    return meta


def _harmless(value: Any, depth: int = 2) -> Any:
    """A value of front matter as HTML; what is nested deeper or longer than anyone writes is left out."""
    match value:
        case str():
            return escape(value)
        case list():
            return [_harmless(inner, depth - 1) for inner in value] if depth else []
        case dict():
            pairs = value.items() if depth else ()
            return {k: _harmless(v, depth - 1) for k, v in pairs if isinstance(k, str)}
        case int() if abs(value) > _MOST_NUMBER:
            return None
        case bool() | int() | float() | date():
            return value
    return None


def note_toc(headings: Sequence[Heading], first: int = 1, last: int = 6) -> TableOfContents:
    """A note's table of contents as themes expect it: without headings that are sentences.

    Themes take a first entry of level 1 for the title and show what is below it. A note with
    several headings of level 1 has them all below its first.
    """
    shown = [h for h in headings if not h.sentence and first <= h.level <= last]
    entries = [(h.level, h.text, h.anchor) for h in shown]
    if sum(level == 1 for level, _, _ in entries) > 1 and entries[0][0] == 1:
        _, text, anchor = entries[0]
        entries = [(1, text, anchor), *((level + 1, t, a) for level, t, a in entries)]
    return _nested(entries)


def _nested(entries: Iterable[tuple[int, str, str]]) -> TableOfContents:
    roots: list[AnchorLink] = []
    open_links: list[AnchorLink] = []
    for level, text, anchor in entries:
        link = AnchorLink(escape(text, quote=False), anchor, level)
        while open_links and open_links[-1].level >= level:
            open_links.pop()
        (open_links[-1].children if open_links else roots).append(link)
        open_links.append(link)
    if roots:
        roots[0].active = True  # type: ignore[attr-defined]
    return TableOfContents(roots)


def link_address(linked: LinkedLink, page: Page, files: Files) -> str | None:
    """The address of a link on a page; `None` for one that leads nowhere."""
    target = files.get_file_from_path(linked.target) if linked.target else None
    match linked.outcome:
        case Outcome.EXTERNAL | Outcome.OTHER:
            return linked.link.url.strip()
        case Outcome.NOTE | Outcome.FILE if target is not None:
            fragment = f"#{quote(linked.anchor)}" if linked.anchor else ""
            if target is page.file:
                return fragment or "#"
            return get_relative_url(target.url, page.url) + fragment
    # What isn't in this notebook's folder is still to be seen in its repository.
    return linked.link.url.strip() if linked.own else None
