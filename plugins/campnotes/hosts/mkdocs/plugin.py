"""The MkDocs plugin: which event calls which part of campnotes."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.assets import ASSETS
from campnotes.hosts.mkdocs.escaping import escape_configuration, safe_address
from campnotes.hosts.mkdocs.files import SiteFiles, list_notebook
from campnotes.hosts.mkdocs.navigation import build_nav, generated_nav, nav_titles
from campnotes.hosts.mkdocs.note_pages import NotebookPage, NotePage
from campnotes.hosts.mkdocs.options import CampnotesOptions, settings_of
from campnotes.hosts.mkdocs.publishing import Publishing
from campnotes.hosts.mkdocs.reporting import log_left_out, report_findings
from campnotes.hosts.mkdocs.search import use_worker, write_search
from campnotes.hosts.mkdocs.surrounding_site import hosting_of
from campnotes.inventory import build_inventory, write_inventory
from campnotes.locales import translations
from campnotes.output import mark_site
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.kinds import generated_pages
from campnotes.parsing.note import ParsedNote
from campnotes.reading import NotebookReading, read_files
from campnotes.search.analyser import start_analyser

log = logging.getLogger("mkdocs.plugins.campnotes")


class CampnotesPlugin(BasePlugin[CampnotesOptions]):
    """Publishes a notebook as a MkDocs site, or as a part of one."""

    def __init__(self) -> None:
        self._parsed: Mapping[str, ParsedNote] = {}
        self._reported: frozenset[str] = frozenset()
        self._hidden: tuple[MkDocsConfig, str] | None = None
        self._reading: NotebookReading
        self._site_files: SiteFiles
        self._publishing: Publishing

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Live on between the builds of `mkdocs serve`: MkDocs keeps plugins with this event."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings; add our style and scripts; begin to load what the search will need."""
        self._settings = settings_of(self.config, config)
        if {"search", "material/search"} & set(config.plugins):
            start_analyser()
        config.extra_css += [f"{ASSETS}/campnotes.css", f"{ASSETS}/search-dialog.css"]
        config.extra_javascript.append(f"{ASSETS}/campnotes.js")
        config.extra_javascript.append(f"{ASSETS}/search-dialog.js")
        escape_configuration(config)
        return config

    @event_priority(-1000)  # behind plugins that choose the folder
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from walking through the notebook: it would follow every link.

        A link to the folder around it has no end, and one to `/` leads through the whole machine.
        Between this event and the next one, MkDocs lists the files of `docs_dir` and nothing else.
        """
        self._hidden = config, config.docs_dir
        config.docs_dir = os.devnull

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the configuration as it was where a build ends before its files are listed."""
        del error
        self._show_notebook()

    def _show_notebook(self) -> None:
        if self._hidden is not None:
            config, docs_dir = self._hidden
            config.docs_dir = docs_dir
        self._hidden = None

    @event_priority(1000)  # so that other plugins see the files
    def _list_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read and link the notebook, and add its notes and what is published beside them."""
        self._show_notebook()
        found = list_notebook(config)
        hosting = hosting_of(config, found)
        reading = read_files(found, self._settings, hosting, known=self._parsed)
        self._reading = reading
        self._parsed = reading.parsed
        self._site_files = SiteFiles(files, reading.publication, config)
        self._site_files.add_all(found.kept_back)
        return files

    @event_priority(0)
    def _add_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give every note its page, and add the generated ones."""
        self._publishing = Publishing(
            self._reading.notebook,
            self._reading.surroundings,
            files,
            config,
            tuple(self.config.material),
            self._site_files,
        )
        self._add_notes(files, config)
        self._add_generated(files, config)
        return files

    on_files = CombinedEvent(_list_files, _add_pages)

    def _add_notes(self, files: Files, config: MkDocsConfig) -> None:
        """Give each note its page; MkDocs finds a page by its file."""
        publishing = self._publishing
        titles = nav_titles(config.nav)
        drafts = [self._parsed[path] for path in self._reading.publication.drafts]
        linked_drafts = [publishing.link(draft) for draft in drafts]
        for note in (*publishing.notebook.notes, *linked_drafts):
            file = files.get_file_from_path(note.path)
            if file is None:
                continue
            title = titles.get(note.path)
            NotePage(title, note, file, config, publishing.render_note)

    def _add_generated(self, files: Files, config: MkDocsConfig) -> None:
        """Add the pages made from the notebook, our files for the browser, and the navigation."""
        publishing = self._publishing
        site = publishing.site
        pages = generated_pages(site)
        titles = nav_titles(config.nav)
        for view in pages:
            file = _generated_file(view, config)
            self._reading.publication.take(file.dest_uri)
            draft = files.get_file_from_path(file.src_uri)
            if draft is not None:
                files.remove(draft)
            files.append(file)
            title = titles.get(view.source, view.title)
            NotebookPage(title, view, file, config, publishing.render_view)
        for path, asset in publishing.assets():
            file = File.generated(config, path, abs_src_path=str(asset))
            files.append(file)
        if config.nav is None:
            config.nav = build_nav(site, pages)
        else:
            ours = generated_nav(pages, config.nav, site.translate)
            config.nav = [*config.nav, *ours]

    @event_priority(-100)
    def on_page_context(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Put around a note what the notebook knows of it, after search has read the note."""
        del config, nav
        if page.edit_url:
            page.edit_url = safe_address(page.edit_url)
        if isinstance(page, NotePage):
            page.content = self._publishing.surround(page)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Name our search worker in the place of the theme's."""
        del page, config
        return use_worker(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Do so in pages that are templates, such as 404.html."""
        del template_name, config
        return use_worker(output_content)

    @event_priority(-200)  # behind Material's offline plugin, which is at -100
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the inventory and, behind the theme's plugin, the search; tell the findings."""
        publishing = self._publishing
        write_search(publishing.site, Path(config.site_dir))
        translate = translations(self._settings.language).gettext
        site = publishing.site
        inventory = build_inventory(
            publishing.notebook,
            note_urls=site.note_urls,
            person_urls=publishing.person_urls,
            title=self._settings.title,
            language=self._settings.language,
            repository=self._settings.repository,
            site_url=config.site_url or None,
            translate=translate,
        )
        write_inventory(inventory, Path(config.site_dir))
        mark_site(Path(config.site_dir))
        self._reported = report_findings(self._reading.findings, self._reported, log, translate)
        log_left_out(self._reading.left_out, log, translate)


def _generated_file(page: GeneratedPage, config: MkDocsConfig) -> File:
    """Make a file for a generated page, which MkDocs may not miss in the navigation."""
    inclusion = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
    return File.generated(
        config,
        page.source,
        content="",
        inclusion=inclusion,
    )
