"""The entries of the cache on disk: bytes under a key that says all that they come from.

- A key is a digest; what comes from something else has another key. So entries are never stale, and
  the folder may be deleted, copied and used by several builds at once.
- An entry is written under a temporary name and renamed: it is there as a whole or not at all.
- Each begins with a digest of itself and its key. One that is damaged, or that lies under another
  name than its own, is as good as none; how many there were can be told.
- What hasn't been used for long is taken away, and the oldest of too much.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path

from campnotes.packing import packed, unpacked_up_to

MOST_BYTES = 500_000_000  # of all entries
MOST_DAYS = 60  # that an entry stays without being used
_MOST_ENTRY = 64_000_000  # bytes of an entry when it is unpacked
_DAY = 24 * 60 * 60  # seconds
_DIGEST = 16  # bytes
_FORM = "1"  # the folder's name for this way to write entries
_PRUNED = "pruned"  # the file whose time tells when entries were last taken away
_TEMPORARY = ".part-"
_NUMBERS = count()  # of temporary files
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # and never a link


def key_of(*parts: str | bytes) -> str:
    """Digest what an entry comes from; how a text is divided into parts counts."""
    digest = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        written = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(written)}:".encode())
        digest.update(written)
    return digest.hexdigest()


class Store:
    """A folder of entries. What can't be read or written is never an error for a build.

    `damaged` counts the entries that weren't what they should be; `failure` says why nothing could be
    written, if so.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _FORM
        self.damaged = 0
        self.failure = ""

    def get(self, key: str) -> bytes | None:
        """Read an entry; `None` where there is none, or a damaged one."""
        file = self._file(key)
        try:
            with file.open("rb") as opened:
                used = os.fstat(opened.fileno()).st_mtime
                written = opened.read(_MOST_ENTRY)
        except FileNotFoundError:
            return None
        except OSError:
            self.damaged += 1
            return None
        content = _unwrapped(written, key)
        if content is None:
            self.damaged += 1
        elif time.time() - used > _DAY:
            _touch(file)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Write an entry."""
        if self.failure:
            return
        try:
            _write(self._file(key), _wrapped(content, key))
        except OSError as error:
            self.failure = error.strerror or str(error)

    def kept_or_made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Read an entry, or else make it and write it."""
        content = self.get(key)
        if content is None:
            content = make()
            self.put(key, content)
        return content

    def prune(self, *, most_bytes: int = MOST_BYTES, now: float | None = None) -> None:
        """Take away what is too old or too much; once a day, as it looks through all entries."""
        now = time.time() if now is None else now
        mark = self._folder / _PRUNED
        try:
            if now - mark.stat().st_mtime < _DAY:
                return
        except FileNotFoundError:
            pass
        except OSError:
            return
        if not self._folder.is_dir():
            return
        for file in _superfluous(_entries(self._folder), most_bytes, now):
            _remove(file)
        _touch(mark)

    def _file(self, key: str) -> Path:
        # Few file systems like many files in one folder.
        folder = key[:2]
        name = key[2:]
        return self._folder / folder / name


def _wrapped(content: bytes, key: str) -> bytes:
    written = packed(content)
    return _checksum(written, key) + written


def _unwrapped(written: bytes, key: str) -> bytes | None:
    """Give what an entry holds; `None` of one that isn't that of the key."""
    checksum, content = written[:_DIGEST], written[_DIGEST:]
    if checksum != _checksum(content, key):
        return None
    return unpacked_up_to(_MOST_ENTRY, content)


def _checksum(content: bytes, key: str) -> bytes:
    digest = hashlib.blake2b(
        content,
        digest_size=_DIGEST,
        key=key.encode(),
    )
    return digest.digest()


def _write(file: Path, written: bytes) -> None:
    try:
        temporary = _write_beside(file, written)
    except FileNotFoundError:
        # Only its owner may look into it: it holds what a notebook may keep back.
        file.parent.mkdir(
            mode=0o700,
            parents=True,
            exist_ok=True,
        )
        temporary = _write_beside(file, written)
    try:
        temporary.replace(file)
    except OSError:
        temporary.unlink()
        raise


def _write_beside(file: Path, written: bytes) -> Path:
    """Write a new file beside another one, under a name that no other build has."""
    number = next(_NUMBERS)
    temporary = file.with_name(f"{_TEMPORARY}{_this_build()}-{os.getpid()}-{number}")
    opened = os.open(
        temporary,
        _NEW,
        mode=0o600,
    )
    try:
        with os.fdopen(opened, "wb") as begun:
            begun.write(written)
    except OSError:
        temporary.unlink()
        raise
    return temporary


@cache
def _this_build() -> str:
    return secrets.token_hex(_DIGEST)


def _entries(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for above in folder.glob("??"):
        for entry in _listed(above):
            try:
                told = entry.stat(follow_symlinks=False)
            except OSError:
                continue  # another build has taken it away
            yield Path(entry.path), told


def _listed(folder: Path) -> Sequence[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _superfluous(
    entries: Iterable[tuple[Path, os.stat_result]], most_bytes: int, now: float
) -> Iterator[Path]:
    """Go through the entries that are too old, and the least used of those that are too much."""
    newest_first = sorted(
        entries,
        key=lambda entry: entry[1].st_mtime,
        reverse=True,
    )
    oldest = now - MOST_DAYS * _DAY
    kept = 0
    for file, told in newest_first:
        kept += told.st_size
        # A build that was killed leaves a part of an entry; one under way needs its own.
        is_left = file.name.startswith(_TEMPORARY) and told.st_mtime < now - _DAY
        if is_left or kept > most_bytes or told.st_mtime < oldest:
            yield file


def _touch(file: Path) -> None:
    # Where it is another's, its time tells less.
    with suppress(OSError):
        file.touch()


def _remove(file: Path) -> None:
    # Another build may have done so, or it is another's.
    with suppress(OSError):
        file.unlink()
