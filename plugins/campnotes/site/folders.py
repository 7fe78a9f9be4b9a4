"""Which folders without a README have a page of the site, because notes link to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from campnotes.linking.folders import FolderLead, Folders, repository_folder
from campnotes.linking.model import Notebook, Outcome
from campnotes.notebook.paths import folders_around


class ListedFolder(Struct, frozen=True):
    """What lies in a folder and below: the paths of its notes and of its other files."""

    notes: tuple[str, ...]
    files: tuple[str, ...]


class LinkedFolders(Struct, frozen=True, dict=True):
    """The folders of a notebook that its notes link to.

    `other_files` are the paths of those of its files that are no notes.
    """

    notebook: Notebook
    other_files: tuple[str, ...] = ()

    @cached_property
    def listed(self) -> Mapping[str, ListedFolder]:
        """The folders that have a page, with what lies in them: it isn't shown elsewhere."""
        files = self._files
        return {
            folder: ListedFolder(
                notes=tuple(self._folders.notes_in(folder)),
                files=tuple(files.get(folder, ())),
            )
            for folder in self._without_other_page()
        }

    def _without_other_page(self) -> list[str]:
        folders = []
        for folder in self._linked():
            lead = self.lead(folder)
            is_in_repository = self.in_repository(folder) is not None
            is_elsewhere = is_in_repository and not lead.has_notes
            if lead.week is None and not is_elsewhere:
                folders.append(folder)
        return folders

    @cached_property
    def _files(self) -> Mapping[str, list[str]]:
        """The other files in each of the folders that are linked, and in those below it."""
        linked = frozenset(self._linked())
        files: dict[str, list[str]] = defaultdict(list)
        for path in self.other_files if linked else ():
            for folder in linked.intersection(folders_around(path)):
                files[folder].append(path)
        return files

    def lead(self, folder: str) -> FolderLead:
        """Where a folder leads."""
        return self._folders.lead(folder)

    def in_repository(self, folder: str) -> str | None:
        """The address of a folder in the notebook's repository."""
        return repository_folder(self.notebook.settings, folder)

    def _linked(self) -> list[str]:
        folders = set()
        for note in self.notebook.notes:
            for linked in note.links:
                if linked.outcome is Outcome.FOLDER and linked.target:
                    folders.add(linked.target)
        return sorted(folders)

    @cached_property
    def _folders(self) -> Folders:
        places = {note.path: note.place for note in self.notebook.notes}
        return Folders(places)
