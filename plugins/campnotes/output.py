"""Where a site goes: built beside its place, and put there at the end.

- Only a new folder, an empty one, or one with our mark is ever replaced; nothing else is emptied.
- A site never lies within its notebook, nor a notebook within its site; paths are compared with
  their links resolved.
- At any moment the place holds the former site or the new one, never half of one. What a build that
  was killed has left beside it is taken away by the next one.
- A place that can't be replaced so (the root of a disk, a folder that may not be written in) is
  refused before anything is built.
- Of two builds into one place at once, the second is refused.
"""

from __future__ import annotations

import errno
import filecmp
import glob
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from campnotes.exchange import exchange
from campnotes.rules import N_
from campnotes.user_language import say

MARK = ".campnotes-site"  # the file by which we know a site of ours
_ABOUT_THE_MARK = "campnotes built this folder, and replaces it at the next build.\n"

_HOLDS_NOTEBOOK = N_(
    "{output} holds the notebook itself, which the site would replace. "
    "Name another folder with --output."
)
_WITHIN_NOTEBOOK = N_(
    "{output} lies within the notebook, so that the site would become a part of it. "
    "Name a folder outside with --output."
)
_FILE = N_("{place} is a file. Name a folder with --output.")
_FOREIGN_FILES = N_(
    "{output} has files that campnotes didn't build, and they would be lost. "
    "Name a new or empty folder with --output, or empty this one yourself."
)
_NO_PERMISSION = N_(
    "You may not write into {folder}, and the site is built beside its place. "
    "Change its permissions, or name another folder with --output."
)
_MOUNTED = N_(
    "{place} is the root of a disk or of a mounted folder, which can't be replaced. "
    "Name a folder within it with --output."
)
_NO_TEMPORARY = N_(
    "There is no folder for temporary files. Let TMPDIR name one outside of the notebook."
)
_UNDER_WAY = N_("Another build into {place} is under way. Wait until it is done.")
_LOCKED = N_("{file}: {reason}. Remove this file, or have it removed.")
_NO_FOLDER = N_("No folder can be made beside {place}: {reason}. Name another place with --output.")


class OutputError(Exception):
    """A place that no site may be put in; its message says why and what to do."""


def check_output(output: Path, notebook: Path) -> None:
    """Raise OutputError where the site of a notebook may not be put into `output`.

    For example, `~/Documents` with files in it, or the notebook itself through a symbolic link.
    """
    place, notes = output.resolve(), notebook.resolve()
    if place == notes or place in notes.parents:
        raise OutputError(say(_HOLDS_NOTEBOOK, output=output))
    if notes in place.parents:
        raise OutputError(say(_WITHIN_NOTEBOOK, output=output))
    if place.exists() and not place.is_dir():
        raise OutputError(say(_FILE, place=output))
    if not _may_replace(place):
        raise OutputError(say(_FOREIGN_FILES, output=output))
    _check_replaceable(place)


def _may_replace(place: Path) -> bool:
    if not place.exists() or (place / MARK).is_file():
        return True
    return not any(place.iterdir())


def _check_replaceable(place: Path) -> None:
    """Raise OutputError where no folder can be put in `place` by a rename."""
    if place.is_mount():
        raise OutputError(say(_MOUNTED, place=place))
    above = place.parent
    while not above.exists():
        above = above.parent
    if not above.is_dir():
        raise OutputError(say(_FILE, place=above))
    for folder in (above, place):
        if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
            raise OutputError(say(_NO_PERMISSION, folder=folder))


def check_temporary(notebook: Path) -> None:
    """Raise OutputError where the lock of a build would lie in the notebook.

    Python takes the current folder for temporary files where the system's may not be written in.
    """
    try:
        temporary = Path(tempfile.gettempdir()).resolve()
        usable = not temporary.is_relative_to(notebook.resolve())
    except FileNotFoundError:
        usable = False
    if not usable:
        raise OutputError(say(_NO_TEMPORARY))


