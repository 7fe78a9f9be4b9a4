"""A page for each folder that notes link to and that has no page of its own: what lies in it."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.notebook.plain_text import one_line
from campnotes.pages.generated import GeneratedPage, TocEntry, toc_entry
from campnotes.site.folders import ListedFolder
from campnotes.site.model import Site


class Subfolder(Struct, frozen=True):
    """A folder within the one that a page is of, with the notes that lie right in it."""

    name: str
    anchor: str
    notes: tuple[Note, ...]


class FolderView(Struct, frozen=True):
    """What lies in a folder; `files` are the names of those that are no notes."""

    notes: tuple[Note, ...]
    subfolders: tuple[Subfolder, ...]
    files: tuple[str, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the pages of the folders that notes link to; they are found through these links."""
    for folder, listed in site.linked_folders.listed.items():
        view = _view(folder, listed, site)
        yield GeneratedPage(
            source=site.source("folders", folder),
            title=one_line(folder),
            template="campnotes/folder.html",
            section="folders",
            view=view,
            toc=tuple(_toc(view, site)),
            in_nav=False,
        )


def _view(folder: str, listed: ListedFolder, site: Site) -> FolderView:
    by_folder: dict[str, list[Note]] = defaultdict(list)
    for path in listed.notes:
        below = _below(folder, posixpath.dirname(path))
        by_folder[below].append(site.notebook.by_path[path])
    direct = by_folder.pop("", [])
    files = [_below(folder, path) for path in listed.files]
    return FolderView(
        notes=tuple(direct),
        subfolders=tuple(_subfolders(by_folder)),
        files=tuple(files),
    )


def _below(folder: str, path: str) -> str:
    """A path as seen from a folder that it lies in; `""` for the folder."""
    return path.removeprefix(folder).lstrip("/")


def _subfolders(by_folder: dict[str, list[Note]]) -> Iterator[Subfolder]:
    for number, (name, notes) in enumerate(by_folder.items(), 1):
        yield Subfolder(
            name=name,
            anchor=f"folder-{number}",
            notes=tuple(notes),
        )


def _toc(view: FolderView, site: Site) -> Iterator[TocEntry]:
    for subfolder in view.subfolders:
        yield toc_entry(subfolder.name, subfolder.anchor)
    if view.files:
        yield toc_entry(site.translate("Files"), "files")
