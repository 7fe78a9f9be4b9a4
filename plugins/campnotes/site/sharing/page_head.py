"""What a page tells of itself in its head: to search engines, to previews of links, to readers of feeds.

It is plain data, which a host writes into its pages. Addresses are absolute but for those of files
beside the page, and texts are as they are: whoever writes them escapes them.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Alternate(Struct, frozen=True):
    """Another form of a page: a feed, or its Markdown."""

    media_type: str
    title: str
    address: str


class CardImage(Struct, frozen=True):
    """The picture that a preview of a link shows."""

    address: str
    text: str
    width: int
    height: int


class PageHead(Struct, frozen=True):
    """The head of one page.

    - `title` is that of the page alone, `site` the name of the whole site;
    - `kind` is `website`, `article` or `profile`, as the Open Graph has it;
    - `canonical` is `""` where nobody knows the site's address;
    - `noindex` keeps the page out of search engines and out of the site map;
    - `data` is what machines read (JSON-LD), as JSON that is safe within a script element.
    """

    title: str
    site: str
    description: str = ""
    canonical: str = ""
    kind: str = "website"
    language: str = ""
    published: date | None = None
    changed: date | None = None
    tags: tuple[str, ...] = ()
    image: CardImage | None = None
    alternates: tuple[Alternate, ...] = ()
    noindex: bool = False
    data: str = ""
