"""The address of a site, where its configuration doesn't tell it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from campnotes.hosts.mkdocs.repository import repository_address
from campnotes.notebook.files import is_within, read_plain
from campnotes.site.sharing.pages_address import domain_address, pages_address

_LONGEST_DOMAIN = 1000  # bytes


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
