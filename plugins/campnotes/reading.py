"""The one way in: a folder becomes a linked notebook. Here, and nowhere behind it, files are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from campnotes.finding import Finding
from campnotes.linking.model import Notebook
from campnotes.linking.notebook import link_notebook
from campnotes.linking.silencing import Findings, Silenced, silence
from campnotes.linking.surroundings import Surroundings, survey
from campnotes.linking.titles import title_by_itself
from campnotes.notebook.dates import git_dates
from campnotes.notebook.files import NotebookFiles, large_images, natural_order, read_text
from campnotes.notebook.walk import find_files
from campnotes.notebook.withheld import is_draft, withheld
from campnotes.parsing.note import ParsedNote, parse_note
from campnotes.parsing.sealed import seal_note
from campnotes.settings import Settings
from campnotes.site.addresses import Hosting
from campnotes.site.published import Publication


@dataclass(frozen=True, slots=True)
class NotebookReading:
    """All that reading a notebook yields.

    - `files`: its files, and what there is to say of those that were left out;
    - `parsed`: its notes by path, drafts too and none sealed, to be known at the next reading;
    - `surroundings`: what its notes are linked against, for a note that changes afterwards;
    - `notebook`: the notes linked with each other, without those that are withheld;
    - `publication`: what goes into the site, and where to.
    """

    files: NotebookFiles
    parsed: Mapping[str, ParsedNote] = field(repr=False)
    surroundings: Surroundings = field(repr=False)
    notebook: Notebook
    publication: Publication = field(repr=False)

    @property
    def settings(self) -> Settings:
        """The settings of the notebook."""
        return self.notebook.settings

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: of the files, and of the notes, which alone are shown on the site."""
        return (*self._of_files().told, *self.notebook.findings)

    @property
    def silenced(self) -> tuple[Silenced, ...]:
        """All findings that the settings or a note silence."""
        return (*self._of_files().silenced, *self.notebook.silenced)

    def _of_files(self) -> Findings:
        of_files = [
            *self.files.findings,
            *self._withheld(),
            *self.publication.findings,
        ]
        of_files.sort(key=_path_order)
        ignored = {path: note.ignored for path, note in self.parsed.items()}
        return silence(of_files, self.settings.findings, ignored)

    def _withheld(self) -> Iterator[Finding]:
        for path, note in self.parsed.items():
            field_and_value = withheld(note.front_matter)
            if path in self.files.drafts:
                yield Finding("note-excluded", path, 1)
            elif field_and_value:
                yield Finding("note-withheld", path, 1, values={"field": field_and_value})

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many files were left out, by why."""
        withheld_notes = len(self.parsed) - len(self.notebook.notes)
        return {
            "withheld": withheld_notes,
            "not-linked": self.publication.not_linked,
            **self.files.left_out,
        }


def _path_order(finding: Finding) -> tuple[object, ...]:
    return natural_order(finding.path)


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
    hosting: Hosting | None = None,
    *,
    known: Mapping[str, ParsedNote] | None = None,
    sealed: Callable[[ParsedNote], bool] = lambda _: False,
    step: Callable[[], object] = lambda: None,
) -> NotebookReading:
    """Read, parse and link the notebook that has these files, and decide what is published.

    `known` holds notes parsed before, by path: one with the same text isn't parsed again. `sealed`
    says which notes are to be sealed. `step` is called after each note.
    """
    parsed = _parse_notes(files, settings, known or {}, step)
    notes = [_seal(note, sealed) for note in parsed.values()]
    surroundings = survey(
        notes,
        settings,
        others=files.linkable,
        committed=git_dates(files.root, files.notes),
        large_images=large_images(files),
    )
    notebook = link_notebook(notes, surroundings)
    publication = Publication(
        files=files,
        notes=[note.path for note in notebook.notes],
        drafts=[note.path for note in notes if is_draft(note.front_matter)],
        settings=settings,
        hosting=hosting or Hosting(),
    )
    publication.publish(notebook)
    return NotebookReading(
        files=files,
        parsed=parsed,
        surroundings=surroundings,
        notebook=notebook,
        publication=publication,
    )


def _seal(note: ParsedNote, sealed: Callable[[ParsedNote], bool]) -> ParsedNote:
    if sealed(note):
        return seal_note(note, title_by_itself(note))
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
                repair_addresses=settings.repair_addresses,
            )
            all_findings = (*findings, *note.findings)
            note = replace(note, findings=all_findings)
        if path in files.drafts:
            note = replace(note, front_matter=replace(note.front_matter, draft=True))
        parsed[path] = note
        step()
    return parsed
