"""Pages that gather something from all notes: one, or an index with a page for each part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic

from msgspec import Struct
from msgspec.structs import replace

from campnotes.pages.filtering import PageFilter
from campnotes.pages.generated import GeneratedPage, TocEntry, toc_entry
from campnotes.pages.shown import ShownPresentation
from campnotes.site.model import Site
from campnotes.site.parts import Entry, Part

MOST_SECTIONS = 150  # that an index lists; a cohort has thousands

_INDEX = "campnotes/parts.html"


class Gathering(Struct, Generic[Entry], frozen=True, kw_only=True):
    """What a section of the site gathers; the template has the section's name.

    `call` names an entry, for the index to tell where a part begins and ends.
    """

    name: str
    title: str
    parts: Sequence[Part[Entry]]
    call: Callable[[Entry], str]
    filter: PageFilter


class Gathered(Struct, frozen=True):
    """What is gathered, or a part of it, with the addresses of the whole and its neighbours."""

    sections: Part[Any]
    filter: PageFilter
    whole: str = ""
    before: str = ""
    after: str = ""


class ListedSection(Struct, frozen=True):
    """A section of a part as the index lists it; `url` is relative to the site."""

    title: str
    url: str


class ListedPart(Struct, frozen=True):
    """A part as the index lists it, with its sections if there aren't too many of them in all."""

    title: str
    url: str
    count: int
    sections: tuple[ListedSection, ...]


class PartIndex(Struct, frozen=True):
    """All parts, and the filter over what they have."""

    parts: tuple[ListedPart, ...]
    filter: PageFilter


def gathered_pages(gathering: Gathering[Entry], site: Site) -> Iterator[GeneratedPage]:
    """Plan the pages of what a section gathers."""
    if len(gathering.parts) > 1:
        yield from _divided(gathering, site)
        return
    whole: Part[Entry] = gathering.parts[0] if gathering.parts else ()
    yield GeneratedPage(
        source=site.source(gathering.name),
        title=gathering.title,
        template=_template(gathering),
        section=gathering.name,
        view=Gathered(sections=whole, filter=gathering.filter),
        toc=_toc(whole),
    )


def _template(gathering: Gathering[Entry]) -> str:
    return f"campnotes/{gathering.name}.html"


def _divided(gathering: Gathering[Entry], site: Site) -> Iterator[GeneratedPage]:
    """Plan an index in front, and a page for each part."""
    name = gathering.name
    count = len(gathering.parts)
    urls = [site.part_url(name, number) for number in range(1, count + 1)]
    over_all = replace(gathering.filter, parts=tuple(urls), orders=())
    yield GeneratedPage(
        source=site.source(name),
        title=gathering.title,
        template=_INDEX,
        section=name,
        view=_index(gathering, urls, over_all),
    )
    around = ["", *urls, ""]
    for number, part in enumerate(gathering.parts, 1):
        view = Gathered(
            sections=part,
            filter=over_all,
            whole=site.url(name),
            before=around[number - 1],
            after=around[number + 1],
        )
        yield GeneratedPage(
            source=site.part_source(name, number),
            title=f"{gathering.title} {number}/{count}",
            template=_template(gathering),
            section=name,
            view=view,
            toc=_toc(part),
            in_nav=False,
        )


def _index(gathering: Gathering[Entry], urls: Sequence[str], over_all: PageFilter) -> PartIndex:
    listed = []
    in_all = sum(map(len, gathering.parts))
    for part, url in zip(gathering.parts, urls, strict=True):
        shown = part if in_all <= MOST_SECTIONS else ()
        sections = [ListedSection(one.title, f"{url}#{one.anchor}") for one in shown]
        one = ListedPart(
            title=_extent(part, gathering.call),
            url=url,
            count=sum(len(section.entries) for section in part),
            sections=tuple(sections),
        )
        listed.append(one)
    return PartIndex(parts=tuple(listed), filter=over_all)


def _toc(part: Part[Entry]) -> tuple[TocEntry, ...]:
    """The titles of a part's sections; a page of one listing without a title has none."""
    entries = [toc_entry(section.title, section.anchor) for section in part if section.title]
    return tuple(entries)


def _extent(part: Part[Entry], call: Callable[[Entry], str]) -> str:
    """Where a part begins and ends: 「1주차 – 3주차」, or within one section by its entries."""
    first = part[0]
    last = part[-1]
    if first.title != last.title:
        return f"{first.title} – {last.title}"
    if first.is_folded:
        return first.title
    begins = call(first.entries[0])
    ends = call(last.entries[-1])
    names = f"{begins} – {ends}"
    if first.title:
        return f"{first.title}: {names}"
    return names


def presentation_elements(shown: ShownPresentation) -> int:
    """About how many elements a presentation has on a page."""
    questions = 2 * len(shown.questions)
    materials = 5 * len(shown.materials)
    return 8 + len(shown.presenters) + materials + questions
