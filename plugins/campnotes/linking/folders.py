"""Where a link to a folder leads that has no README: GitHub shows its files there.

1. One note lies in the folder: to that note.
2. It holds all notes of a week, and no others: to the page of the week.
3. It holds notes: to a list of these.
4. Else to the repository where it is known, or to a list of the folder's files.
"""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, urlsplit

from campnotes.notebook.place import Place
from campnotes.settings import Settings

# Where hosts of repositories show a folder.
_TREES: Mapping[str, str] = {
    "github.com": "tree/HEAD",
    "gitlab.com": "-/tree/HEAD",
    "codeberg.org": "src/branch/HEAD",
    "bitbucket.org": "src/HEAD",
}


@dataclass(frozen=True, slots=True)
class FolderLead:
    """Where a folder leads: to its only note, to a week, or (with neither) to what lies in it."""

    note: str | None = None
    week: int | None = None
    has_notes: bool = False


@dataclass(frozen=True)
class Folders:
    """The folders of a notebook that hold notes; `places` are those of its notes by path."""

    places: Mapping[str, Place]

    def lead(self, folder: str) -> FolderLead:
        """Where a folder leads; `""` is the notebook itself."""
        notes = self._notes.get(folder, ())
        if len(notes) == 1:
            return FolderLead(note=notes[0], has_notes=True)
        weeks = {self.places[path].week for path in notes}
        if len(weeks) == 1:
            (week,) = weeks
            if week is not None and self._notes_of_week[week] == len(notes):
                return FolderLead(week=week, has_notes=True)
        return FolderLead(has_notes=bool(notes))

    @cached_property
    def _notes(self) -> Mapping[str, list[str]]:
        """The notes in each folder, and in the folders below it."""
        notes: dict[str, list[str]] = defaultdict(list)
        for path in self.places:
            for folder in _folders_around(path):
                notes[folder].append(path)
        return notes

    @cached_property
    def _notes_of_week(self) -> Counter[int | None]:
        return Counter(place.week for place in self.places.values())


def repository_folder(settings: Settings, folder: str) -> str | None:
    """The address of a folder in the notebook's repository; `None` where its host isn't known."""
    parts = urlsplit(settings.repository or "")
    host = parts.netloc.lower().removeprefix("www.")
    view = _TREES.get(host)
    if view is None:
        return None
    owner_and_name = parts.path.strip("/").removesuffix(".git")
    path = posixpath.join(settings.folder, folder)
    return f"https://{host}/{owner_and_name}/{view}/{quote(path)}".rstrip("/")


def _folders_around(path: str) -> Iterator[str]:
    folder = posixpath.dirname(path)
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
