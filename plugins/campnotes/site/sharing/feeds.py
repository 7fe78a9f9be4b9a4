"""The feeds of a site: what is new in all notes, of a person and of a tag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from campnotes.linking.model import TITLE_JOINT, Note
from campnotes.notebook.place import DateSource, Kind
from campnotes.notebook.plain_text import one_line
from campnotes.site.by_person import Given
from campnotes.site.sharing.note_page_head import asks_for_noindex
from campnotes.site.sharing.shared_site import SharedSite, is_told

MOST_ENTRIES = 30


class FeedEntry(Struct, frozen=True):
    """A note in a feed. Its address is what it is known by, so that it stays one entry."""

    title: str
    address: str
    published: date
    updated: date
    summary: str
    author: str
    tags: tuple[str, ...]


class Feed(Struct, frozen=True):
    """A feed, with its newest entries first.

    `page` is the address, in the site, of the page that it belongs to; `home` the whole one.
    """

    page: str
    title: str
    home: str
    summary: str
    author: str
    language: str
    entries: tuple[FeedEntry, ...]

    @property
    def updated(self) -> date:
        """When the feed changed: with its entries, and not with the clock."""
        days = [entry.updated for entry in self.entries]
        return max(days)


def site_feeds(shared: SharedSite) -> Iterator[Feed]:
    """Gather the feeds: of all notes, of each person who presents, of each tag.

    Only dated notes are entries, at most `MOST_ENTRIES`; a feed without entries isn't made. None is
    made where nobody knows the address of the site, which a feed has to tell.
    """
    if not shared.address:
        return
    site = shared.site
    entries = dict(_entries(shared))
    for page, title, notes in _gathered(shared):
        newest = _newest(notes, entries)
        if newest:
            yield Feed(
                page=page,
                title=title,
                home=shared.absolute(page),
                summary=shared.description or title,
                author=shared.author or shared.name,
                language=site.language,
                entries=newest,
            )


def _gathered(shared: SharedSite) -> Iterator[tuple[str, str, Iterable[Note]]]:
    """Go through what has a feed: the page that it belongs to, its title, its notes."""
    site = shared.site
    name = shared.name
    yield "", name, shared.told_notes
    for person, given in site.presentations_of.items():
        page = site.person_url(person)
        title = f"{person}{TITLE_JOINT}{name}"
        yield page, title, _once(given)
    for tag in site.tags.values():
        page = site.tag_url(tag)
        title = f"#{tag.name}{TITLE_JOINT}{name}"
        yield page, title, tag.notes


def _once(given: Iterable[Given]) -> Iterable[Note]:
    """The notes of presentations, each once."""
    notes = {}
    for note, _ in given:
        notes[note.path] = note
    return notes.values()


def _newest(notes: Iterable[Note], entries: dict[str, FeedEntry]) -> tuple[FeedEntry, ...]:
    """The newest entries of some notes; of one day those first that stand behind the others."""
    found = []
    for note in notes:
        entry = entries.get(note.path)
        if entry is not None:
            found.append(entry)
    found.reverse()
    found.sort(key=_day, reverse=True)
    newest = found[:MOST_ENTRIES]
    return tuple(newest)


def _day(entry: FeedEntry) -> date:
    return entry.published


def is_news(note: Note) -> bool:
    """Tell whether a note is one of the camp: a page that only Git dates is about all of it."""
    place = note.place
    if place.date is None or not is_told(note):
        return False
    if place.kind is Kind.PAGE and place.date_source is DateSource.GIT:
        return False
    return not asks_for_noindex(note)


def _entries(shared: SharedSite) -> Iterator[tuple[str, FeedEntry]]:
    """Make an entry of each note that can be one, by path."""
    for note in shared.site.notebook.notes:
        published = note.place.date
        if published is None or not is_news(note):
            continue
        changed = shared.changed.get(note.path, published)
        url = shared.site.note_urls[note.path]
        entry = FeedEntry(
            title=one_line(note.full_title),
            address=shared.absolute(url),
            published=published,
            updated=max(changed, published),
            summary=shared.descriptions[note.path],
            author=shared.author_of(note),
            tags=note.tags,
        )
        yield note.path, entry
