"""A note's own contents, folded where the theme lists the headings anyway."""

from __future__ import annotations

from html import escape

from msgspec.structs import replace

from campnotes.linking.model import Note
from campnotes.linking.of_blocks import of_blocks
from campnotes.linking.titles.heading_taken import title_heading
from campnotes.pages.html_parts import element_at, find_element
from campnotes.parsing.contents import is_contents_title
from campnotes.parsing.outline import Heading

_LISTS = ("ul", "ol")


@of_blocks
def contents_heading(note: Note) -> Heading | None:
    """The heading over a note's own contents: 「목차」."""
    if not note.contents:
        return None
    first = note.contents[0].entry
    heading = note.sections_by_line.at(first.line)
    if heading is None:
        return None
    block = note.blocks_by_line.at(heading.line)
    if block is None or not is_contents_title(block):
        return None
    return heading


def headings_of_toc(note: Note) -> tuple[Heading, ...]:
    """The headings that a theme lists: the title in front, not the one over what lists the same."""
    over_contents = contents_heading(note)
    title = title_heading(note)
    listed = []
    for heading in note.parsed.headings:
        if heading is title:
            top = replace(heading, level=1)
            listed.append(top)
        elif heading != over_contents:
            listed.append(heading)
    return tuple(listed)


def fold_contents(html: str, note: Note) -> str:
    """Fold the contents in a note's HTML, if it is a list just below its heading.

    The fold has the heading's text and its id, so that links to it lead there still.
    """
    heading = contents_heading(note)
    if heading is None:
        return html
    title = find_element(html, {f"h{heading.level}"}, heading.anchor)
    if title is None:
        return html
    listed = element_at(html, _LISTS, title.ends)
    if listed is None:
        return html
    anchor = escape(heading.anchor)
    text = escape(heading.text, quote=False)
    before = html[: title.begins]
    fold = f'<details class="campnotes-contents" id="{anchor}"><summary>{text}</summary>'
    entries = html[listed.begins : listed.ends]
    behind = html[listed.ends :]
    return f"{before}{fold}{entries}</details>{behind}"
