"""Write what campnotes tells of a page into its head, where the theme doesn't tell it itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from mkdocs.structure.pages import Page

from campnotes.hosts.mkdocs.pages.note_pages import NotebookPage, NotePage
from campnotes.notebook.plain_text import harmless, one_line
from campnotes.pages.page_heads import generated_page_head
from campnotes.site.sharing.descriptions import LONGEST
from campnotes.site.sharing.note_page_head import note_page_head
from campnotes.site.sharing.page_head import Alternate, PageHead
from campnotes.site.sharing.shared_site import SharedSite

_HEAD_END = "</head>"
_TITLE = re.compile(r"<title>[^<]*</title>")
# Spaces are looked at once, from the first of them: a title may hold a million.
_DESCRIPTION = re.compile(r'(?<!\s)\s*<meta name="description"[^<>]*>')
_CANONICAL = '<link rel="canonical"'
_OPEN_GRAPH = 'property="og:'
_DATA = 'type="application/ld+json"'
# The same to all that read links as HTML has them, a list of words (4.6.7). Material takes what is
# exactly `alternate` for the site in another language, and asks there for a site map.
_ALTERNATE = "alternate "
_LOCALES = {
    "ko": "ko_KR",
    "ja": "ja_JP",
    "zh": "zh_CN",
    "en": "en_US",
}


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


def with_head(page: str, head: PageHead) -> str:
    """Write a page's head into it.

    What a theme, a template of the user's or another plugin has written already is left as it is:
    the canonical address, the Open Graph's properties, JSON-LD. Of two descriptions ours stays,
    since a theme writes that of the site into all pages.
    """
    end = page.find(_HEAD_END)
    if end == -1:
        return page
    written = page[:end]
    behind = page[end:]
    if head.description:
        written = _DESCRIPTION.sub("", written)
    if head.title == head.site:
        # Themes make `X - X` of a home page that is called as the site is.
        title = f"<title>{_text(head.title)}</title>"
        written = _TITLE.sub(lambda _: title, written, count=1)
    tags = "".join(f"{tag}\n" for tag in _tags(head, written))
    return f"{written}{tags}{behind}"


def _tags(head: PageHead, written: str) -> Iterator[str]:
    """Go through the elements that a head doesn't have yet."""
    if head.description:
        yield _meta("name", "description", head.description)
    if head.noindex:
        yield _meta("name", "robots", "noindex")
    if head.canonical and _CANONICAL not in written:
        yield f'<link rel="canonical" href="{_text(head.canonical)}">'
    for alternate in head.alternates:
        yield _alternate(alternate)
    if _OPEN_GRAPH not in written:
        yield from _open_graph(head)
    if head.data and _DATA not in written:
        # It is no script to a browser, and the policy of a page doesn't count it.
        yield f"<script {_DATA}>{head.data}</script>"


def _open_graph(head: PageHead) -> Iterator[str]:
    told = {
        "og:type": head.kind,
        "og:site_name": head.site,
        "og:title": head.title,
        "og:description": head.description,
        "og:url": head.canonical,
        "og:locale": _LOCALES.get(head.language, ""),
    }
    if head.kind == "article":
        told["article:published_time"] = str(head.published or "")
        told["article:modified_time"] = str(head.changed or "")
    for name, value in told.items():
        if value:
            yield _meta("property", name, value)
    if head.kind == "article":
        for tag in head.tags:
            yield _meta("property", "article:tag", tag)
    yield from _card(head)


def _card(head: PageHead) -> Iterator[str]:
    """Go through what the preview of a link shows."""
    image = head.image
    if image is None:
        yield _meta("name", "twitter:card", "summary")
        return
    yield _meta("property", "og:image", image.address)
    yield _meta("property", "og:image:width", str(image.width))
    yield _meta("property", "og:image:height", str(image.height))
    yield _meta("property", "og:image:alt", image.text)
    yield _meta("name", "twitter:card", "summary_large_image")


def _meta(kind: str, name: str, value: str) -> str:
    content = _text(value)
    return f'<meta {kind}="{name}" content="{content}">'


def _alternate(alternate: Alternate) -> str:
    title = _text(alternate.title)
    address = _text(alternate.address)
    media_type = alternate.media_type
    return f'<link rel="{_ALTERNATE}" type="{media_type}" title="{title}" href="{address}">'


def _text(text: str) -> str:
    """A text as the value of an attribute."""
    return escape(harmless(text))
