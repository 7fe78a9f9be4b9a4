"""Where a page's source is on the host of its repository, to be read and to be edited."""

from __future__ import annotations

from html import unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.escaping import safe_address
from campnotes.pages.note_head import NOWHERE, Elsewhere

_SCHEMES = ("https://", "http://")
# What hosts call the two views of a file, in its address: GitHub, Gitea; GitLab; Bitbucket.
_VIEWS = ("/edit/", "/blob/"), ("/_edit/", "/src/")


def elsewhere_of(page: Page, config: MkDocsConfig) -> Elsewhere:
    """Tell from the address at which MkDocs lets a page be edited where it is read, and the reverse."""
    address = safe_address(page.edit_url or "")
    if not address.startswith(_SCHEMES):
        return NOWHERE
    for edit, read in _VIEWS:
        if edit in address or read in address:
            return Elsewhere(
                host=unescape(config.repo_name or ""),
                read=address.replace(edit, read, 1),
                edit=address.replace(read, edit, 1),
            )
    return Elsewhere(edit=address)
