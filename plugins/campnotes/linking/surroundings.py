"""What is known of a whole notebook before its notes are linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from msgspec import Struct, field, msgpack
from msgspec.structs import replace

from campnotes.finding import Finding
from campnotes.linking.anchors import Anchors
from campnotes.linking.clues import TextClues, read_clues, read_text_clues
from campnotes.linking.days import DayIndex, index_days
from campnotes.linking.file_index import FileIndex
from campnotes.linking.folders import Folders
from campnotes.linking.named_notes import NoteNames, survey_names
from campnotes.linking.own_repository import Guess, guess_repository
from campnotes.linking.people.directory import Directory, build_directory
from campnotes.linking.places import date_findings
from campnotes.linking.questions import questions_of_forms
from campnotes.linking.recall import NoRecall, Recall
from campnotes.linking.recurring import find_recurring
from campnotes.linking.titles import Naming, survey_titles
from campnotes.linking.titles.listed import ListedTopic, find_listed_topics
from campnotes.linking.wikilinks import WikiNames, survey_wikilinks
from campnotes.notebook.clues import Clues
from campnotes.notebook.dates.completing import DateCompleter
from campnotes.notebook.dates.written import WrittenDate
from campnotes.notebook.front_matter.withheld import withheld
from campnotes.notebook.paths import natural_order
from campnotes.notebook.place import Kind, Place
from campnotes.notebook.placing import Placed, place_notes
from campnotes.parsing.note import ParsedNote
from campnotes.settings import Settings


class Surroundings(Struct, frozen=True):
    """What one note is linked against.

    `anchors`, `places`, `listed_topics` (what lists of notes say of each), `date_findings` and
    `large_images` (their bytes) are by path; a sealed note's anchors aren't known.
    `questions_of_forms` are the keys of what several notes ask in the same words.
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
    repository_guess: Guess | None = None
    naming: Naming = field(default_factory=Naming)
    listed_topics: Mapping[str, ListedTopic] = field(default_factory=dict)
    large_images: Mapping[str, int] = field(default_factory=dict)
    placed: Placed = field(default_factory=Placed)
    date_findings: Mapping[str, Sequence[Finding]] = field(default_factory=dict)
    questions_of_forms: frozenset[str] = frozenset()

    def date_of(self, written: WrittenDate) -> date | None:
        """The date that a text tells, in the year that the notebook settles if it tells none."""
        if self.placed.years is None:
            return written.date
        completer = DateCompleter(self.settings, self.placed.years)
        return completer.complete(written)


def survey(
    parsed: Sequence[ParsedNote],
    settings: Settings,
    others: Sequence[str] = (),
    committed: Mapping[str, date] | None = None,
    large_images: Mapping[str, int] | None = None,
    recall: Recall | None = None,
) -> Surroundings:
    """Survey all notes of a notebook; `others` are the paths of its other files.

    `committed` holds the dates of the notes' first commits, `large_images` the bytes of each.
    `recall` knows what a former build made of the notes.
    """
    known = recall or NoRecall()
    notes = published(parsed)
    paths = [*(note.path for note in notes), *others]
    files = FileIndex.of(paths)
    guess = guess_repository(notes, files, settings)
    if guess is not None:
        settings = replace(settings, repository_by_links=guess.repository)
    clues = list(_clues(notes, files, paths, settings, known))
    placed = place_notes(clues, settings, committed or {})
    recurring = find_recurring(notes, placed.places)
    open_notes = [note for note in notes if not note.sealed]
    spoken = [note for note in notes if placed.places[note.path].kind is not Kind.TEMPLATE]
    return Surroundings(
        settings=settings,
        files=files,
        anchors={note.path: Anchors.of(note) for note in open_notes},
        places=placed.places,
        placed=placed,
        date_findings=date_findings(clues, placed),
        days=index_days(placed.places),
        directory=build_directory(spoken, settings),
        repository_guess=guess,
        naming=survey_titles(notes, placed.places, recurring, settings),
        listed_topics=find_listed_topics(open_notes, settings, files),
        wiki_names=survey_wikilinks(open_notes, files),
        note_names=survey_names(open_notes, known),
        folders=Folders(placed.places),
        large_images=large_images or {},
        questions_of_forms=questions_of_forms(open_notes),
    )


def _clues(
    notes: Sequence[ParsedNote],
    files: FileIndex,
    paths: Sequence[str],
    settings: Settings,
    recall: Recall,
) -> Iterator[Clues]:
    """Gather the clues of each note; `paths` are those of all files, in order."""
    told = (
        paths,
        settings.repository,
        settings.repository_by_links,
        settings.folder,
    )

    def of_note(note: ParsedNote) -> TextClues:
        return read_text_clues(note, files, settings)

    of_text = recall.step("clues", _text_clues(), of_note, repr(told))
    for note in notes:
        yield read_clues(note, of_text(note))


@cache
def _text_clues() -> msgpack.Decoder[TextClues]:
    return msgpack.Decoder(TextClues)


def with_draft(draft: ParsedNote, surroundings: Surroundings) -> Surroundings:
    """What a note is linked against that is withheld: the others, and itself."""
    of_text = read_text_clues(draft, surroundings.files, surroundings.settings)
    clues = read_clues(draft, of_text)
    placed = place_notes([clues], surroundings.settings, {})
    anchors = {draft.path: Anchors.of(draft)}
    return replace(
        surroundings,
        places={**surroundings.places, **placed.places},
        anchors={**surroundings.anchors, **anchors},
    )


def published(parsed: Sequence[ParsedNote]) -> list[ParsedNote]:
    """The notes that aren't withheld, in natural order."""
    notes = [note for note in parsed if not withheld(note.front_matter)]
    return sorted(notes, key=lambda note: natural_order(note.path))
