"""Render the templates: generated pages, and the head and foot of a note's page."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup

from campnotes.linking.model import Note
from campnotes.linking.place_names import date_label, long_date
from campnotes.linking.references import short_address
from campnotes.locales import translations
from campnotes.notebook.plain_text import harmless
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.glance import home_view
from campnotes.pages.note.foot import note_foot
from campnotes.pages.note.head import UNKNOWN_SOURCE, NoteSource, note_head
from campnotes.parsing.questions import Question
from campnotes.site.days.day_marks import MARK_NAMES, mark_name
from campnotes.site.days.groups import Group
from campnotes.site.excerpts import answers
from campnotes.site.hues import hue_of_name, hue_of_number, initials
from campnotes.site.lengths import LONG, reading_minutes
from campnotes.site.model import Site
from campnotes.site.names import name_in_day
from campnotes.site.printed import is_printed_whole, sheet_url
from campnotes.site.tags import Tag
from campnotes.site.urls import relative_url

TEMPLATES = Path(__file__).parent / "templates"
_NO_TITLE = Markup()
_NO_ANCHORS: Mapping[int, str] = {}


def make_environment(folders: Sequence[str], language: str) -> Environment:
    """Make the templates' environment; a template in one of `folders` takes the place of ours."""
    environment = _Environment(
        loader=FileSystemLoader([*folders, str(TEMPLATES)]),
        autoescape=select_autoescape(default=True),
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,  # each build has its own, and none asks for a template's date again
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless_text,
    )
    environment.filters |= {
        "initials": initials,
        "hue_of_name": hue_of_name,
        "hue_of_number": hue_of_number,
        "mark_name": lambda mark: mark_name(mark, translations(language)),
    }
    environment.globals["mark_names"] = MARK_NAMES
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        translations(language), newstyle=True
    )
    return environment


class _Environment(Environment):
    """An environment whose templates share its globals, which are all there before the first one."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give the globals of a template as a plain `dict`: each rendering goes through all of them."""
        own = d or {}
        return {**self.globals, **own}


def _harmless_text(value: Any) -> Any:
    """Keep the text of a note from acting on what stands around it; HTML of ours stays as it is."""
    is_text = isinstance(value, str) and not isinstance(value, Markup)
    return harmless(value) if is_text else value


def render_page(environment: Environment, page: GeneratedPage, site: Site) -> str:
    """Render a generated page as an HTML fragment, with its `<h1>`."""
    here = site.page_url(page.source)
    context = _context(site, here)
    template = environment.get_template(page.template)
    return template.render(context, page=page, view=page.view)


def render_note_head(
    environment: Environment,
    note: Note,
    site: Site,
    title: Markup = _NO_TITLE,
    source: NoteSource = UNKNOWN_SOURCE,
    anchors: Mapping[int, str] = _NO_ANCHORS,
) -> str:
    """Render what stands above a note: its title, where it belongs, and who presents in it.

    `title` is the note's heading as HTML; without one, its title is written. `anchors` lead to the
    cards in the note's text; of presentations that have none there, the card stands here.
    """
    here = site.note_urls[note.path]
    context = _context(site, here)
    template = environment.get_template("campnotes/note_head.html")
    view = note_head(note, site)
    return template.render(
        context,
        note=note,
        title=title,
        view=view,
        source=source,
        anchors=anchors,
    )


def render_presentation_cards(
    environment: Environment, note: Note, site: Site, cards: Sequence[object]
) -> str:
    """Render the cards of presentations that stand at one place of a note."""
    here = site.note_urls[note.path]
    context = _context(site, here)
    template = environment.get_template("campnotes/presentation_cards.html")
    return template.render(context, cards=cards)


def render_note_foot(environment: Environment, note: Note, site: Site) -> str:
    """Render what stands below a note: presentations, references, backlinks, neighbours."""
    here = site.note_urls[note.path]
    context = _context(site, here)
    template = environment.get_template("campnotes/note_foot.html")
    view = note_foot(note, site)
    return template.render(context, note=note, view=view)


def render_home(
    environment: Environment, note: Note, site: Site, title: Markup, readme: Markup
) -> str:
    """Render the home page: the notebook at a glance, its README, and the notes of no week.

    `title` is the README's heading as HTML, `readme` all else of it; a long one is folded.
    """
    here = site.note_urls[note.path]
    context = _context(site, here)
    template = environment.get_template("campnotes/readme_home.html")
    return template.render(
        context,
        note=note,
        title=title,
        readme=readme,
        is_long=reading_minutes(note) >= LONG,
        view=home_view(site),
    )


def _context(site: Site, here: str) -> dict[str, Any]:
    """What every template may use; all addresses are as seen from the page at `here`."""

    def url(target: str) -> str:
        return relative_url(target, here)

    def note_url(note: Note, anchor: str = "") -> str:
        target = site.note_url(note.path, anchor)
        return url(target)

    def section_url(section: str, name: object = "") -> str:
        target = site.url(section, str(name))
        return url(target)

    def week_url(group: Group) -> str:
        target = site.week_url(group)
        return url(target)

    def sheet(group: Group) -> str:
        target = sheet_url(site, group)
        return url(target) if target else ""

    def person_url(name: str) -> str:
        target = site.person_url(name)
        return url(target)

    def tag_url(tag: Tag) -> str:
        target = site.tag_url(tag)
        return url(target)

    def reference_url(canonical: str) -> str:
        target = site.reference_url(canonical)
        return url(target)

    def shown_answers(note: Note, question: Question) -> list[str]:
        told = map(site.notebook.hidden_names.left_out, answers(note, question))
        return list(filter(None, told))

    return {
        "site": site,
        "url": url,
        "home_url": url(site.home_url),
        "note_url": note_url,
        "section_url": section_url,
        "is_printed_whole": is_printed_whole(site),
        "sheet_url": sheet,
        "week_url": week_url,
        "person_url": person_url,
        "tag_url": tag_url,
        "reference_url": reference_url,
        "short_address": short_address,
        "name_in_day": name_in_day,
        "answers": shown_answers,
        "long_date": lambda when: long_date(when, site.language),
        "date_label": lambda place: date_label(place, site.language),
    }
