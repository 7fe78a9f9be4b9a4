"""Find the file of the notebook that an address means which an author wrote.

GitHub is the reference: a relative address is relative to the note, one that begins with `/` to
the top of the repository, a folder means its README. Beyond it, what an author clearly meant is
found too: another case, no `.md`, percent-encoded or not.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz, process

from campnotes.notebook.files import INDEX_NAMES, normal
from campnotes.settings import Settings

SAFE_SCHEMES = frozenset({"http", "https"})
OTHER_SCHEMES = frozenset({"mailto", "tel", "xmpp", "ftp"})
SIMILAR = 80
# GitHub shows a file as a page, a folder, plain text or in the editor.
_FILE_VIEWS = frozenset({"blob", "tree", "raw", "edit"})
_RAW_HOST = "raw.githubusercontent.com"
_INDEX_ENDINGS = tuple(f"/{name}" for name in INDEX_NAMES)
_SCHEME = re.compile(r"^([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_IGNORED_IN_SCHEME = re.compile(r"[\x00-\x20\u200b\u2028\u2029]")


def scheme_of(url: str) -> str:
    """The scheme of an address as a browser reads it: `java\\nscript:` is `javascript`."""
    match = _SCHEME.match(_IGNORED_IN_SCHEME.sub("", url))
    return match[1].lower() if match else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the notebook; `exact` tells that it is named just as written."""

    path: str
    exact: bool


@dataclass(slots=True)
class FileIndex:
    """The files of a notebook, to be found by what authors write."""

    paths: frozenset[str]
    folders: frozenset[str] = frozenset()
    _loose: dict[str, str] = field(default_factory=dict)
    _names: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, paths: Iterable[str]) -> FileIndex:
        """The index of these files."""
        ordered = list(paths)
        folders: set[str] = set()
        for path in ordered:
            folders.update(_folders(path))
        index = cls(frozenset(ordered), frozenset(folders))
        for path in ordered:
            index._loose.setdefault(_loose_key(path), path)
            index._names.setdefault(_loose_key(posixpath.basename(path)), []).append(path)
        return index

    def find(self, path: str) -> Found | None:
        """The file that a path within the notebook means."""
        clean = path.strip("/")
        if clean in self.paths:
            return Found(clean, exact=True)
        candidates = [clean, f"{clean}.md"]
        candidates += [clean + ending for ending in _INDEX_ENDINGS]
        for candidate in candidates:
            found = self._loose.get(_loose_key(candidate))
            if found is not None:
                # A folder stands for its README on GitHub too.
                is_folder = candidate.endswith(_INDEX_ENDINGS)
                return Found(found, exact=is_folder and found == candidate)
        return self._find_source(clean)

    def _find_source(self, path: str) -> Found | None:
        """The note that an address of a built page (`day1.html`) was made from."""
        stem, suffix = posixpath.splitext(path)
        if suffix.lower() not in {".html", ".htm"}:
            return None
        found = self._loose.get(_loose_key(f"{stem}.md"))
        return Found(found, exact=False) if found else None

    def named(self, name: str) -> list[str]:
        """The files of this name, wherever they are."""
        return self._names.get(_loose_key(name), [])

    def similar(self, path: str) -> str | None:
        """A file whose path is nearly this one."""
        suffix = _suffix(path)
        best = process.extractOne(
            normal(path),
            [known for known in self.paths if _suffix(known) == suffix],
            scorer=fuzz.ratio,
            score_cutoff=SIMILAR,
        )
        return best[0] if best else None


def _suffix(path: str) -> str:
    return posixpath.splitext(path)[1].lower()


def _folders(path: str) -> Iterable[str]:
    folder = posixpath.dirname(path)
    while folder:
        yield folder
        folder = posixpath.dirname(folder)


def _loose_key(path: str) -> str:
    return normal(path).casefold()


@dataclass(frozen=True, slots=True)
class InnerAddress:
    """An address within the notebook: a path (`""` for the note itself) and a fragment.

    `path` is `None` where it leads out of the notebook's folder.
    """

    path: str | None
    fragment: str


def read_relative(url: str, from_path: str) -> InnerAddress:
    """An address without scheme and host, as written in the note at `from_path`."""
    try:
        parts = urlsplit(url.strip().replace("\\", "/"))
        written, written_fragment = parts.path, parts.fragment
    except ValueError:
        written, written_fragment = url, ""
    path = unquote(written)
    fragment = unquote(written_fragment)
    if not path:
        return InnerAddress("", fragment)
    folder = "" if path.startswith("/") else posixpath.dirname(from_path)
    joined = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
    if joined == ".." or joined.startswith("../"):
        return InnerAddress(None, fragment)
    if joined == ".":
        joined = ""
    return InnerAddress(joined, fragment)


def read_own(url: str, settings: Settings, files: FileIndex) -> InnerAddress | None:
    """An address of the notebook's own repository as one within the notebook.

    `None` for other addresses, and for those of the repository that show no file: its issues, its
    front page. A branch may hold slashes; the one is taken behind which there is a file.
    """
    rest = _within_repository(url, settings.repository)
    if rest is None:
        return None
    address, _, written_fragment = rest.partition("#")
    fragment = unquote(written_fragment)
    parts = unquote(address.partition("?")[0]).strip("/").split("/")
    if parts[0] in _FILE_VIEWS:
        parts = parts[1:]
    elif _RAW_HOST not in url:
        return None
    paths = _paths_behind_branches(parts, settings.folder)
    for path in paths:
        if files.find(path):
            return InnerAddress(path, fragment)
    return InnerAddress(paths[0], fragment) if paths else None


def _paths_behind_branches(parts: Sequence[str], folder: str) -> list[str]:
    """The paths within the notebook's folder that an address may mean, by how long its branch is.

    Of `feature/login/notes/day1.md`, it may be `login/notes/day1.md`, `notes/day1.md`, `day1.md`.
    """
    paths = []
    for branch_length in range(1, len(parts)):
        path = "/".join(parts[branch_length:])
        if not folder:
            paths.append(path)
        elif path.startswith(f"{folder}/"):
            paths.append(path.removeprefix(f"{folder}/"))
    return paths


def _within_repository(url: str, repository: str | None) -> str | None:
    """What stands behind the repository's own address in one of its addresses."""
    if repository is None:
        return None
    parts = urlsplit(repository)
    owner_and_name = parts.path.strip("/").removesuffix(".git")
    hosts = rf"(?:www\.)?{re.escape(parts.netloc)}|{re.escape(_RAW_HOST)}"
    pattern = rf"^https?://(?:{hosts})/{re.escape(owner_and_name)}/(.+)$"
    match = re.match(pattern, url, re.IGNORECASE)
    return match[1] if match else None
