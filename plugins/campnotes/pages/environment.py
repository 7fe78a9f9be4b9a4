"""Render the templates: generated pages, and the head and foot of a note's page."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, select_autoescape

from campnotes.finding import Severity
from campnotes.linking.model import Note, Reference, ReferenceKind
from campnotes.linking.references import short_address
from campnotes.locales import translations
from campnotes.notebook.place import DateSource, Kind, Place
from campnotes.pages.site import KIND_NAMES, GeneratedPage, Site, reference_anchor

TEMPLATES = Path(__file__).parent / "templates"
EXCERPT = 160  # characters


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
        group=next((g for g in site.groups if note.path in {n.path for n in g.notes}), None)
        if note.path in site.reading_order else None,
        references=_cited(note, site),
        backlinks=site.notebook.backlinks.get(note.path, ()),
    )  # fmt: skip


def _cited(note: Note, site: Site) -> list[Reference]:
    found = dict.fromkeys(link.canonical for link in note.citations)
    references = [site.references[canonical] for canonical in found]
    return [r for r in references if r.kind is not ReferenceKind.ASSET]


def relative_url(target: str, here: str) -> str:
    """A site-relative address as seen from the page at `here`."""
    path, mark, fragment = target.partition("#")
    base = posixpath.dirname(here)
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

    def has(section: str) -> bool:
        return bool({"people": site.notebook.people, "references": site.notebook.references,
                     "presentations": any(n.presentations for n in site.notebook.notes),
                     }.get(section, True))  # fmt: skip

    return {
        "site": site,
        "url": url,
        "note_url": note_url,
        "section_url": lambda section, name="": url(site.url(section, str(name))),
        "has_section": has,
        "person_url": lambda name: url(site.person_url(name)),
        "reference_anchor": reference_anchor,
        "reference_url": lambda canonical: url(site.url("references"), reference_anchor(canonical)),
        "reference_title": lambda r: r.title or short_address(r.canonical),
        "short_address": short_address,
        "kind_name": lambda kind: site.translate(KIND_NAMES[kind]),
        "day_label": lambda place: day_label(place, site),
        "date_label": lambda place: date_label(place, site.language),
        "excerpt": lambda path, line: excerpt(site.notebook.by_path[path], line),
        "counts": Counter(f.severity for f in site.notebook.findings),
        "severities": list(Severity),
        "by_code": _by_code(site),
        "Kind": Kind,
    }


def _by_code(site: Site) -> dict[str, list[Any]]:
    order = {severity: i for i, severity in enumerate(Severity)}
    groups: dict[str, list[Any]] = {}
    for finding in sorted(site.notebook.findings, key=lambda f: (order[f.severity], f.code)):
        groups.setdefault(finding.code, []).append(finding)
    return groups


def day_label(place: Place, site: Site) -> str:
    """「32일차」 or “Day 32”; the date, where the day has no number."""
    if place.day is not None:
        return site.translate("Day {day}").format(day=place.day)
    return date_label(place, site.language)


def date_label(place: Place, language: str) -> str:
    """A note's date for a reader, with the weekday where the year is known."""
    if place.date is not None and place.date_source is not DateSource.GIT:
        pattern = "M월 d일 (EEE)" if language == "ko" else "MMM d (EEE)"
        return format_date(place.date, pattern, locale=language)
    if place.month_day is not None:
        pattern = "M월 d일" if language == "ko" else "MMM d"
        return format_date(date(2000, *place.month_day), pattern, locale=language)
    return ""


def excerpt(note: Note, line: int) -> str:
    """The text of a note on a line, as far as a reader needs it to know the place."""
    for block in reversed(note.parsed.blocks):
        if block.line <= line:
            rows = block.text.split("\n")
            row = rows[line - block.line] if line - block.line < len(rows) else block.text
            text = " ".join(row.split())
            return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"
    return ""
