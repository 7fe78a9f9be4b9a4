"""The pages made from the whole notebook: one module for each kind, with a template of the same name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from campnotes.pages.generated import GeneratedPage
from campnotes.pages.kinds import (
    connected,
    contents,
    folder,
    health,
    home,
    member,
    paper,
    people,
    person,
    presentations,
    questions,
    references,
    retrospectives,
    tag,
    tags,
    week,
)
from campnotes.site.model import Site

# Each gives its pages for a site, or none where there is nothing to show; the order is that of
# the navigation.
PAGE_KINDS: tuple[Callable[[Site], Iterable[GeneratedPage]], ...] = (
    home.pages,
    member.pages,
    week.pages,
    contents.pages,
    people.pages,
    presentations.pages,
    questions.pages,
    references.pages,
    retrospectives.pages,
    tags.pages,
    connected.pages,
    health.pages,
    person.pages,
    tag.pages,
    folder.pages,
    paper.pages,
)


def generated_pages(site: Site) -> tuple[GeneratedPage, ...]:
    """Plan all generated pages, in the order of the navigation."""
    planned: list[GeneratedPage] = []
    for pages in PAGE_KINDS:
        planned += pages(site)
    return tuple(planned)
