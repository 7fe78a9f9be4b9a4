"""What a build shares of a site: planned before its pages are made, and written behind them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from msgspec.structs import replace

from campnotes.caching.notes import NoteCache
from campnotes.hosts.mkdocs.options import CampnotesOptions
from campnotes.hosts.mkdocs.shared_files import write_shared_files
from campnotes.hosts.mkdocs.sharing import date_pages, makes_feeds, share
from campnotes.hosts.mkdocs.sheets import write_sheets
from campnotes.hosts.mkdocs.social_cards import Cards
from campnotes.site.feeds import Feed, site_feeds
from campnotes.site.model import Site
from campnotes.site.shared import SharedSite


class Sharing:
    """A site as it is `shared`, with its feeds and cards."""

    def __init__(self) -> None:
        self.shared: SharedSite
        self._feeds: tuple[Feed, ...] = ()
        self._cards = Cards()

    def plan(
        self,
        site: Site,
        config: MkDocsConfig,
        options: CampnotesOptions,
        pages: Collection[File],
    ) -> None:
        """Decide on what is shared, before any page leads to it."""
        shared = share(site, config, options)
        feeds = site_feeds(shared) if makes_feeds(config, options) else ()
        self._feeds = tuple(feeds)
        leading = [feed.page for feed in self._feeds]
        shared = replace(shared, feed_pages=frozenset(leading))
        self.shared = self._cards.plan(shared, config, wanted=options.cards)
        date_pages(pages, shared)

    def write(self, files: Files, folder: Path, cache: NoteCache) -> None:
        """Write what is shared besides the pages."""
        write_shared_files(self.shared, self._feeds, files, folder)
        self._cards.write(folder, cache)
        write_sheets(self.shared.site, files, folder, cache.store)
