"""The addresses of MkDocs' pages, and of the links on them."""

from __future__ import annotations

from urllib.parse import quote

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from campnotes.hosts.mkdocs.files import SiteFiles
from campnotes.linking.model import LinkedLink, Outcome

_ELSEWHERE = frozenset({Outcome.EXTERNAL, Outcome.OTHER})
_ON_SITE = frozenset({Outcome.NOTE, Outcome.FILE})


def file_url(file: File) -> str:
    """Give a file's address relative to the site's root; `""` for the home page."""
    if file.url in {".", "./"}:
        return ""
    return file.url


def link_address(linked: LinkedLink, page: Page, files: SiteFiles) -> str | None:
    """Give the address of a link on a page; `None` for one that leads nowhere."""
    as_written = linked.link.url.strip()
    if linked.outcome in _ELSEWHERE:
        return as_written
    if linked.outcome is Outcome.EMBEDDED and linked.ok:
        return as_written
    elsewhere = files.elsewhere(linked)
    if elsewhere is not None:
        return elsewhere
    target = files.target(linked)
    if target is not None and linked.outcome in _ON_SITE:
        return _address_of_file(target, linked.anchor, page)
    # What isn't in this notebook's folder is still to be seen in its repository.
    if linked.own:
        return as_written
    return None


def _address_of_file(target: File, anchor: str, page: Page) -> str:
    fragment = f"#{quote(anchor)}" if anchor else ""
    if target is page.file:
        return fragment or "#"
    relative = get_relative_url(target.url, page.url)
    return f"{relative}{fragment}"
