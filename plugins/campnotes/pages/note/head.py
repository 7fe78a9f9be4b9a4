"""What stands above a note: where it belongs, who presents in it, and its tags."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.linking.place_names import date_label, day_label
from campnotes.pages.note.latest import for_latest
from campnotes.pages.shown import ShownPresentation, show_presentation
from campnotes.site.days.groups import Group
from campnotes.site.labels import kind_label
from campnotes.site.lengths import reading_minutes
from campnotes.site.model import Site
from campnotes.site.tags import Tag


class NoteSource(Struct, frozen=True):
    """A note's file: where it is read and edited on its repository's host, and its last change.

    What isn't known is `""` or `None`.
    """

    host: str = ""
    read: str = ""
    edit: str = ""
    changed: date | None = None


UNKNOWN_SOURCE = NoteSource()


class NoteHead(Struct, frozen=True):
    """The head of a note's page; `label` is its day, or else its kind.

    `topic` is told where the title doesn't say it; `beside` are the other notes of its day, and
    `leading_here` is how many notes lead to it.
    """

    group: Group | None
    hue: int
    label: str
    date: str
    topic: str
    presenters: tuple[str, ...]
    tags: tuple[Tag, ...]
    minutes: int
    beside: tuple[Note, ...]
    presentations: tuple[ShownPresentation, ...]
    leading_here: int
    before: Note | None
    after: Note | None


@for_latest
def note_head(note: Note, site: Site) -> NoteHead:
    """Show where a note belongs, who presents in it or presented it, and its tags."""
    place = note.place
    group = site.group_of.get(note.path)
    day = day_label(place, site.language)
    kind = kind_label(place, site.translate)
    presenters = _presenters(note, site)
    date = ""
    # A day without a number has its date for a label.
    if place.day is not None:
        date = date_label(place, site.language)
    tags = site.tags_of(note)
    before, after = site.neighbours(note.path)
    leading = {link.path for link in site.notebook.backlinks.get(note.path, ())}
    presentations = [show_presentation(given, note, site) for given in note.presentations]
    return NoteHead(
        group=group,
        hue=group.hue if group else 1,
        label=day or kind,
        date=date,
        topic=note.topic or "",
        presenters=presenters,
        tags=tags,
        minutes=reading_minutes(note),
        beside=group.beside_in_day(note) if group else (),
        presentations=tuple(presentations),
        leading_here=len(leading),
        before=before,
        after=after,
    )


def _presenters(note: Note, site: Site) -> tuple[str, ...]:
    """The people who present in a note, and those who presented it according to another note."""
    names = dict.fromkeys(note.presenters)
    for place in site.notebook.presented.get(note.path, ()):
        names |= dict.fromkeys(place.presenters)
    return tuple(names)
