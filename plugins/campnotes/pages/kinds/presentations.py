"""All presentations, by the groups of the notebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campnotes.pages.generated import GeneratedPage, toc_of
from campnotes.pages.shown import ShownPresentation, show_presentation
from campnotes.site.model import Section, Site


@dataclass(frozen=True, slots=True)
class PresentationsSection:
    """A group of the notebook with its presentations."""

    anchor: str
    title: str
    presentations: tuple[ShownPresentation, ...]


@dataclass(frozen=True, slots=True)
class Presentations:
    """All presentations."""

    sections: tuple[PresentationsSection, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the presentations."""
    sections = site.sections(lambda note: note.presentations)
    if sections:
        yield GeneratedPage(
            source=site.source("presentations"),
            title=site.translate("Presentations"),
            template="campnotes/presentations.html",
            section="presentations",
            view=Presentations(sections=tuple(_section(section, site) for section in sections)),
            toc=toc_of(sections),
        )


def _section(section: Section, site: Site) -> PresentationsSection:
    shown: list[ShownPresentation] = []
    for note in section.notes:
        shown += [show_presentation(p, note, site) for p in note.presentations]
    return PresentationsSection(
        anchor=section.anchor, title=section.title, presentations=tuple(shown)
    )
