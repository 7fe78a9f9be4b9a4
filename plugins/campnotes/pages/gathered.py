"""Pages that gather something from all notes: one, or an index with a page for each part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from campnotes.pages.generated import GeneratedPage, TocEntry, toc_entry
from campnotes.pages.shown import ShownPresentation
from campnotes.site.model import Site
from campnotes.site.parts import Entry, Part

_INDEX = "campnotes/parts.html"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is gathered, or a part of it, with the addresses of the whole and its neighbours."""

    sections: Part[Any]
    whole: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ListedPart:
    """A part as the index lists it; `url` is relative to the site."""

    title: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class PartIndex:
    """All parts."""

    parts: tuple[ListedPart, ...]


def gathered_pages(
    name: str, title: str, parts: Sequence[Part[Entry]], site: Site, call: Callable[[Entry], str]
) -> Iterator[GeneratedPage]:
    """Plan the pages of a section that gathers these parts; the template has the section's name.

    `call` names an entry, for the index to tell where a part begins and ends.
    """
    template = f"campnotes/{name}.html"
    if len(parts) <= 1:
        whole: Part[Entry] = parts[0] if parts else ()
        yield GeneratedPage(
            source=site.source(name),
            title=title,
            template=template,
            section=name,
            view=Gathered(sections=whole),
            toc=_toc(whole),
        )
        return
    urls = [site.part_url(name, number) for number in range(1, len(parts) + 1)]
    listed = []
    for part, url in zip(parts, urls, strict=True):
        count = sum(len(section.entries) for section in part)
        listed.append(ListedPart(title=_extent(part, call), url=url, count=count))
    yield GeneratedPage(
        source=site.source(name),
        title=title,
        template=_INDEX,
        section=name,
        view=PartIndex(parts=tuple(listed)),
    )
    around = ["", *urls, ""]
    for number, part in enumerate(parts, 1):
        yield GeneratedPage(
            source=site.part_source(name, number),
            title=f"{title} {number}/{len(parts)}",
            template=template,
            section=name,
            view=Gathered(
                sections=part,
                whole=site.url(name),
                before=around[number - 1],
                after=around[number + 1],
            ),
            toc=_toc(part),
            in_nav=False,
        )


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
