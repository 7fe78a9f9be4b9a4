"""What a page made from the notebook is, before a host makes it one of its own."""

from __future__ import annotations

from msgspec import Struct


class TocEntry(Struct, frozen=True):
    """An entry of a generated page's table of contents."""

    level: int
    text: str
    anchor: str


class GeneratedPage(Struct, frozen=True):
    """A page made from the notebook.

    `source` is the path that it would have as a note; `section` is the kind of page, which the
    navigation goes by. `template` gets `view`, which holds what the page shows. `noindex` keeps it out
    of search engines.
    """

    source: str
    title: str
    template: str
    section: str
    view: object = None
    toc: tuple[TocEntry, ...] = ()
    in_nav: bool = True
    search: bool = False
    noindex: bool = False


def toc_entry(text: str, anchor: str) -> TocEntry:
    """An entry for a part of a page, below the page's title."""
    return TocEntry(
        level=2,
        text=text,
        anchor=anchor,
    )
