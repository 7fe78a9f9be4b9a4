"""Tables of contents as MkDocs' themes expect them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from mkdocs.structure.toc import AnchorLink, TableOfContents
from msgspec.structs import replace

from campnotes.pages.generated import TocEntry
from campnotes.parsing.outline import Heading


class _Entry(AnchorLink):
    """A link with the attributes that Material asks every entry for, and those that its title plugin sets."""

    typeset = None


def note_toc(headings: Sequence[Heading], first: int = 1, last: int = 6) -> TableOfContents:
    """Make a note's table of contents of its headings of the levels `first` to `last`.

    - Headings that are sentences are left out.
    - Themes take a first entry of level 1 for the title and show what is below it. A note with
      several headings of level 1 has them all below its first, that one too.
    """
    shown = []
    for heading in headings:
        if heading.sentence:
            continue
        if first <= heading.level <= last:
            shown.append(_entry(heading))
    if _has_several_titles(shown):
        shown = _below_first(shown)
    return page_toc(shown)


def _entry(heading: Heading) -> TocEntry:
    return TocEntry(
        level=heading.level,
        text=heading.text,
        anchor=heading.anchor,
    )


def _has_several_titles(entries: Sequence[TocEntry]) -> bool:
    levels = [entry.level for entry in entries]
    if levels.count(1) < 2:
        return False
    return levels[0] == 1


def _below_first(entries: Sequence[TocEntry]) -> list[TocEntry]:
    """Lower every entry by a level, below the first one, which stands there twice."""
    title = entries[0]
    lowered = [title]
    for entry in entries:
        below = replace(entry, level=entry.level + 1)
        lowered.append(below)
    return lowered


def page_toc(entries: Iterable[TocEntry]) -> TableOfContents:
    """Nest entries by their levels: each stands below the last one before it of a lower level."""
    roots: list[AnchorLink] = []
    open_links: list[AnchorLink] = []
    for entry in entries:
        text = escape(entry.text, quote=False)
        link = _Entry(text, entry.anchor, entry.level)
        while open_links and open_links[-1].level >= entry.level:
            open_links.pop()
        siblings = open_links[-1].children if open_links else roots
        siblings.append(link)
        open_links.append(link)
    if roots:
        roots[0].active = True  # type: ignore[attr-defined]
    return TableOfContents(roots)
