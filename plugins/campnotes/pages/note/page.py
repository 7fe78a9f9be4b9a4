"""A note's page: its title, what stands around it, and its own HTML between."""

from __future__ import annotations

from pathlib import PurePosixPath

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.linking.titles.heading_taken import title_heading
from campnotes.pages.environment import render_home, render_note_foot, render_note_head
from campnotes.pages.html_parts import find_element
from campnotes.pages.note.contents_fold import fold_contents
from campnotes.pages.note.head import NoteSource
from campnotes.pages.note.presentation_cards import put_cards
from campnotes.site.model import Site


class Opening(Struct, frozen=True):
    """A note's HTML in two: the heading that is its title, `""` if it has none, and all else."""

    title: str
    rest: str


def take_title(html: str, note: Note) -> Opening:
    """Take the heading with a note's title out of its HTML, to stand above what is told of it.

    It is the page's `<h1>`, whatever its rank.
    """
    heading = title_heading(note)
    if heading is None:
        return Opening("", html)
    tag = f"h{heading.level}"
    title = find_element(html, {tag})
    if title is None:
        return Opening("", html)
    written = html[title.begins : title.ends]
    inner = written.removeprefix(f"<{tag}").removesuffix(f"</{tag}>")
    return Opening(
        title=f"<h1{inner}</h1>",
        rest=html[: title.begins] + html[title.ends :],
    )


def surround(
    environment: Environment,
    note: Note,
    html: str,
    site: Site,
    *,
    is_home: bool,
    folds_contents: bool,
    source: NoteSource,
) -> str:
    """Put what the notebook knows of a note above and below its HTML.

    - The note's own body is marked by `data-campnotes-body`.
    - Its presentations have their cards where they stand in it.
    - On the home page the notebook comes first.
    - Where the theme shows the headings, `folds_contents` folds what the author lists of them.
    """
    opening = take_title(html, note)
    rest = opening.rest
    if folds_contents:
        rest = fold_contents(rest, note)
    carded = put_cards(environment, note, rest, site)
    title = Markup(opening.title)
    suffix = PurePosixPath(note.path).suffix.removeprefix(".")
    body = f'<div data-campnotes-body="{suffix}">{carded.html}</div>'
    foot = render_note_foot(environment, note, site)
    if is_home:
        readme = Markup(body)
        home = render_home(environment, note, site, title, readme)
        return f"{home}\n{foot}"
    head = render_note_head(
        environment,
        note,
        site,
        title=title,
        source=source,
        anchors=carded.anchors,
    )
    return f"{head}\n{body}\n{foot}"
