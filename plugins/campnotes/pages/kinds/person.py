"""A page a person: what they presented, where they moderated, and where they are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campnotes.linking.model import Person
from campnotes.pages.gathered import presentation_elements
from campnotes.pages.generated import GeneratedPage, TocEntry, toc_entry
from campnotes.pages.shown import ShownPlace, ShownPresentation, one_a_note, show_presentation
from campnotes.site.model import Site
from campnotes.site.parts import Listing, Part, divide

_PLACE_ELEMENTS = 3

_Shown = ShownPresentation | ShownPlace


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person with their places in the notebook, or a part of these.

    `before` and `after` are the addresses of the parts beside this one.
    """

    person: Person
    presentations: tuple[_Shown, ...]
    moderated: tuple[_Shown, ...]
    named: tuple[_Shown, ...]
    whole: str = ""
    before: str = ""
    after: str = ""


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the pages of all people; they are found through the page of the people."""
    for person in site.notebook.people:
        yield from _pages(person, site)


def _pages(person: Person, site: Site) -> Iterator[GeneratedPage]:
    parts = divide(_listings(person, site), _elements) or ((),)
    sources = [site.person_source(person.name, number) for number in range(1, len(parts) + 1)]
    urls = ["", *map(site.page_url, sources), ""]
    for number, part in enumerate(parts, 1):
        shown = {listing.anchor: listing.entries for listing in part}
        view = PersonView(
            person=person,
            presentations=shown.get("presentations", ()),
            moderated=shown.get("moderated", ()),
            named=shown.get("named", ()),
            whole=urls[1] if len(parts) > 1 else "",
            before=urls[number - 1],
            after=urls[number + 1],
        )
        yield GeneratedPage(
            source=sources[number - 1],
            title=_title(person, number, parts),
            template="campnotes/person.html",
            section="people",
            view=view,
            toc=_toc(part),
            in_nav=False,
        )


def _title(person: Person, number: int, parts: Sequence[object]) -> str:
    if number == 1:
        return person.name
    return f"{person.name} {number}/{len(parts)}"


def _listings(person: Person, site: Site) -> list[Listing[_Shown]]:
    name = person.name
    given = site.presentations_of[name]
    presentations = [show_presentation(p, note, site, person=name) for note, p in given]
    moderated = one_a_note(site.moderated_by.get(name, ()), site)
    named = one_a_note(person.named_in, site)
    return [
        Listing("presentations", site.translate("Presentations"), tuple(presentations)),
        Listing("moderated", site.translate("Moderated"), moderated),
        Listing("named", site.translate("Named in"), named),
    ]


def _elements(shown: _Shown) -> int:
    if isinstance(shown, ShownPresentation):
        return presentation_elements(shown)
    return _PLACE_ELEMENTS


def _toc(part: Part[_Shown]) -> tuple[TocEntry, ...]:
    entries = [toc_entry(listing.title, listing.anchor) for listing in part]
    return tuple(entries)
