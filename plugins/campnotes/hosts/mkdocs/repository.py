"""What the Git checkout around a notebook tells: its address and the notebook's place in it."""

from __future__ import annotations

import configparser
import errno
from pathlib import Path

from campnotes.notebook.files import is_within, read_plain
from campnotes.patterns import regex

_REMOTE = regex(r"^(?:https?://|git@|ssh://(?:git@)?)([\w.\-]+)[:/]([^@]+?)(?:\.git)?/?$")
_BRANCH = regex(r"ref: refs/(?:heads|remotes/origin)/([\w./-]+)\s*$")
_LONGEST_NAME = 1000  # bytes
_LONGEST_CONFIGURATION = 1_000_000  # bytes


def repository_address(folder: Path) -> str | None:
    """Give `https://HOST/OWNER/NAME` of the checkout's `origin`; `None` without one."""
    checkout = _checkout(folder)
    if checkout is None:
        return None
    # A token or a password in the address (https://NAME:TOKEN@github.com/…) doesn't match, and
    # stays private.
    match = _REMOTE.match(_origin(checkout))
    return f"https://{match[1]}/{match[2]}" if match else None


def _origin(checkout: Path) -> str:
    """Read the address of `origin` as it is configured; `""` if that can't be read."""
    git = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        written = _read(checkout, "config", _LONGEST_CONFIGURATION)
        git.read_string(written)
        return git.get('remote "origin"', "url", fallback="")
    except (configparser.Error, UnicodeDecodeError, OSError):
        return ""


def _read(checkout: Path, name: str, most: int) -> str:
    """Read a file of the checkout's Git folder, unless it lies elsewhere; raises OSError then."""
    file = checkout / ".git" / name
    if not is_within(file, checkout):
        raise OSError(errno.EINVAL, "It leads out of the checkout", str(file))
    return read_plain(file, most).decode()


def branch_of(folder: Path) -> str | None:
    """Give the branch that the repository shows first, else the one that is checked out."""
    checkout = _checkout(folder)
    if checkout is None:
        return None
    return _branch_in(checkout, "refs/remotes/origin/HEAD") or _branch_in(checkout, "HEAD")


def _branch_in(checkout: Path, name: str) -> str | None:
    try:
        written = _read(checkout, name, _LONGEST_NAME)
    except (OSError, UnicodeDecodeError):
        return None
    match = _BRANCH.match(written)
    return match[1] if match else None


def notebook_folder(folder: Path) -> str:
    """Give the notebook's path in its checkout (POSIX); `""` if it is the top of it, or none."""
    checkout = _checkout(folder)
    if checkout is None:
        return ""
    relative = folder.resolve().relative_to(checkout).as_posix()
    return "" if relative == "." else relative


def _checkout(folder: Path) -> Path | None:
    """Find the nearest folder at or above `folder` that is a Git checkout."""
    home = folder.resolve()
    for candidate in (home, *home.parents):
        if (candidate / ".git").exists():
            return candidate
    return None
