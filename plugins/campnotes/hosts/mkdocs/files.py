"""MkDocs' files as those of a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from mkdocs.structure.files import File, Files, InclusionLevel

from campnotes.notebook.files import NotebookFiles, arrange_files

_CACHED = ("dest_uri", "url", "abs_dest_path")


class NoteFile(File):
    """A note whose name MkDocs wouldn't take for one: `DAY1.MD`."""

    def is_documentation_page(self) -> bool:
        """It is one."""
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
    """The files of `docs_dir` that aren't excluded, as files of a notebook."""
    paths = [f.src_uri for f in files if f.src_dir and not f.inclusion.is_excluded()
             and Path(f.src_dir) == root]  # fmt: skip
    return arrange_files(root, paths)


def prepare_note_files(files: Files, notes: Iterable[str]) -> None:
    """Have every note built, and each to an address of its own.

    MkDocs knows notes by `.md` in lower case, and a folder's own page by README.md in upper case;
    `week1.md` and `week1/README.md` it would write to the same place.
    """
    taken: dict[str, str] = {}
    for path in sorted(notes, key=lambda p: (not _is_index(p), p)):
        file = files.get_file_from_path(path)
        if file is None:
            continue
        if not file.is_documentation_page():
            files.remove(file)
            file = NoteFile(path, file.src_dir, file.dest_dir, file.use_directory_urls)
            files.append(file)
        if _is_index(path) and file.name != "index":
            file.name = "index"
            _forget(file)
        if file.dest_uri.casefold() in taken:
            file.name = f"{file.name}-note"
            _forget(file)
        taken[file.dest_uri.casefold()] = path


def _is_index(path: str) -> bool:
    return PurePosixPath(path).stem.casefold() in {"readme", "index"}


def _forget(file: File) -> None:
    """Let MkDocs work the addresses out again."""
    for name in _CACHED:
        file.__dict__.pop(name, None)


def exclude_draft(file: File) -> None:
    """Keep a draft out of the site; `mkdocs serve` shows it, marked as one."""
    file.inclusion = InclusionLevel.DRAFT
