"""Find the file of the notebook that an address means which an author wrote.

GitHub is the reference: a relative address is relative to the note, one that begins with `/` to
the top of the repository, a folder means its README. Beyond it, what an author clearly meant is
found too: another case, no `.md`, percent-encoded or not.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct, field
from rapidfuzz import fuzz, process

from campnotes.notebook.exported_names import without_hashes
from campnotes.notebook.paths import INDEX_NAMES, folded, folders_around, normal
from campnotes.patterns import regex
from campnotes.settings import Settings

SAFE_SCHEMES = frozenset({"http", "https"})
OTHER_SCHEMES = frozenset({"mailto", "tel", "xmpp", "ftp"})
SIMILAR = 80
TOP = "."  # the notebook's own folder, in an address within it
MOST_COMPARED = 1_000  # files whose paths are compared with one that isn't there
# GitHub shows a file as a page, a folder, plain text or in the editor.
_FILE_VIEWS = frozenset({"blob", "tree", "raw", "edit"})
_RAW_HOST = "raw.githubusercontent.com"
_POST = regex(r"(?:^|/)(\d{4})/(\d\d)/(\d\d)/([^/]+?)(?:\.html|/)?$")
_INDEX_ENDINGS = tuple(f"/{name}" for name in INDEX_NAMES)
_SCHEME = regex(r"^([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_IGNORED_IN_SCHEME = regex(r"[\x00-\x20\u200b\u2028\u2029]")


def scheme_of(url: str) -> str:
    """The scheme of an address as a browser reads it: `java\\nscript:` is `javascript`."""
    read = _IGNORED_IN_SCHEME.sub("", url)
    match = _SCHEME.match(read)
    if match is None:
        return ""
    scheme = match[1]
    return scheme.lower()


class Found(Struct, frozen=True):
    """A file of the notebook; `exact` tells that it is named just as written."""

    path: str
    exact: bool


class FileIndex(Struct):
    """The files of a notebook, to be found by what authors write."""

    paths: frozenset[str]
    folders: frozenset[str] = frozenset()
    _loose: dict[str, str] = field(default_factory=dict)
    _loose_folders: dict[str, str] = field(default_factory=dict)
    _names: dict[str, list[str]] = field(default_factory=dict)
    _by_suffix: dict[str, list[str]] = field(default_factory=dict)
    _unmarked: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, paths: Iterable[str]) -> FileIndex:
        """The index of these files."""
        known: set[str] = set()
        folders: set[str] = set()
        loose: dict[str, str] = {}
        names: dict[str, list[str]] = defaultdict(list)
        by_suffix: dict[str, list[str]] = defaultdict(list)
        for path in paths:
            known.add(path)
            folders.update(folders_around(path))
            key = folded(path)
            loose.setdefault(key, path)
            name = posixpath.basename(path)
            name_key = folded(name)
            names[name_key].append(path)
            by_suffix[_suffix(path)].append(path)
        return cls(
            paths=frozenset(known),
            folders=frozenset(folders),
            _loose=loose,
            _loose_folders={folded(folder): folder for folder in sorted(folders)},
            _names=dict(names),
            _by_suffix=dict(by_suffix),
        )

    def find(self, path: str) -> Found | None:
        """The file that a path within the notebook means.

        A name that was encoded twice, or that holds what looks like an encoding, is found too.
        """
        clean = path.removeprefix(TOP) if path == TOP else path.strip("/")
        found = self._find_written(clean)
        if found is not None:
            return found
        for other in _otherwise_encoded(clean):
            found = self._find_written(other)
            if found is not None:
                return Found(found.path, exact=False)
        return self._find_unmarked(clean)

    def _find_unmarked(self, path: str) -> Found | None:
        """The only file of a path but for the marks that Notion puts behind names."""
        if not self._unmarked:
            for known in self.paths:
                self._unmarked.setdefault(_unmarked_key(known), []).append(known)
        meant = self._unmarked.get(_unmarked_key(path), [])
        if len(meant) != 1:
            return None
        return Found(meant[0], exact=False)

    def _find_written(self, clean: str) -> Found | None:
        if clean in self.paths:
            return Found(clean, exact=True)
        for candidate in self._candidates(clean):
            found = self._find_loosely(candidate)
            if found is None:
                continue
            # A folder stands for its README on GitHub too.
            is_index = candidate.endswith(_INDEX_ENDINGS) or not clean
            # Nobody sees in which of its forms a name in Hangul is written.
            is_same = normal(found) == normal(candidate)
            is_exact = is_same and (is_index or candidate == clean)
            return Found(found, exact=is_exact)
        return self._find_source(clean)

    def _candidates(self, clean: str) -> list[str]:
        """The paths that one may mean, the first preferred."""
        page = f"{clean}.md"
        indexes = [posixpath.join(clean, name) for name in INDEX_NAMES]
        if clean in self.folders or not clean:
            return [clean, *indexes, page]
        return [clean, page, *indexes]

    def find_folder(self, path: str) -> str | None:
        """The folder that a path means; `""` is the notebook itself."""
        if path == TOP:
            return ""
        clean = path.strip("/")
        if clean in self.folders:
            return clean
        return self._loose_folders.get(folded(clean))

    def _find_loosely(self, path: str) -> str | None:
        """The file that has this path but for case."""
        key = folded(path)
        return self._loose.get(key)

    def _find_source(self, path: str) -> Found | None:
        """The note that an address of a built page (`day1.html`) was made from."""
        address_of_post = _POST.search(path)
        post = self._find_post(address_of_post) if address_of_post else None
        if post is not None:
            return post
        stem, suffix = posixpath.splitext(path)
        if suffix.lower() not in {".html", ".htm"}:
            return None
        source = self._find_loosely(f"{stem}.md")
        if source is None:
            return None
        return Found(source, exact=False)

    def _find_post(self, post: re.Match[str]) -> Found | None:
        """The post of Jekyll's that has an address by its date and name."""
        year, month, day, name = post.groups()
        posts = self.named(f"{year}-{month}-{day}-{name}.md")
        if len(posts) != 1:
            return None
        return Found(posts[0], exact=False)

    def named(self, name: str) -> list[str]:
        """The files of this name, wherever they are."""
        key = folded(name)
        return self._names.get(key, [])

    def similar(self, path: str) -> str | None:
        """A file whose path is nearly this one; of those equally near, the first.

        Of very many files only those with the same name are compared.
        """
        suffix = _suffix(path)
        alike = self._by_suffix.get(suffix, [])
        if len(alike) > MOST_COMPARED:
            named = self.named(posixpath.basename(path))
            alike = named[:MOST_COMPARED]
        best = process.extractOne(
            normal(path),
            alike,
            scorer=fuzz.ratio,
            score_cutoff=SIMILAR,
        )
        return best[0] if best else None


