"""All tags, those within others below them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from campnotes.pages.filtering import PageFilter, by_weight, page_filter
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site
from campnotes.site.tags import Tag


class Tags(Struct, frozen=True):
    """The tags of the notebook."""

    tags: tuple[Tag, ...]
    filter: PageFilter


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the tags."""
    if not site.tags:
        return
    tags = tuple(site.tags.values())
    orders = by_weight(site.translate, site.translate("Most notes first"))
    yield GeneratedPage(
        source=site.source("tags"),
        title=site.translate("Tags"),
        template="campnotes/tags.html",
        section="tags",
        view=Tags(
            tags=tags,
            filter=page_filter(len(tags), (), orders),
        ),
    )
