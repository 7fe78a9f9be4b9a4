"""Tell from its notes' links which repository a notebook is of, where nothing else does.

A notebook that was downloaded or copied knows no remote, and one that was renamed since knows another
than its links name. Links to a teammate's notebook are no evidence, though theirs may be laid out
in the same way: what they name must exist here, and be more than days that any notebook has.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Sequence

from msgspec import Struct, field

from campnotes.linking.addresses import read_in_repository
from campnotes.linking.file_index import FileIndex
from campnotes.linking.file_names import beside_place, name_beside_place
from campnotes.linking.recurring import is_generic
from campnotes.notebook.paths import is_note
from campnotes.parsing.links import Link
from campnotes.parsing.note import ParsedNote
from campnotes.patterns import regex
from campnotes.settings import Settings

LEAST_ADDRESSES = 3  # that exist here, each once
LEAST_SHARE = 0.9  # of the addresses of a repository that must exist here
MUCH = 20  # addresses that exist here and that no other notebook would have
LEAST_SHARE_OF_MUCH = 0.75  # then, for links outlive the files that they name
LEAST_OF_NOTES = 0.5  # of the notes that addresses must name, where all are named by days alone
MANY_NOTES = 10  # are as good as that
MOST_OTHER = 0.34  # of its addresses that a second repository of which this holds may have
_LONGEST = 1_000  # characters of an address
_ADDRESS = regex(
    r"^https?://(?:www\.)?(?:github\.com|raw\.githubusercontent\.com)/(?P<name>[\w.\-]{1,100}/[\w.\-]{1,100})/\S",
    re.IGNORECASE,
)


class Guess(Struct, frozen=True):
    """A repository that the notes are of by their links, and the first of those links."""

    repository: str
    path: str
    line: int
    column: int
    count: int


class _Candidate(Struct):
    """A repository that links name files of: which of them exist here, and how many don't."""

    repository: str
    path: str
    first: Link
    found: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)

    @property
    def share(self) -> float:
        """How much of what the links name exists here."""
        named = len(self.found) + len(self.missing)
        return len(self.found) / named

    @property
    def is_likely(self) -> bool:
        """Whether so much of it exists here that it may be this notebook's own."""
        is_much = len(self.telling) >= MUCH
        least = LEAST_SHARE_OF_MUCH if is_much else LEAST_SHARE
        if len(self.found) < LEAST_ADDRESSES:
            return False
        return self.share >= least

    @property
    def telling(self) -> list[str]:
        """What exists here and would hardly exist in another notebook of the same layout."""
        return list(filter(_is_telling, self.found))

    def has_many_notes(self, notes: int) -> bool:
        """Whether it names so many of the notes that no teammate's would be named as often."""
        found_notes = list(filter(is_note, self.found))
        least = min(MANY_NOTES, LEAST_OF_NOTES * notes)
        return len(found_notes) >= max(LEAST_ADDRESSES, least)


def _is_telling(path: str) -> bool:
    """Tell whether a path says more than where in a camp it belongs, as a teammate's does too.

    Of what is no note, a folder's name may say it: `algorithms/1504.py`.
    """
    if not is_generic(name_beside_place(path)):
        return True
    if is_note(path):
        return False
    folders = posixpath.dirname(path).split("/")
    return any(not is_generic(beside_place(folder)) for folder in folders)


def guess_repository(
    notes: Sequence[ParsedNote], files: FileIndex, settings: Settings
) -> Guess | None:
    """The repository that the notes are of by their links.

    There is none where it is told, where the remote's own addresses exist here, and where links to
    two repositories would tell as much.
    """
    is_told = settings.repository is not None and not settings.repository_is_remote
    if is_told:
        return None
    candidates = _candidates(notes, files)
    remote = candidates.pop(_key(settings.repository or ""), None)
    if remote is not None and remote.found:
        return None
    return _only_evident(candidates.values(), len(notes))


def _candidates(notes: Sequence[ParsedNote], files: FileIndex) -> dict[str, _Candidate]:
    """The repositories that links name files of, by their names in small letters."""
    candidates: dict[str, _Candidate] = {}
    for note in notes:
        for link in note.links:
            match = _ADDRESS.match(link.url[:_LONGEST])
            if match is None:
                continue
            repository = f"https://github.com/{match['name']}"
            key = _key(repository)
            if key not in candidates:
                candidates[key] = _Candidate(repository, note.path, link)
            _weigh(link, candidates[key], files)
    return {key: found for key, found in candidates.items() if found.found or found.missing}


def _key(repository: str) -> str:
    folded = repository.casefold()
    return folded.removesuffix("/").removesuffix(".git")


def _weigh(link: Link, candidate: _Candidate, files: FileIndex) -> None:
    """Count what a link names among what exists here, or what doesn't."""
    address = read_in_repository(link.url[:_LONGEST], candidate.repository, "", files)
    if address is None or not address.path:
        return
    found = files.find(address.path)
    folder = address.path.strip("/")
    if found is not None:
        candidate.found.add(found.path)
    elif folder in files.folders:
        candidate.found.add(folder)
    else:
        candidate.missing.add(folder)


def _only_evident(candidates: Collection[_Candidate], notes: int) -> Guess | None:
    """The one repository that this is by what its links name.

    Names of days alone tell it only where nothing of any other repository exists here.
    """
    likely = [candidate for candidate in candidates if candidate.is_likely]
    evident = [candidate for candidate in likely if len(candidate.telling) >= LEAST_ADDRESSES]
    evident.sort(
        key=_found,
        reverse=True,
    )
    if len(evident) > 1 and _found(evident[1]) > MOST_OTHER * _found(evident[0]):
        return None
    if evident:
        return _guess(evident[0])
    partly = [candidate for candidate in candidates if candidate.found]
    if len(partly) == len(likely) == 1 and likely[0].has_many_notes(notes):
        return _guess(likely[0])
    return None


def _found(candidate: _Candidate) -> int:
    return len(candidate.found)


def _guess(candidate: _Candidate) -> Guess:
    return Guess(
        repository=candidate.repository,
        path=candidate.path,
        line=candidate.first.line,
        column=candidate.first.column,
        count=len(candidate.found),
    )
