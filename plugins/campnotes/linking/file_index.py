"""Find the files of a notebook by what authors write.

A folder means its README, as on GitHub. Beyond it, what an author clearly meant is found too: another
case, no `.md`, percent-encoded or not.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import quote, unquote

from msgspec import Struct, field
from rapidfuzz import fuzz, process

from campnotes.notebook.exported_names import without_hashes
from campnotes.notebook.paths import INDEX_NAMES, folded, folders_around, normal
from campnotes.patterns import regex

SIMILAR = 80
TOP = "."  # the notebook's own folder, in an address within it
MOST_COMPARED = 1_000  # files whose paths are compared with one that isn't there
_POST = regex(r"(?:^|/)(\d{4})/(\d\d)/(\d\d)/([^/]+?)(?:\.html|/)?$")
_INDEX_ENDINGS = tuple(f"/{name}" for name in INDEX_NAMES)


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
