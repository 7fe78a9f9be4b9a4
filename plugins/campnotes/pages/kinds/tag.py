"""A page for each tag: its notes, and the tags around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site
from campnotes.site.tags import Tag


class TagView(Struct, frozen=True):
    """A tag's notes in reading order; the tags that it is in, outermost first, and those in it."""

    tag: Tag
    around: tuple[Tag, ...]
    within: tuple[Tag, ...]
    notes: tuple[Note, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the pages of all tags; they are found through the page of the tags."""
    within = _within(site)
    for tag in site.tags.values():
        view = TagView(
            tag=tag,
            around=_around(tag, site),
            within=tuple(within[tag.key]),
            notes=tag.notes,
        )
        yield GeneratedPage(
            source=site.tag_source(tag),
            title=tag.name,
            template="campnotes/tag.html",
            section="tags",
            view=view,
            in_nav=False,
        )


def _within(site: Site) -> Mapping[str, list[Tag]]:
    """The tags directly in each, by key."""
    within: dict[str, list[Tag]] = {key: [] for key in site.tags}
    for tag in site.tags.values():
        if tag.above:
            within[tag.above].append(tag)
    return within


def _around(tag: Tag, site: Site) -> tuple[Tag, ...]:
    around: list[Tag] = []
    above = tag.above
    while above:
        outer = site.tags[above]
        around.insert(0, outer)
        above = outer.above
    return tuple(around)
