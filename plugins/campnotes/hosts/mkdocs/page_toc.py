"""Tables of contents as MkDocs' themes expect them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from mkdocs.structure.toc import AnchorLink, TableOfContents

from campnotes.parsing.outline import Heading

Entry = tuple[int, str, str]  # level, text, anchor


def note_toc(headings: Sequence[Heading], first: int = 1, last: int = 6) -> TableOfContents:
    """Make a note's table of contents of its headings of the levels `first` to `last`.

    - Headings that are sentences are left out.
    - Themes take a first entry of level 1 for the title and show what is below it. A note with
      several headings of level 1 has them all below its first.
    """
    shown = [h for h in headings if first <= h.level <= last and not h.sentence]
    entries = [(heading.level, heading.text, heading.anchor) for heading in shown]
    if _has_several_titles(entries):
        entries = _below_first(entries)
    return page_toc(entries)


def _has_several_titles(entries: Sequence[Entry]) -> bool:
    levels = [level for level, _, _ in entries]
    return levels.count(1) > 1 and levels[0] == 1


def _below_first(entries: Sequence[Entry]) -> list[Entry]:
    """Lower every entry by a level, below the first one as the title."""
    _, title, top = entries[0]
    lowered = [(level + 1, text, anchor) for level, text, anchor in entries]
    return [(1, title, top), *lowered]


def page_toc(entries: Iterable[Entry]) -> TableOfContents:
    """Nest entries by their levels: each stands below the last one before it of a lower level."""
    roots: list[AnchorLink] = []
    open_links: list[AnchorLink] = []
    for level, text, anchor in entries:
        link = AnchorLink(escape(text, quote=False), anchor, level)
        while open_links and open_links[-1].level >= level:
            open_links.pop()
        siblings = open_links[-1].children if open_links else roots
        siblings.append(link)
        open_links.append(link)
    if roots:
        roots[0].active = True  # type: ignore[attr-defined]
    return TableOfContents(roots)
