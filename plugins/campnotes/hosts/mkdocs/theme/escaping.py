"""Give texts to the theme escaped: MkDocs' templates write what they get as it is.

A site's name comes from a README's title, the repository's address from `.git/config` and an edit
address from a file's name: all of them may be a stranger's.
"""

from __future__ import annotations

from html import escape, unescape
from urllib.parse import quote, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig

from campnotes.patterns import regex

# What an address may hold, with `%` for what is encoded already (RFC 3986, 2).
_IN_ADDRESS = "/#%:@!$&()*+,;=~?"
# Brackets are for hosts alone, `[::1]`, and not for `[week 1].md`.
_HOST = regex(r"(?:[a-zA-Z][\w+.-]*:)?//[^/?#]*")


def escape_text(text: str) -> str:
    """Escape a text for HTML once, however often this is called.

    For example, `The <title> tag` is `The &lt;title&gt; tag`, and stays so.
    """
    return escape(unescape(text))


def safe_address(address: str) -> str:
    """Percent-encode what would end an attribute: `a"b.md` is `a%22b.md`."""
    host = _HOST.match(address)
    begins = host.end() if host else 0
    before = quote(address[:begins], safe=f"{_IN_ADDRESS}[]")
    behind = quote(address[begins:], safe=_IN_ADDRESS)
    return before + behind


def _site_address(address: str) -> str:
    """Give a site's address with no more than one slash where its path begins.

    Pages at unknown depths, such as 404.html, lead to that path alone: `//elsewhere.example/` would
    be another host.
    """
    safe = safe_address(address)
    parts = urlsplit(safe)
    path = parts.path.lstrip("/")
    whole = parts._replace(path=f"/{path}")
    return urlunsplit(whole)


def escape_configuration(config: MkDocsConfig) -> None:
    """Escape the texts and addresses of a configuration that themes write into every page."""
    config.site_name = escape_text(config.site_name)
    if config.site_description:
        config.site_description = escape_text(config.site_description)
    if config.site_author:
        config.site_author = escape_text(config.site_author)
    if config.repo_name:
        config.repo_name = escape_text(config.repo_name)
    if config.repo_url:
        config.repo_url = safe_address(config.repo_url)
    if config.site_url:
        config.site_url = _site_address(config.site_url)
