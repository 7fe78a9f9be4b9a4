"""The one way in: a folder becomes a linked notebook. Here, and nowhere behind it, files are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from campnotes.linking.model import Notebook
from campnotes.linking.notebook import link_notebook, note_title
from campnotes.linking.surroundings import Surroundings, survey
from campnotes.notebook.dates import git_dates
from campnotes.notebook.files import NotebookFiles, find_files, large_images, read_text
from campnotes.parsing.note import ParsedNote, parse_note
from campnotes.parsing.sealed import seal_note
from campnotes.settings import Settings


@dataclass(frozen=True, slots=True)
class NotebookReading:
    """All that reading a notebook yields.

    - `parsed`: its notes by path, drafts too and none sealed, to be known at the next reading;
    - `surroundings`: what its notes are linked against, for a note that changes afterwards;
    - `notebook`: the notes linked with each other, without drafts.
    """

    parsed: Mapping[str, ParsedNote] = field(repr=False)
    surroundings: Surroundings = field(repr=False)
    notebook: Notebook


def read_notebook(root: Path, settings: Settings) -> Notebook:
    """Read, parse and link the notebook in the folder `root`.

    What can't be read or understood becomes a finding; nothing raises.
    """
    files = find_files(root)
    reading = read_files(files, settings)
    return reading.notebook


def read_files(
    files: NotebookFiles,
    settings: Settings,
    *,
    known: Mapping[str, ParsedNote] | None = None,
    sealed: Callable[[ParsedNote], bool] = lambda _: False,
    step: Callable[[], object] = lambda: None,
) -> NotebookReading:
    """Read, parse and link the notebook that has these files.

    `known` holds notes parsed before, by path: one with the same text isn't parsed again. `sealed`
    says which notes are to be sealed. `step` is called after each note.
    """
    parsed = _parse_notes(files, settings, known or {}, step)
    notes = [_seal(note, sealed) for note in parsed.values()]
    surroundings = survey(
        notes,
        settings,
        others=files.others,
        committed=git_dates(files.root, files.notes),
        large_images=large_images(files),
    )
    notebook = link_notebook(notes, surroundings)
    return NotebookReading(
        parsed=parsed,
        surroundings=surroundings,
        notebook=notebook,
    )


def _seal(note: ParsedNote, sealed: Callable[[ParsedNote], bool]) -> ParsedNote:
    if sealed(note):
        return seal_note(note, note_title(note))
    return note


def _parse_notes(
    files: NotebookFiles,
    settings: Settings,
    known: Mapping[str, ParsedNote],
    step: Callable[[], object],
) -> dict[str, ParsedNote]:
    parsed = {}
    for path in files.notes:
        text, findings = read_text(files.root, path)
        note = known.get(path)
        if note is None or note.text != text:
            note = parse_note(
                text,
                path,
                repair_emphasis=settings.repair_emphasis,
            )
            all_findings = (*findings, *note.findings)
            note = replace(note, findings=all_findings)
        parsed[path] = note
        step()
    return parsed
