"""Notes on one page, to be printed without JavaScript: put together from finished pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from itertools import chain
from re import Match
from urllib.parse import urljoin

from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.pages.html_parts import element_at
from campnotes.patterns import regex
from campnotes.site.model import Site
from campnotes.site.printed import sheet_url, whole_sheet_url
from campnotes.site.urls import encoded, relative_url

_BODY = '<div data-campnotes-body="'  # as `note/page.py` writes it
# Most tags have no attribute, or are spans of code: nothing in them is written anew.
_TAG = regex(
    r'<(?!span class="[\w -]*">)(details(?=[\s>])|[a-z][a-z0-9]*(?=\s))((?:[^<>"]|"[^"]*")*)>'
)
_ATTRIBUTE = regex(r'\s(id|name|href|src|poster|for|loading|srcset)="([^"]*)"')
_ELSEWHERE = regex(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/")
# A name would have but one of several details open; that of `<a>` is a place, as an id is.
_DROPPED = frozenset({"name", "loading", "srcset"})
_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; \
img-src 'self' data: https:; media-src 'self' https:">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
</head>
<body>
<header><a href="{above}">{title}</a></header>
<main>
{notes}
</main>
</body>
</html>
"""


class Sheet(Struct, frozen=True):
    """A page with several notes, at an address in the site; `above` is that of what leads there."""

    url: str
    above: str
    title: str
    notes: tuple[Note, ...]


def plan_sheets(site: Site) -> Iterator[Sheet]:
    """Plan the pages: one for each week of a notebook that isn't a cohort's, and one for all notes."""
    for group in site.groups:
        url = sheet_url(site, group)
        if url:
            yield Sheet(
                url=url,
                above=site.week_url(group),
                title=group.full_title,
                notes=group.notes,
            )
    whole = whole_sheet_url(site)
    if whole:
        in_sections = chain.from_iterable(section.notes for section in site.sections())
        each_once = {note.path: note for note in in_sections}  # some hold several days
        yield Sheet(
            url=whole,
            above=site.url("print"),
            title=site.translate("Print all notes"),
            notes=tuple(each_once.values()),
        )


def render_sheet(sheet: Sheet, pages: Iterable[str], site: Site, style: str) -> str:
    """Put the notes of a sheet on one page.

    - `pages` are the finished pages of its notes, in order; `style` is the site address of the styles.
    - A page that shows no note, such as a sealed one, is left out.
    - Links and ids of a note mean what they mean on its own page; folded parts are open.
    """
    written = []
    numbered = enumerate(zip(sheet.notes, pages, strict=True), 1)
    for number, (note, page) in numbered:
        body = _body(page)
        if body is None:
            continue
        here = site.note_urls[note.path]
        settled = _Settling(here, sheet.url, f"sheet-{number}-").settle(body)
        title = escape(note.full_title)
        written.append(f"<article>\n<h1>{title}</h1>\n{settled}\n</article>")
    return _PAGE.format(
        language=escape(site.language),
        title=escape(sheet.title),
        style=relative_url(style, sheet.url),
        above=relative_url(sheet.above, sheet.url),
        notes="\n".join(written),
    )


def _body(page: str) -> str | None:
    """What stands of a note on its page."""
    begins = page.find(_BODY)
    if begins < 0:
        return None
    body = element_at(page, ("div",), begins)
    return None if body is None else page[body.begins : body.ends]


class _Settling:
    """Rewrites a note's HTML so that its links and ids work on another page as they do on its own."""

    def __init__(self, here: str, there: str, prefix: str) -> None:
        self._base = f"/{encoded(here)}"
        self._there = there
        self._prefix = prefix

    def settle(self, html: str) -> str:
        """Write the tags of a note anew."""
        return _TAG.sub(self._tag, html)

    def _tag(self, tag: Match[str]) -> str:
        write = partial(self._attribute, tag[1])
        attributes = _ATTRIBUTE.sub(write, tag[2])
        if tag[1] == "details" and " open" not in attributes:
            attributes += " open"
        return f"<{tag[1]}{attributes}>"

    def _attribute(self, tag: str, found: Match[str]) -> str:
        name = found[1]
        value = found[2]
        is_place = name in {"id", "for"} or (tag == "a" and name == "name")
        if name in _DROPPED and not is_place:
            return ""
        if is_place:
            value = self._prefix + value
        elif value.startswith("#"):
            value = f"#{self._prefix}{value[1:]}"
        elif not _ELSEWHERE.match(value):
            value = self._address(value)
        return f' {name}="{value}"'

    def _address(self, written: str) -> str:
        whole = urljoin(self._base, written)
        return relative_url(whole.removeprefix("/"), self._there)
