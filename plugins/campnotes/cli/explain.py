"""What `campnotes check --explain PATH[:LINE]` prints."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from campnotes.checking.escaping import plain
from campnotes.cli.check import CannotCheckError
from campnotes.explaining import Explanation, Reason, Subject, explain_line, explain_note
from campnotes.explaining.asked import AskedPath, find_note, nearest_notes, read_asked
from campnotes.explaining.telling import tell_explanations
from campnotes.locales import translations
from campnotes.notebook.front_matter.withheld import withheld
from campnotes.reading import NotebookReading


def explanation(found: NotebookReading, asked: str, form: str, notebook: Path) -> str:
    """Explain what is asked of a notebook, in text or as JSON.

    Raises CannotCheckError where no note lies there, or where it hasn't as many lines.
    """
    translate = translations(found.settings.language).gettext

    def find(path: str) -> str | None:
        return _find(path, found, notebook)

    wanted = read_asked(asked, find)
    path = find(wanted.path)
    if path is None:
        told = _no_such_note(wanted.path, found)
        raise CannotCheckError(plain(told))
    _check_line(wanted, path, found)
    explained = _explain(found, path, wanted.line)
    return tell_explanations(
        explained,
        path,
        wanted.line,
        form=form,
        translate=translate,
    )


def _find(path: str, found: NotebookReading, notebook: Path) -> str | None:
    """The note that a path leads to: from the current folder, else from the notebook's or its notes'."""
    root = Path(os.path.realpath(found.files.root))
    for folder in (Path(), notebook, root):
        full = os.path.realpath(folder / path)
        try:
            within = Path(full).relative_to(root)
        except ValueError:
            continue
        note = find_note(within.as_posix(), found.parsed)
        if note is not None:
            return note
    return None


def _no_such_note(path: str, found: NotebookReading) -> str:
    translate = translations(found.settings.language).gettext
    nearest = nearest_notes(path, list(found.parsed))
    told = translate("{path}: there is no such note.").format(path=path)
    if not nearest:
        return told
    meant = translate("Did you mean {paths}?").format(paths=", ".join(nearest))
    return f"{told} {meant}"


def _check_line(wanted: AskedPath, path: str, found: NotebookReading) -> None:
    if wanted.line is None:
        return
    text = found.parsed[path].text
    count = len(text.removesuffix("\n").split("\n"))
    if 1 <= wanted.line <= count:
        return
    translate = translations(found.settings.language).gettext
    told = translate("{path} has no line {line}: it ends with line {count}.")
    told = told.format(
        path=path,
        line=wanted.line,
        count=count,
    )
    raise CannotCheckError(plain(told))


def _explain(found: NotebookReading, path: str, line: int | None) -> Sequence[Explanation]:
    note = found.notebook.by_path.get(path)
    if note is None:
        return [_withheld(found, path)]
    directory = found.surroundings.directory
    if line is None:
        return explain_note(note, found.notebook, directory)
    return explain_line(note, line, found.notebook, directory)


def _withheld(found: NotebookReading, path: str) -> Explanation:
    field = withheld(found.parsed[path].front_matter)
    reason = Reason("excluded")
    if path not in found.files.drafts and field:
        reason = Reason("withheld", {"field": field})
    return Explanation(Subject.NOTE, path, (reason,))
