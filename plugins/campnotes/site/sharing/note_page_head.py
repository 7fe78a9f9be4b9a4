"""What the page of a note tells of itself in its head."""

from __future__ import annotations

from msgspec.structs import replace

from campnotes.linking.model import Note
from campnotes.notebook.plain_text import one_line, shown
from campnotes.site.sharing.descriptions import joined
from campnotes.site.sharing.linked_data import home_data, note_data
from campnotes.site.sharing.page_head import Alternate, PageHead
from campnotes.site.sharing.shared_site import ATOM, RSS, SharedSite, feed_url, is_told
from campnotes.site.sharing.social_cards import card_image

_NO = frozenset({"false", "no", "off", "0", "none"})


def note_page_head(note: Note, shared: SharedSite, *, told: str = "") -> PageHead:
    """Say what is told of a note: its first sentences, its dates and tags, and its other forms.

    `told` is a description that somebody else gives, such as another plugin; it wins.
    Of a sealed note only the title is told. `noindex: true` in the front matter, or
    `robots: noindex`, keeps a note out of search engines.
    """
    site = shared.site
    url = site.note_urls[note.path]
    is_home = note.path == site.home_note
    head = PageHead(
        title=shared.name if is_home else one_line(note.full_title),
        site=shared.name,
        canonical=shared.absolute(url),
        kind="website" if is_home else "article",
        language=site.language,
        image=card_image(url, note.full_title, shared),
        alternates=(*site_feeds(shared), *_markdown(note, shared)),
        noindex=asks_for_noindex(note),
    )
    if not is_told(note):
        return head
    described = replace(
        head,
        description=told or _description(note, shared, is_home=is_home),
        published=note.place.date,
        changed=shared.changed.get(note.path),
        tags=note.tags,
    )
    data = home_data(described, shared) if is_home else note_data(note, described, shared)
    return replace(described, data=data)


def _description(note: Note, shared: SharedSite, *, is_home: bool) -> str:
    if is_home and shared.description:
        return shared.description
    described = shared.descriptions[note.path]
    if described:
        return described
    titles = [note.full_title, shared.name]
    if is_home:
        titles = [shared.name, *(group.full_title for group in shared.site.groups)]
    return joined(titles)


def site_feeds(shared: SharedSite) -> tuple[Alternate, ...]:
    """The feeds of all notes, which every page leads to."""
    return page_feeds("", shared.name, shared)


def page_feeds(page: str, title: str, shared: SharedSite) -> tuple[Alternate, ...]:
    """The two forms of a page's feed, if it has one."""
    if page not in shared.feed_pages:
        return ()
    rss = feed_url(page, RSS)
    atom = feed_url(page, ATOM)
    return (
        Alternate("application/rss+xml", f"{title} (RSS)", shared.absolute(rss)),
        Alternate("application/atom+xml", f"{title} (Atom)", shared.absolute(atom)),
    )


def _markdown(note: Note, shared: SharedSite) -> tuple[Alternate, ...]:
    url = shared.markdown_url(note)
    if not url:
        return ()
    name = url.rpartition("/")[2]
    return (Alternate("text/markdown", "Markdown", name),)


def asks_for_noindex(note: Note) -> bool:
    """Tell whether a note's front matter keeps it out of search engines."""
    told = note.parsed.front_matter.raw
    robots = shown(told.get("robots"))
    if "noindex" in robots.lower():
        return True
    asked = shown(told.get("noindex", False))
    return asked.strip("'").lower() not in _NO
