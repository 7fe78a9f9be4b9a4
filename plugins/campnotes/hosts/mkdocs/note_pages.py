"""MkDocs pages that come from campnotes: notes, and the pages made from all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from campnotes.hosts.mkdocs.page_meta import safe_meta
from campnotes.hosts.mkdocs.page_toc import page_toc
from campnotes.linking.model import Note
from campnotes.pages.site import GeneratedPage


@dataclass(frozen=True, slots=True)
class RenderedNote:
    """A note as its page shows it: `note` is what other plugins have left of it."""

    note: Note
    content: str
    toc: TableOfContents


class NotePage(Page):
    """The page of a note, rendered by campnotes instead of Python-Markdown.

    `render_note` is given the page once its text is read, and says what is to stand on it.
    """

    def __init__(
        self,
        title: str | None,
        note: Note,
        file: File,
        config: MkDocsConfig,
        render_note: Callable[[NotePage], RenderedNote],
    ) -> None:
        super().__init__(title, file, config)
        self.note = note
        self._render_note = render_note

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the note's text as campnotes has read it, unless another plugin brings its own."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        if source is None:
            self.markdown = self.note.parsed.document.body
        else:
            self.file.content_string = source
            super().read_source(config)
        self.meta = safe_meta(self.note)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the note and its table of contents; what MkDocs gives isn't needed."""
        del config, files
        rendered = self._render_note(self)
        self.note = rendered.note
        self.content = rendered.content
        self.toc = rendered.toc
        self._title_from_render = escape(self.note.title)
        self.present_anchor_ids = {heading.anchor for heading in self.note.parsed.headings}


class NotebookPage(Page):
    """A page made from the whole notebook; `view` says what stands on it."""

    def __init__(
        self,
        title: str,
        view: GeneratedPage,
        file: File,
        config: MkDocsConfig,
        render_view: Callable[[GeneratedPage], str],
    ) -> None:
        super().__init__(escape(title), file, config)
        self.view = view
        self._render_view = render_view

    @property
    def is_index(self) -> bool:
        """Tell whether a theme may merge the page with the section that it stands in."""
        return super().is_index and self.view.section in {"home", "weeks"}

    def read_source(self, config: MkDocsConfig) -> None:
        """Set only meta data for the theme: there is no source."""
        del config
        self.markdown = ""
        self.meta = {"title": escape(self.view.title)}
        if not self.view.search:
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the page's template."""
        del config, files
        self.content = self._render_view(self.view)
        entries = [(entry.level, entry.text, entry.anchor) for entry in self.view.toc]
        self.toc = page_toc(entries)
        self.present_anchor_ids = {entry.anchor for entry in self.view.toc}
