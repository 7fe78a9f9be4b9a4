"""MkDocs' files as those of a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.structure.files import File, Files, InclusionLevel

from campnotes.notebook.files import NotebookFiles, arrange_files, is_index

_CACHED_ADDRESSES = ("dest_uri", "url", "abs_dest_path")


class NoteFile(File):
    """A note whose name MkDocs wouldn't take for one: `DAY1.MD`."""

    def is_documentation_page(self) -> bool:
        """Say that it is one."""
        return True


def drop_unnameable(files: Files) -> list[str]:
    """Leave out the files whose names are no text, as they have no address; returns their names."""
    dropped = []
    for file in list(files):
        try:
            file.src_uri.encode()
        except UnicodeEncodeError:
            files.remove(file)
            dropped.append(file.src_uri.encode(errors="replace").decode())
    return dropped


def notebook_files(files: Files, root: Path) -> NotebookFiles:
    """Give the files of `docs_dir` that aren't excluded as files of a notebook."""
    paths = [file.src_uri for file in files if _is_of_notebook(file, root)]
    return arrange_files(root, paths)


def _is_of_notebook(file: File, root: Path) -> bool:
    if not file.src_dir:
        return False
    if file.inclusion.is_excluded():
        return False
    return Path(file.src_dir) == root


def prepare_note_files(files: Files, notes: Iterable[str]) -> None:
    """Have every note built, and each to an address of its own.

    - MkDocs knows notes by `.md` in lower case; ours may be `DAY1.MD` or `day1.markdown`.
    - It knows a folder's own page by README.md in upper case; ours may be `readme.md`.
    - `week1.md` and `week1/README.md` it would write to the same place: the second one gets
      another name, and a folder's own page never is the second.
    """
    taken: set[str] = set()
    for path in _folder_pages_first(notes):
        found = files.get_file_from_path(path)
        if found is None:
            continue
        file = _documentation_page(found, files)
        if is_index(path):
            _rename(file, "index")
        if _place(file) in taken:
            _rename(file, f"{file.name}-note")
        taken.add(_place(file))


def _folder_pages_first(notes: Iterable[str]) -> list[str]:
    ordered = sorted(notes)
    return sorted(ordered, key=is_index, reverse=True)


def _documentation_page(file: File, files: Files) -> File:
    """Put a page in the place of a note that MkDocs takes for a mere file."""
    if file.is_documentation_page():
        return file
    files.remove(file)
    page = NoteFile(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls)
    files.append(page)
    return page


def _rename(file: File, name: str) -> None:
    """Give a file's page a name, and let MkDocs work its addresses out again if it is a new one."""
    if file.name == name:
        return
    file.name = name
    for address in _CACHED_ADDRESSES:
        file.__dict__.pop(address, None)


def _place(file: File) -> str:
    """Give where a file is written to, as systems see it that don't tell upper from lower case."""
    return file.dest_uri.casefold()


def exclude_draft(file: File) -> None:
    """Keep a draft out of the site; `mkdocs serve` shows it, marked as one."""
    file.inclusion = InclusionLevel.DRAFT
