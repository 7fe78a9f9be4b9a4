"""The map: the days with their people and references as a list, from which a drawing is made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from campnotes.pages.generated import GeneratedPage, toc_entry
from campnotes.site.connections import ConnectedSection, connections
from campnotes.site.model import Site


class Map(Struct, frozen=True):
    """What is on the map; `has_references` tells whether there are any."""

    sections: tuple[ConnectedSection, ...]
    has_references: bool


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the map, where there is something to be connected."""
    sections = connections(site)
    if not sections:
        return
    toc = [toc_entry(section.title, section.anchor) for section in sections]
    yield GeneratedPage(
        source=site.source("map"),
        title=site.translate("Map"),
        template="campnotes/connected.html",
        section="map",
        view=Map(
            sections=sections,
            has_references=_has_references(sections),
        ),
        toc=tuple(toc),
        noindex=True,
    )


def _has_references(sections: tuple[ConnectedSection, ...]) -> bool:
    entries = chain.from_iterable(section.entries for section in sections)
    return any(entry.references for entry in entries)