def _otherwise_encoded(path: str) -> Iterable[str]:
    """A path decoded once more, and as it was before it was decoded."""
    if "%" in path:
        yield unquote(path).strip("/")
    if not path.isascii():
        yield quote(path)


def _suffix(path: str) -> str:
    _stem, suffix = posixpath.splitext(path)
    return suffix.lower()


def _unmarked_key(path: str) -> str:
    return folded(without_hashes(path))


class InnerAddress(Struct, frozen=True):
    """An address within the notebook: a path (`""` for the note itself) and a fragment.

    `path` is `None` where it leads out of the notebook's folder, and `TOP` where it is that folder.
    """

    path: str | None
    fragment: str


def read_relative(url: str, from_path: str) -> InnerAddress:
    """An address without scheme and host, as written in the note at `from_path`."""
    slashed = url.strip().replace("\\", "/")
    try:
        parts = urlsplit(slashed)
        written = parts.path
        written_fragment = parts.fragment
    except ValueError:
        written = url
        written_fragment = ""
    path = unquote(written)
    fragment = unquote(written_fragment)
    if not path:
        return InnerAddress("", fragment)
    folder = posixpath.dirname(from_path)
    if path.startswith("/"):
        folder = ""
        path = path.lstrip("/")
    joined = posixpath.join(folder, path)
    within = posixpath.normpath(joined)
    if within == ".." or within.startswith("../"):
        return InnerAddress(None, fragment)
    return InnerAddress(within, fragment)


def read_inner(
    url: str, from_path: str, settings: Settings, files: FileIndex
) -> InnerAddress | None:
    """An address within the notebook, be it one of its repository; `None` for others."""
    written = url.strip()
    scheme = scheme_of(written)
    if scheme in SAFE_SCHEMES:
        return read_own(written, settings, files)
    if scheme or written.startswith("//"):
        return None
    return read_relative(written, from_path)


def read_own(url: str, settings: Settings, files: FileIndex) -> InnerAddress | None:
    """An address of the notebook's own repository as one within the notebook; `None` for others."""
    for repository in (settings.repository, settings.repository_by_links):
        if repository is None:
            continue
        address = read_in_repository(url, repository, settings.folder, files)
        if address is not None:
            return address
    return None


def read_own_picture(url: str, settings: Settings, files: FileIndex) -> InnerAddress | None:
    """The address of a picture that lies in the notebook, and is shown by that of its repository."""
    address = read_own(url, settings, files)
    if address is None or not address.path:
        return None
    return address if files.find(address.path) else None


def read_in_repository(
    url: str, repository: str, folder: str, files: FileIndex
) -> InnerAddress | None:
    """An address of a repository as one within the notebook, which is its folder `folder`.

    `None` for other addresses, and for those of the repository that show no file: its issues, its
    front page. A branch may hold slashes; the one is taken behind which there is a file.
    """
    rest = _within_repository(url, repository)
    if rest is None:
        return None
    address, _, written_fragment = rest.partition("#")
    address, _, _query = address.partition("?")
    path = unquote(address).strip("/")
    fragment = unquote(written_fragment)
    parts = path.split("/")
    view = parts[0]
    if view in _FILE_VIEWS:
        parts = parts[1:]
    elif _RAW_HOST not in url:
        return None
    candidates = _paths_behind_branches(parts, folder)
    for candidate in candidates:
        if files.find(candidate) or candidate in files.folders:
            return InnerAddress(candidate, fragment)
    if not candidates:
        return None
    return InnerAddress(candidates[0], fragment)


def _paths_behind_branches(parts: Sequence[str], folder: str) -> list[str]:
    """The paths within the notebook's folder that an address may mean, by how long its branch is.

    Of `feature/login/notes/day1.md`, it may be `login/notes/day1.md`, `notes/day1.md`, `day1.md`.
    """
    paths = []
    prefix = f"{folder}/" if folder else ""
    for branch_length in range(1, len(parts)):
        behind = parts[branch_length:]
        path = "/".join(behind)
        if path.startswith(prefix):
            within = path.removeprefix(prefix)
            paths.append(within)
    return paths


def _within_repository(url: str, repository: str) -> str | None:
    """What stands behind the repository's own address in one of its addresses."""
    parts = urlsplit(repository)
    path = parts.path.strip("/")
    owner_and_name = re.escape(path.removesuffix(".git"))
    host = re.escape(parts.netloc)
    raw_host = re.escape(_RAW_HOST)
    hosts = rf"(?:www\.)?{host}|{raw_host}"
    pattern = rf"^https?://(?:{hosts})/{owner_and_name}/(.+)$"
    match = re.match(pattern, url, re.IGNORECASE)
    if match is None:
        return None
    return match[1]
