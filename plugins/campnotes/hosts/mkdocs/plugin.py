"""The MkDocs plugin: which event calls which part of campnotes."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from msgspec.structs import replace

from campnotes.caching.notes import NoteCache, open_cache
from campnotes.hosts.mkdocs.assets import add_assets
from campnotes.hosts.mkdocs.files import SiteFiles, add_kept_back, list_notebook
from campnotes.hosts.mkdocs.finishing import Finishing
from campnotes.hosts.mkdocs.inventories import write_inventories
from campnotes.hosts.mkdocs.keeping.kept_pages import KeptPages, keep_pages
from campnotes.hosts.mkdocs.keeping.kept_readings import keep_readings
from campnotes.hosts.mkdocs.navigation import build_nav, generated_nav, nav_titles
from campnotes.hosts.mkdocs.options.plugin_options import CampnotesOptions, settings_of
from campnotes.hosts.mkdocs.other_plugins import (
    add_posts,
    knows_all_plugins,
    leave_out_of_history,
    leave_to_blog,
    makes_nav,
    needs_no_sources,
    refuse_old_parser,
)
from campnotes.hosts.mkdocs.page_navigation import PageNavigations
from campnotes.hosts.mkdocs.pages.generated_pages import add_generated_pages
from campnotes.hosts.mkdocs.pages.generated_sources import Folder, open_folder
from campnotes.hosts.mkdocs.pages.not_found import NOT_FOUND, not_found_page, write_addresses
from campnotes.hosts.mkdocs.pages.note_pages import NotePage, own_pages
from campnotes.hosts.mkdocs.pages.sealed_pages import SealedPage, hand_over, sealing
from campnotes.hosts.mkdocs.publishing import Publishing
from campnotes.hosts.mkdocs.reporting import close_cache, log_left_out, report_findings
from campnotes.hosts.mkdocs.search import write_search
from campnotes.hosts.mkdocs.serving.preview import Preview, WholeBuild
from campnotes.hosts.mkdocs.sharing.address import find_address
from campnotes.hosts.mkdocs.sharing.shared_site import Sharing, makes_feeds
from campnotes.hosts.mkdocs.sharing.site_map import SITE_MAP, in_site_map, without_unknown_dates
from campnotes.hosts.mkdocs.surrounding_site import hosting_of
from campnotes.hosts.mkdocs.theme.escaping import escape_configuration, safe_address
from campnotes.hosts.mkdocs.theme.listing import list_theme_without_icons
from campnotes.hosts.mkdocs.theme.other_hosts import keep_to_own_host
from campnotes.hosts.mkdocs.theme.search import leave_own_pages_out
from campnotes.hosts.mkdocs.theme.site_sign import PLACE, sign, take_sign
from campnotes.hosts.mkdocs.watching import BuildWatcher
from campnotes.locales import translations
from campnotes.notebook.files import NotebookFiles
from campnotes.output import mark_site
from campnotes.parsing.note import ParsedNote
from campnotes.reading import NotebookReading, read_files
from campnotes.search.analyser import start_analyser
from campnotes.search.morphemes import remembers_morphemes
from campnotes.settings import Settings

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.campnotes")


class CampnotesPlugin(BasePlugin[CampnotesOptions]):
    """Publishes a notebook as a MkDocs site, or as a part of one."""

    def __init__(self) -> None:
        self._parsed: Mapping[str, ParsedNote] = {}
        self._known: Mapping[str, ParsedNote] = {}
        self._reported: frozenset[str] = frozenset()
        self._settings: Settings
        self._hidden: tuple[MkDocsConfig, str] | None = None
        self._reading: NotebookReading
        self._site_files: SiteFiles
        self._publishing: Publishing
        self._nav: Navigation
        self._whole: WholeBuild
        self._finishing: Finishing
        self._kept: KeptPages
        self._sources: Folder  # of the generated pages
        self._serving = False
        self._makes_nav = False
        self._navigations: PageNavigations | None = None
        self._preview = Preview()
        self._cache = NoteCache()
        self.watcher = BuildWatcher()
        self._sharing = Sharing()
        self._has_sign = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Live on between the builds of `mkdocs serve`: MkDocs keeps plugins with this event."""
        self._serving = command == "serve"
        self._dirty = dirty

    @event_priority(-100)  # behind plugins that name MkDocs' own builder to the server
    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Have the preview answer its own names, and keep its last good pages."""
        # What serving needs takes a while to load, and a build doesn't need it.
        from campnotes.hosts.mkdocs.serving.server import guard_server

        del config, builder
        translate = translations(self._settings.language).gettext
        guard_server(server, translate, self._preview, dirty=self._dirty)
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings; add our style and scripts; begin to load what the search will need."""
        settings = settings_of(self.config, config)
        if self._known and settings.parsing != self._settings.parsing:
            self._known = {}  # they were parsed otherwise
        self._settings = settings
        self._cache = open_cache(Path(config.docs_dir))
        refuse_old_parser(translations(self._settings.language).gettext)
        has_search = {"search", "material/search"} & set(config.plugins)
        if has_search and not remembers_morphemes(self._cache.memory(config.docs_dir)):
            start_analyser()
        add_assets(config)
        if self._preview.place is not None:
            config.site_dir = str(self._preview.place)
        find_address(config)
        self._has_sign = take_sign(config)
        escape_configuration(config)
        keep_to_own_host(config)
        return config

    @event_priority(-1000)  # behind plugins that choose the folder
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from walking through the notebook: it would follow every link.

        A link to the folder around it has no end, and one to `/` leads through the whole machine.
        Between this event and the next one, MkDocs lists the files of `docs_dir` and nothing else.
        """
        self._hidden = config, config.docs_dir
        config.docs_dir = os.devnull
        if knows_all_plugins(config):
            list_theme_without_icons(config)

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
        found = leave_to_blog(list_notebook(config), config)
        self.watcher.notes_found(found)
        if self._serving:
            self._preview.begin(found.root, found.notes)
        add_posts(files, found, config)
        add_kept_back(files, found.kept_back, config)
        self._read(found, files, config)
        self._preview.go_on()
        self._site_files = SiteFiles(files, self._reading.publication, config)
        self._site_files.add_all()
        return files

    def _read(self, found: NotebookFiles, files: Files, config: MkDocsConfig) -> None:
        reading = read_files(
            found,
            self._settings,
            hosting_of(config, found),
            known=self._known,
            sealed=sealing(files, config),
            step=self._preview.between(self.watcher.note_read),
            cache=self._cache,
        )
        self._reading = reading
        self._parsed = reading.parsed
        self._known = reading.as_parsed

    @event_priority(0)
    def _add_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give every note its page, and add the generated ones."""
        self._leave_out_removed(files, config)
        self._publishing = Publishing(
            self._reading,
            files,
            config,
            tuple(self.config.material),
            self._site_files,
            self.config.remote_images,
            self._cache,
            has_feeds=makes_feeds(config, self.config),
        )
        self._add_notes(files, config)
        self._sharing.plan(self._publishing.site, config, self.config)
        # MkDocs' server writes a script of its own into each page that it serves.
        has_policy = self.config.content_security_policy and not self._serving
        self._finishing = Finishing(config, self._sharing.shared, has_policy)
        self._publishing.known.look(self._finishing, self._reading.publication)
        self._add_generated(files, config)
        self._preview.go_on()
        pages = files.documentation_pages()
        self._sharing.date(pages)
        self.watcher.pages_begin(len(pages))
        return files

    def _leave_out_removed(self, files: Files, config: MkDocsConfig) -> None:
        """Read the notebook again without the notes that another plugin has taken out."""
        found = self._reading.files
        withheld = self._withheld_notes()
        left = [path for path in found.notes if path in withheld or path in files.src_uris]
        if len(left) == len(found.notes):
            return
        remaining = replace(found, notes=tuple(left))
        self._read(remaining, files, config)
        self._site_files.publish(self._reading.publication)

    def _withheld_notes(self) -> frozenset[str]:
        """Give the notes that have no file in the site anyway."""
        published = self._reading.publication
        return frozenset(self._parsed) - {*published.notes, *published.drafts}

    on_files = CombinedEvent(_list_files, _add_pages)

    def _add_notes(self, files: Files, config: MkDocsConfig) -> None:
        """Give each note its page; MkDocs finds a page by its file."""
        publishing = self._publishing
        titles = nav_titles(config.nav)
        drafts = self._reading.publication.drafts
        linked_drafts = [publishing.link(self._parsed[path]) for path in drafts]
        for note in (*publishing.notebook.notes, *linked_drafts):
            file = files.get_file_from_path(note.path)
            if file is None:
                continue
            title = titles.get(note.path)
            if note.parsed.sealed:
                text = self._parsed[note.path]
                SealedPage(title, note, file, config, publishing, text=text)
            else:
                NotePage(title, note, file, config, publishing)

    def _add_generated(self, files: Files, config: MkDocsConfig) -> None:
        """Add the pages made from the notebook, our files for the browser, and the navigation."""
        publishing = self._publishing
        site = publishing.site
        pages = publishing.generated_pages
        self._sources = open_folder()
        folder = None if needs_no_sources(config) else Path(self._sources.name)
        add_generated_pages(publishing, self._reading.publication, files, config, folder)
        for path, asset in publishing.assets():
            file = File.generated(config, path, abs_src_path=str(asset))
            files.append(file)
        if self._has_sign:
            drawing = File.generated(config, PLACE, content=sign(config))
            files.append(drawing)
        leave_out_of_history([view.source for view in pages], config)
        self._makes_nav = config.nav is None and not makes_nav(config)
        if self._makes_nav:
            config.nav = build_nav(site, pages)
        elif config.nav is not None:
            ours = generated_nav(pages, config.nav, site.translate)
            config.nav = [*config.nav, *ours]

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take over the titles of a navigation that another plugin has made since."""
        del files
        self._nav = nav
        titles = nav_titles(config.nav)
        for page in nav.pages:
            title = titles.get(page.file.src_uri)
            if title is not None and isinstance(page, NotePage):
                page.title = title
        # One that the user or another plugin has made is left as it is.
        self._navigations = PageNavigations(nav, config) if self._makes_nav else None
        return nav

    @event_priority(-100)  # behind those that change what stands on pages
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let sealed notes be encrypted, when no other plugin is asked about a page any more."""
        notebook = self._publishing.notebook
        leave_own_pages_out(config, notebook.by_path)
        known = self._publishing.known
        former = self._preview.former or self.watcher.former
        store = self._cache.store
        self._kept = keep_pages(self._finishing, files, known, store, former, self._sources.name)
        env = self._kept.around(env)
        self._whole = WholeBuild(
            config=config,
            files=files,
            nav=self._nav,
            environment=env,
            publishing=self._publishing,
            kept=self._kept,
        )
        translate = translations(self._settings.language).gettext
        pages = own_pages(notebook.notes, files, translate)
        hand_over(pages, translate)
        return env

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        """Give a preview's build up where a newer one is wanted."""
        del config, files
        self._preview.go_on()
        self.watcher.page_rendered()
        return page

    @event_priority(-100)
    def on_page_context(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Put around a note what the notebook knows of it, after search has read the note."""
        del config, nav
        self._preview.go_on()
        if self._navigations is not None:
            context["nav"] = self._navigations.of_page(page)
        if page.edit_url:
            page.edit_url = safe_address(page.edit_url)
        if isinstance(page, NotePage):
            self._publishing.arrange(page)
            self._kept.surround(page)
        return context

    def on_pre_template(
        self, template: Template, *, template_name: str, config: MkDocsConfig
    ) -> Template:
        """Put our page in the place of the theme's `404.html`."""
        if template_name != NOT_FOUND:
            return template
        return not_found_page(template, self._publishing, config)

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give pages that are templates a short navigation too, and the site map its pages."""
        del config
        if template_name == SITE_MAP:
            context["pages"] = in_site_map(context["pages"])
        if self._navigations is not None:
            context["nav"] = self._navigations.of_page(None)
        return context

    @event_priority(-200)  # behind plugins that write scripts into the page
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Have the theme's page use our search, ask no other host and run no other script."""
        del config
        self.watcher.page_written()
        return self._kept.finish(output, page)

    @event_priority(-200)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Do so in pages that are templates, such as 404.html."""
        del config
        if template_name == SITE_MAP:
            return without_unknown_dates(output_content)
        if not template_name.endswith(".html"):
            return output_content
        return self._finishing.template(output_content)

    @event_priority(-200)  # behind Material's offline plugin, which is at -100
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the inventory and, behind the theme's plugin, the search; tell the findings."""
        publishing = self._publishing
        self._preview.go_on()
        write_search(publishing.site, Path(config.site_dir), publishing.memory)
        translate = translations(self._settings.language).gettext
        write_inventories(publishing, config, self._settings.title, translate)
        self._sharing.write(self._whole.files, Path(config.site_dir), self._cache)
        write_addresses(publishing, Path(config.site_dir))
        mark_site(Path(config.site_dir))
        self._kept.close()
        self.watcher.pages_kept(self._kept.keys)
        self._sources.cleanup()
        if self.watcher.lists_findings:
            self._reported = report_findings(
                self._reading.findings,
                self._reported,
                log,
                translate,
                silenced=len(self._reading.silenced),
            )
        log_left_out(self._reading.left_out, log)
        keep_readings(publishing.notebook, publishing.memory)
        publishing.known.keep(publishing.generated_pages)
        close_cache(self._cache, log)
        self.watcher.site_built(self._reading, publishing.site)
        if self._serving and not self._dirty:
            self._preview.show(self._whole)
