"""A page a person: what they presented, where they moderated, and where they are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campnotes.linking.model import Person
from campnotes.pages.generated import GeneratedPage, TocEntry, toc_entry
from campnotes.pages.shown import ShownPlace, ShownPresentation, one_a_note, show_presentation
from campnotes.site.model import Site


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person with their places in the notebook."""

    person: Person
    presentations: tuple[ShownPresentation, ...]
    moderated: tuple[ShownPlace, ...]
    named: tuple[ShownPlace, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the pages of all people; they are found through the page of the people."""
    for person in site.notebook.people:
        view = _view(person, site)
        yield GeneratedPage(
            source=site.person_source(person.name),
            title=person.name,
            template="campnotes/person.html",
            section="people",
            view=view,
            toc=tuple(_toc(view, site)),
            in_nav=False,
        )


def _view(person: Person, site: Site) -> PersonView:
    name = person.name
    given = site.presentations_of[name]
    return PersonView(
        person=person,
        presentations=tuple(show_presentation(p, note, site, person=name) for note, p in given),
        moderated=one_a_note(site.moderated_by.get(name, ()), site),
        named=one_a_note(person.named_in, site),
    )


def _toc(view: PersonView, site: Site) -> Iterator[TocEntry]:
    if view.presentations:
        yield toc_entry(site.translate("Presentations"), "presentations")
    if view.moderated:
        yield toc_entry(site.translate("Moderated"), "moderated")
    if view.named:
        yield toc_entry(site.translate("Named in"), "named")
