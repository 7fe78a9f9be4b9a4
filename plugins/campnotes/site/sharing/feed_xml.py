"""Write a feed as Atom (RFC 4287) and as RSS 2.0, by the XML library of Python."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from campnotes.notebook.plain_text import encodable, harmless
from campnotes.site.sharing.feeds import Feed, FeedEntry

_ATOM = "http://www.w3.org/2005/Atom"
_TYPES = {"self": "application/atom+xml", "alternate": "text/html"}
_MIDNIGHT = time(tzinfo=UTC)
# What XML 1.0 can't hold, in whatever way it is written (2.2).
_NO_XML = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


def as_atom(feed: Feed, address: str) -> bytes:
    """Write a feed as Atom; `address` is its own."""
    root = Element("feed")
    root.set("xmlns", _ATOM)
    root.set("xml:lang", feed.language)
    _add(root, "title", feed.title)
    _add(root, "id", address)
    _add(root, "updated", _rfc3339(feed.updated))
    _add_link(root, "self", address)
    _add_link(root, "alternate", feed.home)
    _add_author(root, feed.author)
    for entry in feed.entries:
        _add_atom_entry(root, entry)
    return _as_bytes(root)


def _add_atom_entry(root: Element, entry: FeedEntry) -> None:
    element = SubElement(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", entry.address)
    _add_link(element, "alternate", entry.address)
    _add(element, "published", _rfc3339(entry.published))
    _add(element, "updated", _rfc3339(entry.updated))
    if entry.author:
        _add_author(element, entry.author)
    for tag in entry.tags:
        category = SubElement(element, "category")
        category.set("term", _text(tag))
    if entry.summary:
        _add(element, "summary", entry.summary)


def _add_link(parent: Element, relation: str, address: str) -> None:
    link = SubElement(parent, "link")
    link.set("rel", relation)
    link.set("type", _TYPES[relation])
    link.set("href", address)


def _add_author(parent: Element, name: str) -> None:
    author = SubElement(parent, "author")
    _add(author, "name", name)


def as_rss(feed: Feed, address: str) -> bytes:
    """Write a feed as RSS 2.0; `address` is its own."""
    root = Element("rss")
    root.set("version", "2.0")
    root.set("xmlns:atom", _ATOM)
    channel = SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.home)
    _add(channel, "description", feed.summary)
    _add(channel, "language", feed.language)
    _add(channel, "lastBuildDate", _rfc822(feed.updated))
    SubElement(
        channel,
        "atom:link",
        {"rel": "self", "type": "application/rss+xml", "href": address},
    )
    for entry in feed.entries:
        _add_item(channel, entry)
    return _as_bytes(root)


def _add_item(channel: Element, entry: FeedEntry) -> None:
    item = SubElement(channel, "item")
    _add(item, "title", entry.title)
    _add(item, "link", entry.address)
    guid = _add(item, "guid", entry.address)
    guid.set("isPermaLink", "true")
    _add(item, "pubDate", _rfc822(entry.published))
    for tag in entry.tags:
        _add(item, "category", tag)
    if entry.summary:
        _add(item, "description", entry.summary)


def _add(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = _text(text)
    return element


def _text(text: str) -> str:
    """A text as XML may hold it."""
    shown = harmless(encodable(text))
    return shown.translate(_NO_XML)


def _as_bytes(root: Element) -> bytes:
    written: bytes = ElementTree.tostring(
        root,
        encoding="utf-8",
        xml_declaration=True,
    )
    return written + b"\n"


def _moment(day: date) -> datetime:
    """The beginning of a day: notes tell no hour."""
    return datetime.combine(day, _MIDNIGHT)


def _rfc3339(day: date) -> str:
    moment = _moment(day)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _rfc822(day: date) -> str:
    return format_datetime(_moment(day))
