"""All tags, those within others below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site
from campnotes.site.tags import Tag


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of the notebook."""

    tags: tuple[Tag, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the tags."""
    if site.tags:
        tags = site.tags.values()
        yield GeneratedPage(
            source=site.source("tags"),
            title=site.translate("Tags"),
            template="campnotes/tags.html",
            section="tags",
            view=Tags(tags=tuple(tags)),
        )
