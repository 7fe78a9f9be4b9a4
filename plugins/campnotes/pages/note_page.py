"""A note's page: its title, what stands around it, and its own HTML between."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from jinja2 import Environment
from markupsafe import Markup

from campnotes.linking.model import Note
from campnotes.pages.environment import render_home, render_note_foot, render_note_head
from campnotes.pages.note_head import Elsewhere
from campnotes.site.model import Site

_TITLE_BEGINS = "<h1"
_TITLE_ENDS = "</h1>"


@dataclass(frozen=True, slots=True)
class Opening:
    """A note's HTML in two: the heading that is its title, `""` if it has none, and all else."""

    title: str
    rest: str


def take_title(html: str, note: Note) -> Opening:
    """Take the heading with a note's title out of its HTML, to stand above what is told of it.

    The HTML is what our sanitiser writes, so that the first `<h1` is the first heading's, and ends
    where it seems to.
    """
    headings = note.parsed.headings
    if not headings or headings[0].level != 1 or not note.is_title(headings[0]):
        return Opening("", html)
    begins = html.find(_TITLE_BEGINS)
    ends = html.find(_TITLE_ENDS, begins)
    if begins < 0 or ends < 0:
        return Opening("", html)
    behind = ends + len(_TITLE_ENDS)
    return Opening(
        title=html[begins:behind],
        rest=html[:begins] + html[behind:],
    )


def surround(
    environment: Environment,
    note: Note,
    html: str,
    site: Site,
    *,
    is_home: bool,
    elsewhere: Elsewhere,
) -> str:
    """Put what the notebook knows of a note above and below its HTML.

    The note's own body is marked by `data-campnotes-body`. On the home page the notebook comes first.
    """
    opening = take_title(html, note)
    title = Markup(opening.title)
    suffix = PurePosixPath(note.path).suffix.removeprefix(".")
    body = f'<div data-campnotes-body="{suffix}">{opening.rest}</div>'
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
        elsewhere=elsewhere,
    )
    return f"{head}\n{body}\n{foot}"
