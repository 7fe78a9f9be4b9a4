"""The one way in: a folder becomes a linked notebook. Here, and nowhere behind it, files are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from campnotes.caching.notes import NoteCache
from campnotes.caching.recalled import Recalled
from campnotes.finding import Finding
from campnotes.linking.model import Notebook
from campnotes.linking.notebook import link_notebook
from campnotes.linking.silencing import Findings, Silenced, silence
from campnotes.linking.surroundings import Surroundings, survey
from campnotes.linking.titles import title_by_itself
from campnotes.notebook.dates.commits import git_dates
from campnotes.notebook.files import NotebookFiles, large_images, read_text
from campnotes.notebook.files.walk import find_files
from campnotes.notebook.front_matter.withheld import is_draft, withheld
from campnotes.notebook.paths import natural_order
from campnotes.parsing.note import (
    ParsedNote,
    parse_note,
    with_blocks,
    with_tokens_once,
    without_tokens,
)
from campnotes.parsing.sealed import seal_note
from campnotes.settings import Settings
from campnotes.site.addresses import Hosting
from campnotes.site.published import Publication

# How many notes may keep their tokens in memory until they are rendered, about 170 KB each.
MOST_WITH_TOKENS = 200


class NotebookReading(Struct, frozen=True):
    """All that reading a notebook yields.

    - `files`: its files, and what there is to say of those that were left out;
    - `parsed`: its notes by path, drafts too and none sealed;
    - `as_parsed`: the same as parsing alone gave them, to be known at the next reading;
    - `surroundings`: what its notes are linked against, for a note that changes afterwards;
    - `notebook`: the notes linked with each other, without those that are withheld;
    - `publication`: what goes into the site, and where to.
    """

    files: NotebookFiles
    parsed: Mapping[str, ParsedNote]
    as_parsed: Mapping[str, ParsedNote]
    surroundings: Surroundings
    notebook: Notebook
    publication: Publication

    @property
    def settings(self) -> Settings:
        """The settings of the notebook."""
        return self.notebook.settings

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: of the files, and of the notes, which alone are shown on the site."""
        of_files = self._of_files().told
        of_notes = self.notebook.findings
        return (*of_files, *of_notes)

    @property
    def silenced(self) -> tuple[Silenced, ...]:
        """All findings that the settings or a note silence."""
        of_files = self._of_files().silenced
        of_notes = self.notebook.silenced
        return (*of_files, *of_notes)

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
    cache: NoteCache | None = None,
) -> NotebookReading:
    """Read, parse and link the notebook that has these files, and decide what is published.

    `known` holds notes parsed before with these settings, by path: one with the same text isn't
    parsed again. `sealed` says which notes are to be sealed. `step` is called after each note.
    `cache` holds what former builds have parsed; what is sealed is never kept there.
    """
    kept = cache or NoteCache()
    recall = Recalled(kept.memory(str(files.root)), settings.parsing)
    parser = _Parser(settings, known or {}, kept, sealed, len(files.notes))
    as_parsed: dict[str, ParsedNote] = {}
    parsed: dict[str, ParsedNote] = {}
    for path, note, findings in _parse_notes(files, parser, step):
        as_parsed[path] = note
        parsed[path] = _with_file(note, findings, drafted=path in files.drafts)
    notes = [_seal(note, sealed) for note in parsed.values()]
    surroundings = survey(
        notes,
        settings,
        others=files.linkable,
        committed=git_dates(files.root, files.notes),
        large_images=large_images(files),
        recall=recall,
    )
    notebook = link_notebook(notes, surroundings, recall)
    recall.keep()
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
        as_parsed=as_parsed,
        surroundings=surroundings,
        notebook=notebook,
        publication=publication,
    )


def _seal(note: ParsedNote, sealed: Callable[[ParsedNote], bool]) -> ParsedNote:
    if sealed(note):
        return seal_note(note, title_by_itself(note))
    return note


class _Parser:
    """Parses the notes that nobody knows yet."""

    def __init__(
        self,
        settings: Settings,
        known: Mapping[str, ParsedNote],
        cache: NoteCache,
        sealed: Callable[[ParsedNote], bool],
        number: int,
    ) -> None:
        self._options = settings.parsing
        self._known = known
        self._cache = cache
        self._sealed = sealed
        self._has_many = number > MOST_WITH_TOKENS

    def parse(self, text: str, path: str) -> ParsedNote:
        """Give a note as it is known, or parse it; one of many takes less memory."""
        note = self._known.get(path)
        if note is None or note.text != text:
            note = self._cache.find(text, path, self._options)
        if note is None:
            return self._parse_anew(text, path)
        return self._arranged(note)

    def _parse_anew(self, text: str, path: str) -> ParsedNote:
        note = parse_note(text, path, self._options)
        arranged = self._arranged(note)
        if not self._sealed(note):
            self._cache.keep(arranged, self._options)
        return arranged

    def _arranged(self, note: ParsedNote) -> ParsedNote:
        """Have a note take less memory: as long as it waits, where the notebook has many."""
        if self._has_many:
            return without_tokens(note, self._options)
        at_hand = with_blocks(note)
        return with_tokens_once(at_hand, self._options)


def _parse_notes(
    files: NotebookFiles, parser: _Parser, step: Callable[[], object]
) -> Iterator[tuple[str, ParsedNote, Sequence[Finding]]]:
    """Parse each note; the findings are those of its file, which may change while its text doesn't."""
    for path in files.notes:
        text, findings = read_text(files.root, path)
        note = parser.parse(text, path)
        yield path, note, findings
        step()


def _with_file(note: ParsedNote, findings: Sequence[Finding], *, drafted: bool) -> ParsedNote:
    """Add to a note what its file tells, and that the configuration has it for a draft."""
    all_findings = (*findings, *note.findings)
    front_matter = note.front_matter
    if drafted:
        front_matter = replace(front_matter, draft=True)
    return replace(note, findings=all_findings, front_matter=front_matter)
