"""See by sizes and times alone that a site is as it was built, before anything large is loaded.

Loading MkDocs and all that makes pages takes most of a build that has nothing to do. So after each build
it is kept what the system tells of all that it came from, and of the site. Where all of that is as it
was, so is the site; else it is looked at more closely (`unchanged.py`), which heeds what is read only.

- That is said only where the last build had nothing to warn of: what is left out of a notebook's
  configuration, say, is told each time.
- A change of a file counts by the time that nobody can set, so that only systems are believed which
  have one.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import click
from msgspec import Struct, msgpack

from campnotes.caching.opening import FOLDER, open_store
from campnotes.caching.store import Store, key_of
from campnotes.cli.phrases import tell_beginning, tell_unchanged
from campnotes.decoding import decoded

_PACKAGE = Path(__file__).parents[1]
_LOGGERS = ("mkdocs", "properdocs")  # of MkDocs, and of ProperDocs, which goes on with it
_MOST_FILES = 50_000  # of a notebook's folder; to go through more takes as long as to build
# What tells in a Git folder which commits there are, and which files are ignored or known.
_OF_GIT = ("HEAD", "config", "index", "packed-refs", "shallow", "info", "refs", "reftable")

SiteFile = tuple[str, int, int]  # a file of a site, its size and time of change


class _Kept(Struct, frozen=True, array_like=True):
    """A site as it was left: the digest of what it came from, its place and its files."""

    digest: str
    place: str
    files: list[SiteFile]


class _UnseenError(Exception):
    """Something that isn't seen to be as it was."""


class _Warned(logging.Handler):
    """Knows whether something was warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.is_so = False

    def emit(self, record: logging.LogRecord) -> None:
        """Hear of it."""
        del record
        self.is_so = True


class Untouched:
    """What a notebook is at the beginning of a build.

    `output` is where its user wants the site, and `strict` whether warnings are to end the build.
    """

    def __init__(self, notebook: Path, output: Path | None, *, strict: bool = False) -> None:
        self._notebook = notebook
        self._key = ""
        self._digest = ""
        self._store: Store | None = None
        # What is wrong with a place is said by whoever builds.
        with suppress(OSError, RuntimeError, _UnseenError):
            self._look(notebook.resolve(), output, strict=strict)

    def _look(self, home: Path, output: Path | None, *, strict: bool) -> None:
        if os.name != "posix":
            return
        wanted = "" if output is None else str(output.absolute())
        self._key = key_of("untouched", str(home), wanted, str(strict))
        self._store = open_store(home)
        self._digest = key_of(*_inputs(home))

    def tell(self, *, quiet: bool) -> bool:
        """Say so where the site is as it was built; else nothing is said, and False returned."""
        place = self._place()
        if place is None:
            return False
        if not quiet:
            tell_beginning(self._notebook, place)
            tell_unchanged(self._notebook)
        click.echo(place / "index.html")
        return True

    @contextmanager
    def kept(self) -> Iterator[Callable[[Path], None]]:
        """Remember the site that is built meanwhile; its place is to be told."""
        warned = _Warned()
        for log in map(logging.getLogger, _LOGGERS):
            log.addHandler(warned)
        try:
            yield partial(self._keep_unless, warned)
        finally:
            for log in map(logging.getLogger, _LOGGERS):
                log.removeHandler(warned)

    def _keep_unless(self, warned: _Warned, place: Path) -> None:
        if not warned.is_so:
            self.keep(place)

    def keep(self, place: Path) -> None:
        """Remember a site that is now as it would be built."""
        if self._store is None or not self._digest:
            return
        files = sorted(files_of_site(place))
        site = _Kept(
            digest=self._digest,
            place=str(place),
            files=files,
        )
        encoded = msgpack.encode(site)
        self._store.put(self._key, encoded)

    def _place(self) -> Path | None:
        if self._store is None or not self._digest:
            return None
        kept = decoded(self._store.get(self._key), _Kept)
        if kept is None:
            return None
        place = Path(kept.place)
        if kept.digest == self._digest and kept.files == sorted(files_of_site(place)):
            return place
        return None


def files_of_site(place: Path) -> Iterator[SiteFile]:
    """Go through the files of a site."""
    for folder, _, names in os.walk(place):
        for name in names:
            path = os.path.join(folder, name)  # noqa: PTH118 - of each file of a large site
            told = os.lstat(path)
            yield path, told.st_size, told.st_mtime_ns


def installed() -> Iterator[str]:
    """Go through the packages that can be imported, by the names and times of their folders."""
    for folder in sys.path:
        for found in Path(folder).glob("*.dist-info"):
            yield f"{found.name} {found.stat().st_mtime_ns}"


def this_time() -> Iterator[str]:
    """Tell what a build takes for the time: the site map tells the day."""
    yield date.today().isoformat()
    yield datetime.now(UTC).date().isoformat()
    yield os.environ.get("SOURCE_DATE_EPOCH", "")


def _inputs(home: Path) -> Iterator[str | bytes]:
    yield sys.version
    yield str(home)
    yield os.environ.get(FOLDER, "")
    yield from sorted(installed())
    yield from this_time()
    yield from _of_folder(_PACKAGE)
    yield from _of_folder(home)
    for folder in (home, *home.parents):
        # Git heeds it too, and it may be the notebook's repository.
        yield _stamp(folder / ".gitignore")
        yield from _of_git(folder / ".git")


def _of_folder(home: Path) -> Iterator[str | bytes]:
    """Go through all files below a folder, and those that links in it lead to."""
    many = 0
    for folder, names, files in os.walk(home):
        names[:] = sorted(name for name in names if name not in {".git", "__pycache__"})
        many += len(files)
        yield os.fsencode(folder)
        yield repr(names)
        for name in sorted(files):
            yield _stamp(Path(folder, name))
        if folder != str(home):
            yield from _of_git(Path(folder, ".git"))
        if many > _MOST_FILES:
            raise _UnseenError(folder)


def _of_git(git: Path) -> Iterator[str | bytes]:
    """Go through what tells which commits there are, and what is ignored."""
    if not git.is_dir():
        if git.exists():
            raise _UnseenError(str(git))  # the repository lies elsewhere
        return
    for name in _OF_GIT:
        part = git / name
        if part.is_dir():
            yield from _of_folder(part)
        else:
            yield _stamp(part)


def _stamp(file: Path) -> bytes:
    """What the system tells of a file: with it, what is in it changes too."""
    told = [os.fsencode(file)]
    for look in (os.lstat, os.stat):
        try:
            seen = look(file)
        except OSError as error:
            told.append(repr(error).encode())
            continue
        numbers = (seen.st_mode, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)
        told.append(repr(numbers).encode())
        if not stat.S_ISLNK(seen.st_mode):
            break
    return b" ".join(told)
