"""What several pages show: presentations, notes that are no days, one place a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from campnotes.linking.model import Cited, LinkedLink, LinkedPresentation, Note
from campnotes.linking.references import site_of
from campnotes.notebook.place import Kind, Place
from campnotes.parsing.questions import Question
from campnotes.site.days.groups import Group
from campnotes.site.excerpts import anchor_at
from campnotes.site.labels import kind_label, reference_kind_name, reference_title
from campnotes.site.model import Site
from campnotes.site.names import name_below


class ShownMaterial(Struct, frozen=True):
    """A presentation's material; `url` is relative to the site, `original` an outer address.

    `canonical` is the reference's, if it is one, and `site` the one that it is on, where its title
    doesn't say that.
    """

    title: str
    kind: str
    url: str
    original: str = ""
    canonical: str = ""
    site: str = ""


class ShownPresentation(Struct, frozen=True):
    """A presentation with its note; `companions` are those who presented with the page's person.

    `place` is the note's, or that of the section which is a day.
    """

    note: Note
    place: Place
    topic: str
    anchor: str
    presenters: tuple[str, ...]
    companions: tuple[str, ...]
    has_materials: bool
    materials: tuple[ShownMaterial, ...]
    questions: tuple[Question, ...]


def show_presentation(
    presentation: LinkedPresentation, note: Note, site: Site, person: str = ""
) -> ShownPresentation:
    """Show a presentation, on the page of a person or on another one."""
    presenters = presentation.presenters
    companions: tuple[str, ...] = ()
    if len(presenters) > 1:
        companions = tuple(name for name in presenters if name != person)
    return ShownPresentation(
        note=note,
        place=note.place_at(presentation.line),
        topic=presentation.topic,
        anchor=presentation.anchor,
        presenters=presenters,
        companions=companions,
        has_materials=bool(presentation.materials),
        materials=tuple(_materials(presentation.materials, site)),
        questions=presentation.questions,
    )


def _materials(links: Iterable[LinkedLink], site: Site) -> Iterator[ShownMaterial]:
    """Show what is cited from elsewhere, and other notes of this notebook."""
    for link in links:
        target = link.target
        if link.canonical:
            yield _outer_material(link, site)
        elif link.ok and target is not None and target in site.note_urls:
            note = site.notebook.by_path[target]
            yield ShownMaterial(
                title=note.own_title,
                kind=site.translate("This notebook"),
                url=site.note_url(target, link.anchor),
            )


def _outer_material(link: LinkedLink, site: Site) -> ShownMaterial:
    reference = site.references[link.canonical]
    kind = link.kind or reference.kind
    title = reference_title(reference)
    host = site_of(link.canonical)
    return ShownMaterial(
        title=title,
        kind=reference_kind_name(kind, site.translate),
        url=site.reference_url(link.canonical),
        original=link.link.url.strip(),
        canonical=link.canonical,
        site="" if host in title else host,
    )


class OtherNote(Struct, frozen=True):
    """A note that is no day; `name` is what it is called beside its group's title.

    `kind` is told where it isn't what such notes mostly are.
    """

    note: Note
    name: str
    kind: str


def other_notes(group: Group, site: Site) -> tuple[OtherNote, ...]:
    """Show the notes of a group that are no days; most of them are lectures."""
    others = [_other_note(note, group, site) for note in group.others]
    return tuple(others)


def _other_note(note: Note, group: Group, site: Site) -> OtherNote:
    place = note.place
    kind = ""
    if place.kind is not Kind.LECTURE:
        kind = kind_label(place, site.translate)
    name = name_below(note, group.title)
    return OtherNote(
        note=note,
        name=name,
        kind=kind,
    )


class ShownPlace(Struct, frozen=True):
    """A place in a note; `url` is relative to the site."""

    note: Note
    url: str


def one_a_note(places: Iterable[Cited], site: Site) -> tuple[ShownPlace, ...]:
    """Show the first of the places in each note."""
    first: dict[str, Cited] = {}
    for place in places:
        first.setdefault(place.path, place)
    shown = []
    for path, place in first.items():
        shown_place = show_place(path, place.line, site)
        shown.append(shown_place)
    return tuple(shown)


def show_place(path: str, line: int, site: Site) -> ShownPlace:
    """Show a line of a note: the note, and the address of the section that the line stands in."""
    note = site.notebook.by_path[path]
    anchor = anchor_at(note, line)
    return ShownPlace(
        note=note,
        url=site.note_url(path, anchor),
    )
