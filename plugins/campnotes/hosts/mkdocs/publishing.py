"""What the pages of one build are rendered from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url
from msgspec.structs import replace

from campnotes.caching.notes import NoteCache, html_key
from campnotes.hosts.mkdocs.addresses import file_url, link_address
from campnotes.hosts.mkdocs.assets import browser_assets
from campnotes.hosts.mkdocs.files import SiteFiles
from campnotes.hosts.mkdocs.keeping.kept_readings import bring_back_readings
from campnotes.hosts.mkdocs.keeping.known_pages import KnownPages
from campnotes.hosts.mkdocs.material_flavour import Address, is_material, render_material
from campnotes.hosts.mkdocs.note_options import note_options, toc_levels
from campnotes.hosts.mkdocs.other_plugins import shows_tags
from campnotes.hosts.mkdocs.pages.note_pages import NotePage, RenderedNote
from campnotes.hosts.mkdocs.pages.note_sources import source_of
from campnotes.hosts.mkdocs.pages.page_meta import hide, is_hidden
from campnotes.hosts.mkdocs.pages.page_toc import note_toc
from campnotes.hosts.mkdocs.pages.sealed_pages import SealedPage
from campnotes.hosts.mkdocs.theme.compiled_templates import compiled_templates
from campnotes.linking.anchors import Anchors
from campnotes.linking.model import LinkedLink, Note, Outcome
from campnotes.linking.notebook import link_note
from campnotes.linking.surroundings import Surroundings, with_draft
from campnotes.locales import translations
from campnotes.pages.environment import make_environment, render_page
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.kinds import generated_pages
from campnotes.pages.not_found import list_addresses, render_not_found
from campnotes.pages.note.contents_fold import headings_of_toc
from campnotes.pages.note.page import surround
from campnotes.parsing.note import ParsedNote, parse_note
from campnotes.reading import NotebookReading
from campnotes.rendering.note import render_note, what_html_shows
from campnotes.rendering.options import Options
from campnotes.site.model import Site


class Publishing:
    """One build: the linked notebook, MkDocs' files, and how the pages come from them."""

    def __init__(
        self,
        reading: NotebookReading,
        files: Files,
        config: MkDocsConfig,
        material_folders: tuple[str, ...],
        site_files: SiteFiles,
        remote_images: str,
        cache: NoteCache,
        *,
        has_feeds: bool,
    ) -> None:
        self.notebook = reading.notebook
        self._surroundings = reading.surroundings
        self._parsed = reading.parsed
        self._others = reading.files.others
        self._files = files
        self._site_files = site_files
        self._config = config
        self._material_folders = material_folders
        self._remote_images = remote_images
        self._cache = cache
        self._has_feeds = has_feeds
        self._addresses_to_be: dict[str, str] = {}
        self._language = reading.notebook.settings.language
        theme_folders = [str(folder) for folder in config.theme.dirs]
        self._environment = make_environment(theme_folders, self._language)
        self._environment.bytecode_cache = compiled_templates(self._language)
        self.memory = cache.memory(config.docs_dir)
        bring_back_readings(self.notebook, self.memory)
        self.known = KnownPages(self.memory, self.notebook.settings.parsing)

    @cached_property
    def site(self) -> Site:
        """The site as the generated pages see it."""
        note_urls = {note.path: self._note_url(note) for note in self.notebook.notes}
        taken: list[str] = []
        for file in self._files:
            if file.inclusion.is_in_serve():
                taken += (file.src_uri, file.dest_uri)
        return Site(
            notebook=self.notebook,
            language=self._language,
            note_urls=note_urls,
            page_url=self.page_url,
            taken=frozenset(taken),
            other_files=self._others,
            shows_tags=shows_tags(self._config),
            has_feeds=self._has_feeds and bool(self._config.site_url),
        )

    def page_url(self, source: str) -> str:
        """Give the address of a generated page, relative to the site's root."""
        file = self._files.src_uris.get(source)
        if file is None:
            return self._address_to_be(source)
        return file_url(file)

    def _address_to_be(self, source: str) -> str:
        """Give the address that MkDocs would give a page which isn't there yet."""
        known = self._addresses_to_be.get(source)
        if known is None:
            directory_urls = self._config.use_directory_urls
            file = File(source, None, "", directory_urls)
            known = file_url(file)
            self._addresses_to_be[source] = known
        return known

    def _note_url(self, note: Note) -> str:
        file = self._files.src_uris.get(note.path)
        if file is None:
            return ""
        return file_url(file)

    @cached_property
    def person_urls(self) -> dict[str, str]:
        """The addresses of the people's pages, by name."""
        urls = {}
        for person in self.notebook.people:
            name = person.name
            urls[name] = self.site.person_url(name)
        return urls

    def render_note(self, page: NotePage) -> RenderedNote:
        """Render what stands on a note's page, from its text as other plugins have left it."""
        note = self._as_on_page(page)

        def address(linked: LinkedLink) -> str | None:
            if linked.outcome is Outcome.FOLDER:
                return self._folder_address(linked, page)
            return link_address(linked, page, self._site_files)

        if is_material(note, self._material_folders):
            return self._render_material(note, note.parsed.document.body, address)
        first, last = toc_levels(self._config)
        return RenderedNote(
            note=note,
            content=self._render_github(note, page, address),
            toc=note_toc(headings_of_toc(note), first, last),
        )

    def _folder_address(self, linked: LinkedLink, page: NotePage) -> str | None:
        folder = linked.target or ""
        url = self.site.folder_url(folder)
        if url is not None:
            return get_relative_url(url, page.url)
        if linked.own:
            return linked.link.url.strip()
        return self.site.linked_folders.in_repository(folder)

    def _render_github(self, note: Note, page: NotePage, address: Address) -> str:
        """Render a note, or take the HTML that was kept of it; a sealed note's is never kept."""
        options = self._note_options

        def person(name: str) -> str | None:
            url = self.person_urls.get(name)
            return None if url is None else get_relative_url(url, page.url)

        if isinstance(page, SealedPage):
            return render_note(note, address, options)
        parsing = self.notebook.settings.parsing
        seen = [parsing, *what_html_shows(note, address, options, person)]
        key = html_key(note.parsed.text, seen)
        kept = self._cache.html(key)
        if kept is not None:
            return kept
        html = render_note(note, address, options, person)
        self._cache.keep_html(key, html)
        return html

    def _as_on_page(self, page: NotePage) -> Note:
        """Read and link a note again if another plugin changed its text, or if that was sealed."""
        if isinstance(page, SealedPage):
            return self.link_again(page.text)
        note = page.note
        as_read = note.parsed.document.body
        if page.markdown == as_read:
            return note
        settings = self.notebook.settings
        changed = parse_note(page.markdown or "", note.path, settings.parsing)
        return self.link(changed)

    def link(self, parsed: ParsedNote) -> Note:
        """Link a note that was read anew, or a draft, which the notebook itself doesn't know."""
        return link_note(parsed, self._around(parsed))

    def _around(self, parsed: ParsedNote) -> Surroundings:
        if parsed.path in self._surroundings.places:
            return self._surroundings
        return with_draft(parsed, self._surroundings)

    def link_again(self, text: ParsedNote) -> Note:
        """Link a note whose text isn't that of its notebook: sealed there, or saved since."""
        known = self._surroundings
        anchors = {**known.anchors, text.path: Anchors.of(text)}
        return link_note(text, replace(known, anchors=anchors))

    def _render_material(self, note: Note, text: str, address: Address) -> RenderedNote:
        ask = self._note_options.ask_for_remote
        around = self._around(note.parsed)
        html = render_material(note, text, self._config, around, address, ask)
        toc = get_toc(html.toc_tokens)
        return RenderedNote(
            note=note,
            content=html.content,
            toc=toc,
        )

    @cached_property
    def _note_options(self) -> Options:
        translate = translations(self._language).gettext
        asks = self._remote_images == "ask"
        return note_options(self._config, self._site_files, translate, asks=asks)

    def is_known(self, page: NotePage) -> bool:
        """Tell whether a page shows what it did in the last build.

        Not where another plugin has its own text for it, or other extensions of Markdown a say.
        """
        note = page.note
        if isinstance(page, SealedPage) or note.path not in self.notebook.by_path:
            return False
        as_read = note.parsed.document.body
        if page.markdown != as_read or is_material(note, self._material_folders):
            return False
        return bool(self.known.of_note(note))

    def render_view(self, view: GeneratedPage) -> str:
        """Render a generated page's fragment."""
        return render_page(self._environment, view, self.site)

    @cached_property
    def generated_pages(self) -> tuple[GeneratedPage, ...]:
        """The pages made from the notebook, in the order of the navigation.

        Where they are known to be as they were, what they show is left out (`whole_page`).
        """
        known = self.known.generated
        return known or tuple(self._whole_pages.values())

    def whole_page(self, page: GeneratedPage) -> GeneratedPage:
        """Give a generated page with what it shows."""
        return self._whole_pages[page.source]

    @cached_property
    def _whole_pages(self) -> Mapping[str, GeneratedPage]:
        pages = {}
        for page in generated_pages(self.site):
            pages[page.source] = page
        return pages

    def render_not_found(self, base: str, addresses: str) -> str:
        """Render what is shown at an address without a page."""
        pages = self.generated_pages
        return render_not_found(self._environment, pages, self.site, base, addresses)

    def list_addresses(self) -> str:
        """List all pages, for the script of `404.html`."""
        pages = self.generated_pages
        return list_addresses(pages, self.site)

    def assets(self) -> Iterator[tuple[str, Path]]:
        """Go through the files that browsers need, with their places in the site."""
        notes = [self._parsed[note.path] for note in self.notebook.notes]
        return browser_assets(notes)

    def arrange(self, page: NotePage) -> None:
        """Have the theme leave out what our own parts of the page show already, or in another order.

        - It is told a note's neighbours in the order of the camp, which our foot leads to.
        - Home has the width of both columns; the README's headings are below the calendar.
        """
        if page.is_homepage:
            hide(page.meta, "toc")
        before, after = self.site.neighbours(page.note.path)
        if before is None and after is None:
            return
        page.previous_page = self._page_of(before)
        page.next_page = self._page_of(after)
        hide(page.meta, "footer")

    def _page_of(self, note: Note | None) -> Page | None:
        if note is None:
            return None
        file = self._files.get_file_from_path(note.path)
        return file.page if file else None

    def surround(self, page: NotePage) -> str:
        """Put what the notebook knows about a note above and below its content."""
        note = page.note
        if note.path not in self.notebook.by_path:
            return page.content or ""  # a draft, in a preview
        return surround(
            self._environment,
            note,
            page.content or "",
            self.site,
            is_home=page.is_homepage,
            folds_contents=bool(page.toc.items) and not is_hidden(page.meta, "toc"),
            source=source_of(page, self._config),
        )
