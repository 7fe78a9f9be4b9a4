"""What Git leaves out of a notebook's repository, and so the site does too."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from msgspec import Struct

from campnotes.notebook.files.git import ask_git

MOST_REPOSITORIES = 20  # within one notebook
# Ignored, and not tracked all the same; a folder that is ignored as a whole ends with a slash.
_LIST = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
# The patterns of a notebook are in its own files: this setting may name any file, or a pipe.
_PATTERNS = ("-c", f"core.excludesFile={os.devnull}")
# Git refuses other people's repositories because of what these name to be run, which we have shut.
_OF_ANYBODY = ("-c", "safe.directory=*")


class Ignored(Struct, frozen=True):
    """What Git ignores: files and folders as POSIX paths, relative to the notebook.

    `unasked` are folders of repositories in which Git couldn't say it.
    """

    paths: frozenset[str] = frozenset()
    unasked: tuple[str, ...] = ()


def ignored_paths(home: Path, repositories: Iterable[str] = ()) -> Ignored:
    """Ask Git what it ignores in the notebook, and in the `repositories` that lie within it.

    Nothing is ignored where there is no Git or no repository, nor where a repository ignores the
    notebook as a whole.
    """
    ignored: set[str] = set()
    unasked: list[str] = []
    for folder in ("", *islice(repositories, MOST_REPOSITORIES)):
        listed = ask_git(home / folder, *_PATTERNS, *_OF_ANYBODY, *_LIST)
        if listed is None and is_in_repository(home / folder):
            unasked.append(folder)
        paths = (listed or "").split("\0")
        if "./" in paths:
            continue
        prefix = f"{folder}/" if folder else ""
        for path in filter(None, paths):
            whole = f"{prefix}{path}"
            ignored.add(whole.rstrip("/"))
    return Ignored(
        paths=frozenset(ignored),
        unasked=tuple(unasked),
    )


def is_in_repository(home: Path) -> bool:
    """Tell whether a folder looks like a part of a repository, whatever Git makes of it."""
    for folder in (home, *home.parents):
        mark = folder / ".git"
        # A worktree's and a submodule's is a file that says where the rest lies.
        if mark.is_file() or (mark / "HEAD").is_file():
            return True
    return False
