"""Where a page's source is on the host of its repository, and when it was changed."""

from __future__ import annotations

from datetime import date
from html import unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.sharing.site_map import NO_DATE
from campnotes.hosts.mkdocs.theme.escaping import safe_address
from campnotes.pages.note.head import NoteSource

_SCHEMES = ("https://", "http://")
# What hosts call the two views of a file, in its address: GitHub, Gitea, GitLab; Bitbucket.
_VIEWS = ("/edit/", "/blob/"), ("/_edit/", "/src/")


def source_of(page: Page, config: MkDocsConfig) -> NoteSource:
    """Give the addresses at which a page is edited and read on its host, each worked out from the other."""
    changed = _changed(page)
    address = safe_address(page.edit_url or "")
    if not address.startswith(_SCHEMES):
        return NoteSource(changed=changed)
    for edit, read in _VIEWS:
        if edit in address or read in address:
            return NoteSource(
                host=unescape(config.repo_name or ""),
                read=address.replace(edit, read, 1),
                edit=address.replace(read, edit, 1),
                changed=changed,
            )
    return NoteSource(
        edit=address,
        changed=changed,
    )


def _changed(page: Page) -> date | None:
    told = page.update_date
    if not told or told == NO_DATE:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
