"""Where a link to a folder leads that has no README: GitHub shows its files there.

1. One note lies in the folder: to that note.
2. It holds all notes of a week, and no others: to the page of the week.
3. It holds notes: to a list of these.
4. Else to the repository where it is known, or to a list of the folder's files.
"""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from urllib.parse import quote, urlsplit

from msgspec import Struct

from campnotes.notebook.paths import folders_around
from campnotes.notebook.place import Place
from campnotes.settings import Settings

# Where hosts of repositories show a folder.
_TREES: Mapping[str, str] = {
    "github.com": "tree/HEAD",
    "gitlab.com": "-/tree/HEAD",
    "codeberg.org": "src/branch/HEAD",
    "bitbucket.org": "src/HEAD",
}


class FolderLead(Struct, frozen=True):
    """Where a folder leads: to its only note, to a week, or (with neither) to what lies in it."""

    note: str | None = None
    week: int | None = None
    has_notes: bool = False


class Folders(Struct, frozen=True, dict=True):
    """The folders of a notebook that hold notes; `places` are those of its notes by path."""

    places: Mapping[str, Place]

    def lead(self, folder: str) -> FolderLead:
        """Where a folder leads; `""` is the notebook itself."""
        notes = self.notes_in(folder)
        if len(notes) == 1:
            return FolderLead(
                note=notes[0],
                has_notes=True,
            )
        weeks = {self.places[path].week for path in notes}
        if len(weeks) == 1:
            (week,) = weeks
            if week is not None and self._notes_of_week[week] == len(notes):
                return FolderLead(
                    week=week,
                    has_notes=True,
                )
        return FolderLead(has_notes=bool(notes))

    def notes_in(self, folder: str) -> Sequence[str]:
        """The paths of the notes that lie in a folder, and in those below it."""
        return self._notes.get(folder, ())

    @cached_property
    def _notes(self) -> Mapping[str, list[str]]:
        notes: dict[str, list[str]] = defaultdict(list)
        for path in self.places:
            for folder in folders_around(path):
                notes[folder].append(path)
        return notes

    @cached_property
    def _notes_of_week(self) -> Counter[int | None]:
        weeks = [place.week for place in self.places.values()]
        return Counter(weeks)


def repository_folder(settings: Settings, folder: str) -> str | None:
    """The address of a folder in the notebook's repository; `None` where its host isn't known."""
    parts = urlsplit(settings.known_repository or "")
    host = parts.netloc.lower().removeprefix("www.")
    view = _TREES.get(host)
    if view is None:
        return None
    owner_and_name = parts.path.strip("/").removesuffix(".git")
    path = posixpath.join(settings.folder, folder)
    return f"https://{host}/{owner_and_name}/{view}/{quote(path)}".rstrip("/")
