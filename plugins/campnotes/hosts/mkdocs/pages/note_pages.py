"""MkDocs pages that come from campnotes: notes, and the pages made from all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import TableOfContents
from msgspec import Struct

from campnotes.hosts.mkdocs.pages.packed_content import PackedPage
from campnotes.hosts.mkdocs.pages.page_meta import safe_meta
from campnotes.hosts.mkdocs.pages.page_toc import page_toc
from campnotes.linking.model import Note
from campnotes.pages.generated import GeneratedPage
from campnotes.rules import N_

_MOST_NAMED = 5
_REPLACED = N_(
    "Another plugin put pages of its own in the place of notes ({paths}). campnotes can't work "
    "beside it; mkdocs-static-i18n is one. Leave one of the two out of mkdocs.yml."
)


class RenderedNote(Struct, frozen=True):
    """A note as its page shows it: `note` is what other plugins have left of it."""

    note: Note
    content: str
    toc: TableOfContents


class NoteRendering(Protocol):
    """What renders the notes of one build."""

    def render_note(self, page: NotePage) -> RenderedNote:
        """Say what is to stand on a page, once its text is read."""

    def is_known(self, page: NotePage) -> bool:
        """Tell whether it is known what a page shows, so that nobody reads it before it is finished."""

    def surround(self, page: NotePage) -> str:
        """Give a page's content with what the notebook knows of the note around it."""


class NotePage(PackedPage):
    """The page of a note, rendered by campnotes instead of Python-Markdown.

    One that `is_known` to show what it did in the last build is rendered only when it is finished.
    """

    is_known = False

    def __init__(
        self,
        title: str | None,
        note: Note,
        file: File,
        config: MkDocsConfig,
        rendering: NoteRendering,
    ) -> None:
        # Other plugins ask for a title before the text is read; some read the file, as UTF-8, then.
        super().__init__(title or escape(note.full_title), file, config)
        self.note = note
        self._rendering = rendering

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the note's text as campnotes has read it, unless another plugin brings its own."""
        note = self.note
        source = config.plugins.on_page_read_source(
            page=self,
            config=config,
        )
        if source is None:
            self.markdown = note.parsed.document.body
        else:
            self.file.content_string = source
            super().read_source(config)
        # Theirs would be the front matter as it is written.
        self.meta = safe_meta(note)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the note and its table of contents; what MkDocs gives isn't needed."""
        del config, files
        self.is_known = self._rendering.is_known(self)
        if self.is_known:
            self.content = ""
            self.toc = TableOfContents([])
        else:
            self._render()

    def _render(self) -> None:
        rendered = self._rendering.render_note(self)
        self.show(rendered)

    def finish(self) -> None:
        """Put what the notebook knows of the note around its content."""
        if self.is_known:
            self._render()
        self.content = self._rendering.surround(self)

    def show(self, rendered: RenderedNote) -> None:
        """Take over what is to stand on the page, for the theme and other plugins."""
        note = rendered.note
        headings = note.parsed.headings
        # Another plugin may have changed the text: search and the page's frame go by this one.
        self.note = note
        self.content = rendered.content
        self.toc = rendered.toc
        self.present_anchor_ids = {heading.anchor for heading in headings}
        # MkDocs takes it where neither the navigation nor the front matter has a title.
        self._title_from_render = escape(note.full_title)


class ViewRendering(Protocol):
    """What renders the generated pages of one build."""

    def whole_page(self, page: GeneratedPage) -> GeneratedPage:
        """Give a page with its view, which one that is known doesn't have."""

    def render_view(self, view: GeneratedPage) -> str:
        """Say what is to stand on a page."""


class NotebookPage(PackedPage):
    """A page made from the whole notebook; `view` says what stands on it.

    What `is_late` gets its content only when it is finished, as nobody reads that before. One that
    `is_known` to show what it did in the last build has a `view` without what is shown until then.
    """

    def __init__(
        self,
        title: str,
        view: GeneratedPage,
        file: File,
        config: MkDocsConfig,
        rendering: ViewRendering,
        *,
        is_late: bool = False,
        is_known: bool = False,
    ) -> None:
        title_as_html = escape(title)
        super().__init__(title_as_html, file, config)
        self.view = view
        self._rendering = rendering
        self._is_late = is_late
        self.is_known = is_known

    @property
    def is_index(self) -> bool:
        """Tell whether a theme may merge the page with the section that it stands in."""
        if self.view.section not in {"home", "members", "weeks"}:
            return False
        return super().is_index

    def read_source(self, config: MkDocsConfig) -> None:
        """Set only meta data for the theme: what is in the source is for other plugins."""
        del config
        view = self.view
        title = escape(view.title)
        # It changes with every note. A feed of what is new leaves drafts out, as others do not.
        meta: dict[str, Any] = {"title": title, "draft": True}
        if not view.toc:
            meta["hide"] = ["toc"]
        if not view.search:
            meta["search"] = {"exclude": True}
        self.markdown = ""
        self.meta = meta

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the page's template, if somebody may read it now."""
        del config, files
        entries = self.view.toc
        self.content = "" if self._is_late else self._rendering.render_view(self.view)
        self.toc = page_toc(entries)
        self.present_anchor_ids = {entry.anchor for entry in entries}

    def finish(self) -> None:
        """Render the page's template, if that is still to be done."""
        if self.is_known:
            self.view = self._rendering.whole_page(self.view)
        if self._is_late:
            self.content = self._rendering.render_view(self.view)


def own_pages(
    notes: Iterable[Note], files: Files, translate: Callable[[str], str]
) -> list[NotePage]:
    """Find the pages of those notes that other plugins have left in the site.

    Raises PluginError if one has another page now: it would show the note unsanitised.
    """
    pages = []
    replaced = []
    for note in notes:
        file = files.get_file_from_path(note.path)
        if file is None or file.page is None:
            continue
        if isinstance(file.page, NotePage):
            pages.append(file.page)
        else:
            replaced.append(note.path)
    if replaced:
        message = translate(_REPLACED)
        paths = ", ".join(replaced[:_MOST_NAMED])
        raise PluginError(message.format(paths=paths))
    return pages
