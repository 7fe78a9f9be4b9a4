"""The addresses of MkDocs' pages, and of the links on them."""

from __future__ import annotations

from urllib.parse import quote

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from campnotes.linking.model import LinkedLink, Outcome


def file_url(file: File) -> str:
    """Give a file's address relative to the site's root; `""` for the home page."""
    return "" if file.url in {".", "./"} else file.url


def link_address(linked: LinkedLink, page: Page, files: Files) -> str | None:
    """Give the address of a link on a page; `None` for one that leads nowhere."""
    as_written = linked.link.url.strip()
    if linked.outcome in {Outcome.EXTERNAL, Outcome.OTHER}:
        return as_written
    target = target_file(linked, files)
    if target is not None and linked.outcome in {Outcome.NOTE, Outcome.FILE}:
        return _address_of_file(target, linked.anchor, page)
    # What isn't in this notebook's folder is still to be seen in its repository.
    return as_written if linked.own else None


def target_file(linked: LinkedLink, files: Files) -> File | None:
    """Give the file of the site that a link leads to."""
    return files.get_file_from_path(linked.target) if linked.target else None


def _address_of_file(target: File, anchor: str, page: Page) -> str:
    fragment = f"#{quote(anchor)}" if anchor else ""
    if target is page.file:
        return fragment or "#"
    return get_relative_url(target.url, page.url) + fragment
