"""Render the templates: generated pages, and the head and foot of a note's page."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, select_autoescape

from campnotes.linking.model import Note, Reference, ReferenceKind
from campnotes.linking.references import short_address
from campnotes.locales import spoken, translations
from campnotes.notebook.place import DateSource, Place
from campnotes.pages.site import KIND_NAMES, GeneratedPage, Site, reference_anchor

TEMPLATES = Path(__file__).parent / "templates"
EXCERPT = 160  # characters
_IN_ADDRESS = "/#%:@!$&'()*+,;=~"  # what an address may hold (RFC 3986, 3.3), and % of one encoded


def make_environment(folders: Sequence[str], language: str) -> Environment:
    """The templates' environment; a template in one of `folders` takes the place of ours."""
    environment = Environment(
        loader=FileSystemLoader([*folders, str(TEMPLATES)]),
        autoescape=select_autoescape(default=True),
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        translations(language), newstyle=True
    )
    return environment


def render_page(environment: Environment, page: GeneratedPage, site: Site) -> str:
    """A generated page as an HTML fragment, with its `<h1>`."""
    here = site.page_url(page.source)
    context = _context(site, here)
    return environment.get_template(page.template).render(context, page=page, **page.view)


def render_note_head(environment: Environment, note: Note, site: Site) -> str:
    """What stands above a note: where it belongs, and who presents in it."""
    return _of_note(environment, "campnotes/note_head.html", note, site)


def render_note_foot(environment: Environment, note: Note, site: Site) -> str:
    """What stands below a note: presentations, references, backlinks, neighbours."""
    return _of_note(environment, "campnotes/note_foot.html", note, site)


def render_home_calendar(environment: Environment, site: Site) -> str:
    """What stands below the notebook's README on the home page."""
    context = _context(site, site.note_urls.get(site.home_note or "", ""))
    return environment.get_template("campnotes/calendar.html").render(context)


def _of_note(environment: Environment, template: str, note: Note, site: Site) -> str:
    context = _context(site, site.note_urls[note.path])
    before, after = site.neighbours(note.path)
    return environment.get_template(template).render(
        context,
        note=note,
        before=before,
        after=after,
        group=site.group_of.get(note.path),
        references=_cited(note, site),
        backlinks=site.notebook.backlinks.get(note.path, ()),
    )


def _cited(note: Note, site: Site) -> list[Reference]:
    found = dict.fromkeys(link.canonical for link in note.citations)
    references = [site.references[canonical] for canonical in found]
    return [r for r in references if r.kind is not ReferenceKind.ASSET]


def relative_url(target: str, here: str) -> str:
    """A site-relative address as seen from the page at `here`, percent-encoded once."""
    path, mark, fragment = quote(target, safe=_IN_ADDRESS).partition("#")
    base = posixpath.dirname(quote(here, safe=_IN_ADDRESS))
    relative = posixpath.relpath(path or ".", base or ".")
    if path == "" or path.endswith("/"):
        relative += "/"
    return relative + mark + fragment


def _context(site: Site, here: str) -> dict[str, Any]:
    """What every template may use."""

    def url(target: str, anchor: str = "") -> str:
        return relative_url(target + (f"#{anchor}" if anchor else ""), here)

    def note_url(note: Note | str, anchor: str = "") -> str:
        return url(site.note_urls[note if isinstance(note, str) else note.path], anchor)

    def place_url(path: str, line: int) -> str:
        return note_url(path, anchor_at(site.notebook.by_path[path], line))

    return {
        "site": site,
        "url": url,
        "home_url": url(site.home_url),
        "note_url": note_url,
        "place_url": place_url,
        "section_url": lambda section, name="": url(site.url(section, str(name))),
        "person_url": lambda name: url(site.person_url(name)),
        "reference_anchor": reference_anchor,
        "reference_url": lambda canonical: url(site.url("references"), reference_anchor(canonical)),
        "reference_title": lambda r: r.title or short_address(r.canonical),
        "short_address": short_address,
        "kind_name": lambda kind: site.translate(KIND_NAMES[kind]),
        "day_label": lambda place: day_label(place, site),
        "date_label": lambda place: date_label(place, site.language),
        "excerpt": lambda path, line: excerpt(site.notebook.by_path[path], line),
    }


def day_label(place: Place, site: Site) -> str:
    """「32일차」 or “Day 32”; the date, where the day has no number."""
    if place.day is not None:
        return site.translate("Day {day}").format(day=place.day)
    return date_label(place, site.language)


def date_label(place: Place, language: str) -> str:
    """A note's date for a reader, with the weekday where the year is known."""
    known = spoken(language)
    pattern = "M월 d일" if known == "ko" else "MMM d"
    if place.date is not None and place.date_source is not DateSource.GIT:
        return format_date(place.date, f"{pattern} (EEE)", locale=known)
    if place.month_day is not None:
        return format_date(date(2000, *place.month_day), pattern, locale=known)
    return ""


def anchor_at(note: Note, line: int) -> str:
    """The anchor of the section that a line of a note stands in; `""` before the first one."""
    above = [h for h in note.parsed.headings if h.line <= line and h.text != note.title]
    return above[-1].anchor if above else ""


def excerpt(note: Note, line: int) -> str:
    """The text of a note on a line, as far as a reader needs it to know the place."""
    for block in reversed(note.parsed.blocks):
        if block.line <= line:
            rows = block.text.split("\n")
            row = rows[line - block.line] if line - block.line < len(rows) else block.text
            text = " ".join(row.split())
            return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"
    return ""