def mark_site(folder: Path) -> None:
    """Mark a folder as a site of ours, so that the next build may replace it."""
    (folder / MARK).write_text(_ABOUT_THE_MARK, encoding="utf-8")


@contextmanager
def build_beside(output: Path) -> Iterator[Path]:
    """Give a folder beside `output` to build in, and put it in its place at the end.

    Where building raises, the former site stays as it is. Raises OutputError where another build
    into the same place is under way.
    """
    place = output.resolve()
    with _alone(place):
        part = _make_part(place)
        try:
            yield part
            mark_site(part)
            _keep_times(part, place)
            _put_in_place(part, place)
        finally:
            # This may be the former site by now: the two were exchanged.
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    # The lock lies among the system's temporary files: beside the site it would have to stay for
    # good, since a lock that is taken away can be held twice.
    digest = hashlib.sha256(os.fsencode(place)).hexdigest()[:16]
    lock = FileLock(Path(tempfile.gettempdir()) / f"campnotes-{digest}.lock", blocking=False)
    try:
        lock.acquire()
    except Timeout:
        message = say(_UNDER_WAY, place=place)
        raise OutputError(message) from None
    except OSError as error:
        # Somebody else on this machine has built into the same place before.
        message = say(
            _LOCKED,
            file=error.filename,
            reason=error.strerror,
        )
        raise OutputError(message) from error
    try:
        yield
    finally:
        lock.release()


def _beside(place: Path, what: str) -> str:
    """The name of something of ours beside a site: `.notes-site.campnotes-part-`."""
    return f".{place.name}.campnotes-{what}"


def _make_part(place: Path) -> Path:
    """Make the folder that a site is built in, once what a killed build left is cleared."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(place)
        return Path(tempfile.mkdtemp(prefix=_beside(place, "part-"), dir=place.parent))
    except OSError as error:
        message = say(
            _NO_FOLDER,
            place=place,
            reason=error.strerror,
        )
        raise OutputError(message) from error


def _clear_leftovers(place: Path) -> None:
    """Take away what a killed build left; bring a former site back that it had put aside."""
    former = place.parent / _beside(place, "former")
    if former.is_dir() and not place.exists():
        former.rename(place)
    parts = glob.escape(_beside(place, "part-"))
    for left in place.parent.glob(f"{parts}*"):
        shutil.rmtree(left, ignore_errors=True)
    shutil.rmtree(former, ignore_errors=True)


def _keep_times(part: Path, place: Path) -> None:
    """Give files that are as they were their former times, by which others see what is new."""
    above = len(str(place))
    for former in _files_in(place):
        file = Path(f"{part}{former.path[above:]}")
        # What can't be compared is new.
        with suppress(OSError):
            told = former.stat()
            if os.path.samestat(told, file.stat()):
                continue  # a page that was taken over
            if filecmp.cmp(former.path, file, shallow=False):
                os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))


def _files_in(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Go through all files in a folder, and in those below it."""
    waiting = [str(folder)] if folder.is_dir() else []
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry


def _put_in_place(part: Path, place: Path) -> None:
    part.chmod(0o777 & ~_umask())  # a temporary folder is its owner's alone; a site is for a server
    try:
        if not place.exists():
            part.rename(place)
        elif not exchange(part, place):
            _replace_in_two_steps(part, place)
    except OSError as error:
        # A folder that is mounted from the same disk isn't known as such before.
        if error.errno in (errno.EBUSY, errno.EXDEV):
            raise OutputError(say(_MOUNTED, place=place)) from error
        raise


def _replace_in_two_steps(part: Path, place: Path) -> None:
    """Put the former site aside, and then the new one in its place.

    A build that is killed between the two steps is mended by the next one.
    """
    former = place.parent / _beside(place, "former")
    place.rename(former)
    try:
        part.rename(place)
    except BaseException:
        former.rename(place)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
