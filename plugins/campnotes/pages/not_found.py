"""What a reader is shown at an address without a page: the nearest pages, and the ways to all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment
from msgspec import Struct

from campnotes.compact_json import compact_json
from campnotes.notebook.plain_text import one_line
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site
from campnotes.site.urls import encoded


class Way(Struct, frozen=True):
    """A page that leads on, with its address on the host."""

    url: str
    title: str


class NotFound(Struct, frozen=True):
    """The page that is shown at addresses without a page.

    Nobody knows how deep such an address is, so that all links begin at the top of the host: `base`
    is where the site lies there (`/notebook/`), `addresses` the list of its pages for the script.
    """

    base: str
    addresses: str
    places: tuple[Way, ...]


def render_not_found(
    environment: Environment,
    pages: Iterable[GeneratedPage],
    site: Site,
    base: str,
    addresses: str,
) -> str:
    """Render what stands on the page."""
    home = Way(base, site.translate("Home"))
    ways = _ways(pages, site, base)
    view = NotFound(
        base=base,
        addresses=f"{base}{addresses}",
        places=(home, *ways),
    )
    template = environment.get_template("campnotes/not_found.html")
    return template.render(view=view)


def _ways(pages: Iterable[GeneratedPage], site: Site, base: str) -> Iterator[Way]:
    """The generated pages of the navigation, each section once."""
    seen = {"home"}
    for page in pages:
        if not page.in_nav or page.noindex or page.section in seen:
            continue
        seen.add(page.section)
        url = site.page_url(page.source)
        yield Way(f"{base}{encoded(url)}", page.title)


def list_addresses(pages: Iterable[GeneratedPage], site: Site) -> str:
    """List the addresses and titles of all pages, for the script that looks for the nearest."""
    listed = []
    for note in site.notebook.notes:
        url = site.note_urls[note.path]
        title = one_line(note.full_title)
        listed.append((url, title))
    for page in pages:
        if not page.noindex:
            url = site.page_url(page.source)
            listed.append((url, page.title))
    return compact_json(listed)
