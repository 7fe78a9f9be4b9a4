"""What a build shares of a site: planned before its pages are made, and written behind them."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from msgspec.structs import replace

from campnotes.caching.notes import NoteCache
from campnotes.hosts.mkdocs.options.plugin_options import CampnotesOptions
from campnotes.hosts.mkdocs.sharing.shared_files import write_shared_files
from campnotes.hosts.mkdocs.sharing.sheets import write_sheets
from campnotes.hosts.mkdocs.sharing.site_map import date_pages
from campnotes.hosts.mkdocs.sharing.social_cards import Cards
from campnotes.notebook.dates.commits import git_changes
from campnotes.site.model import Site
from campnotes.site.sharing.descriptions import describe_notes
from campnotes.site.sharing.feeds import Feed, site_feeds
from campnotes.site.sharing.shared_site import SharedSite

_MAKING_FEEDS = "rss"
_MAKING_LLMS = "llmstxt"


class Sharing:
    """A site as it is `shared`, with its feeds and cards."""

    def __init__(self) -> None:
        self.shared: SharedSite
        self._feeds: tuple[Feed, ...] = ()
        self._cards = Cards()

    def plan(self, site: Site, config: MkDocsConfig, options: CampnotesOptions) -> None:
        """Decide on what is shared, before any page leads to it."""
        shared = share(site, config, options)
        self._feeds = ()
        if makes_feeds(config, options):
            feeds = site_feeds(shared)
            self._feeds = tuple(feeds)
        leading = [feed.page for feed in self._feeds]
        shared = replace(shared, feed_pages=frozenset(leading))
        self.shared = self._cards.plan(shared, config, wanted=options.cards)

    def date(self, pages: Iterable[File]) -> None:
        """Tell the site map when each of our pages changed."""
        date_pages(pages, self.shared)

    def write(self, files: Files, folder: Path, cache: NoteCache) -> None:
        """Write what is shared besides the pages."""
        write_shared_files(self.shared, self._feeds, files, folder)
        self._cards.write(folder, cache)
        write_sheets(self.shared.site, files, folder, cache.store)


def share(site: Site, config: MkDocsConfig, options: CampnotesOptions) -> SharedSite:
    """Say under which name and address a site is shared, and in which forms.

    Where another plugin makes `llms.txt`, ours isn't made.
    """
    root = Path(config.docs_dir)
    plugins = config.plugins
    paths = site.note_urls.keys()
    return SharedSite(
        site=site,
        name=unescape(config.site_name),
        address=_with_slash(config.site_url or ""),
        description=unescape(config.site_description or ""),
        author=unescape(config.site_author or ""),
        changed=git_changes(root, paths),
        descriptions=describe_notes(site.notebook.notes, site.notebook.hidden_names),
        has_markdown=options.llms and _MAKING_LLMS not in plugins,
    )


def makes_feeds(config: MkDocsConfig, options: CampnotesOptions) -> bool:
    """Tell whether feeds are made: not where another plugin makes them, nor without an address."""
    if not config.site_url or _MAKING_FEEDS in config.plugins:
        return False
    wanted: bool = options.feeds
    return wanted


def _with_slash(address: str) -> str:
    if not address or address.endswith("/"):
        return address
    return f"{address}/"
