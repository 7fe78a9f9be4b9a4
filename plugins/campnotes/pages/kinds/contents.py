"""The contents of the whole notebook, note by note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campnotes.linking.model import Note
from campnotes.pages.generated import GeneratedPage, toc_of
from campnotes.pages.outline import OutlineEntry, contents_entries, heading_entries
from campnotes.site.model import Section, Site

MOST_HEADINGS = 20  # shown of a note without contents


@dataclass(frozen=True, slots=True)
class NoteContents:
    """A note with what is in it."""

    note: Note
    entries: tuple[OutlineEntry, ...]


@dataclass(frozen=True, slots=True)
class ContentsSection:
    """A group of the notebook with the contents of its notes."""

    anchor: str
    title: str
    notes: tuple[NoteContents, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of all notes."""

    sections: tuple[ContentsSection, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the contents page."""
    sections = site.sections()
    view = Contents(sections=tuple(map(_section, sections)))
    yield GeneratedPage(
        source=site.source("contents"),
        title=site.translate("Contents"),
        template="campnotes/contents.html",
        section="contents",
        view=view,
        toc=toc_of(sections),
    )


def _section(section: Section) -> ContentsSection:
    notes = []
    for note in section.notes:
        contents = NoteContents(note=note, entries=_entries(note))
        notes.append(contents)
    return ContentsSection(
        anchor=section.anchor,
        title=section.title,
        notes=tuple(notes),
    )


def _entries(note: Note) -> tuple[OutlineEntry, ...]:
    """Take the note's own contents, or else its headings."""
    entries = contents_entries(note)
    if entries:
        return entries
    headings = heading_entries(note)
    return headings[:MOST_HEADINGS]
