"""What is known of a whole notebook before its notes are linked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from campnotes.linking.addresses import FileIndex
from campnotes.linking.anchors import Anchors
from campnotes.linking.days import DayIndex, index_days
from campnotes.linking.directory import Directory, build_directory
from campnotes.linking.folders import Folders
from campnotes.linking.named_notes import NoteNames, survey_names
from campnotes.linking.wikilinks import WikiNames, survey_wikilinks
from campnotes.notebook.files import natural_order
from campnotes.notebook.place import Place
from campnotes.notebook.placing import Clues, place_notes
from campnotes.notebook.withheld import withheld
from campnotes.parsing.note import ParsedNote
from campnotes.settings import Settings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What one note is linked against.

    `anchors`, `places` and `large_images` (their bytes) are by path; a sealed note's anchors aren't
    known.
    """

    settings: Settings
    files: FileIndex
    anchors: Mapping[str, Anchors]
    places: Mapping[str, Place]
    days: DayIndex
    directory: Directory
    wiki_names: WikiNames
    note_names: NoteNames
    folders: Folders
    large_images: Mapping[str, int] = field(default_factory=dict)


def survey(
    parsed: Sequence[ParsedNote],
    settings: Settings,
    others: Sequence[str] = (),
    committed: Mapping[str, date] | None = None,
    large_images: Mapping[str, int] | None = None,
) -> Surroundings:
    """Survey all notes of a notebook; `others` are the paths of its other files.

    `committed` holds the dates of the notes' first commits, `large_images` the bytes of each.
    """
    notes = published(parsed)
    places = place_notes([_clues(note) for note in notes], settings, committed or {})
    paths = [note.path for note in notes]
    open_notes = [note for note in notes if not note.sealed]
    files = FileIndex.of((*paths, *others))
    return Surroundings(
        settings=settings,
        files=files,
        anchors={note.path: Anchors.of(note) for note in open_notes},
        places=places,
        days=index_days(places),
        directory=build_directory(notes, settings),
        wiki_names=survey_wikilinks(open_notes, files),
        note_names=survey_names(open_notes),
        folders=Folders(places),
        large_images=large_images or {},
    )


def with_draft(draft: ParsedNote, surroundings: Surroundings) -> Surroundings:
    """What a note is linked against that is withheld: the others, and itself."""
    places = place_notes([_clues(draft)], surroundings.settings, {})
    anchors = {draft.path: Anchors.of(draft)}
    return replace(
        surroundings,
        places={**surroundings.places, **places},
        anchors={**surroundings.anchors, **anchors},
    )


def published(parsed: Sequence[ParsedNote]) -> list[ParsedNote]:
    """The notes that aren't withheld, in natural order."""
    notes = [note for note in parsed if not withheld(note.front_matter)]
    return sorted(notes, key=lambda note: natural_order(note.path))


def _clues(note: ParsedNote) -> Clues:
    return Clues(
        path=note.path,
        front_matter=note.front_matter,
        title=note.heading_place,
        written=note.written,
    )
