"""Read addresses as authors write them, and which of them lead into the notebook.

GitHub is the reference: a relative address is relative to the note, and one that begins with `/` to
the top of the repository. Which file is meant there is found by `FileIndex`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from campnotes.linking.file_index import FileIndex
from campnotes.patterns import regex
from campnotes.settings import Settings

SAFE_SCHEMES = frozenset({"http", "https"})
OTHER_SCHEMES = frozenset({"mailto", "tel", "xmpp", "ftp"})
# GitHub shows a file as a page, a folder, plain text or in the editor.
_FILE_VIEWS = frozenset({"blob", "tree", "raw", "edit"})
_RAW_HOST = "raw.githubusercontent.com"
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


class InnerAddress(Struct, frozen=True):
    """An address within the notebook: a path (`""` for the note itself) and a fragment.

    `path` is `None` where it leads out of the notebook's folder, and `.` where it is that folder.
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
