"""The MkDocs plugin: which event calls which part of campnotes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.assets import ASSETS
from campnotes.hosts.mkdocs.content_policy import with_policy
from campnotes.hosts.mkdocs.escaping import escape_configuration, safe_address
from campnotes.hosts.mkdocs.files import (
    drop_unnameable,
    exclude_draft,
    notebook_files,
    prepare_note_files,
)
from campnotes.hosts.mkdocs.navigation import build_nav, generated_nav, nav_titles
from campnotes.hosts.mkdocs.note_pages import NotebookPage, NotePage
from campnotes.hosts.mkdocs.options import CampnotesOptions, settings_of
from campnotes.hosts.mkdocs.other_hosts import keep_to_own_host, without_repository_facts
from campnotes.hosts.mkdocs.publishing import Publishing
from campnotes.hosts.mkdocs.reporting import report_findings
from campnotes.hosts.mkdocs.search import use_worker, write_search
from campnotes.hosts.mkdocs.serving import guard_server
from campnotes.inventory import build_inventory, write_inventory
from campnotes.locales import translations
from campnotes.output import mark_site
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.kinds import generated_pages
from campnotes.parsing.note import ParsedNote
from campnotes.reading import read_files
from campnotes.search.analyser import start_analyser

log = logging.getLogger("mkdocs.plugins.campnotes")


class CampnotesPlugin(BasePlugin[CampnotesOptions]):
    """Publishes a notebook as a MkDocs site, or as a part of one."""

    def __init__(self) -> None:
        self._parsed: Mapping[str, ParsedNote] = {}
        self._reported: frozenset[str] = frozenset()
        self._publishing: Publishing
        self._serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Live on between the builds of `mkdocs serve`: MkDocs keeps plugins with this event."""
        self._serving = command == "serve"
        self._dirty = dirty

    @event_priority(-100)  # behind plugins that name MkDocs' own builder to the server
    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Have the preview answer its own names, and keep its last good pages."""
        del config, builder
        translate = translations(self._settings.language).gettext
        guard_server(server, translate, dirty=self._dirty)
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings; add our style and scripts; begin to load what the search will need."""
        self._settings = settings_of(self.config, config)
        if {"search", "material/search"} & set(config.plugins):
            start_analyser()
        config.extra_css += [f"{ASSETS}/campnotes.css", f"{ASSETS}/search-dialog.css"]
        config.extra_javascript.append(f"{ASSETS}/campnotes.js")
        config.extra_javascript.append(f"{ASSETS}/search-dialog.js")
        escape_configuration(config)
        keep_to_own_host(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read and link the notebook; give every note its page, and add the generated ones."""
        for name in drop_unnameable(files):
            log.info("%s: the name of this file is no UTF-8; it was left out.", name)
        found = notebook_files(files, Path(config.docs_dir))
        reading = read_files(found, self._settings, known=self._parsed)
        self._parsed = reading.parsed
        prepare_note_files(files, found.notes)
        self._publishing = Publishing(
            reading.notebook, reading.surroundings, files, config, tuple(self.config.material)
        )
        self._add_notes(files, config)
        self._add_generated(files, config)
        return files

    def _add_notes(self, files: Files, config: MkDocsConfig) -> None:
        """Give each note its page; MkDocs finds a page by its file."""
        self._keep_drafts_out(files)
        publishing = self._publishing
        titles = nav_titles(config.nav)
        for note in publishing.notebook.notes:
            file = files.get_file_from_path(note.path)
            if file is None:
                continue
            title = titles.get(note.path)
            NotePage(title, note, file, config, publishing.render_note)

    def _keep_drafts_out(self, files: Files) -> None:
        for path, note in self._parsed.items():
            if not note.front_matter.draft:
                continue
            file = files.get_file_from_path(path)
            if file is not None:
                exclude_draft(file)

    def _add_generated(self, files: Files, config: MkDocsConfig) -> None:
        """Add the pages made from the notebook, our files for the browser, and the navigation."""
        publishing = self._publishing
        site = publishing.site
        pages = generated_pages(site)
        titles = nav_titles(config.nav)
        for view in pages:
            file = _generated_file(view, config)
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

    @event_priority(-200)  # behind plugins that write scripts into the page
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Have the theme's page use our search, ask no other host and run no other script."""
        del page
        return self._finish_page(output, config)

    @event_priority(-200)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Do so in pages that are templates, such as 404.html."""
        if not template_name.endswith(".html"):
            return output_content
        return self._finish_page(output_content, config)

    def _finish_page(self, page: str, config: MkDocsConfig) -> str:
        page = use_worker(page)
        page = without_repository_facts(page)
        # MkDocs' server writes a script of its own into each page that it serves.
        if not self.config.content_security_policy or self._serving:
            return page
        return with_policy(page, config.theme.dirs)

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
        self._reported = report_findings(
            publishing.notebook.findings,
            self._reported,
            log,
            translate,
            silenced=len(publishing.notebook.silenced),
        )


def _generated_file(page: GeneratedPage, config: MkDocsConfig) -> File:
    """Make a file for a generated page, which MkDocs may not miss in the navigation."""
    inclusion = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
    return File.generated(
        config,
        page.source,
        content="",
        inclusion=inclusion,
    )
