"""Share a site: its address where nobody tells it, and what its pages tell of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.note_pages import NotebookPage, NotePage
from campnotes.hosts.mkdocs.options import CampnotesOptions
from campnotes.hosts.mkdocs.page_heads import with_head
from campnotes.hosts.mkdocs.repository import repository_address
from campnotes.notebook.dates.commits import git_changes
from campnotes.notebook.files import is_within, read_plain
from campnotes.notebook.plain_text import one_line
from campnotes.pages.page_heads import generated_page_head
from campnotes.site.descriptions import LONGEST, describe_notes
from campnotes.site.model import Site
from campnotes.site.note_page_head import asks_for_noindex, note_page_head
from campnotes.site.page_head import PageHead
from campnotes.site.pages_address import domain_address, pages_address
from campnotes.site.shared import SharedSite

SITE_MAP = "sitemap.xml"
_LONGEST_DOMAIN = 1000  # bytes
_MAKING_FEEDS = "rss"
_MAKING_LLMS = "llmstxt"
# MkDocs wants a date of each page; this one tells that nobody knows it.
NO_DATE = "1970-01-01"
_NO_CHANGE = f"<lastmod>{NO_DATE}</lastmod>"


def find_address(config: MkDocsConfig) -> None:
    """Take the address that the repository's site will have, where the configuration has none.

    It is that of the domain in the notebook's file `CNAME`, or that of GitHub Pages for `origin`.
    """
    if config.site_url:
        return
    root = Path(config.docs_dir)
    found = _domain(root) or pages_address(repository_address(root))
    if found:
        config.site_url = found


def _domain(root: Path) -> str:
    file = root / "CNAME"
    if not is_within(file, root):
        return ""
    try:
        told = read_plain(file, _LONGEST_DOMAIN)
    except OSError:
        return ""
    return domain_address(told.decode(errors="replace"))


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
        descriptions=describe_notes(site.notebook.notes),
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


def head_of(page: Page, shared: SharedSite) -> PageHead | None:
    """Say what a page tells of itself; `None` for pages that aren't ours, and for drafts."""
    if isinstance(page, NotePage) and page.note.path in shared.site.notebook.by_path:
        told = _told_description(page)
        return note_page_head(page.note, shared, told=told)
    if isinstance(page, NotebookPage):
        return generated_page_head(page.view, shared)
    return None


def _told_description(page: Page) -> str:
    """The description in a page's meta data: its front matter's, or one that a plugin has put there."""
    told = page.meta.get("description")
    if not isinstance(told, str):
        return ""
    return one_line(unescape(told), LONGEST)


def with_page_head(output: str, page: Page, shared: SharedSite) -> str:
    """Write what a page tells of itself into it."""
    head = head_of(page, shared)
    if head is None:
        return output
    return with_head(output, head)


def date_pages(files: Iterable[File], shared: SharedSite) -> None:
    """Tell the site map when each of our pages changed, instead of when the site was built."""
    for file in files:
        page = file.page
        if isinstance(page, NotePage):
            changed = shared.changed.get(page.note.path)
            page.update_date = _iso(changed)
        elif isinstance(page, NotebookPage):
            page.update_date = NO_DATE


def _iso(changed: date | None) -> str:
    if changed is None:
        return NO_DATE
    return changed.isoformat()


def in_site_map(files: Iterable[File]) -> list[File]:
    """The pages that search engines are led to."""
    return [file for file in files if not _is_kept_out(file.page)]


def _is_kept_out(page: Page | None) -> bool:
    if isinstance(page, NotePage):
        return asks_for_noindex(page.note)
    if isinstance(page, NotebookPage):
        return page.view.noindex
    return False


def without_unknown_dates(site_map: str) -> str:
    """Leave the dates out of a site map that nobody knows."""
    return site_map.replace(_NO_CHANGE, "")
