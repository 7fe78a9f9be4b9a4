"""Which folders without a README have a page of the site, because notes link to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from campnotes.linking.folders import FolderLead, Folders, repository_folder
from campnotes.linking.model import Notebook, Outcome


@dataclass(frozen=True)
class LinkedFolders:
    """The folders of a notebook that its notes link to."""

    notebook: Notebook

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The folders that have a page: what is in them isn't shown elsewhere."""
        listed = []
        for folder in self._linked():
            lead = self.lead(folder)
            is_in_repository = self.in_repository(folder) is not None
            is_elsewhere = is_in_repository and not lead.has_notes
            if lead.week is None and not is_elsewhere:
                listed.append(folder)
        return tuple(listed)

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
