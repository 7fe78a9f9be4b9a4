"""What Git leaves out of a notebook's repository, and so the site does too."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from campnotes.notebook.git import ask_git

MOST_REPOSITORIES = 20  # within one notebook
# Ignored, and not tracked all the same; a folder that is ignored as a whole ends with a slash.
_LIST = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
# The patterns of a notebook are in its own files: this setting may name any file, or a pipe.
_PATTERNS = ("-c", f"core.excludesFile={os.devnull}")


def ignored_paths(home: Path, repositories: Iterable[str] = ()) -> frozenset[str]:
    """The files and folders that Git ignores, as POSIX paths relative to `home`.

    Git is asked in the notebook, and in the `repositories` that lie within it. Nothing is ignored
    where there is no Git or no repository, nor where a repository ignores the notebook as a whole.
    """
    ignored: set[str] = set()
    for folder in ("", *islice(repositories, MOST_REPOSITORIES)):
        listed = ask_git(home / folder, *_PATTERNS, *_LIST)
        paths = (listed or "").split("\0")
        if "./" in paths:
            continue
        prefix = f"{folder}/" if folder else ""
        for path in filter(None, paths):
            whole = f"{prefix}{path}"
            ignored.add(whole.rstrip("/"))
    return frozenset(ignored)
