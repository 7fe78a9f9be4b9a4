"""Where a site goes: built beside its place, and put there at the end.

- Only a new folder, an empty one, or one with our mark is ever replaced; nothing else is emptied.
- A site never lies within its notebook, nor a notebook within its site; paths are compared with
  their links resolved.
- At any moment the place holds the former site or the new one, never half of one. What a build that
  was killed has left beside it is taken away by the next one.
- Of two builds into one place at once, the second is refused.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

MARK = ".campnotes-site"  # the file by which we know a site of ours
_ABOUT_THE_MARK = "campnotes built this folder, and replaces it at the next build.\n"


class OutputError(Exception):
    """A place that no site may be put in; its message says why and what to do."""


def check_output(output: Path, notebook: Path) -> None:
    """Raise OutputError where the site of a notebook may not be put into `output`.

    For example, `~/Documents` with files in it, or the notebook itself through a symbolic link.
    """
    place, notes = output.resolve(), notebook.resolve()
    if place == notes or place in notes.parents:
        raise OutputError(
            f"{output} holds the notebook itself, which the site would replace. "
            "Name another folder with --output."
        )
    if notes in place.parents:
        raise OutputError(
            f"{output} lies within the notebook, so that the site would become a part of it. "
            "Name a folder outside with --output."
        )
    if place.exists() and not place.is_dir():
        raise OutputError(f"{output} is a file. Name a folder with --output.")
    if not _may_replace(place):
        raise OutputError(
            f"{output} has files that campnotes didn't build, and they would be lost. "
            "Name a new or empty folder with --output, or empty this one yourself."
        )


def _may_replace(place: Path) -> bool:
    if not place.exists() or (place / MARK).is_file():
        return True
    return not any(place.iterdir())


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
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place):
        _clear_leftovers(place)
        part = Path(tempfile.mkdtemp(prefix=_beside(place, "part-"), dir=place.parent))
        try:
            yield part
            mark_site(part)
            _put_in_place(part, place)
        finally:
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
        message = f"Another build into {place} is under way. Wait until it is done."
        raise OutputError(message) from None
    try:
        yield
    finally:
        lock.release()


def _beside(place: Path, what: str) -> str:
    """The name of something of ours beside a site: `.notes-site.campnotes-part-`."""
    return f".{place.name}.campnotes-{what}"


def _clear_leftovers(place: Path) -> None:
    """Take away what a killed build left; bring a former site back that it had put aside."""
    former = place.parent / _beside(place, "former")
    if former.is_dir() and not place.exists():
        former.rename(place)
    for left in place.parent.glob(_beside(place, "part-*")):
        shutil.rmtree(left, ignore_errors=True)
    shutil.rmtree(former, ignore_errors=True)


def _put_in_place(part: Path, place: Path) -> None:
    part.chmod(0o777 & ~_umask())  # a temporary folder is its owner's alone; a site is for a server
    if not place.exists():
        part.rename(place)
        return
    # No system replaces a folder that has files in one step everywhere, so the former one is put
    # aside; a build that is killed between the two steps is mended by the next one.
    former = place.parent / _beside(place, "former")
    place.rename(former)
    part.rename(place)
    shutil.rmtree(former, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
