"""The map: the days with their people and references as a list, from which a drawing is made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from campnotes.pages.generated import GeneratedPage, toc_entry
from campnotes.site.connections import Connected, ConnectedSection, connections
from campnotes.site.model import Site


class Map(Struct, frozen=True):
    """What is on the map; `has_people` and `has_references` tell whether there are any."""

    sections: tuple[ConnectedSection, ...]
    has_people: bool
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
            has_people=any(entry.people for entry in _entries(sections)),
            has_references=any(entry.references for entry in _entries(sections)),
        ),
        toc=tuple(toc),
        noindex=True,
    )


def _entries(sections: tuple[ConnectedSection, ...]) -> Iterator[Connected]:
    return chain.from_iterable(section.entries for section in sections)
